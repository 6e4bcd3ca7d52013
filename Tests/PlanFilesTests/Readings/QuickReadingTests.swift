import PlanModel
import SourceText
import TestSupport
import Testing

@testable import PlanFiles

private let trust = """
  trust: tiny
  name: Tiny Trust
  small-cohort: 8
  calendar:
    year-starts: 1 September
  schools:
    ketton: Ketton
    st-nicholas: {name: St Nicholas, aliases: [St Nichs]}
    langham: {name: Langham, joined: 2016-09-01}
    gone: {name: Gone, left: 2016-01-31}
  comparators:
    national: National average
  scales:
    ofsted-grade:
      title: Ofsted grade
      until: 2016-01-31
      levels: [{level: Outstanding, code: 1}, {level: Good, code: 2}, {level: Poor, code: 3}]

  """

private let plan = """
  plan: plan
  title: The plan
  years: 2015/16 to 2018/19
  strategies:
    first:
      title: First
      priorities:
        money:
          title: Money
          kpis:
            staffing:
              title: Staff costs
              unit: "% of income"
              target: below 75%
              strands: {teachers: Teachers, grade: {title: Grade, scale: ofsted-grade}}
            attendance:
              title: Attendance
              unit: "% of pupils"
              target: at least 95%
            pupils:
              title: Pupils
              unit: pupils
              target: at least 100
            grade:
              title: Grade
              scale: ofsted-grade
              target: at least Good
            done:
              title: It is done
              target: yes
          evidence:
            story: A story

  """

/// What may stand in each column: mostly what is right, and each kind of mistake.
private let choices: [String: [String]] = [
  "kpi": [
    "attendance", "attendance", "attendance", "pupils", "pupils", "staffing", "grade", "done",
    "story", "atendance", "", " pupils", "Pupils", "pupils ",
  ],
  "strand": ["", "", "", "teachers", "grade", "others"],
  "scope": [
    "ketton", "ketton", "st-nicholas", "Ketton", "St Nichs", "trust", "every-school", "national",
    "langham", "gone", "keton", "", "ketton ",
  ],
  "period": [
    "2015/16", "2015/16", "2015-16", "2015/16 T2", "July 2016", "2016-07-14", "2016/17", "2016",
    "2015/17", "soon", "31/12/2015", "2014/15",
  ],
  "value": [
    "96%", "96", "96.5%", "0", "-3", "101%", "1,200", "1200", "> 97%", "SUPP", "Good", "2", "5",
    "yes", "", "£77", "96 %", "Goood", "almost all", "90% to 95%", "0.5", "97,2", "1e3",
  ],
  "recorded": [
    "", "", "2016-09-30", "2016-09-30", "2016-08-31", "2015-08-31", "2014-01-01", "2030-01-01",
    "30/09/2016", "2016-02-30", " 2016-09-30", "1960-01-01", "2199-01-01",
  ],
  "basis": ["", "", "accounts", "management accounts", "pupil H801200001001", "born 12/03/2009"],
  "source": ["", "000:237", "the register of 2016-09-30", "H801200001001"],
  "note": [
    "", "", "plain", "a, b", "said \"no\"", "two\nlines", "\"", "born 12 March 2009", ",,",
    "a longer note that names nobody", "é",
  ],
  "cohort": ["", "", "30", "7", "5", "many", "-1", "2.5"],
  "weight": ["", "0.5", "heavy"],
  "colour": ["", "red", "a,b"],
]

/// Files of readings by chance, the same for the same seed.
private struct MadeFile {
  var random: SeededGenerator

  mutating func bytes() -> [UInt8] {
    var columns = ["kpi", "scope", "period", "value"]
    for more in ["strand", "recorded", "basis", "source", "note", "cohort", "weight", "colour"]
    where random.below(3) > 0 {
      columns.append(more)
    }
    if random.below(2) == 0 { columns.shuffle(using: &random) }
    let lineEnd = random.below(3) == 0 ? "\r\n" : "\n"
    // Most rows of a file are good, or there would be nothing to be passed at a glance.
    let harm = random.pick([2, 6, 20])
    var text = random.below(8) == 0 ? "\u{FEFF}" : ""
    text += columns.joined(separator: ",") + lineEnd
    for _ in 0..<(20 + random.below(60)) {
      text += row(columns, harm) + lineEnd
    }
    var bytes = Array(text.utf8)
    guard random.below(6) == 0 else { return bytes }
    var mutator = SeededMutator(seed: random.next(), pieces: ["\"", ",", "\n", "\r\n", "96%"])
    bytes = mutator.mutated(bytes)
    return bytes
  }

  private mutating func row(_ columns: [String], _ harm: Int) -> String {
    if random.below(40) == 0 {
      return String(repeating: ",", count: random.below(columns.count + 2))
    }
    var fields = columns.map { column in
      let all = choices[column] ?? [""]
      let isHarmless = random.below(harm) > 0
      return written(random.pick(isHarmless ? Array(all.prefix(3)) : all))
    }
    if random.below(50) == 0 { fields.append("one more") }
    if random.below(50) == 0 { fields.removeLast() }
    return fields.joined(separator: ",")
  }

  private mutating func written(_ field: String) -> String {
    let mustQuote = field.contains(",") || field.contains("\"") || field.contains("\n")
    guard mustQuote && random.below(12) > 0 || random.below(15) == 0 else { return field }
    return "\"" + field.replacing("\"", with: "\"\"") + "\""
  }
}

/// What is known of the trust, loaded once for each test.
private func record() throws -> TrustRecord {
  var sources = SourceFiles()
  let files = TinyTrust.files(trust: trust, plan: plan)
  let loaded = loadTrust("t", from: files, into: &sources)
  // A scale that has ended is meant to be there.
  #expect(loaded.diagnostics.map(\.id.description) == ["scale-ended"])
  return loaded.record
}

private func check(_ files: [SourceFile], of record: TrustRecord, quickly: Bool) -> ReadingCheck {
  let names = ReadingNames(record.trust, record.plans)
  var check = ReadingCheck(names, knowsAllPlans: true, most: .max, isQuick: quickly)
  check.weighs(record.trust, record.plans, forPupils: true, today: Day("2017-03-31"))
  for (number, file) in files.enumerated() { check.check(file, FileID(number)) }
  return check
}

@Suite struct QuickReadingTests {
  @Test(arguments: 0..<120)
  func `the quick way through rows of readings and the full one say the same`(seed: Int) throws {
    let record = try record()
    var made = MadeFile(random: SeededGenerator(seed: UInt64(seed)))
    // Several files, as what was learnt from one is used for the next.
    let files = ["2015-16.csv", "2016-17.csv", "others.csv"].map { name in
      SourceFile(name: "t/readings/\(name)", bytes: made.bytes())
    }
    let quick = check(files, of: record, quickly: true)
    let full = check(files, of: record, quickly: false)
    #expect(quick.findings == full.findings)
    #expect(quick.omittedCount == full.omittedCount)
    #expect(quick.uncheckedCount == full.uncheckedCount)
  }

  @Test func `most rows are passed at a glance, and mistakes are among those of the test`() throws {
    let record = try record()
    var rules: Set<DiagnosticID> = []
    for seed in 0..<40 {
      var made = MadeFile(random: SeededGenerator(seed: UInt64(seed)))
      let file = SourceFile(name: "t/readings/2015-16.csv", bytes: made.bytes())
      for finding in check([file], of: record, quickly: true).findings { rules.insert(finding.id) }
    }
    let wanted: [PlanRule] = [
      .unknownKPI, .unknownSchool, .unknownStrand, .periodSyntax, .impossibleDate, .valueUnit,
      .valueGrade, .missingValue, .badValue, .pupilData, .smallCohort, .duplicateReading,
      .impossibleValue, .notMember, .wrongYearFile, .scaleEnded, .fieldCount, .unknownColumn,
      .recordedEarly, .futureDate, .strayQuote,
    ]
    #expect(wanted.filter { !rules.contains($0.id) } == [])
  }
}
