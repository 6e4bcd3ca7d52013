public import Documents
import PlanModel
import SourceText

/// What changed between two plans of a trust, in the words of both.
public func planDiffReport(_ changes: PlanChanges) -> Document {
  var page = Document([
    .heading(Line([.text(changes.trust.name, .strong)]), level: 1),
    .paragraph(Line("From \(changes.old.title), \(yearWords(changes.old.years))")),
    .paragraph(Line("to \(changes.new.title), \(yearWords(changes.new.years))")),
    .gap,
    .paragraph(Line(summary(changes))),
  ])
  if !changes.changed.isEmpty {
    page.append(.gap)
    page.append(.heading(Line([.text("Changed", .strong)]), level: 2))
    page.append(.table(changeTable(changes)))
  }
  page.append(contentsOf: list("New", changes.added, changes.trust))
  page.append(contentsOf: list("No longer there", changes.removed, changes.trust))
  return page
}

private func changeTable(_ changes: PlanChanges) -> Table {
  var table = Table(columns: [
    Column("KPI", narrowest: 18), Column("What", narrowest: 8),
    Column(changes.old.title, narrowest: 18), Column(changes.new.title, narrowest: 18),
  ])
  for change in changes.changed {
    for (index, difference) in change.differences.enumerated() {
      table.rows.append(
        Row([
          index == 0 ? .text(change.new.kpi.id) : .empty, .text(difference.what),
          .text(difference.old.isEmpty ? "-" : difference.old),
          .text(difference.new.isEmpty ? "-" : difference.new),
        ])
      )
    }
  }
  return table
}

private func list(_ title: String, _ kpis: [PlanChanges.PlannedKPI], _ trust: Trust) -> Document {
  if kpis.isEmpty { return Document() }
  var table = Table(columns: [
    Column("KPI", narrowest: 24), Column("Id", narrowest: 16), Column("Target", narrowest: 14),
  ])
  var last = ""
  for planned in kpis {
    if last != planned.priority.id { table.rows.append(Row(group: Line(planned.priority.title))) }
    last = planned.priority.id
    table.rows.append(
      Row(
        [
          .text(planned.kpi.title), .text(planned.kpi.id), .text(targetWords(planned.kpi, trust)),
        ],
        indent: 1
      )
    )
  }
  return Document([
    .gap, .heading(Line([.text(title, .strong)]), level: 2), .table(table),
  ])
}

private func summary(_ changes: PlanChanges) -> String {
  let common = changes.changed.count + changes.unchangedCount
  let targets = changes.changed.count { change in
    change.differences.contains { $0.what == "target" || $0.what.hasPrefix("part ") }
  }
  return "\(counted(common, "KPI")) in both, \(targets) with another target; "
    + "\(changes.added.count) new, \(changes.removed.count) no longer there."
}
