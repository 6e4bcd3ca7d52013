import ArgumentParser
import PlanFiles
import PlanReports

/// How the plan stands, on one screen.
struct ReportSummaryCommand: HostCommand {
  static let configuration = CommandConfiguration(
    commandName: "summary",
    abstract: "One screen: how many are red, which, what moved, what is overdue and not known.",
    usage: "rlt report summary [<options>]",
    discussion: """
      EXAMPLES:
        rlt report summary
        rlt report summary --school Ketton
        rlt report summary --trust rutland --as-of 2016-08-31
        rlt report summary --since 2016-09-01
        rlt report summary --output summary.json
        rlt report summary --fail-on red --quiet     ends with 1 if anything is red
      """
  )

  @Option(
    help: ArgumentHelp(
      "What moved since a day; without it, since a year before the day looked at.",
      valueName: "day"
    )
  )
  var since: String?

  @OptionGroup var report: ReportOptions

  var request: ReportSummaryRequest {
    ReportSummaryRequest(since: since, report: report.choice)
  }
}

/// How the plan stands, as asked for.
struct ReportSummaryRequest: Request {
  var since: String?
  var report: ReportChoice

  func run(on host: Host) throws -> ExitStatus {
    let levels = try FailingLevels(report.failOn)
    let session = try Session(report, on: host, load: .reports)
    let compared = try session.comparedSubjects(report, since: since)
    let summaries = try compared.map { subject, moves in
      let filter = try WorkFilter(report.kpis, in: subject.plan, of: subject.trust)
      var summary = PlanSummary(subject, moves, includes: filter.includes)
      summary.options = report.typedOptions
      summary.dayOptions = report.days.typedOptions
      return summary
    }
    let answer = ReportAnswer(
      name: "Summary",
      explainsMarks: false,
      parts: { summaries.map { summaryReport($0, isScreen: report.form == .text) } },
      rows: { summaryRows(summaries) },
      json: { summaryJSON(summaries) }
    )
    try session.answer(answer, in: report.form)
    return session.ended(try levels.status(of: compared.map(\.subject), report.kpis))
  }
}

extension ReportSummaryRequest {
  init(_ words: inout OptionReader) {
    since = words.option("--since")
    report = ReportChoice(&words)
  }
}

extension ReportChoice {
  /// The options that pick the plan and its KPIs, as typed, for another command to look at the same.
  fileprivate var typedOptions: String {
    typed([
      ("--plan", workspace.plan), ("--strategy", kpis.strategy), ("--priority", kpis.priority),
      ("--kpi", kpis.kpi), ("--owner", kpis.owner),
    ])
  }
}

extension DayChoice {
  /// The options that pick the day, as typed.
  fileprivate var typedOptions: String { typed([("--as-of", asOf), ("--today", today)]) }
}

/// Options that were given, as they are typed.
private func typed(_ options: [(name: String, value: String?)]) -> String {
  options.map { name, value in value.map { " \(name) \(shellWord($0))" } ?? "" }.joined()
}
