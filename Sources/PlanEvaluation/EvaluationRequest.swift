public import PlanModel

/// What to evaluate, and on which day.
public struct EvaluationRequest: Sendable {
  /// The day on which things are looked at; days after the end of the plan stand for its last day.
  public var asOf: Day
  /// The day up to which records count.
  public var knownAt: Day
  /// The schools to look at; all and the trust where empty.
  public var schools: [School.ID] = []
  /// Picks the KPIs to look at.
  public var includes: @Sendable (KPIPath, KPI) -> Bool = { _, _ in true }

  /// Creates a request for everything on a day.
  public init(asOf: Day, knownAt: Day? = nil) {
    self.asOf = asOf
    self.knownAt = knownAt ?? asOf
  }
}
