public import SourceText

/// The position of a KPI in its plan, by index.
public struct KPIPath: Hashable, Sendable, Comparable {
  /// The index of the strategy in the plan.
  public var strategy: Int
  /// The index of the priority in the strategy.
  public var priority: Int
  /// The index of the KPI in the priority.
  public var kpi: Int

  /// Creates a position.
  public init(strategy: Int, priority: Int, kpi: Int) {
    self.strategy = strategy
    self.priority = priority
    self.kpi = kpi
  }

  /// Whether the first position comes before the second in the plan.
  public static func < (first: KPIPath, second: KPIPath) -> Bool {
    (first.strategy, first.priority, first.kpi) < (second.strategy, second.priority, second.kpi)
  }
}

extension Plan {
  /// The KPI at a position, which must come from this plan.
  public subscript(_ path: KPIPath) -> KPI {
    strategies[path.strategy].priorities[path.priority].kpis[path.kpi]
  }
}

extension Plan {
  /// Who answers for a KPI: its owners, or whoever leads its priority, or its strategy.
  public func answering(for path: KPIPath) -> [Sourced<String>] {
    let strategy = strategies[path.strategy]
    let priority = strategy.priorities[path.priority]
    let owners = priority.kpis[path.kpi].owners
    if !owners.isEmpty { return owners }
    return priority.leads.isEmpty ? strategy.leads : priority.leads
  }

  /// Where a KPI stands in the plan; `nil` where the plan has none of that id.
  public func path(of id: KPI.ID) -> KPIPath? {
    for (s, strategy) in strategies.enumerated() {
      for (p, priority) in strategy.priorities.enumerated() {
        if let k = priority.kpis.firstIndex(where: { $0.id == id }) {
          return KPIPath(strategy: s, priority: p, kpi: k)
        }
      }
    }
    return nil
  }

  /// The piece of evidence with an id; `nil` where the plan has none.
  public func evidence(_ id: KPI.ID) -> Evidence? {
    for priority in strategies.flatMap(\.priorities) {
      if let found = priority.evidence.first(where: { $0.id == id }) { return found }
    }
    return nil
  }

  /// The id of the KPI that one repeats in the end; its own where it repeats none.
  public func repeated(by kpi: KPI) -> KPI.ID {
    var seen = [kpi.id]
    var next = kpi.sameAs?.value
    while let id = next, !seen.contains(id), let path = path(of: id) {
      seen.append(id)
      next = self[path].sameAs?.value
    }
    return seen[seen.count - 1]
  }
}
