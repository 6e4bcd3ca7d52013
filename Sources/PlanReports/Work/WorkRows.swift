public import Documents
import PlanModel
import SourceText

/// Actions as rows for spreadsheets, one for each.
public func actionRows(_ selections: [ActionSelection]) -> Table {
  Table(
    columns: [
      "trust", "plan", "strategy", "priority", "kpis", "id", "text", "year", "owner", "due",
      "due-day", "every", "last-done", "status", "done", "waiting", "overdue", "days-left",
      "condition", "resources", "refers", "note", "source",
    ].map { Column($0) },
    rows: selections.flatMap { selection in selection.actions.map { row($0, selection) } }
  )
}

private func row(_ planned: PlannedAction, _ selection: ActionSelection) -> Row {
  let action = planned.action
  let trust = selection.trust
  let due = planned.dueDay(in: trust.calendar)
  let isClosed = planned.isClosed(by: selection.asOf)
  let left = isClosed ? nil : due.map { Int($0.number - selection.asOf.number) }
  return Row([
    .text(trust.id), .text(selection.plan.id), .text(planned.strategy.id),
    .text(planned.priority.id), .text(planned.kpis.joined(separator: "; ")), .text(action.id),
    .text(action.text), .text(planned.years.map(yearWords) ?? ""),
    .text(ownerList(action.owners, trust)), .text(action.due?.text ?? ""), dayCell(due),
    .text(action.every?.value.rawValue ?? ""), dayCell(action.lastDone),
    .text(action.status?.value.rawValue ?? "not-said"), dayCell(action.doneOn),
    factCell(planned.isWaiting),
    factCell(planned.isOverdue(on: selection.asOf, in: trust.calendar)),
    whole(left), .text(action.condition ?? ""), .text(action.resources ?? ""),
    .text(action.refers ?? ""), .text(action.note ?? ""), .text(action.source ?? ""),
  ])
}

/// Milestones as rows for spreadsheets, one for each, and one for each list of dates that are paired
/// with no work.
public func milestoneRows(_ selections: [MilestoneSelection]) -> Table {
  Table(
    columns: [
      "what", "trust", "plan", "strategy", "priority", "kpis", "id", "label", "text", "owner",
      "due", "due-day", "every", "revised", "earlier", "slip-months", "reached", "late",
      "days-left", "note", "source",
    ].map { Column($0) },
    rows: selections.flatMap { selection in
      selection.milestones.map { row($0, selection) }
        + selection.unaligned.map { row($0, selection) }
    }
  )
}

private func row(_ planned: PlannedMilestone, _ selection: MilestoneSelection) -> Row {
  let milestone = planned.milestone
  let trust = selection.trust
  let due = planned.dueDay(in: trust.calendar)
  let left = milestone.reachedOn == nil ? due : nil
  let slip = milestone.earlier.lazy.compactMap(\.period).first.flatMap {
    slipMonths(from: $0, to: milestone.due?.period, trust.calendar)
  }
  return Row([
    .text("milestone"), .text(trust.id), .text(selection.plan.id), .text(planned.strategy.id),
    .text(planned.priority.id), .text(milestone.kpis.map(\.value).joined(separator: "; ")),
    .text(milestone.id), .text(milestone.label ?? ""), .text(milestone.text),
    .text(ownerList(milestone.owners, trust)), .text(milestone.due?.text ?? ""), dayCell(due),
    .text(milestone.every?.value.rawValue ?? ""), factCell(milestone.isRevised),
    .text(milestone.earlier.map(\.text).joined(separator: "; ")), whole(slip.map { Int($0) }),
    dayCell(milestone.reachedOn), factCell(selection.isLate(planned)),
    whole(left.map { Int($0.number - selection.asOf.number) }), .text(milestone.note ?? ""),
    .text(milestone.source ?? ""),
  ])
}

private func row(_ dates: UnalignedDates, _ selection: MilestoneSelection) -> Row {
  Row([
    .text("dates-as-given"), .text(selection.trust.id), .text(selection.plan.id),
    .text(dates.strategy.id), .text(dates.priority.id),
    .text(dates.kpis.joined(separator: "; ")), .empty, .empty,
    .text(dates.undated.joined(separator: "; ")), .text(ownerList(dates.owners, selection.trust)),
    .text(dates.dates.map(\.value).joined(separator: "; ")),
  ])
}

/// Risks as rows for spreadsheets: one for each mitigation, and one for a risk without any.
public func riskRows(_ selections: [RiskSelection]) -> Table {
  Table(
    columns: [
      "trust", "plan", "id", "label", "risk", "implied", "owner", "kpis", "mitigation",
      "mitigation-owner", "from", "note", "source",
    ].map { Column($0) },
    rows: selections.flatMap { selection in
      selection.risks.flatMap { risk -> [Row] in
        let mitigations = selection.mitigations(of: risk)
        if mitigations.isEmpty { return [row(risk, nil, nil, selection)] }
        return mitigations.map { row(risk, $0.mitigation, $0.from, selection) }
      }
    }
  )
}

private func row(
  _ risk: Risk,
  _ mitigation: Risk.Mitigation?,
  _ other: Risk?,
  _ selection: RiskSelection
) -> Row {
  let trust = selection.trust
  return Row([
    .text(trust.id), .text(selection.plan.id), .text(risk.id), .text(risk.label ?? ""),
    .text(risk.text), factCell(risk.isImplied), .text(ownerList(risk.owners, trust)),
    .text(risk.kpis.map(\.value).joined(separator: "; ")), .text(mitigation?.text ?? ""),
    .text(ownerList(mitigation?.owners ?? [], trust)), .text(other?.id ?? ""),
    .text(risk.note ?? ""), .text(mitigation?.source ?? risk.source ?? ""),
  ])
}

/// Owners by name, as one cell; nothing where there are none.
func ownerList(_ owners: [Sourced<String>], _ trust: Trust) -> String {
  owners.map { trust.ownerName($0.value) }.joined(separator: "; ")
}

/// A day in a cell; nothing where there is none.
func dayCell(_ day: Day?) -> Cell {
  day.map { .day(dayWords($0), iso: $0.description) } ?? .empty
}

/// A yes or no in a cell.
func factCell(_ fact: Bool) -> Cell { .text(fact ? "yes" : "no") }
