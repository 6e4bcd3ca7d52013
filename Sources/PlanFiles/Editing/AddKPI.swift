public import PlanModel
internal import PlanSyntax

/// A KPI that is to be added to a plan; words that are `nil` are left out.
public struct NewKPI: Sendable {
  /// The id.
  public var id: KPI.ID
  /// The title.
  public var title: String
  /// The priority it belongs to, by id.
  public var priority: String
  /// What its figures count.
  public var unit: String?
  /// The scale of its grades, by id.
  public var scale: String?
  /// Whether schools are read one by one, or the trust as a whole; `school` is left unsaid.
  public var level: KPI.Level = .school
  /// The target, in words.
  public var target: String?
  /// The tolerance, in words.
  public var amber: String?
  /// How many schools must satisfy the target, in words.
  public var quantifier: String?
  /// By when the target is to be met, in words.
  public var deadline: String?
  /// How often it is read, in words.
  public var frequency: String?
  /// Who answers for it.
  public var owners: [String] = []
  /// A note.
  public var note: String?
  /// The document and line it was taken from.
  public var source: String?

  /// Creates a KPI without a target.
  public init(_ id: KPI.ID, title: String, in priority: String) {
    self.id = id
    self.title = title
    self.priority = priority
  }
}

/// Adds a KPI at the end of a priority.
///
/// - Parameters:
///   - kpi: The KPI.
///   - document: The plan file.
/// - Returns: The edit.
/// - Throws: Why it cannot be added.
public func addKPI(_ kpi: NewKPI, to document: PlanDocument) throws(EditProblem) -> PlanEdit {
  try check(kpi.title, "the title")
  let priorities = document.plan.strategies.flatMap(\.priorities)
  let taken =
    priorities.flatMap { $0.kpis.map(\.id) } + priorities.flatMap { $0.evidence.map(\.id) }
  try checkNewID(kpi.id, "KPI", among: taken)
  let what = "the KPI \(kpi.id)"
  guard let path = document.tree.path(ofPriority: kpi.priority) else {
    throw EditProblem(.request, "the plan has no priority “\(kpi.priority)”")
  }
  let entry = NewEntry(kpi.id, node(of: kpi))
  var draft = PlanDraft(document)
  if document.tree.node(at: path + [.key("kpis")]) == nil {
    let previous = document.tree.node(at: path)?.asMapping?.lastName(before: PriorityKey.kpis)
    try draft.insert(NewEntry("kpis", .mapping([entry])), in: path, after: previous, what)
  } else {
    try draft.insert(entry, in: path + [.key("kpis")], what)
  }
  return try draft.finished(what)
}

private func node(of kpi: NewKPI) -> NewNode {
  var entries = [NewEntry("title", .prose(kpi.title))]
  func add(_ key: KPIKey, _ text: String?) {
    if let text { entries.append(NewEntry(key.rawValue, .word(text))) }
  }
  add(.unit, kpi.unit)
  add(.scale, kpi.scale)
  if kpi.level == .trust { add(.level, KPI.Level.trust.rawValue) }
  add(.target, kpi.target)
  add(.amber, kpi.amber)
  add(.quantifier, kpi.quantifier)
  add(.by, kpi.deadline)
  add(.frequency, kpi.frequency)
  if !kpi.owners.isEmpty { entries.append(NewEntry("owner", .texts(kpi.owners))) }
  if let note = kpi.note { entries.append(NewEntry("note", .prose(note))) }
  add(.source, kpi.source)
  return .mapping(entries)
}
