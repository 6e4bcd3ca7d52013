public import Documents
import PlanModel
import SourceText

/// The milestones of a plan: when each is due, how late it is, and how often its date was moved.
public func milestoneListReport(_ selection: MilestoneSelection) -> Document {
  var page = Document(workHead(selection.trust, selection.plan, selection.asOf))
  page.append(.gap)
  guard !selection.milestones.isEmpty else {
    page.append(.paragraph("No milestone of the plan answers to what was asked for."))
    page.append(contentsOf: Document(unalignedBlocks(selection.unaligned)))
    return page
  }
  let hasMoved = selection.milestones.contains { $0.milestone.isRevised }
  var columns = [
    Column("Milestone", narrowest: 26), Column("Id", narrowest: 12, leavesOut: 3),
    Column("Owner", narrowest: 10, leavesOut: 2), Column("Due", narrowest: 10),
    Column("Stands", narrowest: 10),
  ]
  if hasMoved { columns.append(Column("Moved", narrowest: 14)) }
  var table = Table(columns: columns)
  var last: (strategy: String, priority: String) = ("", "")
  for planned in selection.milestones {
    if last.strategy != planned.strategy.id {
      table.rows.append(Row(group: Line(planned.strategy.title)))
    }
    if last != (planned.strategy.id, planned.priority.id) {
      table.rows.append(Row(group: Line(planned.priority.title), indent: 1))
    }
    last = (planned.strategy.id, planned.priority.id)
    table.rows.append(row(planned, selection, hasMoved: hasMoved))
  }
  page.append(.table(table))
  page.append(.gap)
  page.append(.paragraph(Line(summary(selection))))
  page.append(contentsOf: Document(unalignedBlocks(selection.unaligned)))
  return page
}

private func row(
  _ planned: PlannedMilestone,
  _ selection: MilestoneSelection,
  hasMoved: Bool
) -> Row {
  let milestone = planned.milestone
  let trust = selection.trust
  let label = milestone.label.map { "\($0): " } ?? ""
  let late = selection.isLate(planned)
  var cells: [Cell] = [
    .text(label + milestone.text), .text(milestone.id),
    .text(ownerWords(milestone.owners, trust)),
    .text(milestone.due.map(dueWords) ?? milestone.every?.value.words ?? ""),
    .line(Line([.text(standingWords(planned, selection), late ? .strong : .plain)])),
  ]
  if hasMoved { cells.append(.text(movedWords(milestone, trust.calendar))) }
  return Row(cells, indent: 2, isQuiet: milestone.reachedOn != nil)
}

func standingWords(_ planned: PlannedMilestone, _ selection: MilestoneSelection) -> String {
  let due = planned.dueDay(in: selection.trust.calendar)
  if let reached = planned.milestone.reachedOn {
    let late = due.map { $0 < reached ? ", \(ageWords(from: $0, to: reached)) late" : "" } ?? ""
    return "reached on \(dayWords(reached))\(late)"
  }
  if due == nil, planned.milestone.every != nil { return "" }
  return due.map { lateWords($0, on: selection.asOf) } ?? "no day"
}

/// How the date of a milestone was moved, in words: `from May 2019, 14 months later`.
func movedWords(_ milestone: Milestone, _ calendar: SchoolCalendar) -> String {
  guard milestone.isRevised else { return "" }
  guard !milestone.earlier.isEmpty else { return "yes, the date before is not given" }
  let dates = listed(milestone.earlier.map(dueWords), "then")
  guard let first = milestone.earlier.lazy.compactMap(\.period).first,
    let slip = slipMonths(from: first, to: milestone.due?.period, calendar)
  else { return "from \(dates)" }
  if slip == 0 { return "from \(dates), the same month" }
  let size = counted(slip.magnitude == 1 ? 1 : Int(slip.magnitude), "month")
  return "from \(dates), \(size) \(slip > 0 ? "later" : "earlier")"
}

/// By how many months the last day of one period lies after that of another.
func slipMonths(from first: Period, to last: Period?, _ calendar: SchoolCalendar) -> Int? {
  guard let last else { return nil }
  let before = calendar.days(of: first).upperBound.date
  let after = calendar.days(of: last).upperBound.date
  return (after.year - before.year) * 12 + after.month - before.month
}

private func summary(_ selection: MilestoneSelection) -> String {
  let all = selection.milestones
  var parts: [String] = []
  func add(_ count: Int, _ words: String) { if count > 0 { parts.append("\(count) \(words)") } }
  add(all.count { $0.milestone.reachedOn != nil }, "reached")
  add(all.count { selection.isLate($0) }, "late")
  add(all.count { $0.milestone.isRevised }, "moved")
  add(
    all.count {
      $0.dueDay(in: selection.trust.calendar) == nil && $0.milestone.every == nil
    },
    "without a day"
  )
  add(all.count { $0.milestone.owners.isEmpty }, "without an owner")
  let detail = parts.isEmpty ? "" : ": " + listed(parts, "and")
  return counted(all.count, "milestone") + detail + "."
}
