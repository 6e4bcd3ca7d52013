import Testing

@testable import rlt

/// What the documentation promises that a person can ask of the plans that ship with the project.
private let lines = [
  "kpi status --trust learning-together --as-of 2019-09-30",
  "kpi explain kpi.7 --trust learning-together",
  "kpi status --plan strategy-2018-2022 --as-of 2019-09-30",
  "plan show --trust owls --strategy S3",
  "action list --overdue --owner CFO",
  "action list --unowned",
  "action list --undated",
  "action list --year 2016/17",
  "milestone list --as-of 2020-03-01",
  "risk list",
  "kpi history fam.attendance",
  "kpi history pp.attendance",
  "plan diff transformation-2016-2020 strategy-2018-2022",
  "kpi status --gaps --trust rutland",
  "kpi status --gaps --trust learning-together",
  "diff 2015-08-31 2016-08-31 --trust rutland --priority governance",
  "diff 2016-06-30 2017-02-28 --trust rutland",
  "report weekly --trust rutland --as-of 2016-12-05",
]

/// Runs the program where the project's own data lies.
private func run(_ line: String, width: Int = 100) -> ProgramRun {
  ProgramRun(
    line.split(separator: " ").map(String.init),
    in: "../../..",
    terminal: Terminal(width: width)
  )
}

@Suite struct SeedTranscriptTests {
  @Test(arguments: lines)
  func `what the plans that ship with the project answer`(line: String) {
    let name = line.map { $0.isLetter || $0.isNumber || $0 == "." ? String($0) : "-" }.joined()
    let found = run(line)
    expectScreen("$ rlt \(line)\n" + found.transcript, "data/\(name).txt")
    #expect(found.status == .success)
  }

  /// The table of KPIs that two plans of one trust promise differently.
  @Test(arguments: [
    ("gov.ofsted-lm", "Outstanding", "at least Good"),
    ("church.siams", "Outstanding", "at least Good"),
    ("fam.survey.leadership", "(at least) 90%", "over 85%"),
    ("fam.survey.behaviour", "(at least) 90%", "over 85%"),
    ("fam.survey.teaching", "(at least) 90%", "over 85%"),
    ("growth.size", "between 10 and 12 or kpi growth.pupils", "between 10 and 15 schools or"),
    ("growth.pupils", "above 1,200", "(at least) 2,000"),
    ("stretch.greater-depth", "well above national", "above national"),
    ("pp.progress-same-start", "closing the gap", "close to other pupils who started level or"),
  ])
  func `a target that changed between the plans of Rutland`(kpi: String, old: String, new: String) {
    let words = "plan diff transformation-2016-2020 strategy-2018-2022 --format json"
    let row = run(words).output.split(separator: "\n").first {
      $0.contains("\"kpi\": \"\(kpi)\"") && $0.contains("\"what\": \"target\"")
    }
    #expect(row?.contains(old) == true && row?.contains(new) == true, "\(row ?? "")")
  }

  /// Two shares of one income tell the third, which nobody read.
  @Test(arguments: [
    ("Ketton", "20.3%, which would meet"), ("St Nicholas", "24%, which would miss"),
    ("Whissendine", "26%, which would miss"),
  ])
  func `the share that the others leave`(school: String, words: String) {
    let text = run("kpi status --gaps --trust rutland --format json").output
    #expect(
      text.split(separator: "\n").contains {
        $0.contains("\(school), 2015/16") && $0.contains(words)
      }
    )
  }
}
