public import PlanModel
internal import PlanSyntax
internal import SourceText

/// What is to be different about an action; what is `nil` stays as it is, and an empty text
/// removes what was there.
public struct ActionChange: Sendable, Equatable {
  /// What is to be done.
  public var text: String?
  /// Who owes it; an empty list removes the owners.
  public var owners: [String]?
  /// When it is due, in words.
  public var due: String?
  /// How it stands.
  public var status: Action.Status?
  /// The day on which it was completed.
  public var doneOn: Day?
  /// Money, time and people, in words.
  public var resources: String?
  /// The KPIs it serves.
  public var kpis: [KPI.ID]?
  /// What came of it.
  public var impact: String?
  /// A note.
  public var note: String?

  /// Creates a change of nothing.
  public init() {}
}

/// Changes an action of a plan.
///
/// An action that is no longer done loses the day on which it was done.
///
/// - Parameters:
///   - id: The id of the action.
///   - change: What is to be different.
///   - document: The plan file.
/// - Returns: The edit.
/// - Throws: Why it cannot be changed.
public func editAction(
  _ id: String,
  _ change: ActionChange,
  in document: PlanDocument
) throws(EditProblem) -> PlanEdit {
  let spots = document.tree.actionSpots.filter { $0.id == id }
  guard let spot = spots.first, spots.count == 1 else {
    throw EditProblem(
      .request,
      spots.isEmpty
        ? "the plan has no action “\(id)”"
        : "the plan has \(spots.count) actions “\(id)”; give them ids of their own first"
    )
  }
  if let text = change.text { try check(text, "the text of the action") }
  let what = "the action \(id)"
  var draft = PlanDraft(document)
  func set(_ key: ActionKey, _ text: String?, _ role: ScalarRole) throws(EditProblem) {
    guard let text else { return }
    try draft.set(key, to: text.isEmpty ? nil : .text(text, role), in: spot.path, what)
  }
  func set(_ key: ActionKey, _ texts: [String]?) throws(EditProblem) {
    guard let texts else { return }
    try draft.set(key, to: texts.isEmpty ? nil : .texts(texts), in: spot.path, what)
  }
  try set(.action, change.text, .prose)
  try set(.owner, change.owners)
  try set(.due, change.due, .value)
  try set(.status, change.status?.rawValue, .value)
  if let status = change.status, status != .done { try set(.done, "", .value) }
  try set(.done, change.doneOn?.description, .value)
  try set(.resources, change.resources, .prose)
  try set(.kpis, change.kpis)
  try set(.impact, change.impact, .prose)
  try set(.note, change.note, .prose)
  return try draft.finished(what)
}
