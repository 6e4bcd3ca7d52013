public import Documents
public import PlanModel
import SourceText

/// The plans of trusts: id, title, years, and how much is in each.
public func planListReport(_ records: [(trust: Trust, plans: [Plan])]) -> Document {
  var page = Document()
  for (index, record) in records.enumerated() {
    if index > 0 { page.append(.gap) }
    page.append(.heading(Line([.text(record.trust.name, .strong)]), level: 1))
    guard !record.plans.isEmpty else {
      page.append(.paragraph("There is no plan.", indent: 2))
      continue
    }
    page.append(
      .table(
        Table(
          columns: [
            Column("Plan", narrowest: 20), Column("Id"), Column("Years"),
            Column("Strategies", side: .right, leavesOut: 3),
            Column("Priorities", side: .right, leavesOut: 2),
            Column("KPIs", side: .right, leavesOut: 1),
            Column("Current"),
          ],
          rows: record.plans.map { row($0, record.trust) }
        )
      )
    )
  }
  return page
}

private func row(_ plan: Plan, _ trust: Trust) -> Row {
  let counts = PlanCounts(plan)
  func number(_ value: Int) -> Cell { .number(String(value), exact: String(value)) }
  return Row([
    .text(plan.title), .text(plan.id),
    .text(yearWords(plan.years)),
    number(plan.strategies.count), number(counts.priorities), number(counts.kpis),
    .text(trust.currentPlan?.value == plan.id ? "current" : ""),
  ])
}

/// How much is in a plan.
struct PlanCounts {
  var priorities = 0
  var kpis = 0
  var actions = 0

  init(_ plan: Plan) {
    for strategy in plan.strategies {
      priorities += strategy.priorities.count
      for priority in strategy.priorities {
        kpis += priority.kpis.count
        actions += (priority.years + priority.kpis.flatMap(\.years))
          .reduce(0) { $0 + $1.actions.count }
      }
    }
  }
}
