public import PlanModel
public import SourceText

/// The actions of a plan that were picked, and the day on which they are looked at.
public struct ActionSelection: Sendable {
  /// The trust.
  public var trust: Trust
  /// The plan.
  public var plan: Plan
  /// The day on which they are looked at.
  public var asOf: Day
  /// The actions, in the order of the plan.
  public var actions: [PlannedAction]
  /// The files from which everything was read.
  public var files: SourceFiles

  /// Creates a selection of the actions of a plan.
  public init(
    trust: Trust,
    plan: Plan,
    asOf: Day,
    files: SourceFiles,
    includes: (PlannedAction) -> Bool = { _ in true }
  ) {
    self.trust = trust
    self.plan = plan
    self.asOf = asOf
    self.files = files
    actions = plan.plannedActions.filter(includes)
  }

  /// The actions whose day has passed although they are not over.
  public var overdue: [PlannedAction] {
    actions.filter { $0.isOverdue(on: asOf, in: trust.calendar) }
  }
}
