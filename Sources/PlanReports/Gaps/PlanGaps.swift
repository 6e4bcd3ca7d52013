public import PlanEvaluation
public import PlanModel
public import SourceText

/// Everything that a plan and its readings leave open.
public struct PlanGaps: Sendable {
  /// The trust.
  public var trust: Trust
  /// The plan.
  public var plan: Plan
  /// The day up to which readings count.
  public var asOf: Day
  /// The gaps, those of a kind together, each kind in the order of the plan.
  public var gaps: [Gap]
  /// The number of KPIs looked at.
  public var kpiCount: Int
  /// The files from which everything was read.
  public var files: SourceFiles

  /// Looks for gaps.
  ///
  /// - Parameters:
  ///   - record: The trust and its readings.
  ///   - plan: The plan.
  ///   - request: The days up to which readings count, and the KPIs to look at.
  ///   - files: The files from which everything was read.
  public init(
    of record: TrustRecord,
    plan: Plan,
    _ request: EvaluationRequest,
    files: SourceFiles
  ) {
    trust = record.trust
    self.plan = plan
    asOf = request.asOf
    self.files = files
    var finder = GapFinder(record: record, plan: plan, request: request)
    for (s, strategy) in plan.strategies.enumerated() {
      for (p, priority) in strategy.priorities.enumerated() {
        var isPicked = false
        for (k, kpi) in priority.kpis.enumerated() {
          let path = KPIPath(strategy: s, priority: p, kpi: k)
          guard request.includes(path, kpi) else { continue }
          isPicked = true
          finder.look(at: kpi, path)
        }
        if isPicked || priority.kpis.isEmpty { finder.look(at: priority) }
      }
    }
    finder.lookAtWholes()
    finder.lookAtWork()
    finder.lookAtSchools()
    kpiCount = finder.kpiCount
    gaps = Gap.Kind.allCases.flatMap { kind in finder.gaps.filter { $0.kind == kind } }
  }
}
