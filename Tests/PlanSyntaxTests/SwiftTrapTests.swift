import PlanSyntax
import SourceText
import Testing

/// What goes wrong where text is read by characters in place of bytes.
@Suite("Bytes, not characters")
struct SwiftTrapTests {
  @Test("CRLF ends a line")
  func lineEnds() {
    let parsed = parse("a: 1\r\nb: 2\r\n")
    #expect(parsed.text("a") == "1")
    #expect(parsed.text("b") == "2")
  }

  @Test("a number sign with a variation selector starts a comment")
  func hash() {
    let parsed = parse("#\u{FE0F}\u{20E3} one\na: 1\n")
    #expect(parsed.places == [])
    #expect(parsed.tree.comments.map(\.text) == ["\u{FE0F}\u{20E3} one"])
  }

  @Test("a space with a combining mark is a space")
  func space() {
    let parsed = parse("a: \u{301}b\n")
    #expect(parsed.places == [])
    #expect(parsed.text("a").map { Array($0.utf8) } == Array("\u{301}b".utf8))
  }

  @Test("a colon before a combining mark is a colon")
  func colon() { #expect(parse("t: a: \u{301}b\n").places == ["colon-text 1:5"]) }

  @Test("a quote with a combining mark closes")
  func quote() { #expect(parse("t: \"a\"\u{301}\n").places == ["after-quote 1:7"]) }

  @Test("names are compared as bytes, and names that only look equal are refused")
  func names() {
    let parsed = parse("e\u{301}: 1\n")
    #expect(parsed.tree.root?.asMapping?.entry(named: "e\u{301}") != nil)
    #expect(parsed.tree.root?.asMapping?.entry(named: "é") == nil)
  }

  @Test("other line separators and spaces are no line ends and stay in the text")
  func separators() {
    #expect(parse("a: b\u{B}c\n").places == ["control 1:5"])
    #expect(parse("a: b\u{C}c\n").places == ["control 1:5"])
    #expect(
      parse("a: \"\u{A0}b\u{3000}\"\n").text("a").map { Array($0.utf8) }
        == Array("\u{A0}b\u{3000}".utf8)
    )
  }

  @Test(
    "nothing is normalised",
    arguments: ["e\u{301}", "é", "\u{212B}", "ﬁ", "한", "\u{1112}\u{1161}\u{11AB}"]
  )
  func normal(_ text: String) {
    #expect(parse("a: \(text)\n").text("a").map { Array($0.utf8) } == Array(text.utf8))
  }
}
