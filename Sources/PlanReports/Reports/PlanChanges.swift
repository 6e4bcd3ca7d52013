public import PlanModel
public import SourceText

/// What changed in the KPIs of a trust between two of its plans.
public struct PlanChanges: Sendable {
  /// The trust.
  public var trust: Trust
  /// The plan from which is looked.
  public var old: Plan
  /// The plan to which is looked.
  public var new: Plan
  /// The KPIs that only the new plan has, in its order.
  public var added: [PlannedKPI] = []
  /// The KPIs that only the old plan has, in its order.
  public var removed: [PlannedKPI] = []
  /// The KPIs that both have and that say something else, in the order of the new plan.
  public var changed: [Change] = []
  /// How many KPIs say the same in both.
  public var unchangedCount = 0
  /// The files from which everything was read.
  public var files: SourceFiles

  /// A KPI with its priority.
  public struct PlannedKPI: Sendable {
    /// The priority under which it stands.
    public var priority: Priority
    /// The KPI.
    public var kpi: KPI
  }

  /// What one KPI says in both plans, where it differs.
  public struct Change: Sendable {
    /// The KPI as the old plan has it.
    public var old: PlannedKPI
    /// The KPI as the new plan has it.
    public var new: PlannedKPI
    /// What differs, with both versions in words; empty words where a plan says nothing.
    public var differences: [(what: String, old: String, new: String)]
  }

  /// Compares two plans of a trust, KPI by KPI.
  public init(of trust: Trust, from old: Plan, to new: Plan, files: SourceFiles) {
    self.trust = trust
    self.old = old
    self.new = new
    self.files = files
    let before = Self.kpis(of: old)
    let after = Self.kpis(of: new)
    for each in after {
      guard let other = before.first(where: { $0.kpi.id == each.kpi.id }) else {
        added.append(each)
        continue
      }
      let differences = Self.differences(other, each, trust)
      if differences.isEmpty {
        unchangedCount += 1
      } else {
        changed.append(Change(old: other, new: each, differences: differences))
      }
    }
    let ids = Set(after.map(\.kpi.id))
    removed = before.filter { !ids.contains($0.kpi.id) }
  }

  private static func kpis(of plan: Plan) -> [PlannedKPI] {
    plan.strategies.flatMap(\.priorities).flatMap { priority in
      priority.kpis.map { PlannedKPI(priority: priority, kpi: $0) }
    }
  }

  private static func differences(
    _ old: PlannedKPI,
    _ new: PlannedKPI,
    _ trust: Trust
  ) -> [(what: String, old: String, new: String)] {
    let (a, b) = (old.kpi, new.kpi)
    var found: [(what: String, old: String, new: String)] = []
    func compare(_ what: String, _ words: (KPI) -> String) {
      let (before, after) = (words(a), words(b))
      if before != after { found.append((what, before, after)) }
    }
    compare("target") { promise($0, trust) }
    for strand in strands(a, b) where strand.target != nil {
      compare("part \(strand.title)") { kpi in
        let own = kpi.strands.first { $0.id == strand.id }
        return own?.target.map(KPIWording(trust: trust, kpi: kpi).words) ?? ""
      }
    }
    compare("parts read apart") { listed($0.strands.map(\.title), "and") }
    compare("amber") { $0.amber?.text ?? "" }
    compare("own targets of schools") { overrideWords($0, trust) }
    compare("for") { forWords($0, trust) }
    compare("by") { $0.deadline?.text ?? "" }
    compare("unit") { $0.unit?.text ?? "" }
    compare("grades") { KPIWording(trust: trust, kpi: $0).scale?.title ?? $0.scale?.value ?? "" }
    compare("better") { $0.better?.value.rawValue ?? "" }
    compare("measured on") { $0.population ?? "" }
    compare("in force") { kpi in
      let ends = [("from", kpi.valid?.from), ("to", kpi.valid?.to)]
      return ends.compactMap { word, period in period.map { "\(word) \(periodWords($0))" } }
        .joined(separator: " ")
    }
    compare("read within") { $0.window.map(windowWords) ?? "" }
    compare("read") { $0.frequency?.value.words ?? "" }
    compare("owner") { kpi in listed(kpi.owners.map { trust.ownerName($0.value) }, "and") }
    compare("repeats") { $0.sameAs?.value ?? "" }
    compare("question") { $0.question ?? "" }
    compare("kept in") { $0.reference ?? "" }
    compare("title") { $0.title }
    return found
  }

  /// The strands of either KPI, those of the old one first.
  private static func strands(_ old: KPI, _ new: KPI) -> [KPI.Strand] {
    let own = old.strands.filter { $0.target != nil }
    return own + new.strands.filter { strand in !own.contains { $0.id == strand.id } }
  }

  /// The targets that single schools have in place of the KPI's own.
  private static func overrideWords(_ kpi: KPI, _ trust: Trust) -> String {
    let wording = KPIWording(trust: trust, kpi: kpi)
    return kpi.overrides.map { own in
      let until = own.until.map { " until \(dayWords($0))" } ?? ""
      let amber = own.amber.map { ", amber \($0.text)" } ?? ""
      return "\(trust.name(of: .school(own.school))) \(wording.words(own.target))\(amber)\(until)"
    }
    .joined(separator: "; ")
  }

  /// What a KPI promises, in words: its target, or its path of targets.
  private static func promise(_ kpi: KPI, _ trust: Trust) -> String {
    let wording = KPIWording(trust: trust, kpi: kpi)
    var words = kpi.target.map { [wording.words($0)] } ?? []
    words += kpi.targetsByYear.map { "\(wording.words($0.target)) from \($0.year)" }
    return words.joined(separator: ", ")
  }
}
