internal import PlanModel
internal import PlanSyntax

/// Adds a strategy at the end of a plan.
///
/// - Parameters:
///   - id: Its id.
///   - title: Its title.
///   - document: The plan file.
/// - Returns: The edit.
/// - Throws: Why it cannot be added.
public func addStrategy(
  _ id: String,
  title: String,
  to document: PlanDocument
) throws(EditProblem) -> PlanEdit {
  try check(title, "the title")
  try checkNewID(id, "strategy", among: document.plan.strategies.map(\.id))
  var draft = PlanDraft(document)
  let what = "the strategy \(id)"
  let entry = NewEntry(id, .mapping([NewEntry("title", .prose(title))]))
  if document.tree.node(at: [.key("strategies")]) == nil {
    let previous = document.tree.root?.asMapping?.lastName(before: PlanKey.strategies)
    try draft.insert(NewEntry("strategies", .mapping([entry])), in: [], after: previous, what)
  } else {
    try draft.insert(entry, in: [.key("strategies")], what)
  }
  return try draft.finished(what)
}
