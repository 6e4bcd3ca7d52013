@testable import PlanSyntax
import SourceText
import Testing

/// Texts that made readers slow: each is repeated, and the steps must grow as the text does.
private let repeated: [(String, @Sendable (Int) -> String)] = [
  ("blank lines", { "a: b\n" + String(repeating: "\n", count: $0) + "c: d\n" }),
  ("blank lines after names", { String(repeating: "a:\n\n\n", count: $0) }),
  ("text of many lines", { "a: b\n" + String(repeating: "  c\n", count: $0) }),
  ("open quotes", { String(repeating: "a: \"b\n", count: $0) }),
  (
    "open quotes one in another",
    { (0..<$0).map { "\(String(repeating: " ", count: min($0, 60)))a: \"\n" }.joined() }
  ),
  ("open brackets", { String(repeating: "a: [b,\n", count: $0) }),
  ("brackets in brackets", { String(repeating: "[", count: $0) }),
  ("open braces on lines", { "a: {\n" + String(repeating: "  b: {},\n", count: $0) }),
  ("open braces below names", { String(repeating: "a: {\n  b: {\n", count: $0) }),
  ("quotes in an open bracket", { "a: [\n" + String(repeating: "  \"x\ny: 'z',\n", count: $0) }),
  ("colons", { "a: " + String(repeating: "b: ", count: $0) }),
  ("wrong indents", { String(repeating: "a: b\n   c: d\n  - e\n", count: $0) }),
  ("block text", { "a: |\n" + String(repeating: "  b\n\n", count: $0) }),
  ("empty blocks", { String(repeating: "a: |\n\n", count: $0) }),
  ("numbers", { "a:\n" + String(repeating: "  1. b\n", count: $0) }),
  ("tabs", { String(repeating: "\ta: b\tc\td\n", count: $0) }),
  ("a line of tabs", { "a: b" + String(repeating: "\tc", count: $0) }),
  ("a run of tabs", { "a: b" + String(repeating: "\t", count: $0) + "c\n" }),
  (
    "broken brackets",
    { (0..<$0).map { "\(String(repeating: " ", count: $0 % 90))a: [?\n" }.joined() }
  ),
  ("number signs", { "a: b" + String(repeating: " #c", count: $0) }),
  ("comments", { String(repeating: "# a\n", count: $0) + "b: c\n" }),
  ("backslashes", { "a: \"" + String(repeating: "\\\n", count: $0) }),
  ("single quotes", { "a: '" + String(repeating: "''", count: $0) }),
]

@Suite("Time grows as the file does")
struct LinearTimeTests {
  @Test("for texts that made readers slow", arguments: repeated.indices)
  func steps(index: Int) {
    let (name, text) = repeated[index]
    let small = parse(text(1000)).steps
    let large = parse(text(4000)).steps
    #expect(large <= 5 * small + 4000, "\(name): \(small) steps, then \(large)")
    #expect(large <= 200 * text(4000).utf8.count, "\(name)")
  }

  @Test("for names made to collide")
  func collisions() {
    // The hash of a name repeats itself after 32 bytes: two bytes that far apart can be exchanged.
    let names = (0..<4096).map { number in
      let bits = (0..<12).map { number >> $0 & 1 }
      let first = bits.map { $0 == 0 ? "a" : "b" }.joined()
      let second = bits.map { $0 == 0 ? "b" : "a" }.joined()
      return first + String(repeating: "x", count: 20) + second
    }
    let parsed = parse((names + [names[7]]).map { "\($0): 1\n" }.joined())
    #expect(parsed.places == ["duplicate 4097:1"])
    #expect(parsed.tree.root?.asMapping?.entries.filter(\.isDuplicate).count == 1)
  }
}
