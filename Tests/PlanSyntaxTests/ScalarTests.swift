import PlanSyntax
import SourceText
import Testing

@Suite("A text")
struct ScalarTests {
  @Test(
    "says what it says",
    arguments: [
      ("one\n  two\n\n\n  three", "one two\n\nthree"), ("'it''s'", "it's"),
      ("'a\n\n  b '", "a\nb "),
      ("\"a \\\n   b\"", "a b"), ("\"a\\n\\t\\x41\\u00e9\\U0001F600\\_\\/\"", "a\n\tAé😀\u{A0}/"),
      ("\"  a \n\n  b \"", "  a\nb "),
      ("\" \n  \"", " "), ("|\n  x\n   y\n\n  z\n", "x\n y\n\nz\n"), ("|-\n  x\n\n\n", "x"),
      ("|+\n  x\n\n  \n", "x\n\n\n"),
      (">\n  a\n  b\n\n  c\n   d\n  e\n", "a b\nc\n d\ne\n"), (">\n\n\n  a\n", "\n\na\n"),
      (">\n  a\n\n   b\n\n\n  c\n", "a\n\n b\n\n\nc\n"),
      ("|2\n   x\n  y\n", " x\ny\n"), (">-\n  a\n  \tb\n  c\n", "a\n\tb\nc"),
      ("|\n  # no comment\n  x \n", "# no comment\nx \n"),
      ("|\r\n  x\r\n  y\r\n", "x\ny\n"), ("|\n  x", "x\n"), ("no", "no"), ("a:b", "a:b"),
      ("~", "~"), ("1e3", "1e3"),
    ]
  )
  func says(_ written: String, _ text: String) {
    let parsed = parse("k: \(written)")
    #expect(parsed.places == [])
    #expect(parsed.text("k") == text)
    #expect(
      parsed.tree.root?.asMapping?.entry(named: "k")?.value.asScalar?.isEqual(to: text) == true
    )
  }

  @Test(
    "tells where each part of it was written",
    arguments: [
      ("k: below 75%\n", 6, 3, "75%"), ("k: 'below 75%'\n", 6, 3, "75%"),
      ("k: \"a\\u00e9b\"\n", 1, 2, "\\u00e9"),
      ("k: \"a\\\"b\"\n", 2, 1, "b"), ("k: one\n  two\n", 4, 3, "two"),
      ("k: |\n  one\n  two\n", 4, 3, "two"),
      ("k: 'it''s so'\n", 5, 2, "so"),
    ]
  )
  func part(_ text: String, offset: Int, count: Int, expected: String) throws {
    let parsed = parse(text)
    let scalar = try #require(parsed.tree.root?.asMapping?.entry(named: "k")?.value.asScalar)
    let range = scalar.place(ofUTF8Offset: offset, count: count).range
    #expect(String(decoding: parsed.tree.bytes[range.indices], as: UTF8.self) == expected)
  }

  @Test("knows the comments round it")
  func comments() throws {
    let parsed = parse("# far\n\n# one\n# two\na: x # three\nb: # four\n  c: | # five\n    t\n")
    let root = try #require(parsed.tree.root?.asMapping)
    let first = try #require(root.entry(named: "a"))
    #expect(first.leadingComments.map(\.text) == ["one", "two"])
    #expect(first.trailingComment?.text == "three")
    let second = try #require(root.entry(named: "b"))
    #expect(second.trailingComment?.text == "four")
    #expect(second.value.asMapping?.entry(named: "c")?.trailingComment?.text == "five")
  }

  @Test(
    "is plain only where every program reads it so",
    arguments: [
      ("plain", true), ("98%", true), ("≥ 98%", true), ("(a)", true), ("£5", true), ("no", false),
      ("NULL", false), ("", false),
      ("a: b", false), ("a #b", false), ("a:", false), ("a ", false), ("-5", false), ("> 5", false),
      ("@a", false), ("\"a", false),
      ("a\u{200D}b", false), ("a\u{A0}", false), ("2026-09-01", true), ("it's", true),
      ("a:b", true), ("...", false),
    ]
  )
  func plain(_ text: String, _ isPlain: Bool) { #expect(canBePlain(text, role: .value) == isPlain) }

  @Test(
    "of prose is not a number",
    arguments: [
      ("2026-09-01", false), ("12:30", false), ("007", false), ("1e3", false), (".inf", false),
      ("+.NaN", false), ("0x1F", false),
      ("2026 plan", true), ("7 schools", true), ("4b", false), ("a1", true),
    ]
  )
  func prose(_ text: String, _ isPlain: Bool) { #expect(canBePlain(text, role: .prose) == isPlain) }
}
