import ArgumentParser
import PlanFiles
import PlanReports

/// Schools against KPIs.
struct ReportMatrixCommand: HostCommand {
  static let configuration = CommandConfiguration(
    commandName: "matrix",
    abstract: "Schools against KPIs: a letter and a colour in each cell, by strategy.",
    usage: "rlt report matrix [<options>]",
    discussion: """
      EXAMPLES:
        rlt report matrix
        rlt report matrix --strategy "transforming learning" --color always
        rlt report matrix --status red,amber
        rlt report matrix --format json
      """
  )

  @OptionGroup var report: ReportOptions

  var request: ReportMatrixRequest { ReportMatrixRequest(report: report.choice) }
}

/// Schools against KPIs, as asked for.
struct ReportMatrixRequest: Request {
  var report: ReportChoice

  func run(on host: Host) throws -> ExitStatus {
    let levels = try FailingLevels(report.failOn)
    let session = try Session(report, on: host, load: .reports)
    let subjects = try session.subjects(report)
    let answer = ReportAnswer(
      name: "Schools and KPIs",
      parts: { subjects.map(matrixReport) },
      rows: { verdictRows(subjects) },
      json: { matrixJSON(subjects) }
    )
    try session.answer(answer, in: report.form)
    return session.ended(try levels.status(of: subjects, report.kpis))
  }
}

extension ReportMatrixRequest {
  init(_ words: inout OptionReader) { report = ReportChoice(&words) }
}
