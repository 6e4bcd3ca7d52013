import ArgumentParser
import PlanFiles
import PlanModel
import PlanReports

/// This week's story.
struct ReportWeeklyCommand: HostCommand {
  static let configuration = CommandConfiguration(
    commandName: "weekly",
    abstract: "This week: what moved, what is owed, and what is not known any more.",
    usage: "rlt report weekly [<options>]",
    discussion: """
      EXAMPLES:
        rlt report weekly
        rlt report weekly --school Ketton
        rlt report weekly --owner CFO --since 2017-03-01
        rlt report weekly --trust rutland --as-of 2016-09-05 --format json
        rlt report weekly --trust rutland --to governors@example.org \
          --from clerk@example.org | /usr/sbin/sendmail -t
                                              as a message, for a list of your own

      `rlt mail weekly` writes to the recipients of trust.yaml, to each one once.
      """
  )

  @Option(
    help: ArgumentHelp(
      "The day from which to tell; seven days before, where none.",
      valueName: "day"
    )
  )
  var since: String?

  @OptionGroup var message: WeeklyMessageOptions
  @OptionGroup var report: ReportOptions

  var request: ReportWeeklyRequest {
    ReportWeeklyRequest(since: since, message: message.choice, report: report.choice)
  }
}

/// This week's story, as asked for.
struct ReportWeeklyRequest: Request {
  var since: String?
  var message: WeeklyMessageChoice
  var report: ReportChoice

  func run(on host: Host) throws -> ExitStatus {
    if try message.isAsked() { return try printMessage(on: host) }
    let levels = try FailingLevels(report.failOn)
    let session = try Session(report, on: host, load: .reports)
    let stories = try session.weeks(report, since: since)
    let answer = ReportAnswer(
      name: "Weekly",
      explainsMarks: false,
      parts: { stories.map(weeklyReport) },
      rows: { weeklyRows(stories) },
      json: { weeklyJSON(stories) }
    )
    try session.answer(answer, in: report.form)
    return session.ended(try levels.status(of: stories.map(\.changes.now), report.kpis))
  }
}

extension ReportWeeklyRequest {
  init(_ words: inout OptionReader) {
    since = words.option("--since")
    message = WeeklyMessageChoice(&words)
    report = ReportChoice(&words)
  }
}

extension Session {
  /// The week of each plan that is meant.
  func weeks(_ report: ReportChoice, since: String?) throws -> [WeeklyStory] {
    let to = try asOf(report.days)
    let from = try day(since, "--since") ?? WeeklyStory.since(to)
    guard from < to else {
      throw Failure(.usage, "--since: \(from) is not before \(to), the day looked at")
    }
    let reader = report.kpis.owner
    return try changes(report, after: from, by: to).map { changes in
      let filter = try WorkFilter(report.kpis, in: changes.now.plan, of: changes.now.trust)
      return WeeklyStory(
        changes,
        reader: filter.ownerName ?? reader,
        includes: filter.includes,
        includesMilestone: filter.includes
      )
    }
  }
}
