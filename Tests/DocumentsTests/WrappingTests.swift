import Testing

@testable import Documents

@Suite struct WrappingTests {
  /// A word of this length kept the program busy for ever when it was cut anew for each line.
  @Test(arguments: ["x", "é", "漢"])
  func `a word of any length is cut into lines in one pass`(letter: String) {
    let word = String(repeating: letter, count: 400_000)
    let lines = wrapped([Run("a "), Run(word)], first: 30, rest: 24)
    #expect(lines.flatMap { $0 }.map(\.text).joined() == "a" + word)
    #expect(lines.allSatisfy { line in line.reduce(0) { $0 + $1.width } <= 30 })
    #expect(lines.dropFirst().dropLast().allSatisfy { $0.reduce(0) { $0 + $1.width } == 24 })
  }

  @Test func `a letter wider than the line has a line of its own`() {
    let lines = wrapped([Run("漢字")], to: 1)
    #expect(lines.map { $0.map(\.text).joined() } == ["漢", "字"])
  }

  @Test(arguments: [
    ("sc.22-leadership", 14, ["sc.22-", "leadership"]),
    ("sc.22-leadership", 16, ["sc.22-leadership"]),
    ("fam.survey.communication", 14, ["fam.survey.", "communication"]),
    ("transformation-2016-2020", 20, ["transformation-2016-", "2020"]),
    ("ids: gov.ofsted-lm and on", 12, ["ids:", "gov.ofsted-", "lm and on"]),
    ("due 2016-11-30 or before", 12, ["due", "2016-11-30", "or before"]),
    ("a figure of -2.8 points", 13, ["a figure of", "-2.8 points"]),
    ("écoles.sc.22-leadership", 14, ["écoles.sc.22-", "leadership"]),
    ("unbreakablelongword", 8, ["unbreaka", "blelongw", "ord"]),
  ])
  func `an id is broken at a point or hyphen, and only where it has to be`(
    text: String,
    width: Int,
    lines: [String]
  ) {
    let found = wrapped([Run(text)], to: width).map { $0.map(\.text).joined() }
    #expect(found == lines)
  }
}
