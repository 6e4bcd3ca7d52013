public import PlanModel
import SourceText

/// An action or milestone with the day by which it is to be done.
public struct DueWork: Sendable {
  /// What it is.
  public var work: WorkEvent.Work
  /// The last day.
  public var due: Day
  /// Whether it fell due since the last message.
  public var isNew: Bool

  /// The id, unique in the plan.
  public var id: String { work.id }

  /// What is to be done.
  public var text: String { work.text }

  /// What it waits for; `nil` where it waits for nothing.
  public var waitsFor: String? {
    if case .action(let planned) = work { planned.action.waitsFor } else { nil }
  }

  /// Whether it is a milestone.
  public var isMilestone: Bool { if case .milestone = work { true } else { false } }

  /// Who owes it, by name; empty where nobody does.
  public func owners(in trust: Trust) -> [String] {
    work.owners.map { trust.ownerName($0.value) }
  }

  /// Whether somebody owes it who is not shown to those for whom the report is.
  public var hidesOwners: Bool { areHidden(work.owners) }
}

extension WorkEvent.Work {
  /// The id, unique in the plan.
  var id: String {
    switch self {
    case .action(let planned): planned.action.id
    case .milestone(let planned): planned.milestone.id
    }
  }

  /// What is to be done.
  var text: String {
    switch self {
    case .action(let planned): planned.action.text
    case .milestone(let planned): planned.milestone.text
    }
  }

  /// Who owes it.
  var owners: [Sourced<String>] {
    switch self {
    case .action(let planned): planned.action.owners
    case .milestone(let planned): planned.milestone.owners
    }
  }

  /// The day by which it is to be done; `nil` where nobody has said.
  func dueDay(in calendar: SchoolCalendar) -> Day? {
    switch self {
    case .action(let planned): planned.dueDay(in: calendar)
    case .milestone(let planned): planned.dueDay(in: calendar)
    }
  }
}

/// The actions that are overdue on the second of two days: the new ones first, then the latest.
func overdueWork(_ changes: DayChanges, _ includes: (PlannedAction) -> Bool) -> [DueWork] {
  let calendar = changes.now.trust.calendar
  var late: [DueWork] = []
  for planned in changes.now.plan.plannedActions where includes(planned) {
    guard planned.isOverdue(on: changes.to, in: calendar), let due = planned.dueDay(in: calendar)
    else { continue }
    // What was due on the last day of the week before is overdue only now.
    late.append(DueWork(work: .action(planned), due: due, isNew: due >= changes.from))
  }
  let order = late.indices.sorted { first, second in
    let (a, b) = (late[first], late[second])
    if a.isNew != b.isNew { return a.isNew }
    return (a.due, first) < (b.due, second)
  }
  return order.map { late[$0] }
}

/// The actions whose day has passed while they wait for something, in the order of their days.
func waitingWork(_ changes: DayChanges, _ includes: (PlannedAction) -> Bool) -> [DueWork] {
  let calendar = changes.now.trust.calendar
  let waiting = changes.now.plan.plannedActions.compactMap { planned -> DueWork? in
    guard planned.isWaiting, includes(planned), let due = planned.dueDay(in: calendar),
      due < changes.to
    else { return nil }
    return DueWork(work: .action(planned), due: due, isNew: due >= changes.from)
  }
  let order = waiting.indices.sorted { (waiting[$0].due, $0) < (waiting[$1].due, $1) }
  return order.map { waiting[$0] }
}

/// The actions and milestones that fall due in the days to come, today being the first of them.
func dueWork(
  _ changes: DayChanges,
  days: Int,
  _ includes: (PlannedAction) -> Bool,
  _ includesMilestone: (PlannedMilestone) -> Bool
) -> [DueWork] {
  let (trust, plan, first) = (changes.now.trust, changes.now.plan, changes.to)
  let last = first.adding(days: days - 1)
  var due: [DueWork] = []
  for planned in plan.plannedActions where includes(planned) && !planned.isClosed(by: first) {
    guard let day = planned.dueDay(in: trust.calendar), first <= day, day <= last else { continue }
    due.append(DueWork(work: .action(planned), due: day, isNew: true))
  }
  let milestones = MilestoneSelection(
    trust: trust,
    plan: plan,
    asOf: first,
    files: changes.now.files,
    includes: includesMilestone
  )
  for planned in milestones.milestones {
    if let reached = planned.milestone.reachedOn, reached <= first { continue }
    guard let day = planned.dueDay(in: trust.calendar), first <= day, day <= last else { continue }
    due.append(DueWork(work: .milestone(planned), due: day, isNew: true))
  }
  let order = due.indices.sorted { (due[$0].due, $0) < (due[$1].due, $1) }
  return order.map { due[$0] }
}
