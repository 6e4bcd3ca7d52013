import PlanSyntax
import SourceText
import Testing

/// A plan in which one line is put wrong at a time.
private let plan = """
  plan: growing
  vision: Every child does well
  kpis:
    gov.staffing:
      title: Staff costs
      unit: "%"
      years:
        2016/17:
          impact: Kept at one of three
          actions:
            - id: review
              action: Review services
              due: 2016-11-30
            - id: compare
              action: Compare costs
              due: 2017-03-31
    att.pupils:
      title: Attendance
      unit: "%"
      target: at least 95%
    tl.ofsted:
      title: Grade
  risks:
    growth: Too fast

  """

/// One line of the plan as it was typed.
struct Slip: Sendable, CustomTestStringConvertible {
  let line: Int
  let text: String
  let problem: String
  /// Whether the corrections lead back to the plan.
  var isCorrected = true

  init(_ line: Int, _ text: String, _ problem: String, isCorrected: Bool = true) {
    self.line = line
    self.text = text
    self.problem = problem
    self.isCorrected = isCorrected
  }

  var testDescription: String { "line \(line) as \(text.debugDescription)" }

  /// The plan with the line as it was typed.
  var whole: String {
    var lines = plan.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines[line - 1] = text
    return lines.joined(separator: "\n")
  }
}

private let slips: [Slip] = [
  // A name or an id one or two columns off: that line is wrong, not the next.
  Slip(17, "   att.pupils:", "indent 17:4"), Slip(17, " att.pupils:", "indent 17:2"),
  Slip(17, "att.pupils:", "indent 17:1"), Slip(18, "     title: Attendance", "indent 18:6"),
  Slip(18, "   title: Attendance", "indent 18:4"),
  Slip(18, "      title: Attendance", "indent 18:7"),
  Slip(19, "     unit: \"%\"", "child-of-text 19:6"), Slip(19, "   unit: \"%\"", "indent 19:4"),
  Slip(19, "  unit: \"%\"", "indent 19:3"), Slip(20, "   target: at least 95%", "indent 20:4"),
  Slip(12, "             action: Review services", "child-of-text 12:14"),
  Slip(12, "           action: Review services", "indent 12:12"),
  Slip(13, "               due: 2016-11-30", "child-of-text 13:16"),
  Slip(14, "           - id: compare", "indent 14:12"),
  Slip(14, "         - id: compare", "indent 14:10"),
  Slip(14, "             - id: compare", "indent 14:14"),
  Slip(7, "     years:", "child-of-text 7:6"), Slip(7, "   years:", "indent 7:4"),
  Slip(23, " risks:", "indent 23:2"), Slip(4, "gov.staffing:", "indent 4:1"),
  // Tabs, however wide they are shown.
  Slip(18, "\t  title: Attendance", "tab 18:1", isCorrected: false),
  Slip(18, "\ttitle: Attendance", "tab 18:1"),
  Slip(12, "\t      action: Review services", "tab 12:1"),
  Slip(17, "\tatt.pupils:", "tab 17:1", isCorrected: false),
  Slip(14, "\t\t\t- id: compare", "tab 14:1", isCorrected: false),
  Slip(2, "vision:\tEvery child does well", "tab 2:8"),
  // A text after a name with lines below it.
  Slip(17, "  att.pupils: Pupils", "child-of-text 18:5", isCorrected: false),
  Slip(3, "kpis: Our measures", "child-of-text 4:3", isCorrected: false),
  Slip(10, "        actions: see below", "cont-dash 11:11", isCorrected: false),
  // Lines without a colon.
  Slip(17, "  att.pupils", "no-colon 17:3"), Slip(8, "      2016/17", "no-colon 8:7"),
  Slip(18, "    title = Attendance", "no-colon 18:5"),
  Slip(11, "          -id: review", "dash-text 11:11"),
  Slip(14, "          •id: compare", "bullet 14:11"),
  Slip(14, "            id: compare", "duplicate 14:13"),
]

/// A line that somebody put in, after one of the plan's.
private let additions: [(after: Int, text: String, problem: String)] = [
  (9, "and lost at two", "no-colon 10:1"), (2, "And every adult, too", "no-colon 3:1"),
  (13, "   but only if it is funded", "no-colon 14:4"), (16, "=====", "no-colon 17:1"),
  (3, "*****", "no-colon 4:1"), (22, "---", "multi-doc 23:1"),
]

@Suite struct RecoveryTests {
  @Test(arguments: slips)
  func `one line that is wrong is one problem, and the rest is read as it was meant`(
    slip: Slip
  ) {
    let parsed = parse(slip.whole)
    #expect(parsed.places == [slip.problem])
    #expect(readsAlike(parse(plan).tree, parsed.tree))
    if slip.isCorrected {
      #expect(String(decoding: parsed.corrected().bytes, as: UTF8.self) == plan)
    }
  }

  @Test(arguments: additions.indices)
  func `one line too many is one problem`(index: Int) {
    let (after, text, problem) = additions[index]
    var lines = plan.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines.insert(text, at: after)
    let parsed = parse(lines.joined(separator: "\n"))
    #expect(parsed.places == [problem])
    #expect(readsAlike(parse(plan).tree, parsed.tree))
    #expect(parsed.corrected().places == [])
  }

  @Test func `a paragraph goes on with the text above it, as deep as that is`() {
    let parsed = parse("a:\n  b:\n    c: one\nand two\n    d: x\n")
    #expect(parsed.places == ["no-colon 4:1"])
    let fixed = String(decoding: parsed.corrected().bytes, as: UTF8.self)
    #expect(fixed == "a:\n  b:\n    c: one\n      and two\n    d: x\n")
  }

  @Test(arguments: [
    ("- Call home: every day: by 9\n", "colon-text 1:23", "Call home: every day: by 9"),
    ("- Call home\n- Write: a: b\n", "colon-text 2:11", "Write: a: b"),
  ])
  func `an item that is a sentence with colons is one text`(
    text: String,
    problem: String,
    item: String
  ) {
    let parsed = parse(text)
    #expect(parsed.places == [problem])
    #expect(parsed.tree.root?.asList?.items.map { $0.asScalar?.text ?? "" }.last == item)
  }

  @Test func `items with names keep them`() {
    let parsed = parse("- text: Call: home\n  source: x\n- text: a: b\n")
    #expect(parsed.places == ["colon-text 1:13", "colon-text 3:10"])
    let items = parsed.tree.root?.asList?.items.map { $0.kind }
    #expect(items == [.mapping, .mapping])
  }

  @Test func `items in brackets are put in quotes one by one`() {
    let parsed = parse("a: [CFO: x, @jane, Head]\n")
    #expect(parsed.places == ["flow-pair 1:8", "reserved 1:13"])
    let fixed = String(decoding: parsed.corrected().bytes, as: UTF8.self)
    #expect(fixed == "a: [\"CFO: x\", \"@jane\", Head]\n")
  }

  @Test func `a text over lines is put in quotes as a whole`() {
    let parsed = parse("a: Reading: all\n  of it\n\n  too\nb: x\n")
    #expect(parsed.text("a") == "Reading: all of it\ntoo")
    let fixed = String(decoding: parsed.corrected().bytes, as: UTF8.self)
    #expect(fixed == "a: \"Reading: all\n  of it\n\n  too\"\nb: x\n")
    #expect(parse(fixed).text("a") == "Reading: all of it\ntoo")
  }

  @Test(arguments: [
    ("a: \"b\" and \"c\"\n", "a: '\"b\" and \"c\"'\n"),
    ("a: 'b' and 'c'\n", "a: \"'b' and 'c'\"\n"), ("a: 'Don't stop'\n", "a: \"Don't stop\"\n"),
    ("a: \"Say \"yes\" to it\"\n", "a: 'Say \"yes\" to it'\n"),
  ])
  func `quotes are kept unless they were meant for the whole text`(before: String, after: String) {
    #expect(String(decoding: parse(before).corrected().bytes, as: UTF8.self) == after)
  }

  @Test(arguments: [0, 1])
  func `a file that is not text has one problem`(kind: Int) {
    var bytes: [UInt8] = [0x50, 0x4B, 3, 4, 0x14, 0, 6, 0]
    if kind == 1 { bytes = (0..<400).map { UInt8($0 % 7 == 0 ? 0 : 0x41 + $0 % 20) } }
    let parsed = parse(bytes)
    #expect(parsed.places == ["not-text 1:1"])
    #expect(!parsed.isReadable)
  }

  @Test func `a file of an old Mac has one problem`() {
    let parsed = parse("a: b\rc: d\r")
    #expect(parsed.places == ["lone-cr 1:5"])
    #expect(String(decoding: parsed.corrected().bytes, as: UTF8.self) == "a: b\nc: d\n")
  }

  @Test(arguments: [true, false])
  func `UTF-32 is told and converted`(isLittle: Bool) {
    let bytes = "\u{FEFF}a: é\n".unicodeScalars.flatMap { scalar -> [UInt8] in
      let value = scalar.value
      let all: [UInt8] = [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: value >> UInt32($0)) }
      return isLittle ? all : all.reversed()
    }
    let parsed = parse(bytes)
    #expect(parsed.places == ["utf16 1:1"])
    #expect(parsed.diagnostics.first?.message.contains("UTF-32") == true)
    #expect(String(decoding: parsed.corrected().bytes, as: UTF8.self) == "a: é\n")
  }

  @Test func `thousands of lines that do not fit are read in the simple way`() {
    let text = (0..<6000).map { "a\($0):\n    b: c\n   d: e\n" }.joined()
    let parsed = parsePlanText(
      SourceFile(name: "p", bytes: Array(text.utf8)),
      id: FileID(0),
      maximum: .max
    )
    #expect(parsed.diagnostics.count == 6000)
  }
}
