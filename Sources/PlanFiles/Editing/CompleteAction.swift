public import PlanModel

/// Says of an action that it is done.
///
/// - Parameters:
///   - id: The id of the action.
///   - day: The day on which it was completed.
///   - impact: What came of it, if there is something to say.
///   - document: The plan file.
/// - Returns: The edit.
/// - Throws: Why it cannot be completed.
public func completeAction(
  _ id: String,
  on day: Day,
  impact: String?,
  in document: PlanDocument
) throws(EditProblem) -> PlanEdit {
  var change = ActionChange()
  change.status = .done
  change.doneOn = day
  change.impact = impact
  return try editAction(id, change, in: document)
}
