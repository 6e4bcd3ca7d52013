import Documents
import PlanModel
import SourceText

/// What was achieved and planned in one school year, as lines under the year.
func yearNode(_ entry: YearEntry, _ trust: Trust) -> TreeNode {
  var children = entry.impact.map { TreeNode(Line("Impact: " + $0.text)) }
  if !entry.datesAsGiven.isEmpty { children.append(datesNode(entry.datesAsGiven)) }
  if let note = entry.note { children.append(TreeNode(Line("Note: " + note))) }
  children += entry.actions.map { TreeNode(actionLine($0, trust)) }
  return TreeNode(Line([.text(yearWords(entry.years), .strong)]), children)
}

/// Dates of which it is not known to which work they belong, in one line.
func datesNode(_ dates: [Sourced<String>]) -> TreeNode {
  let words = dates.map(\.value).joined(separator: ", ")
  return TreeNode(Line("Dates as given, paired with no work: " + words))
}

/// An action in one line: what, who, by when, and how it stands.
func actionLine(_ action: Action, _ trust: Trust) -> Line {
  var details: [String] = []
  details.append(
    action.owners.isEmpty
      ? "no owner" : listed(action.owners.map { trust.ownerName($0.value) }, "and")
  )
  if let due = action.due { details.append("due \(dueWords(due))") }
  if let every = action.every { details.append(every.value.words) }
  if let waitsFor = action.waitsFor {
    details.append("waits for: \(waitsFor)")
  } else if let condition = action.condition {
    details.append("condition: \(condition)")
  }
  if let resources = action.resources { details.append("needs: \(resources)") }
  if let refers = action.refers { details.append("refers to: \(refers)") }
  if let day = action.doneOn { details.append("done on \(dayWords(day))") }
  var spans: [Span] = []
  if let status = action.status?.value {
    spans.append(.text("[\(status.rawValue)] ", status == .done ? .quiet : .plain))
  } else {
    spans.append(.text("[ ] "))
  }
  spans.append(.text(action.text))
  spans.append(.text(" (\(details.joined(separator: ", ")))", .quiet))
  return Line(spans)
}
