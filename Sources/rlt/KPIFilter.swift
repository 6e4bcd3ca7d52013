import PlanFiles
import PlanModel
import SourceText

/// Picks the KPIs of a plan that the options name.
struct KPIFilter: Sendable {
  private var strategy: String?
  private var priority: String?
  /// The KPIs that are named, by id; all where empty.
  private var kpis: Set<String> = []
  /// The piece of evidence that is named, where no KPI bears the name.
  private(set) var evidence: String?
  private var owner: String?

  /// Finds what is named in a plan.
  init(_ names: KPIChoice, in plan: Plan, of trust: Trust) throws {
    ownerNames = Dictionary(
      trust.entities.map { ($0.id, $0.name) },
      uniquingKeysWith: { first, _ in first }
    )
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
      try find(kpi, in: plan)
    }
    if let owner {
      let index = NameIndex<String>(thoseWhoOwnIn: trust)
      self.owner = try found(index.match(owner), owner, "owner", among: index.labels)
    }
  }

  /// Finds what a name means: a KPI, those that the plan numbers alike, or a piece of evidence.
  private mutating func find(_ name: String, in plan: Plan) throws {
    let index = NameIndex<String>(kpisOf: plan)
    let match = index.match(name)
    if case .several(let ids) = match {
      // What the plan gives one number is asked for by that number.
      let all = plan.strategies.flatMap(\.priorities).flatMap(\.kpis)
      let labels = Set(all.filter { ids.contains($0.id) }.map { $0.label ?? $0.id })
      if labels.count == 1 {
        kpis = Set(ids)
        return
      }
    }
    if case .none = match {
      var other = NameIndex<String>()
      for evidence in plan.strategies.flatMap(\.priorities).flatMap(\.evidence) {
        other.add(evidence.id, label: evidence.id, names: [evidence.id, evidence.title])
      }
      if case .one(let id) = other.match(name) {
        evidence = id
        return
      }
    }
    kpis = [try found(match, name, "KPI", among: index.labels)]
  }

  /// The name of each owner, by id.
  private var ownerNames: [String: String]

  /// Whether everything is picked.
  var isEmpty: Bool {
    strategy == nil && priority == nil && kpis.isEmpty && evidence == nil && owner == nil
  }

  /// Whether a KPI is picked.
  func includes(_ strategy: Strategy, _ priority: Priority, _ kpi: KPI) -> Bool {
    if let wanted = self.strategy, strategy.id != wanted { return false }
    if let wanted = self.priority, priority.id != wanted { return false }
    if evidence != nil { return false }
    if !kpis.isEmpty, !kpis.contains(kpi.id) { return false }
    guard let owner else { return true }
    // Who leads answers for what names nobody: the priority first, then the strategy.
    let leads = priority.leads.isEmpty ? strategy.leads : priority.leads
    let owners = kpi.owners.isEmpty ? leads : kpi.owners
    return owners.contains { $0.value == owner || ownerNames[$0.value] == owner }
  }
}
