import PlanFiles
import PlanReports
import PlanSyntax
import SourceText
import TestSupport
import Testing

/// A plan as a school business manager would type it.
private let plan = """
  plan: growing-2015-2020
  title: Growing together 2015 to 2020
  years: 2015/16 to 2019/20
  vision: Every child does well
  notes:
    - Governors meet each term
    - Heads meet each month

  strategies:
    working-together:
      title: Working together
      priorities:
        governance:
          title: Strengthen governance
          kpis:
            staffing:
              title: Staff costs
              unit: "% of income"
              target: below 75%
              owner: CFO
              years:
                2016/17:
                  impact: Kept at one of three schools
                  actions:
                    - id: review-services
                      action: Review central services
                      owner: CFO
                      due: 2016-11-30
                    - id: compare-costs
                      action: Compare supply costs
                      owner: [CFO, Headteacher]
                      due: 2017-03-31
            attendance:
              title: Attendance
              unit: "% of sessions"
              target: at least 95%
              owner: Headteacher
            reading:
              title: Reading
              scale: reading-levels
              target: at least Secure
  risks:
    growth:
      risk: The trust grows too fast

  """

private let trust = """
  trust: oak
  name: Oak Trust
  current-plan: growing-2015-2020
  schools:
    ketton: Ketton
  roles:
    cfo: CFO
    headteacher: Headteacher
  scales:
    reading-levels:
      title: Reading levels
      levels: [Fluent, Secure, Emerging]

  """

/// One of the mistakes that people make, in the plan.
struct TypedMistake: Sendable, CustomTestStringConvertible {
  let name: String
  let old: String
  let new: String
  /// `rule line:column` for every problem of the trust.
  let problems: [String]

  init(_ name: String, _ old: String, _ new: String, _ problems: String...) {
    self.name = name
    self.old = old
    self.new = new
    self.problems = problems
  }

  var testDescription: String { name }

  /// The plan with the mistake in it.
  var bytes: [UInt8] { Array(plan.replacing(old, with: new, maxReplacements: 1).utf8) }
}

private let twoNotes = "  - Governors meet each term\n  - Heads meet each month\n"

private let mistakes: [TypedMistake] = [
  TypedMistake("01 a colon in a text", "Growing together", "Growing: together", "colon-text 2:15"),
  TypedMistake("02 a tab", "                  - id: review", "\t- id: review", "tab 25:1"),
  TypedMistake("02 tabs all the way", "                    action: R", "\t\taction: R", "tab 26:1"),
  TypedMistake("03 above", "below 75%", "> 75%", "block-header 19:23"),
  TypedMistake("03 at least", "below 75%", ">= 2%", "block-header 19:22"),
  TypedMistake("03 above a digit", "at least 95%", ">5", "block-empty 36:21"),
  TypedMistake(
    "04 no space after the colon",
    "title: Attendance",
    "title:Attendance",
    "colon-space 34:18"
  ),
  TypedMistake(
    "05 no space after a dash",
    twoNotes,
    "  -Call home\n  -Write letter\n",
    "dash-text 6:3",
    "dash-text 7:3"
  ),
  TypedMistake(
    "05 no space after the dash of an action",
    "- id: compare",
    "-id: compare",
    "dash-text 29:19"
  ),
  TypedMistake(
    "06 one space too many",
    "            title: Attendance",
    "             title: Attendance",
    "indent 34:14"
  ),
  TypedMistake(
    "06 one space too few",
    "            owner: Headteacher",
    "           owner: Headteacher",
    "indent 37:12"
  ),
  TypedMistake(
    "06 an id with one space too many",
    "          attendance:",
    "           attendance:",
    "indent 33:12"
  ),
  TypedMistake(
    "06 an id with two spaces too few",
    "          attendance:",
    "        attendance:",
    "indent 33:9"
  ),
  TypedMistake(
    "07 a text with lines under it",
    "attendance:\n",
    "attendance: Pupils\n",
    "child-of-text 34:13"
  ),
  TypedMistake(
    "07 a text in place of the title",
    "governance:\n        title: Strengthen governance\n",
    "governance: Strengthen governance\n",
    "child-of-text 14:9"
  ),
  TypedMistake(
    "08 an open quote",
    "title: Attendance",
    "title: \"Attendance",
    "unclosed-quote 34:20"
  ),
  TypedMistake(
    "09 a quoted word",
    "title: Attendance",
    "title: \"Attendance\" of all",
    "after-quote 34:33"
  ),
  TypedMistake("09 an apostrophe", "title: Attendance", "title: 'Don't stop'", "after-quote 34:25"),
  TypedMistake("10 bold", "title: Attendance", "title: *Attendance* now", "alias 34:20"),
  TypedMistake("10 a bold item", "- Heads meet each month", "- **Important**", "alias 7:5"),
  TypedMistake("11 at", "Heads meet", "@heads meet", "reserved 7:5"),
  TypedMistake("11 backquotes", "title: Attendance", "title: `x`", "reserved 34:20"),
  TypedMistake("11 per cent", "title: Attendance", "title: %98", "reserved 34:20"),
  TypedMistake("11 exclamation mark", "title: Attendance", "title: !x", "tag 34:20"),
  TypedMistake("11 and", "title: Attendance", "title: & more", "anchor 34:20"),
  TypedMistake(
    "11 square brackets",
    "title: Attendance",
    "title: [all] classes",
    "after-value 34:26"
  ),
  TypedMistake("11 braces", "title: Attendance", "title: {draft} text", "flow-novalue 34:26"),
  TypedMistake(
    "12 a number sign",
    "Review central",
    "Fix the #1 complaint of central",
    "hash 26:37"
  ),
  TypedMistake(
    "12 all after the number sign",
    "title: Attendance",
    "title: # 12",
    "missing-key 34:13"
  ),
  TypedMistake(
    "13 the same name twice",
    "            owner: Headteacher",
    "            title: Pupils\n            owner: Headteacher",
    "duplicate 37:13"
  ),
  TypedMistake("14 bullets", twoNotes, "  • Call home\n  – Visit\n", "bullet 6:3", "bullet 7:3"),
  TypedMistake(
    "15 a no-break space",
    "title: Attendance",
    "title:\u{A0}Attendance",
    "odd-space 34:19"
  ),
  TypedMistake(
    "16 curly quotes",
    "title: Attendance",
    "title: “Attendance: x”",
    "colon-text 34:31"
  ),
  TypedMistake("16 curly quotes round a target", "below 75%", "“below 75%”", "target-syntax 19:21"),
  TypedMistake(
    "16 curly quotes round a unit",
    "\"% of sessions\"",
    "“% of sessions”",
    "bad-value 35:19"
  ),
  TypedMistake(
    "19 a forgotten dash",
    "                  - id: compare",
    "                    id: compare",
    "duplicate 29:21"
  ),
  TypedMistake("20 a text and a list", "actions:\n", "actions: see below\n", "cont-dash 25:19"),
  TypedMistake(
    "20 a list on the line of its name",
    "notes:\n  - Governors",
    "notes: - Governors",
    "dash-here 5:8"
  ),
  TypedMistake(
    "21 a paragraph at the margin",
    "does well\n",
    "does well\n\nAnd every adult, too.\n",
    "no-colon 6:1"
  ),
  TypedMistake(
    "21 a line at the margin",
    "three schools\n",
    "three schools\nand lost at two\n",
    "no-colon 24:1"
  ),
  TypedMistake("22 three dashes", "strategies:", "---\nstrategies:", "multi-doc 9:1"),
  TypedMistake("22 a row of signs", "strategies:", "=====\nstrategies:", "no-colon 9:1"),
  TypedMistake("22 a row of stars", "strategies:", "*****\nstrategies:", "no-colon 9:1"),
  TypedMistake("22 a heading", "strategies:", "STRATEGIES\n\nstrategies:", "no-colon 9:1"),
  TypedMistake("23 a path", "title: Attendance", "title: \"P:\\Plans\\2026\"", "escape 34:23"),
  TypedMistake("24 a dash for none", "owner: Headteacher", "owner: -", "dash-here 37:20"),
  TypedMistake(
    "25 a text not indented",
    "vision: Every child does well",
    "vision: >\nEvery child does well\nand more",
    "block-empty 4:9"
  ),
  TypedMistake("26 a placeholder", "title: Attendance", "title: {{ Title }}", "flow-key 34:20"),
  TypedMistake(
    "27 colons in an item",
    "- Heads meet each month",
    "- Call home: every day: by 9",
    "colon-text 7:25"
  ),
  TypedMistake(
    "27 a colon in an item",
    "- Heads meet each month",
    "- Write: now",
    "colon-text 7:10"
  ),
  TypedMistake(
    "28 an open bracket",
    "[CFO, Headteacher]",
    "[CFO, Headteacher",
    "unclosed-flow 31:28"
  ),
  TypedMistake(
    "29 a bracket at the margin",
    "[CFO, Headteacher]",
    "[\n                      CFO\n]",
    "flow-indent 33:1"
  ),
  TypedMistake("31 numbers", twoNotes, "  1. Call home\n  2. Write\n", "bullet 6:3", "bullet 7:3"),
  TypedMistake("32 an equals sign", "title: Attendance", "title = Attendance", "no-colon 34:13"),
  TypedMistake("32 a wide colon", "owner: Headteacher", "owner：Headteacher", "no-colon 37:13"),
  TypedMistake("32 a dash", "owner: Headteacher", "owner - Headteacher", "no-colon 37:13"),
  TypedMistake(
    "32 no colon at all",
    "          attendance:",
    "          attendance",
    "no-colon 33:11"
  ),
  TypedMistake("33 asterisks", twoNotes, "  * Call home\n  * Write\n", "bullet 6:3", "bullet 7:3"),
]

/// The plan as a file in another encoding.
private let encodings: [(name: String, bytes: [UInt8], problem: String)] = [
  (
    "17 saved as ANSI",
    Array("plan: growing-2015-2020\ntitle: Children".utf8) + [0x92]
      + Array("s reading\n".utf8)
      + Array(plan.utf8.drop { $0 != 0x0A }.dropFirst().drop { $0 != 0x0A }.dropFirst()),
    "utf8 2:16"
  ),
  (
    "18 saved as Unicode",
    [0xFF, 0xFE] + plan.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
    "utf16 1:1"
  ),
]

private let path = "t/plans/growing-2015-2020.yaml"

/// Everything that is wrong in the trust, and the screen that says so.
private func found(_ bytes: [UInt8]) -> (places: [String], screen: String, rules: [Diagnostic]) {
  let disk = TypedFiles(files: ["t/trust.yaml": Array(trust.utf8), path: bytes])
  var files = SourceFiles()
  var options = LoadOptions()
  options.shownRelativeTo = "t"
  let problems = inFileOrder(loadTrust("t", from: disk, into: &files, options).diagnostics)
  let places = problems.map { problem in
    let at = files[problem.place.file].lineColumn(at: Int(problem.place.range.lower))
    return "\(problem.id) \(at.line):\(at.column)"
  }
  return (places, drawn(findingsReport(problems, in: files), width: 100), problems)
}

/// Files that are made up.
private struct TypedFiles: FileSystem {
  var files: [String: [UInt8]]

  func bytes(of path: String, atMost limit: Int) throws(FileSystemError) -> [UInt8] {
    guard let bytes = files[path] else { throw .notFound }
    return bytes
  }

  func names(in path: String) throws(FileSystemError) -> [String] {
    files.keys.filter { $0.hasPrefix(path + "/") }.map { String($0.dropFirst(path.count + 1)) }
  }

  func kind(of path: String) -> FileKind? { files[path] == nil ? nil : .file }
}

/// The mistakes that people who are not programmers make, typed into a plan.
@Suite struct MistakeScreenTests {
  @Test func `the plan itself has no mistake`() {
    #expect(found(Array(plan.utf8)).screen == "")
  }

  @Test(arguments: mistakes)
  func `a mistake is told once`(mistake: TypedMistake) {
    #expect(mistake.bytes != Array(plan.utf8))
    #expect(found(mistake.bytes).places == mistake.problems)
  }

  @Test(arguments: mistakes)
  func `a correction that is shown leads to a plan without the mistake`(mistake: TypedMistake) {
    var bytes = mistake.bytes
    for _ in 0..<4 {
      let fixes = found(bytes).rules.compactMap(\.fixIt)
      guard let fix = fixes.first, let next = fix.edits.applied(to: bytes) else { break }
      bytes = next
    }
    let left = found(bytes)
    // Where nothing is shown a person must choose.
    let isChoice = found(mistake.bytes).rules.allSatisfy { $0.fixIt == nil }
    #expect(isChoice || left.places == [], "\(left.screen)")
  }

  @Test(arguments: encodings.indices)
  func `another encoding is told once`(index: Int) {
    #expect(found(encodings[index].bytes).places == [encodings[index].problem])
  }

  @Test func `what is shown of each mistake`() {
    var text = ""
    for (name, bytes) in mistakes.map({ ($0.name, $0.bytes) })
      + encodings.map({ ($0.name, $0.bytes) })
    {
      text += "# \(name)\n\n\(found(bytes).screen)\n"
    }
    expectPage(text, "mistakes.txt")
  }
}
