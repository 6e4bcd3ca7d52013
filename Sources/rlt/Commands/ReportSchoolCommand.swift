import ArgumentParser
import PlanFiles
import PlanModel
import PlanReports

/// One school's page.
struct ReportSchoolCommand: HostCommand {
  static let configuration = CommandConfiguration(
    commandName: "school",
    abstract: "One school's page: every KPI with its trend, open actions, gaps, inspections.",
    usage: "rlt report school --school <name> [<options>]",
    discussion: """
      EXAMPLES:
        rlt report school --school Ketton
        rlt report school --school Ketton --output ketton.html
        rlt report school --school ketton --school whissendine    one page after another
        rlt report school --school Ketton --since 2015-09-01 --format json
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

  var request: ReportSchoolRequest { ReportSchoolRequest(since: since, report: report.choice) }
}

/// One school's page, as asked for.
struct ReportSchoolRequest: Request {
  var since: String?
  var report: ReportChoice

  func run(on host: Host) throws -> ExitStatus {
    let levels = try FailingLevels(report.failOn)
    let session = try Session(report, on: host, load: .reports)
    var report = report
    if report.schools.isEmpty { report.schools = [try session.onlySchool()] }
    let pages = try session.comparedSubjects(report, since: since, isPerSchool: true)
      .compactMap { subject, moves -> SchoolPage? in
        guard let school = subject.school else { return nil }
        let filter = try WorkFilter(report.kpis, in: subject.plan, of: subject.trust)
        return SchoolPage(subject, school, moves, includes: filter.includes)
      }
    let subjects = pages.map(\.subject)
    let answer = ReportAnswer(
      name: pages.count == 1 ? "School" : "Schools",
      parts: { pages.map(schoolReport) },
      rows: { verdictRows(subjects) },
      json: { schoolJSON(pages) }
    )
    try session.answer(answer, in: report.form)
    return session.ended(try levels.status(of: subjects, report.kpis))
  }
}

extension ReportSchoolRequest {
  init(_ words: inout OptionReader) {
    since = words.option("--since")
    report = ReportChoice(&words)
  }
}

extension Session {
  /// The id of the only school there is.
  ///
  /// - Throws: Where there are several, that one must be named, with their names.
  fileprivate func onlySchool() throws -> String {
    let all = trusts.flatMap(\.trust.schools)
    if let only = all.first, all.count == 1 { return only.id }
    let names = all.map(\.name)
    let shown = names.prefix(20).joined(separator: ", ")
    let rest = names.count > 20 ? " and \(names.count - 20) more" : ""
    throw Failure(
      .usage,
      all.isEmpty
        ? "there is no school here"
        : "which school? name it with --school, as in --school \(shellWord(names[0]))"
          + "\n  schools: \(shown)\(rest)"
    )
  }
}

/// A name as a shell takes it for one word.
func shellWord(_ name: String) -> String {
  let isPlain =
    !name.isEmpty
    && name.utf8.allSatisfy { byte in
      (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || [0x2D, 0x2E, 0x5F].contains(byte)
    }
  if isPlain { return name }
  let special: [UInt8] = [0x22, 0x24, 0x5C, 0x60, 0x21]
  guard name.utf8.contains(where: special.contains) else { return "\"\(name)\"" }
  return "'"
    + name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
}
