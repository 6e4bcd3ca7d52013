import PlanEvaluation
import PlanFiles
import PlanModel
import PlanReports

extension Session {
  /// Loads what a report is about.
  init(_ report: ReportChoice, on host: Host, load: LoadOptions) throws {
    try report.checkFile()
    try self.init(
      report.workspace,
      report.output,
      on: host,
      load: load,
      mentioning: report.schools
    )
  }

  /// What a report is about: one subject for each trust that is meant.
  func subjects(_ report: ReportChoice) throws -> [ReportSubject] {
    let statuses = try statusNames(report.statuses)
    let subjects = try questions(report).map { subject($0, statuses: statuses) }
    host.keep(subjects)
    return subjects
  }

  /// What is asked of each trust that is meant, for the eyes the report is for.
  func questions(_ report: ReportChoice, _ days: DayChoice? = nil) throws -> [PlanQuestion] {
    try report.check(report.audience)
    let asked = try questions(
      report.workspace,
      report.kpis,
      schools: report.schools,
      days ?? report.days
    )
    return asked.map { $0.shown(to: report.audience) }
  }

  /// What a report is about, with what moved since an earlier day.
  ///
  /// - Parameters:
  ///   - report: What was asked for.
  ///   - since: The earlier day, as typed; a year before the day looked at where `nil`.
  ///   - isPerSchool: Whether each school that was named is a subject of its own.
  /// - Returns: One subject for each trust, or school, that is meant.
  /// - Throws: What was named and does not exist, or that the earlier day is not earlier.
  func comparedSubjects(
    _ report: ReportChoice,
    since: String?,
    isPerSchool: Bool = false
  ) throws -> [(subject: ReportSubject, moves: Moves)] {
    let statuses = try statusNames(report.statuses)
    let asked = try questions(report)
    let named = try day(since, "--since")
    if let named, let asOf = asked.first?.request.asOf, named >= asOf {
      throw Failure(.usage, "--since: \(named) is not before \(asOf), the day looked at")
    }
    let each = isPerSchool ? asked.flatMap(\.perSchool) : asked
    let compared = each.map { question in
      let subject = subject(question, statuses: statuses)
      // What moved is told by what had been recorded by each of the two days.
      var moved = subject
      var known = question.request
      known.knownAt = min(known.asOf, known.knownAt)
      if known.knownAt < question.request.knownAt {
        moved.evaluation = evaluate(question.record, plan: question.plan, known)
      }
      let day = named ?? subject.evaluation.asOf.adding(years: -1)
      var request = known
      request.asOf = day
      request.knownAt = min(day, known.knownAt)
      let before = evaluate(question.record, plan: question.plan, request)
      return (subject, Moves(from: before, since: day, isUsual: named == nil, to: moved))
    }
    host.keep(compared)
    return compared
  }
}

extension ReportChoice {
  /// Refuses a choice that cannot be answered for the eyes it is for.
  func check(_ audience: Audience) throws {
    if audience == .school, schools.isEmpty {
      throw Failure(.usage, "--audience school needs --school: which school is it for?")
    }
    // A report that names an owner would tell the public what that owner answers for.
    if audience == .everyone, kpis.owner != nil {
      throw Failure(
        .usage,
        "--owner does not go with --audience public: the public is not shown who owns what"
      )
    }
  }
}

extension LoadOptions {
  /// The current plan with its readings and its work.
  static var reports: LoadOptions { .currentPlan }
}

/// What a report is to end with exit status 1 on.
struct FailingLevels {
  private var levels: [FailingLevel] = []
  /// Whether overdue actions count.
  private(set) var isOverdue = false

  /// Checks the words that were given with `--fail-on`.
  init(_ words: [String]) throws {
    for word in words.flatMap({ $0.split(separator: ",") }) {
      if let level = FailingLevel(rawValue: String(word)) {
        levels.append(level)
      } else if word == "overdue" {
        isOverdue = true
      } else {
        let known = (FailingLevel.allCases.map(\.rawValue) + ["overdue"]).joined(separator: ", ")
        throw Failure(.usage, "--fail-on: “\(word)” is not one of \(known)")
      }
    }
  }

  /// How a report ends: with findings where what it is about reaches a level.
  ///
  /// - Parameters:
  ///   - subjects: What the report is about.
  ///   - kpis: Picks the actions that count.
  /// - Returns: How it ends.
  /// - Throws: What was named and does not exist.
  func status(of subjects: [ReportSubject], _ kpis: KPIChoice) throws -> ExitStatus {
    for subject in subjects {
      if areReached(by: subject) { return .findings }
      guard isOverdue else { continue }
      let (trust, day) = (subject.trust, subject.workDay)
      let filter = try WorkFilter(kpis, in: subject.plan, of: trust)
      let actions = subject.plan.plannedActions
      if actions.contains(where: {
        filter.includes($0) && $0.isOverdue(on: day, in: trust.calendar)
      }) {
        return .findings
      }
    }
    return .success
  }
  /// Whether a verdict of a subject reaches a level.
  func areReached(by subject: ReportSubject) -> Bool {
    subject.verdicts.contains { verdict in levels.contains { $0.isReached(by: verdict) } }
  }
}
