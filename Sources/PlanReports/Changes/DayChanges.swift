public import PlanEvaluation
public import PlanModel

/// What changed in a plan from one day to another, in the same files.
public struct DayChanges: Sendable {
  /// The plan as evaluated on the first day.
  public var before: ReportSubject
  /// The plan as evaluated on the second day, for the same schools and KPIs.
  public var now: ReportSubject
  /// The first day, which itself is not looked into.
  public var from: Day
  /// The second day.
  public var to: Day
  /// What moved to what was asked for, the worst first.
  public var movements: [Movement]
  /// The readings that came to be known, in the order of the plan.
  public var readings: [RecordedReading]
  /// The targets that took the place of others.
  public var targets: [TargetShift]
  /// The deadlines that passed.
  public var deadlines: [PassedDeadline]
  /// The actions and milestones whose day came, or that were done.
  public var work: [WorkEvent]

  /// A deadline of a KPI that passed.
  public struct PassedDeadline: Sendable {
    /// The KPI.
    public var path: KPIPath
    /// The last day.
    public var due: Day
    /// How things stand now where it applied, in the order of the trust.
    public var verdicts: [Verdict]
  }

  /// Finds what changed.
  ///
  /// - Parameters:
  ///   - before: The plan as evaluated on the first day.
  ///   - now: The plan as evaluated on the second day, for the same schools and KPIs.
  ///   - record: The trust with its readings.
  ///   - from: The first day.
  ///   - to: The second day.
  ///   - includes: Picks the actions.
  ///   - includesMilestone: Picks the milestones.
  public init(
    from before: ReportSubject,
    to now: ReportSubject,
    _ record: TrustRecord,
    after from: Day,
    by to: Day,
    includes: (PlannedAction) -> Bool = { _ in true },
    includesMilestone: (PlannedMilestone) -> Bool = { _ in true }
  ) {
    self.before = before
    self.now = now
    self.from = from
    self.to = to
    movements = PlanReports.movements(
      before: before.evaluation,
      now: now.evaluation,
      plan: now.plan
    )
    .filter(now.isMeant)
    readings = now.recordedReadings(record, after: from, by: to)
    targets = targetShifts(before: before.evaluation, now: now.evaluation)
    deadlines = Self.deadlines(now.evaluation.verdicts, after: from, by: to)
    work = workEvents(now, after: from, by: to, includes, includesMilestone)
  }

  /// The movements of a direction that are not told elsewhere.
  public func told(_ direction: Movement.Direction) -> [Movement] {
    movements.filter { $0.direction == direction && !$0.isToldElsewhere }
  }

  /// The second day with nothing but the verdicts that moved.
  public var movedSubject: ReportSubject {
    var subject = now
    subject.evaluation.verdicts = movements.map(\.now)
    return subject
  }

  /// Whether nothing at all changed.
  public var isEmpty: Bool {
    movements.isEmpty && readings.isEmpty && targets.isEmpty && deadlines.isEmpty && work.isEmpty
  }

  private static func deadlines(
    _ verdicts: [Verdict],
    after from: Day,
    by to: Day
  ) -> [PassedDeadline] {
    var passed: [PassedDeadline] = []
    for verdict in verdicts where !verdict.repeatsAnother {
      guard let due = verdict.due, from < due, due <= to else { continue }
      let same = passed.lastIndex { $0.path == verdict.path && $0.due == due }
      if let same {
        passed[same].verdicts.append(verdict)
      } else {
        passed.append(PassedDeadline(path: verdict.path, due: due, verdicts: [verdict]))
      }
    }
    for index in passed.indices where passed[index].verdicts.contains(where: \.isOfSchool) {
      passed[index].verdicts.removeAll { !$0.isOfSchool }
    }
    return passed
  }
}

extension ReportSubject {
  /// Whether a movement leads to one of the statuses and outcomes that were asked for.
  func isMeant(_ movement: Movement) -> Bool {
    statuses.isEmpty || statuses.contains(movement.now.status.rawValue)
      || statuses.contains(movement.now.outcome.name)
  }
}

extension Verdict {
  /// Whether the verdict is of a school.
  var isOfSchool: Bool { if case .school = scope { true } else { false } }
}
