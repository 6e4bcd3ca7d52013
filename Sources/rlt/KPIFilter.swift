import PlanFiles
import PlanModel
import SourceText

/// Picks the KPIs of a plan that the options name.
struct KPIFilter: Sendable {
  private var strategy: String?
  private var priority: String?
  private var kpi: String?
  private var owner: String?

  /// Finds what is named in a plan.
  init(_ names: KPIChoice, in plan: Plan, of trust: Trust) throws {
    let (strategy, priority) = (names.strategy, names.priority)
    let (kpi, owner) = (names.kpi, names.owner)
    if let strategy {
      let index = NameIndex<String>(strategiesOf: plan)
      let match = index.match(strategy)
      self.strategy = try found(match, strategy, "strategy", among: index.labels)
    }
    if let priority {
      let index = NameIndex<String>(prioritiesOf: plan)
      let match = index.match(priority)
      self.priority = try found(match, priority, "priority", among: index.labels)
    }
    if let kpi {
      let index = NameIndex<String>(kpisOf: plan)
      self.kpi = try found(index.match(kpi), kpi, "KPI", among: index.labels)
    }
    if let owner {
      let index = NameIndex<String>(ownersOf: trust)
      self.owner = try found(index.match(owner), owner, "owner", among: index.labels)
    }
    ownerNames = Dictionary(
      trust.entities.map { ($0.id, $0.name) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The name of each owner, by id.
  private var ownerNames: [String: String]

  /// Whether everything is picked.
  var isEmpty: Bool { strategy == nil && priority == nil && kpi == nil && owner == nil }

  /// Whether a KPI is picked.
  func includes(_ strategy: Strategy, _ priority: Priority, _ kpi: KPI) -> Bool {
    if let wanted = self.strategy, strategy.id != wanted { return false }
    if let wanted = self.priority, priority.id != wanted { return false }
    if let wanted = self.kpi, kpi.id != wanted { return false }
    guard let owner else { return true }
    let owners = kpi.owners.isEmpty ? [priority.lead].compactMap { $0 } : kpi.owners
    return owners.contains { $0.value == owner || ownerNames[$0.value] == owner }
  }
}
