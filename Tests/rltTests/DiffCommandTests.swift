import Testing

@testable import rlt

/// What changed between two days, on the made-up trust.
private let screens: [(name: String, words: String)] = [
  ("days", "diff 2016-09-01 2017-03-31"),
  ("days-school", "diff 2016-09-01 2017-03-31 --school beech"),
  ("days-owner", "diff 2016-09-01 2017-03-31 --owner finance"),
  ("days-kpi", "diff 2016-10-01 2016-12-31 --kpi money.staff"),
  ("days-today", "diff 2017-01-01"),
  ("days-status", "diff 2016-09-01 2017-03-31 --status red"),
  ("days-known", "diff 2016-09-01 2017-03-31 --known-at 2016-10-01 --kpi money.staff"),
  ("days-json", "diff 2016-10-01 2016-12-31 --kpi money.staff --format json"),
  ("days-csv", "diff 2016-09-01 2017-03-31 --format csv"),
  ("days-same", "diff 2017-01-01 2017-01-01"),
  ("days-backwards", "diff 2017-03-31 2016-09-01"),
  ("days-none", "diff"),
  ("days-three", "diff 2016-01-01 2016-02-01 2016-03-01"),
  ("days-as-of", "diff 2016-01-01 2016-02-01 --as-of 2016-03-01"),
]

/// Words, and the exit status they lead to.
private let endings: [(words: String, status: Int32)] = [
  ("diff 2015-08-01 2016-11-30 --fail-on amber", 1),
  ("diff 2015-08-01 2016-11-30 --fail-on red --kpi learn.score", 1),
  ("diff 2015-08-01 2016-11-30 --fail-on red --kpi money.staff", 0),
  ("diff 2016-09-16 2016-11-30 --fail-on red", 0),
  ("diff 2016-11-01 2016-12-31 --fail-on overdue", 1),
  ("diff 2017-05-01 2017-06-30 --fail-on overdue", 0),
  ("diff 2017-06-01 2017-06-30 --fail-on overdue", 0),
  ("diff 2016-09-01 2016-13-01", 2), ("diff 2016-09-01 2016-11-30 --school nobody", 2),
  ("diff 2016-09-01 2016-11-30 --fail-on pink", 2),
  ("diff 2016-09-01 2016-11-30 --data /nowhere", 3),
]

@Suite struct DiffCommandTests {
  @Test(arguments: screens)
  func `what changed between two days`(name: String, words: String) {
    let run = ProgramRun(words.split(separator: " ").map(String.init), in: "work")
    expectScreen(run.transcript, "diff/\(name).txt")
  }

  @Test(arguments: endings)
  func `the exit status is kept`(words: String, status: Int32) {
    let run = ProgramRun(words.split(separator: " ").map(String.init), in: "work")
    #expect(run.status.rawValue == status, "\(run.transcript)")
  }
}
