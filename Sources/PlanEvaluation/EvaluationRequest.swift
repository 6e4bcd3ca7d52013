public import PlanModel

/// What to evaluate, and on which day.
public struct EvaluationRequest: Sendable {
  /// The day on which things are looked at; days after the end of the plan stand for its last day.
  public var asOf: Day
  /// The day up to which records count.
  public var knownAt: Day
  /// Whether a row without a day of recording counts as soon as its period has begun.
  ///
  /// Whoever asks what had been recorded by a day asks strictly: the last day of the period stands
  /// in for the day of recording, and before it the row does not count.
  public var takesUndatedRows: Bool
  /// The schools to look at; all and the trust where empty.
  public var schools: [School.ID] = []
  /// Picks the KPIs to look at.
  public var includes: @Sendable (KPIPath, KPI) -> Bool = { _, _ in true }

  /// Creates a request for everything on a day.
  ///
  /// - Parameters:
  ///   - asOf: The day on which things are looked at.
  ///   - knownAt: The day by which things had to be recorded, where that is asked.
  ///   - today: The day up to which there are records where it is not asked; the day looked at
  ///     where that is later, or where none is given.
  public init(asOf: Day, knownAt: Day? = nil, today: Day? = nil) {
    self.asOf = asOf
    self.knownAt = knownAt ?? max(asOf, today ?? asOf)
    takesUndatedRows = knownAt == nil
  }

  /// Whether a reading counts: its period has begun, and it had been recorded.
  func counts(_ reading: Reading, _ days: ClosedRange<Day>, on asOf: Day) -> Bool {
    guard days.lowerBound <= asOf else { return false }
    if let recorded = reading.recorded { return recorded <= knownAt }
    return (takesUndatedRows ? days.lowerBound : days.upperBound) <= knownAt
  }
}
