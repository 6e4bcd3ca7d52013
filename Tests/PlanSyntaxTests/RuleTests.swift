import PlanSyntax
import SourceText
import Testing

/// One rule of the file syntax: a text that keeps or breaks it.
struct Rule: Sendable, CustomTestStringConvertible {
  let text: String
  let problems: [String]

  init(_ text: String, _ problems: String...) {
    self.text = text
    self.problems = problems
  }

  var testDescription: String { text.debugDescription }
}

private let deepest = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
private let tooDeep = String(repeating: "[", count: 65) + String(repeating: "]", count: 65)
private let stairs = (0..<65).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
private let longName = String(repeating: "é", count: 1024)

private let accepted: [Rule] = [
  Rule("a:\n b:\n    c: 1\nd:\n       e: 2\n"), Rule("a:\n- x\n- y\nb:\n  - x\n"),
  Rule("- id: x\n  y: z\n-   id: x\n    y: z\n- - x\n  - y\n-\n  id: x\n"), Rule("a:\nb: x\n"),
  Rule("a:\n-\n- \n-   # c\n"),
  Rule("no: 1\n12:30: 2\na b : 3\n日本: 4\na:b: 5\n\"q\": 6\n's' : 7\n"),
  Rule("a: one\n  two\n\n  three\n"), Rule("a:\n  one\n  two\n"), Rule("a: one\n  --two\n"),
  Rule("a: 'x\n  y'\nb: \"x\\\n  y\"\n"),
  Rule("a: \"\\\\ \\\" \\/ \\n \\t \\  \\_ \\x41 \\u00e9 \\U0001F600\"\n"),
  Rule("a: |\n x\nb: >-\n  x\nc: |2+\n   x\n\nd: >+1 # c\n  x\n"),
  Rule("a: |\n\n  x\n\n  y\n"),
  Rule("# a\n   # b\na: 1 # c\n # d\nb: # e\n  - 1 # f\n"), Rule("a: x # y\n"), Rule("a: x#y\n"),
  Rule("a: [a, b, {c: d}, [e]]\nb: {a: b, c: [d],}\nc: [\n  a,\n\n  # c\n  b # d\n  ]\n"),
  Rule("{\"a\":1, \"b\" : [true, null], \"c\":{\"d\":\"e\\u00e9\"}}\n"), Rule("[]\n"),
  Rule("a: {}\n"),
  Rule("---\na: 1\n"), Rule("--- # c\na: 1\n"), Rule("a: 1\n...\n"), Rule("a: 1\n...\n# c\n"),
  Rule("- a\n- b\n"), Rule(""), Rule("# c\n"), Rule("\n  \n"), Rule("\u{FEFF}a: 1\n"),
  Rule("a: 1\r\nb: 2\nc: 3"), Rule("  a: 1\n  b: 2\n"),
  Rule("a: -5\nb: ≥ 98%\nc: < 75%\nd: ?x\ne: :x\n"),
  Rule("a: \"x\ty\" # a\tb\nb: |\n  x\ty\n"), Rule("a: 5\u{A0}%\nb: 日本\u{3000}語\n"),
  Rule("a: ក\u{200B}\n"),
  Rule("a: \u{200D}x\n"), Rule("a: \(deepest.dropFirst().dropLast())\n"), Rule("\(longName): 1\n"),
  Rule("a: “x”\n"), Rule("a: it's\n"), Rule("a: -x\n"),
  Rule("- -5\n- --x\n"),
  Rule("a: 1. b\n"), Rule("a:\n  1. b\n"), Rule("a: http://b/c\n"), Rule("a:\n  title:Reading\n"),
]

private let refused: [Rule] = [
  Rule("a: 1\na: 2\n", "duplicate 2:1"), Rule("a: 1\n\"\\x61\": 2\n", "duplicate 2:1"),
  Rule("é: 1\ne\u{301}: 2\n", "duplicate 2:1"), Rule("K: 1\n\u{212A}: 2\n", "duplicate 2:1"),
  Rule("{a: 1, a: 2, a: 3}\n", "duplicate 1:8", "duplicate 1:14"),
  Rule("a: x\n  - y\n", "cont-dash 2:3"), Rule("a: x\n  -y\n", "cont-dash 2:3"),
  Rule("a: x\n  • y\n", "bullet 2:3"), Rule("a: x\n  * y\n", "bullet 2:3"),
  Rule("a: x\n  – y\n", "bullet 2:3"), Rule("a: 1. x\n  2. y\n", "bullet 2:3"),
  Rule("a: x\n- y\nb: z\n", "cont-dash 2:1"), Rule("a:\n  -a -b\n", "dash-text 2:3"),
  Rule("a: \"\\0\"\n", "escape 1:5"), Rule("a: \"\\e\"\n", "escape 1:5"),
  Rule("a: \"\\N\"\n", "escape 1:5"),
  Rule("a: \"\\r\"\n", "escape 1:5"), Rule("a: \"\\\t\"\n", "escape 1:5"),
  Rule("a: \"\\x07\"\n", "escape-char 1:5"), Rule("a: \"\\ud83d\\ude00\"\n", "escape-char 1:5"),
  Rule("a: \"\\u2028\"\n", "escape-char 1:5"), Rule("a: \"x\\\n\n  y\"\n", "escape 1:6"),
  Rule("a: >5\n", "block-empty 1:4"), Rule("a: |\n", "block-empty 1:4"),
  Rule("a: |\nb: 1\n", "block-empty 1:4"),
  Rule("a: | x\n", "block-header 1:6"), Rule("a: >=2\n", "block-header 1:5"),
  Rule("a: |12\n", "block-header 1:6"),
  Rule("a:\n  |\n  x\n", "block-place 2:3"), Rule("a: |\n   x\n  y\n", "block-dedent 3:3"),
  Rule("a: |\n    \n  x\n", "block-lead 3:3"), Rule("a: x #y\n", "hash 1:6"),
  Rule("a: #y\n", "hash 1:4"),
  Rule("- #y\n", "hash 1:3"), Rule("a:\n  x #y\n", "hash 2:5"),
  Rule("a: [\n  b\n]\n", "flow-indent 3:1"),
  Rule("a: [b: c]\n", "flow-pair 1:6"), Rule("a: {b}\n", "flow-novalue 1:6"),
  Rule("a: {b: }\n", "flow-novalue 1:8"),
  Rule("a: [b\n  c]\n", "flow-comma 2:3"), Rule("a: [?b]\n", "reserved 1:5"),
  Rule("a: [:b]\n", "flow-comma 1:5"),
  Rule("a: [b, c}\n", "flow-close 1:9"), Rule("a: [b,, c]\n", "flow-comma 1:7"),
  Rule("a: [b] c\n", "after-value 1:8"),
  Rule("a: &b c\n", "anchor 1:4"), Rule("a: *b\n", "alias 1:4"), Rule("a: !b c\n", "tag 1:4"),
  Rule("&a b: c\n", "anchor 1:1"),
  Rule("<<: a\n", "merge 1:1"), Rule("? a\n: b\n", "explicit-key 1:1"),
  Rule("[a]: b\n", "flow-key 1:1"),
  Rule("a: 1\n[b]: c\n", "flow-key 2:1"), Rule("%YAML 1.2\n---\na: b\n", "directive 1:1"),
  Rule("a: b\n---\nc: d\n", "multi-doc 2:1"), Rule("--- a: b\nc: d\n", "doc-start 1:1"),
  Rule("a: b\n...\nc: d\n", "doc-end 2:1"),
  Rule("text\n", "root-scalar 1:1"), Rule("\"text\"\n", "root-scalar 1:1"),
  Rule("a: %b\n", "reserved 1:4"),
  Rule("a: ]b\n", "reserved 1:4"), Rule("a: ,b\n", "reserved 1:4"), Rule("a: }b\n", "reserved 1:4"),
  Rule("a: b\tc\n", "tab 1:5"), Rule("a:\tb\n", "tab 1:3"), Rule("a\tb: c\n", "tab 1:2"),
  Rule("a: b\n\t\nc: d\n", "tab 2:1"),
  Rule("a: b\n\t# c\n", "tab 2:1"), Rule("a: b\t\n", "warning tab 1:5"), Rule("-\ta\n", "tab 1:2"),
  Rule("\u{A0}a: b\n", "odd-space 1:1"), Rule("a\u{A0}: b\n", "odd-space 1:2"),
  Rule("-\u{A0}a\n", "odd-space 1:2"),
  Rule("a: b\u{A0}\n", "odd-space 1:5"), Rule("a: \u{3000}b\n", "odd-space 1:4"),
  Rule("a: b\u{202E}c\n", "warning bidi 1:5"),
  Rule("a: b\u{7}\n", "control 1:5"), Rule("# \u{7}\n", "control 1:3"),
  Rule("a: b\u{85}c\n", "control 1:5"),
  Rule("a: b\u{2028}c\n", "control 1:5"), Rule("a: b\u{FEFF}c\n", "control 1:5"),
  Rule("a: \u{FFFE}\n", "control 1:4"),
  Rule("a: b\rc: d\n", "lone-cr 1:5"), Rule("a: \(tooDeep)\n", "depth 1:67"),
  Rule(stairs, "depth 65:65"), Rule("\(longName)x: 1\n", "key-long 1:1"),
  Rule(": a\n", "no-name 1:1"),
  Rule("a: b\n- c\nd: e\n", "cont-dash 2:1"), Rule("a:\n  b: c\n- d\n", "mixed 3:1"),
  Rule("- a\nb: c\n", "mixed 2:1"),
  Rule("a: \"b\nc: \"d\"\n", "unclosed-quote 1:4"), Rule("a: 'b\nc: d\n", "unclosed-quote 1:4"),
  Rule("a: {b: c\nd: e\n", "unclosed-flow 1:4"), Rule("a: \"C:\\new\"\n", "warning escape 1:7"),
  Rule("\"a\":b\n", "colon-space 1:4"), Rule("a:\n  b = c\n  d: e\n", "no-colon 2:3"),
]

@Suite("The rules of the file syntax")
struct RuleTests {
  @Test("accept", arguments: accepted)
  func accept(_ rule: Rule) { #expect(parse(rule.text).places == []) }

  @Test("refuse", arguments: refused)
  func refuse(_ rule: Rule) { #expect(parse(rule.text).places == rule.problems) }

  @Test(
    "refuse what is not UTF-8",
    arguments: [
      [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF],
      [0x80], [0xC3],
    ]
  )
  func invalid(_ bytes: [UInt8]) {
    #expect(parse(Array("a: ".utf8) + bytes + Array("\n".utf8)).places == ["utf8 1:4"])
  }

  @Test("refuse a file over 16 MiB")
  func size() {
    let bytes = [UInt8](repeating: 0x0A, count: ParsedText.maximumSize + 1)
    let parsed = parse(bytes)
    #expect(parsed.places == ["file-too-large 1:1"])
    #expect(parsed.tree.root == nil)
    #expect(parsed.tree.bytes == bytes)
  }

  @Test("report a hundred problems and count the rest")
  func hundred() {
    let parsed = parse((0..<250).map { "a\($0):x\n" }.joined())
    #expect(parsed.diagnostics.count == 100)
    #expect(parsed.omittedCount == 150)
  }

  @Test("never name the words of YAML")
  func words() {
    let words = [
      "yaml", "anchor", "alias", "scalar", "sequence", "mapping", "node", "flow", "document",
    ]
    for text in refused.map(\.text) + mistakes.map(\.text) {
      for diagnostic in parse(text).diagnostics {
        let said = (diagnostic.message + " " + diagnostic.help).lowercased()
        for word in words { #expect(!said.contains(word), "\(said)") }
      }
    }
  }
}
