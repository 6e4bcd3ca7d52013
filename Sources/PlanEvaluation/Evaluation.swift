public import PlanModel

/// What was found for one plan of one trust on a day.
public struct Evaluation: Sendable {
  /// The day on which things are looked at.
  public var asOf: Day
  /// The day up to which records count.
  public var knownAt: Day
  /// Whether a row without a day of recording counted as soon as its period had begun.
  public var takesUndatedRows = true
  /// Whether the plan had ended by then, so that this is its final position.
  public var planEnded: Bool
  /// The verdicts, in the order of the plan.
  ///
  /// For each KPI the schools in the order of the trust, then the trust. Verdicts of strands are
  /// the `parts` of their scope's verdict.
  public var verdicts: [Verdict]

  /// Creates the result of an evaluation.
  public init(asOf: Day, knownAt: Day, planEnded: Bool, verdicts: [Verdict]) {
    self.asOf = asOf
    self.knownAt = knownAt
    self.planEnded = planEnded
    self.verdicts = verdicts
  }

  /// A request for another day, by the same records.
  public func request(asOf day: Day) -> EvaluationRequest {
    var request = EvaluationRequest(asOf: day, knownAt: knownAt)
    request.takesUndatedRows = takesUndatedRows
    return request
  }
}
