public import Documents
import PlanEvaluation
import PlanModel

/// The first page of a site of several trusts: how each stands, with a link to its overview.
public func trustIndex(_ dashboards: [Dashboard]) -> Page {
  let days = dashboards.reduce(into: [String]()) { days, dashboard in
    if !days.contains(dashboard.subject.dayLine) { days.append(dashboard.subject.dayLine) }
  }
  var table = Table(
    columns: [
      Column("Trust", narrowest: 16), Column("Plan", narrowest: 16),
      Column("Schools", side: .right),
      Column("KPIs"),
    ] + ReportSubject.statusOrder.map { Column($0.rawValue, side: .right) }
      + (days.count > 1 ? [Column("Day", narrowest: 12)] : [])
  )
  var used: [Status] = []
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
          + (days.count > 1 ? [.text(subject.dayLine)] : [])
      )
    )
    used += ReportSubject.statusOrder.filter { counts[$0] > 0 }
  }
  let day = days.count == 1 ? days[0] + " " : ""
  return Page(
    title: "All trusts",
    document: Document([
      .heading(Line([.text("All trusts", .strong)]), level: 1),
      .paragraph(Line("\(counted(dashboards.count, "trust")). \(day)")), .table(table),
    ]),
    legend: ReportSubject.statusOrder.filter(used.contains).map { status in
      LegendEntry(Line([.mark(Outcome.mark(of: status))]), status.meaning)
    },
    foot: "\(day)Made by rlt."
  )
}
