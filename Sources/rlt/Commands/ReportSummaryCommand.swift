import ArgumentParser
import PlanFiles
import PlanReports

/// How the plan stands, on one screen.
struct ReportSummaryCommand: HostCommand {
  static let configuration = CommandConfiguration(
    commandName: "summary",
    abstract: "One screen: how many are red, which, what is overdue, and what nobody knows.",
    usage: "rlt report summary [<options>]",
    discussion: """
      EXAMPLES:
        rlt report summary
        rlt report summary --school Ketton
        rlt report summary --trust rutland --as-of 2016-08-31
        rlt report summary --output summary.json
        rlt report summary --fail-on red --quiet     ends with 1 if anything is red
      """
  )

  @OptionGroup var report: ReportOptions

  var request: ReportSummaryRequest { ReportSummaryRequest(report: report.choice) }
}

/// How the plan stands, as asked for.
struct ReportSummaryRequest: Request {
  var report: ReportChoice

  func run(on host: Host) throws -> ExitStatus {
    let levels = try FailingLevels(report.failOn)
    let session = try Session(report, on: host, load: .reports)
    let subjects = try session.subjects(report)
    let summaries = try subjects.map { subject in
      let filter = try WorkFilter(report.kpis, in: subject.plan, of: subject.trust)
      return PlanSummary(subject, includes: filter.includes)
    }
    let answer = ReportAnswer(
      name: "Summary",
      explainsMarks: false,
      parts: { summaries.map(summaryReport) },
      rows: { summaryRows(summaries) },
      json: { summaryJSON(summaries) }
    )
    try session.answer(answer, in: report.form)
    return session.ended(try levels.status(of: subjects, report.kpis))
  }
}

extension ReportSummaryRequest {
  init(_ words: inout OptionReader) { report = ReportChoice(&words) }
}
