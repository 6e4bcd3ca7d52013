import TestSupport
import Testing

@testable import rlt

/// Reports on the made-up trusts, each in every form.
private let screens: [(name: String, words: String, folder: String)] = [
  ("summary", "report summary", "work"),
  ("summary-json", "report summary --format json", "work"),
  ("summary-csv", "report summary --format csv", "work"),
  ("matrix-csv", "report matrix --format csv", "work"),
  ("summary-since", "report summary --since 2015-09-01", "work"),
  ("summary-since-later", "report summary --since 2017-03-31", "work"),
  ("summary-since-end", "report summary --since 2019-01-01 --as-of 2020-01-01", ""),
  ("summary-school", "report summary --school alder", ""),
  ("summary-ended", "report summary --as-of 2020-01-01", ""),
  ("summary-red", "report summary --status red", ""),
  ("summary-nothing", "report summary --plan first --status red", ""),
  ("summary-broken", "report summary", "broken"),
  ("summary-unknown-level", "report summary --fail-on late", ""),
  ("summary-unknown-format", "report summary --format pdf", ""),
  ("summary-unknown-school", "report summary --school oak", ""),
  ("matrix", "report matrix", ""),
  ("matrix-parts", "report matrix", "work"),
  ("matrix-json", "report matrix --format json", "work"),
  ("matrix-red", "report matrix --status red", ""),
  ("matrix-school", "report matrix --school alder", ""),
  ("school", "report school --school alder", ""),
  ("school-parts", "report school --school alder", "work"),
  ("school-absent", "report school --school langham --as-of 2017-03-31", "../../.."),
  ("summary-two", "report summary --school alder --school beech", "work"),
  ("summary-early", "report summary --as-of 2012-01-01", ""),
  ("school-two", "report school --school beech --school alder --priority reading", "work"),
  ("school-ended", "report school --school alder --as-of 2020-01-01 --status red,stale", ""),
  ("school-json", "report school --school alder --format json --priority reading", "work"),
  ("school-csv", "report school --school alder --format csv", "work"),
  ("school-which", "report school", ""),
  ("school-none", "report school --school alder --plan first --status red", ""),
  ("unknown-report", "report sumary", ""),
  ("audience-internal", "report matrix --as-of 2017-03-31", "small"),
  ("audience-public", "report school --school beech --as-of 2017-03-31 --audience public", "small"),
  ("audience-board", "report matrix --as-of 2017-03-31 --audience board", "small"),
  ("audience-board-csv", "report matrix --as-of 2017-03-31 --audience board --format csv", "small"),
  (
    "audience-school-json",
    "report school --school beech --as-of 2017-03-31 --audience school --format json", "small"
  ),
  ("audience-diff", "diff 2016-03-31 2017-03-31 --audience public", "small"),
  ("audience-which", "report matrix --audience school", "small"),
  ("audience-unknown", "report summary --audience parents", "small"),
]

/// Words, and the exit status they lead to.
private let endings: [(words: String, status: Int32)] = [
  ("report summary", 0), ("report summary --fail-on red", 1),
  ("report summary --fail-on overdue", 1), ("report summary --fail-on stale --quiet", 0),
  ("report matrix --fail-on overdue", 1), ("report matrix --fail-on stale", 0),
  ("report school --school alder --fail-on red", 1), ("report school", 2),
  ("report school --school alder --since 2030-01-01", 2),
  ("report summary --school nobody", 2), ("report summary --data /nowhere", 3),
  ("report summary --output /nowhere/x.json", 4), ("report", 0), ("report pdf", 2),
]

private func words(_ line: String) -> [String] { line.split(separator: " ").map(String.init) }

@Suite struct ReportCommandTests {
  @Test(arguments: screens)
  func `what a report answers`(screen: (name: String, words: String, folder: String)) {
    let run = ProgramRun(words(screen.words), in: screen.folder, terminal: Terminal(width: 80))
    expectScreen(run.transcript, "report/\(screen.name).txt")
    #expect(run == ProgramRun(words(screen.words), in: screen.folder))
  }

  @Test(arguments: endings)
  func `how a report ends`(line: String, status: Int32) {
    #expect(ProgramRun(words(line), in: "work").status.rawValue == status)
  }

  @Test(arguments: ["", "summary", "matrix", "school"])
  func `help of a report`(name: String) {
    let run = ProgramRun(words("report \(name) --help"))
    expectScreen(run.transcript, "help-report\(name.isEmpty ? "" : "-" + name).txt")
  }

  @Test(arguments: ["summary", "matrix", "school --school nicholas"], [40, 60, 100])
  func `a report on the plans that ship with the project at any width`(name: String, width: Int) {
    let line = "report \(name) --trust rutland --as-of 2019-09-30 --plan strategy-2018-2022"
    let name = name.split(separator: " ")[0]
    let run = ProgramRun(words(line), in: "../../..", terminal: Terminal(width: width))
    expectScreen("$ rlt \(line)\n" + run.transcript, "report/data-\(name)-\(width).txt")
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= width })
  }

  @Test(
    arguments: ["summary", "matrix", "school --school beech"],
    [(form: "html", ending: "html"), ("markdown", "md")]
  )
  func `a report as a page is the same on every run`(
    name: String,
    form: (form: String, ending: String)
  ) {
    let line = "report \(name) --format \(form.form)"
    let run = ProgramRun(words(line), in: "work")
    let name = name.split(separator: " ")[0]
    expectScreen(withoutStyle(run.output), "report/\(name).\(form.ending)")
    #expect(run == ProgramRun(words(line), in: "work", terminal: Terminal(width: 40)))
    #expect(run.status == .success)
  }

  @Test(arguments: ["2016-08-31", "2017-03-31", "2026-11-21"])
  func `the summary of a trust is one screen`(day: String) {
    let line = "report summary --trust rutland --as-of \(day)"
    let run = ProgramRun(words(line), in: "../../..", terminal: Terminal(width: 80))
    #expect(run.output.split(separator: "\n", omittingEmptySubsequences: false).count <= 39)
  }

  @Test(arguments: ["a.pdf", "a.PDF", "a.xlsx", "pack.docx"])
  func `a file whose name says a form that no report has is refused`(name: String) {
    for command in ["report summary", "report board", "diff 2017-01-01", "report weekly"] {
      let run = ProgramRun(words("\(command) --output /nowhere/\(name)"), in: "work")
      #expect(run.status == .usage && run.errors.contains("nothing was written"))
    }
    let run = ProgramRun(
      words("report summary --format text --output /nowhere/\(name)"),
      in: "work"
    )
    #expect(run.status == .sideEffect)
  }

  @Test(arguments: ["summary", "matrix", "board", "weekly", "school --school alder"])
  func `a report says that mistakes in the files keep something out`(name: String) {
    let run = ProgramRun(words("report \(name)"), in: "broken")
    #expect(run.status == .unreadable)
    let line = run.output.split(separator: "\n").first { $0.contains("in the files: what ") }
    #expect(line?.contains("in is not counted here.") == true, "\(run.output)")
    let sound = ProgramRun(words("report \(name)"), in: "work")
    #expect(!sound.output.contains("in the files: what "))
  }

  @Test func `a site is for no school alone`() {
    let line = "report dashboard --audience school --output /nowhere/site"
    let run = ProgramRun(words(line), in: "work")
    #expect(run.status == .usage)
    #expect(run.errors.contains("rlt report school --school") && !run.errors.contains("needs"))
  }

  @Test func `what was never read is counted alike in every report on the plans that ship`() {
    let days = "--trust rutland --as-of 2017-03-31"
    func run(_ line: String) -> String {
      ProgramRun(words("\(line) \(days)"), in: "../../..", terminal: Terminal(width: 80)).output
    }
    let summary = run("report summary")
    let line = summary.split(separator: "\n").first { $0.contains("have never been read") }
    let count = line?.split(separator: " ").prefix(3).joined(separator: " ") ?? "none"
    #expect(run("report board").contains("\(count) KPIs have never been read"))
    let gaps = run("kpi status --gaps").split(separator: "\n")
    #expect(gaps.contains { $0.contains("KPIs that have never been read") && $0.hasSuffix(count) })
  }

  @Test func `a report on several trusts is one page with a part for each`() {
    let run = ProgramRun(words("report summary --format html --today 2019-03-31"), in: "../../..")
    expectScreen(withoutStyle(run.output), "report/data-summary.html")
    #expect(run.output.split(separator: "<h1").count == 2)
  }

  @Test(arguments: [
    ("now.json", ReportFormat.json), ("now.csv", .csv), ("now.html", .html), ("a.md", .markdown),
    ("now.TXT", .text),
    ("now", .text),
  ])
  func `the name of a file says the form`(name: String, form: ReportFormat) {
    var report = ReportChoice()
    report.output.output = "folder.d/\(name)"
    #expect(report.form == form)
    report.format = .json
    #expect(report.form == .json)
  }
}
