import ArgumentParser
import PlanEvaluation
import PlanFiles
import PlanModel
import PlanReports
import SourceText

/// What changed between two days, or two versions of the files.
struct DiffCommand: HostCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "What changed between two days or two git revisions, in the words of the plan.",
    usage: "rlt diff <from> [<to>] [<options>]",
    discussion: """
      EXAMPLES:
        rlt diff 2016-01-01 2016-08-31        what moved, was recorded, fell due, was done
        rlt diff 2016-08-31                   the same up to today
        rlt diff 2016-01-01 2016-08-31 --school Ketton
        rlt diff main~5 main                  what the files say that they did not say before
        rlt diff main                         the files as they are now against main
        rlt diff main --fail-on red           ends with 1 if anything turns red

      Two days compare how things stood on each, by the files as they are now. Two revisions \
      compare two versions of the files, both looked at on the same day.
      """
  )

  @Argument(help: ArgumentHelp("A day as 2016-01-01, or a git revision.", valueName: "from"))
  var from: String

  @Argument(
    help: ArgumentHelp(
      "Another day or revision; without it, today or the files as they are.",
      valueName: "to"
    )
  )
  var to: String?

  @OptionGroup var report: ReportOptions

  var request: DiffRequest {
    DiffRequest(sides: [from] + (to.map { [$0] } ?? []), report: report.choice)
  }
}

/// What changed between two days or two versions of the files, as asked for.
struct DiffRequest: Request {
  /// One or two days or revisions, as typed.
  var sides: [String]
  var report: ReportChoice

  func run(on host: Host) throws -> ExitStatus {
    let levels = try FailingLevels(report.failOn)
    switch sides.count {
    case 0: throw Failure(.usage, "missing a day or a revision to look back to\n" + usage)
    case 3...: throw Failure(.usage, "more than two days or revisions\n" + usage)
    default: break
    }
    let days = sides.map { Day($0) }
    if days.allSatisfy({ $0 != nil }) {
      return try diffDays(days.compactMap(\.self), levels, on: host)
    }
    guard days.allSatisfy({ $0 == nil }) else {
      throw Failure(.usage, "a day and a revision cannot be compared\n" + usage)
    }
    return try diffRevisions(levels, on: host)
  }

  private var usage: String {
    "  usage: rlt diff <from> [<to>], as `rlt diff 2016-01-01 2016-08-31`"
  }
}

extension DiffRequest {
  init(_ words: inout OptionReader) {
    sides = words.arguments(atMost: 2)
    report = ReportChoice(&words)
  }

  /// Tells what changed between two days, or between a day and today.
  private func diffDays(
    _ days: [Day],
    _ levels: FailingLevels,
    on host: Host
  ) throws -> ExitStatus {
    guard report.days.asOf == nil else {
      throw Failure(.usage, "--as-of: the two days already say how far to look")
    }
    let session = try Session(report, on: host, load: .reports)
    let from = days[0]
    let to = try days.count > 1 ? days[1] : session.asOf(report.days)
    guard from <= to else {
      throw Failure(.usage, "\(from) comes after \(to)\n  try: rlt diff \(to) \(from)")
    }
    let changes = try session.changes(report, after: from, by: to)
    try session.answer(
      ReportAnswer(
        name: "Changes",
        explainsMarks: false,
        parts: { dayDiffParts(changes) },
        rows: { movementRows(changes) },
        json: { dayDiffJSON(changes) }
      ),
      in: report.form
    )
    let isReached = changes.contains { each in
      levels.areReached(by: each.movedSubject)
        || levels.isOverdue && each.work.contains(where: \.isLate)
    }
    return session.ended(isReached ? .findings : .success)
  }
}

extension Session {
  /// What changed between two days in each plan that is meant.
  func changes(_ report: ReportChoice, after from: Day, by to: Day) throws -> [DayChanges] {
    let statuses = try statusNames(report.statuses)
    var days = report.days
    days.asOf = to.description
    let asked = try questions(report, days)
    return try asked.map { question in
      // On each day by what had been recorded by then.
      var question = question
      question.request.knownAt = min(to, question.request.knownAt)
      var earlier = question
      earlier.request.asOf = from
      earlier.request.knownAt = min(from, question.request.knownAt)
      let filter = try WorkFilter(report.kpis, in: question.plan, of: question.record.trust)
      return DayChanges(
        from: subject(earlier, statuses: statuses),
        to: subject(question, statuses: statuses),
        question.record,
        after: from,
        by: to,
        includes: filter.includes,
        includesMilestone: filter.includes
      )
    }
  }
}

extension WorkEvent {
  /// Whether an action was not done by its day.
  fileprivate var isLate: Bool {
    if case .action = work { kind == .fellDue } else { false }
  }
}

extension WorkFilter {
  /// Whether a milestone is picked.
  func includes(_ planned: PlannedMilestone) -> Bool {
    includes(
      strategy: planned.strategy.id,
      priority: planned.priority.id,
      kpis: planned.milestone.kpis.map(\.value),
      owners: planned.milestone.owners
    )
  }
}
