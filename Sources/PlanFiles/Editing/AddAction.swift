public import PlanModel
internal import PlanSyntax

/// A piece of work that is to be added to a plan.
public struct NewAction: Sendable {
  /// What is to be done.
  public var text: String
  /// Where it goes.
  public var home: Home
  /// The school year.
  public var year: AcademicYear
  /// Who owes it, by the names of the trust.
  public var owners: [String] = []
  /// When it is due, in words.
  public var due: String?
  /// How it stands.
  public var status: Action.Status = .open
  /// Money, time and people, in words.
  public var resources: String?
  /// The KPIs it serves, where it stands under a priority.
  public var kpis: [KPI.ID] = []
  /// A note.
  public var note: String?
  /// The document and line it was taken from.
  public var source: String?

  /// Creates a piece of work from its text, its place in the plan and its school year.
  public init(_ text: String, in home: Home, year: AcademicYear) {
    self.text = text
    self.home = home
    self.year = year
  }

  /// Where an action goes.
  public enum Home: Sendable, Hashable {
    /// Under a KPI.
    case kpi(KPI.ID)
    /// Under a priority.
    case priority(String)

    /// The id of the KPI or priority.
    public var id: String {
      switch self {
      case .kpi(let id), .priority(let id): id
      }
    }
  }
}

/// Adds a piece of work to a plan.
///
/// - Parameters:
///   - action: The piece of work.
///   - document: The plan file.
/// - Returns: The edit, and the id that the action was given.
/// - Throws: Why it cannot be added.
public func addAction(
  _ action: NewAction,
  to document: PlanDocument
) throws(EditProblem) -> (edit: PlanEdit, id: String) {
  try check(action.text, "the text of the action")
  let tree = document.tree
  let home = action.home.id
  let path: [TreeStep]? =
    switch action.home {
    case .kpi(let id): tree.path(ofKPI: id)
    case .priority(let id): tree.path(ofPriority: id)
    }
  guard let path else { throw EditProblem(.request, "the plan has nothing called “\(home)”") }
  try checkYear(action.year, of: document.plan)
  let id = actionID(for: action.text, notIn: Set(tree.actionSpots.map(\.id)))
  var draft = PlanDraft(document)
  let year = yearKey(action.year, in: tree, path)
  let previous = tree.node(at: path)?.asMapping?.entries.map(\.name.text).last
  try draft.append(
    node(of: action, id: id),
    to: [NewKey("years", after: previous), year, NewKey("actions", after: "impact")],
    in: path,
    "the list of actions of \(home)"
  )
  return (try draft.finished("the list of actions of \(home)"), id)
}

/// The key of a school year, as it is written where it is there already.
private func yearKey(
  _ year: AcademicYear,
  in tree: SyntaxTree,
  _ path: [TreeStep]
) -> NewKey {
  var previous: String?
  for name in tree.names(in: path + [.key("years")]) {
    guard let found = AcademicYear(name) else {
      if let first = AcademicYear(String(name.prefix(7))), first < year { previous = name }
      continue
    }
    if found == year { return NewKey(name) }
    if found < year { previous = name }
  }
  return NewKey(year.description, after: previous)
}

private func node(of action: NewAction, id: String) -> NewNode {
  var entries = [NewEntry("id", .text(id)), NewEntry("action", .prose(action.text))]
  if !action.owners.isEmpty { entries.append(NewEntry("owner", .texts(action.owners))) }
  if let due = action.due { entries.append(NewEntry("due", .text(due))) }
  entries.append(NewEntry("status", .text(action.status.rawValue)))
  if let resources = action.resources { entries.append(NewEntry("resources", .prose(resources))) }
  if !action.kpis.isEmpty { entries.append(NewEntry("kpis", .texts(action.kpis))) }
  if let note = action.note { entries.append(NewEntry("note", .prose(note))) }
  if let source = action.source { entries.append(NewEntry("source", .text(source))) }
  return .mapping(entries)
}
