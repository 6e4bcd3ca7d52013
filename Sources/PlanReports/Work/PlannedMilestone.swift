public import PlanModel
public import SourceText

/// A milestone with the place in its plan that explains it.
public struct PlannedMilestone: Sendable {
  /// The strategy under which it stands.
  public var strategy: Strategy
  /// The priority under which it stands.
  public var priority: Priority
  /// The milestone.
  public var milestone: Milestone

  /// The last day of its due date; `nil` where the words name none.
  public func dueDay(in calendar: SchoolCalendar) -> Day? {
    milestone.due?.period.map { calendar.lastDay(of: $0) }
  }

  /// The last day of the first date it ever had, where that is known and another took its place.
  public func firstDay(in calendar: SchoolCalendar) -> Day? {
    milestone.earlier.lazy.compactMap(\.period).first.map { calendar.lastDay(of: $0) }
  }
}

/// The milestones of a plan that were picked, and the day on which they are looked at.
public struct MilestoneSelection: Sendable {
  /// The trust.
  public var trust: Trust
  /// The plan.
  public var plan: Plan
  /// The day on which they are looked at.
  public var asOf: Day
  /// The milestones, in the order of the plan.
  public var milestones: [PlannedMilestone]
  /// The dates of the plan that are paired with no work, in its order.
  public var unaligned: [UnalignedDates]
  /// The files from which everything was read.
  public var files: SourceFiles

  /// Creates a selection of the milestones of a plan.
  public init(
    trust: Trust,
    plan: Plan,
    asOf: Day,
    files: SourceFiles,
    includesDates: (UnalignedDates) -> Bool = { _ in false },
    includes: (PlannedMilestone) -> Bool = { _ in true }
  ) {
    self.trust = trust
    self.plan = plan
    self.asOf = asOf
    self.files = files
    milestones = plan.strategies.flatMap { strategy in
      strategy.priorities.flatMap { priority in
        priority.milestones.map {
          PlannedMilestone(strategy: strategy, priority: priority, milestone: $0)
        }
      }
    }
    .filter(includes)
    unaligned = plan.unalignedDates.filter(includesDates)
  }

  /// Whether a milestone's day has passed although nobody has said that it was reached.
  public func isLate(_ planned: PlannedMilestone) -> Bool {
    guard planned.milestone.reachedOn == nil, let due = planned.dueDay(in: trust.calendar) else {
      return false
    }
    return due < asOf
  }
}
