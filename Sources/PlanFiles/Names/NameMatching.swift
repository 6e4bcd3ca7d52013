public import PlanModel

/// What a name that somebody typed was found to mean.
public enum NameMatch<Value: Sendable>: Sendable {
  /// Exactly one thing.
  case one(Value)
  /// Nothing; the names that come near, if any do.
  case none(nearest: [String])
  /// Several things, by the names they are known by.
  case several([String])
}

extension NameMatch: Equatable where Value: Equatable {}

/// Finds things by what people call them.
///
/// An id, name or alias counts first; then the beginning of one; then the beginning of one of its
/// words. Case, accents, full stops, apostrophes, hyphens and spaces never matter.
public struct NameIndex<Value: Sendable>: Sendable {
  private var entries: [(value: Value, label: String, names: [FoldedName])] = []
  /// The entries by their names, made once there are many.
  private var many: EntriesByName?

  /// Creates an index of nothing.
  public init() {}

  /// Adds a thing with the label it is listed by and all its names.
  public mutating func add(_ value: Value, label: String, names: [String]) {
    var folded: [FoldedName] = []
    for name in names.map(FoldedName.init) where !folded.contains(name) {
      folded.append(name)
    }
    entries.append((value, label, folded))
    guard entries.count > IDIndex.few else { return }
    if many == nil {
      many = EntriesByName()
      for (index, entry) in entries.enumerated() { many?.add(index, entry.names) }
    } else {
      many?.add(entries.count - 1, folded)
    }
  }

  /// The labels of everything, in the order in which it was added.
  public var labels: [String] { entries.map(\.label) }

  /// Whether there is nothing to find.
  public var isEmpty: Bool { entries.isEmpty }

  /// The labels of the first things, for messages that list some of many.
  func firstLabels(_ count: Int) -> [String] { entries.prefix(count).map(\.label) }
}

/// The numbers of entries by their names.
private struct EntriesByName: Sendable {
  private var names = ByteInterner()
  /// Of each name the last entry that bears it.
  private var last: [Int] = []
  /// The entries, each with the place in this list of the one before it, or -1.
  private var chain: [(entry: Int, before: Int)] = []

  mutating func add(_ entry: Int, _ folded: [FoldedName]) {
    for name in folded {
      let number = names.intern(name.bytes.span, 0, name.bytes.count)
      if number == last.count { last.append(-1) }
      chain.append((entry, last[number]))
      last[number] = chain.count - 1
    }
  }

  /// The entries with a name, in the order in which they were added.
  func entries(named name: FoldedName) -> [Int] {
    guard let number = names.find(name.bytes) else { return [] }
    var found: [Int] = []
    var at = last[number]
    while at >= 0 {
      found.append(chain[at].entry)
      at = chain[at].before
    }
    return found.reversed()
  }
}

// Apart from the type, so that the runtime need not look for the conformance when it makes one.
extension NameIndex where Value: Equatable {
  /// Finds what is meant by a name.
  public func match(_ text: String) -> NameMatch<Value> {
    let wanted = FoldedName(text)
    if let match = match(among: indices(of: wanted)) { return match }
    let begun = entries.indices.filter { index in
      entries[index].names.contains { $0.begins(with: wanted) }
    }
    if let match = match(among: begun) { return match }
    let words = entries.indices.filter { index in
      entries[index].names.contains { $0.hasWord(beginning: wanted) }
    }
    if let match = match(among: words) { return match }
    return .none(nearest: nearest(to: wanted))
  }

  /// Finds what has exactly this id, name or alias, spelling aside; nothing by a beginning.
  public func exactMatch(_ text: String) -> NameMatch<Value> {
    var search = NameSearch()
    return exactMatch(text, &search)
  }

  /// What alone has exactly this id, name or alias; no other names are looked for.
  func only(_ text: String) -> Value? {
    guard case .one(let value)? = match(among: indices(of: FoldedName(text))) else { return nil }
    return value
  }

  /// Finds what has exactly this id, name or alias, with names near to it as far as they may be
  /// looked for.
  func exactMatch(_ text: String, _ search: inout NameSearch) -> NameMatch<Value> {
    let wanted = FoldedName(text)
    if let match = match(among: indices(of: wanted)) { return match }
    return .none(nearest: search.allows(entries.count) ? nearest(to: wanted) : [])
  }

  /// The entries with exactly this name.
  ///
  /// Of a few each is looked at: an index costs more at its first use than they do.
  private func indices(of wanted: FoldedName) -> [Int] {
    many?.entries(named: wanted) ?? entries.indices.filter { entries[$0].names.contains(wanted) }
  }

  private func match(among indices: [Int]) -> NameMatch<Value>? {
    guard let first = indices.first else { return nil }
    let isOne = indices.allSatisfy { entries[$0].value == entries[first].value }
    return isOne
      ? .one(entries[first].value) : .several(indices.map { entries[$0].label })
  }

  private func nearest(to wanted: FoldedName) -> [String] {
    var found: [(distance: Int, index: Int)] = []
    let allowed = max(1, min(3, wanted.bytes.count / 3))
    for (index, entry) in entries.enumerated() {
      let distances = entry.names.compactMap {
        editDistance(wanted.bytes, $0.bytes, atMost: allowed)
      }
      if let least = distances.min() { found.append((least, index)) }
    }
    found.sort { ($0.distance, $0.index) < ($1.distance, $1.index) }
    return found.prefix(3).map { entries[$0.index].label }
  }
}

extension NameIndex where Value == School.ID {
  /// The schools of a trust by id, name and alias.
  public init(schoolsOf trust: Trust) {
    self.init()
    for school in trust.schools {
      add(school.id, label: school.name, names: [school.id, school.name] + school.aliases)
    }
  }
}

extension NameIndex where Value == String {
  /// The plans of a trust by id and title.
  public init(plans: [Plan]) {
    self.init()
    for plan in plans { add(plan.id, label: plan.id, names: [plan.id, plan.title]) }
  }

  /// The strategies of a plan by id, title and alias.
  public init(strategiesOf plan: Plan) {
    self.init()
    for strategy in plan.strategies {
      let names = [strategy.id, strategy.title] + strategy.aliases
      add(strategy.id, label: strategy.id, names: names)
    }
  }

  /// The priorities of a plan by id, title, label and alias.
  public init(prioritiesOf plan: Plan) {
    self.init()
    for priority in plan.strategies.flatMap(\.priorities) {
      let label = priority.label.map { [$0] } ?? []
      let names = [priority.id, priority.title] + label + priority.aliases
      add(priority.id, label: priority.id, names: names)
    }
  }

  /// The KPIs of a plan by id, title and label.
  public init(kpisOf plan: Plan) {
    self.init()
    for kpi in plan.strategies.flatMap(\.priorities).flatMap(\.kpis) {
      let label = kpi.label.map { [$0] } ?? []
      add(kpi.id, label: kpi.id, names: [kpi.id, kpi.title] + label)
    }
  }

  /// The people, committees and the like of a trust by id, name and alias; the value is the name.
  public init(ownersOf trust: Trust) { self.init(entitiesOf: trust, canOwn: false) }

  /// Those of them who can own something: roles and bodies.
  public init(thoseWhoOwnIn trust: Trust) { self.init(entitiesOf: trust, canOwn: true) }

  private init(entitiesOf trust: Trust, canOwn: Bool) {
    self.init()
    for entity in trust.entities
    where !canOwn || entity.kind == .role || entity.kind == .body {
      add(entity.name, label: entity.name, names: [entity.id, entity.name] + entity.aliases)
    }
  }
}
