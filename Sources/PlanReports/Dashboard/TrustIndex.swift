public import Documents
import PlanEvaluation
import PlanModel

/// The first page of a site of several trusts: how each stands, with a link to its overview.
public func trustIndex(_ dashboards: [Dashboard]) -> Page {
  var table = Table(
    columns: [
      Column("Trust", narrowest: 16), Column("Plan", narrowest: 16),
      Column("Schools", side: .right),
      Column("KPIs"),
    ] + ReportSubject.statusOrder.map { Column($0.rawValue, side: .right) }
  )
  var days: [String] = []
  var legend: [LegendEntry] = []
  for dashboard in dashboards {
    let subject = dashboard.subject
    let counts = StatusCounts(subject.evaluation.verdicts.lazy.filter { $0.scope == .trust })
    table.rows.append(
      Row(
        [
          .line(Line([.link(subject.trust.name, to: dashboard.path(of: 0))])),
          .text("\(subject.plan.title), \(yearWords(subject.plan.years))"),
          .number(String(subject.schools.count), exact: String(subject.schools.count)),
          .chart(subject.strip(counts)),
        ]
          + ReportSubject.statusOrder.map { .number(String(counts[$0]), exact: String(counts[$0])) }
      )
    )
    if !days.contains(subject.dayLine) { days.append(subject.dayLine) }
    for entry in subject.countLegend(counts) where !legend.contains(entry) { legend.append(entry) }
  }
  let day = days.count == 1 ? days[0] + " " : ""
  return Page(
    title: "All trusts",
    document: Document([
      .heading(Line([.text("All trusts", .strong)]), level: 1),
      .paragraph(Line("\(counted(dashboards.count, "trust")). \(day)")), .table(table),
    ]),
    legend: legend,
    foot: "\(day)Made by rlt."
  )
}

extension ReportSubject {
  /// What the statuses that were counted mean.
  fileprivate func countLegend(_ counts: StatusCounts) -> [LegendEntry] {
    Self.statusOrder.filter { counts[$0] > 0 }.map { status in
      LegendEntry(Line([.mark(Outcome.mark(of: status))]), status.meaning)
    }
  }
}
