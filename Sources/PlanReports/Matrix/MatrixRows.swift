public import Documents
import PlanEvaluation
import PlanModel
import SourceText

/// Verdicts as rows for spreadsheets: one for each KPI or part of it and each scope.
public func verdictRows(_ subjects: [ReportSubject]) -> Table {
  var table = Table(
    columns: [
      "trust", "plan", "as-of", "strategy", "priority", "kpi", "part", "title", "scope", "status",
      "outcome", "value", "unit", "target", "distance", "period", "met", "of", "unknown",
    ].map { Column($0) }
  )
  for subject in subjects {
    for verdict in subject.verdicts {
      table.rows.append(subject.tidyRow(verdict))
      table.rows += subject.strands(of: verdict).map(subject.tidyRow)
    }
  }
  return table
}

extension ReportSubject {
  fileprivate func tidyRow(_ verdict: Verdict) -> Row {
    let strategy = plan.strategies[verdict.path.strategy]
    let wording = wording(verdict)
    let asOf = evaluation.asOf
    let distance: Cell =
      verdict.margin.map { .number(wording.distance(verdict), exact: $0.amount.description) }
      ?? .empty
    let members = verdict.members
    return Row([
      .text(trust.id), .text(plan.id), .day(dayWords(asOf), iso: asOf.description),
      .text(strategy.id), .text(strategy.priorities[verdict.path.priority].id),
      .text(wording.kpi.id), .text(verdict.strand ?? ""),
      .text(verdict.strand == nil ? wording.kpi.title : strandTitle(verdict)),
      .text(verdict.scope.id), .text(verdict.status.rawValue), .text(verdict.outcome.name),
      readCell(verdict, wording), .text(wording.kpi.unit?.text ?? ""),
      .text(verdict.target?.text ?? ""), distance,
      .text(verdict.reading?.period.description ?? ""), whole(members?.met), whole(members?.of),
      whole(members?.unknown),
    ])
  }

  /// The value of a reading as it was typed, a figure with its digits alone.
  func readCell(_ verdict: Verdict, _ wording: KPIWording) -> Cell {
    guard let reading = verdict.reading else { return .empty }
    if case .number(let number) = reading.value, !wording.hasOwnNoun(reading) {
      return .number(wording.value(of: reading), exact: number.description)
    }
    return .text(wording.value(of: reading))
  }
}

/// A whole number in a cell; nothing where there is none.
func whole(_ number: Int?) -> Cell {
  number.map { .number(String($0), exact: String($0)) } ?? .empty
}
