internal import PlanModel
internal import PlanSyntax

/// A priority that is to be added to a plan.
public struct NewPriority: Sendable {
  /// The id.
  public var id: String
  /// The title.
  public var title: String
  /// The strategy it belongs to, by id.
  public var strategy: String
  /// Whether the plan marks it with a star.
  public var isStarred = false
  /// Who leads it.
  public var lead: String?

  /// Creates a priority.
  public init(_ id: String, title: String, in strategy: String) {
    self.id = id
    self.title = title
    self.strategy = strategy
  }
}

/// Adds a priority at the end of a strategy.
///
/// - Parameters:
///   - priority: The priority.
///   - document: The plan file.
/// - Returns: The edit.
/// - Throws: Why it cannot be added.
public func addPriority(
  _ priority: NewPriority,
  to document: PlanDocument
) throws(EditProblem) -> PlanEdit {
  try check(priority.title, "the title")
  let taken = document.plan.strategies.flatMap(\.priorities).map(\.id)
  try checkNewID(priority.id, "priority", among: taken)
  let what = "the priority \(priority.id)"
  var entries = [NewEntry("title", .prose(priority.title))]
  if priority.isStarred { entries.append(NewEntry("starred", .word("yes"))) }
  if let lead = priority.lead { entries.append(NewEntry("lead", .text(lead))) }
  let entry = NewEntry(priority.id, .mapping(entries))
  var draft = PlanDraft(document)
  let strategy: [TreeStep] = [.key("strategies"), .key(priority.strategy)]
  if document.tree.node(at: strategy + [.key("priorities")]) == nil {
    let all = document.tree.names(in: strategy)
    try draft.insert(NewEntry("priorities", .mapping([entry])), in: strategy, after: all.last, what)
  } else {
    try draft.insert(entry, in: strategy + [.key("priorities")], what)
  }
  return try draft.finished(what)
}
