import PlanEvaluation
import PlanFiles
import PlanModel
import PlanReports

extension Session {
  /// Loads what a report is about.
  init(_ report: ReportChoice, on host: Host, load: LoadOptions) throws {
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
    try subjects(
      report.workspace,
      report.kpis,
      schools: report.schools,
      statuses: statusNames(report.statuses),
      report.days
    )
  }
}

extension LoadOptions {
  /// The current plan with its readings and its work.
  static var reports: LoadOptions { .currentPlan }
}

/// What a report is to end with exit status 1 on.
struct FailingLevels {
  private var levels: [FailingLevel] = []
  private var isOverdue = false

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
      let isRed = subject.verdicts.contains { verdict in
        levels.contains { $0.isReached(by: verdict) }
      }
      if isRed { return .findings }
      guard isOverdue else { continue }
      let (trust, day) = (subject.trust, subject.evaluation.asOf)
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
}
