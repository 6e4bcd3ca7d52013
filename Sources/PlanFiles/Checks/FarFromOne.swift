internal import PlanModel

/// The KPIs of which percentages are counted and whose targets all lie at 10% or above.
///
/// A reading of one percent or less is then more likely a fraction of one: 0.962 for 96.2%. Where a
/// KPI is about little, as exclusions are, its targets say so.
func farFromOne(_ plans: [Plan]) -> Set<KPI.ID> {
  var far: Set<KPI.ID> = []
  var near: Set<KPI.ID> = []
  // By index, so that whole strategies, priorities and KPIs are not copied.
  for plan in plans {
    for s in plan.strategies.indices {
      for p in plan.strategies[s].priorities.indices {
        for k in plan.strategies[s].priorities[p].kpis.indices {
          let kpi = plan.strategies[s].priorities[p].kpis[k]
          guard kpi.unit?.mark == .percent else { continue }
          let limits = kpi.allTargets.flatMap(\.condition.limits)
          guard !limits.isEmpty else { continue }
          if limits.allSatisfy({ $0 >= ExactNumber(10) }) {
            far.insert(kpi.id)
          } else {
            near.insert(kpi.id)
          }
        }
      }
    }
  }
  return far.subtracting(near)
}

extension Condition {
  /// The figures that it names as limits.
  fileprivate var limits: [ExactNumber] {
    switch self {
    case .bound(let bound): [bound.limit.number]
    case .cap(let cap): [cap.bound.limit.number]
    case .range(let range): [range.lower.limit.number, range.upper.limit.number]
    case .allOf(let parts), .anyOf(let parts): parts.flatMap(\.limits)
    default: []
    }
  }
}
