import Testing

@testable import rlt

/// Commands on work, history and changes, drawn at two widths.
private let pages: [(name: String, words: String)] = [
  ("action-list", "action list"),
  ("action-list-overdue", "action list --overdue"),
  ("milestone-list", "milestone list"),
  ("risk-list", "risk list"),
  ("kpi-history", "kpi history money.staff"),
  ("plan-diff", "plan diff first second"),
  ("kpi-gaps", "kpi status --gaps"),
]

/// The same and their like, at the usual width.
private let screens: [(name: String, words: String)] = [
  ("action-list-cfo", "action list --overdue --owner finance"),
  ("action-list-unowned", "action list --unowned"),
  ("action-list-undated", "action list --undated"),
  ("action-list-year", "action list --year 2017/18"),
  ("action-list-status", "action list --status done,not-said"),
  ("action-list-kpi", "action list --kpi money.staff"),
  ("action-list-old-plan", "action list --plan first"),
  ("action-list-ended", "action list --overdue --as-of 2019-01-01"),
  ("action-list-json", "action list --format json"),
  ("action-list-unknown-status", "action list --status opne"),
  ("action-list-unknown-year", "action list --year 2016"),
  ("action-list-unknown-level", "action list --fail-on red"),
  ("milestone-list-owner", "milestone list --owner finance"),
  ("milestone-list-json", "milestone list --format json"),
  ("risk-list-unmitigated", "risk list --unmitigated"),
  ("risk-list-kpi", "risk list --kpi money.staff"),
  ("risk-list-json", "risk list --format json"),
  ("kpi-history-parts", "kpi history learn.score"),
  ("kpi-history-school", "kpi history money.staff --school beech"),
  ("kpi-history-known", "kpi history money.staff --known-at 2016-10-01"),
  ("kpi-history-scale", "kpi history lead.grade"),
  ("kpi-history-evidence", "kpi history money.survey"),
  ("kpi-history-words", "kpi history learn.many"),
  ("kpi-history-none", "kpi history money.trips"),
  ("kpi-history-unknown", "kpi history money.stuff"),
  ("kpi-history-json", "kpi history money.staff --format json"),
  ("plan-diff-json", "plan diff first second --format json"),
  ("plan-diff-same", "plan diff first first"),
  ("plan-diff-unknown", "plan diff first third"),
  ("plan-diff-missing", "plan diff first"),
  ("kpi-gaps-priority", "kpi status --gaps --priority reading"),
  ("kpi-gaps-json", "kpi status --gaps --format json"),
  ("action-list-csv", "action list --format csv"),
  ("action-list-markdown", "action list --format markdown --status open,waiting"),
  ("milestone-list-csv", "milestone list --format csv"),
  ("risk-list-csv", "risk list --format csv"),
  ("kpi-history-csv", "kpi history money.staff --format csv"),
  ("kpi-list-csv", "kpi list --format csv"),
  ("kpi-status-csv", "kpi status --format csv --priority money"),
  ("kpi-status-markdown", "kpi status --format markdown --priority money"),
  ("kpi-gaps-csv", "kpi status --gaps --format csv"),
  ("plan-list-no-csv", "plan list --format csv"),
  ("kpi-status-unknown-plan", "kpi status --plan third"),
  ("action-list-unknown-owner", "action list --owner nobody-here"),
]

/// Words, and the exit status they lead to.
private let endings: [(words: String, status: Int32)] = [
  ("action list --fail-on overdue", 1), ("action list --status done --fail-on overdue", 0),
  ("action list --owner nobody-here", 2), ("action list --plan third", 2),
  ("action list --as-of tomorrow", 2), ("milestone list --data /nowhere", 3),
  ("risk list --output /nowhere/x", 4), ("risk lst", 2),
]

private func run(_ words: String, width: Int = 100) -> ProgramRun {
  ProgramRun(
    words.split(separator: " ").map(String.init),
    in: "work",
    terminal: Terminal(width: width)
  )
}

@Suite struct WorkCommandTests {
  @Test(arguments: pages, [80, 120])
  func `a page at two widths`(page: (name: String, words: String), width: Int) {
    let found = run(page.words, width: width)
    expectScreen(found.transcript, "work/\(page.name)-\(width).txt")
    #expect(found.output.split(separator: "\n").allSatisfy { $0.count <= width })
  }

  @Test(arguments: screens)
  func `what a command on work answers`(screen: (name: String, words: String)) {
    expectScreen(run(screen.words).transcript, "work/\(screen.name).txt")
  }

  @Test(arguments: endings)
  func `how a command on work ends`(words: String, status: Int32) {
    #expect(run(words).status.rawValue == status)
  }

  @Test(arguments: ["kpi history", "plan diff"])
  func `help of the commands on the past and on changes`(words: String) {
    let run = ProgramRun(words.split(separator: " ").map(String.init) + ["--help"])
    expectScreen(run.transcript, "help-\(words.replacing(" ", with: "-")).txt")
  }

  @Test(arguments: ["action", "milestone", "risk"])
  func `help begins with examples`(group: String) {
    expectScreen(ProgramRun([group, "--help"]).transcript, "help-\(group).txt")
    let run = ProgramRun([group, "list", "--help"])
    expectScreen(run.transcript, "help-\(group)-list.txt")
    let examples = run.output.firstRange(of: "EXAMPLES:")
    let usage = run.output.firstRange(of: "USAGE:")
    #expect(examples != nil && usage != nil)
    if let examples, let usage { #expect(examples.lowerBound < usage.lowerBound) }
  }
}
