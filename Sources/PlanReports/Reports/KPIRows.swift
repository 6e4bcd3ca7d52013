public import Documents
import PlanEvaluation
import PlanModel
import SourceText

/// KPIs as rows for spreadsheets: one for each, and one for each part that is read apart.
public func kpiRows(_ selections: [KPISelection]) -> Table {
  var table = Table(
    columns: [
      "trust", "plan", "strategy", "priority", "kpi", "part", "title", "unit", "scale", "level",
      "target", "operator-assumed", "amber", "for", "by", "frequency", "owner", "note", "source",
    ].map { Column($0) }
  )
  for selection in selections {
    for (strategy, priority, kpi) in selection.kpis {
      let start: [Cell] = [
        .text(selection.trust.id), .text(selection.plan.id), .text(strategy.id),
        .text(priority.id), .text(kpi.id),
      ]
      table.rows.append(Row(start + cells(kpi, selection.trust)))
      for strand in kpi.strands { table.rows.append(Row(start + cells(strand))) }
    }
  }
  return table
}

private func cells(_ kpi: KPI, _ trust: Trust) -> [Cell] {
  let paths = kpi.targetsByYear.map { "\($0.year): \($0.target.text)" }
  let target = kpi.target?.text ?? paths.joined(separator: "; ")
  let isAssumed =
    kpi.target?.operatorAssumed
    ?? kpi.targetsByYear.contains {
      $0.target.operatorAssumed
    }
  return [
    .empty, .text(kpi.title), .text(kpi.unit?.text ?? ""), .text(kpi.scale?.value ?? ""),
    .text(kpi.level.rawValue), .text(target), factCell(isAssumed), .text(kpi.amber?.text ?? ""),
    .text(kpi.quantifier?.text ?? ""), .text(kpi.deadline?.text ?? ""),
    .text(kpi.frequency?.value.rawValue ?? ""), .text(ownerList(kpi.owners, trust)),
    .text(kpi.note ?? ""), .text(kpi.source ?? ""),
  ]
}

private func cells(_ strand: KPI.Strand) -> [Cell] {
  [
    .text(strand.id), .text(strand.title), .text(strand.unit?.text ?? ""),
    .text(strand.scale?.value ?? ""), .empty, .text(strand.target?.text ?? ""),
  ]
}

/// The past of KPIs as rows for spreadsheets: one for each reading and each plan that judges it.
public func historyRows(_ subjects: [HistorySubject]) -> Table {
  var table = Table(
    columns: [
      "trust", "kpi", "part", "scope", "period", "value", "recorded", "basis", "replaced", "plan",
      "target", "outcome", "status", "distance", "note", "source",
    ].map { Column($0) }
  )
  for subject in subjects {
    for entry in subject.entries {
      let judged = entry.chapters.isEmpty ? [nil] : entry.chapters.map(Optional.some)
      for each in judged {
        let past = each?.past ?? entry.reading
        table.rows.append(row(past, each?.chapter, subject))
      }
    }
  }
  return table
}

private func row(
  _ past: PastReading,
  _ chapter: HistorySubject.Chapter?,
  _ subject: HistorySubject
) -> Row {
  let reading = past.reading
  let verdict = past.isReplaced ? nil : past.verdict
  let value: Cell =
    if case .number(let number) = reading.value {
      .number(reading.text, exact: number.description)
    } else {
      .text(reading.text)
    }
  let margin: Cell =
    verdict?.margin.map { .number($0.amount.description, exact: $0.amount.description) } ?? .empty
  return Row([
    .text(subject.trust.id), .text(subject.id), .text(reading.strand ?? ""),
    .text(reading.scope.id), .text(reading.period.description), value, dayCell(reading.recorded),
    .text(reading.basis), factCell(past.isReplaced), .text(chapter?.plan.id ?? ""),
    .text(verdict?.target?.text ?? ""), .text(verdict?.outcome.name ?? ""),
    .text(verdict?.status.rawValue ?? ""), margin, .text(reading.note), .text(reading.source),
  ])
}
