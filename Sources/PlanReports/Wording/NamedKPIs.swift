import PlanModel

extension KPI {
  /// The other KPIs that its targets look at; none, as a rule.
  var namedInTargets: [KPI.ID] {
    var ids = target?.condition.namedKPIs ?? []
    for entry in targetsByYear { ids += entry.target.condition.namedKPIs }
    for entry in overrides { ids += entry.target.condition.namedKPIs }
    for strand in strands { ids += strand.target?.condition.namedKPIs ?? [] }
    return ids
  }
}

extension Condition {
  /// The KPIs that the condition looks at.
  fileprivate var namedKPIs: [KPI.ID] {
    switch self {
    case .kpi(let id): [id]
    case .allOf(let parts), .anyOf(let parts): parts.flatMap(\.namedKPIs)
    default: []
    }
  }
}

extension Plan {
  /// The words for the figures and grades of a KPI; its targets name other KPIs by their titles.
  func wording(_ kpi: KPI, of trust: Trust) -> KPIWording {
    var wording = KPIWording(trust: trust, kpi: kpi)
    for id in kpi.namedInTargets {
      if let path = path(of: id) { wording.titles.append((id, self[path].title)) }
    }
    return wording
  }
}
