public import PlanModel

/// Something that happened to a piece of work between two days.
public struct WorkEvent: Sendable {
  /// The action or milestone.
  public var work: Work
  /// What happened.
  public var kind: Kind
  /// The day on which it happened.
  public var day: Day

  /// An action or a milestone.
  public enum Work: Sendable {
    /// An action.
    case action(PlannedAction)
    /// A milestone.
    case milestone(PlannedMilestone)
  }

  /// What can happen.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// It was done, or reached.
    case done
    /// Its day came, and it is not done and waits for nothing.
    case fellDue = "fell-due"
  }
}

/// What happened to the actions and milestones of a plan after one day and by another.
///
/// Done before due, each in the order of days, then of the plan.
func workEvents(
  _ subject: ReportSubject,
  after from: Day,
  by to: Day,
  _ includes: (PlannedAction) -> Bool,
  _ includesMilestone: (PlannedMilestone) -> Bool
) -> [WorkEvent] {
  let calendar = subject.trust.calendar
  var events: [WorkEvent] = []
  for planned in subject.plan.plannedActions where includes(planned) {
    if let done = planned.action.doneOn, from < done, done <= to {
      events.append(WorkEvent(work: .action(planned), kind: .done, day: done))
    }
    guard !planned.isClosed(by: to), !planned.isWaiting,
      let due = planned.dueDay(in: calendar), from < due, due <= to
    else { continue }
    events.append(WorkEvent(work: .action(planned), kind: .fellDue, day: due))
  }
  let milestones = MilestoneSelection(
    trust: subject.trust,
    plan: subject.plan,
    asOf: to,
    files: subject.files,
    includes: includesMilestone
  )
  for planned in milestones.milestones {
    let reached = planned.milestone.reachedOn
    if let reached, from < reached, reached <= to {
      events.append(WorkEvent(work: .milestone(planned), kind: .done, day: reached))
    }
    if let reached, reached <= to { continue }
    guard let due = planned.dueDay(in: calendar), from < due, due <= to else { continue }
    events.append(WorkEvent(work: .milestone(planned), kind: .fellDue, day: due))
  }
  let order = events.indices.sorted { first, second in
    let (a, b) = (events[first], events[second])
    if a.kind != b.kind { return a.kind == .done }
    return (a.day, first) < (b.day, second)
  }
  return order.map { events[$0] }
}
