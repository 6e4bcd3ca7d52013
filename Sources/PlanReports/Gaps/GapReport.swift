public import Documents
import PlanModel
import SourceText

/// Everything that a plan and its readings leave open, kind by kind.
public func gapReport(_ gaps: PlanGaps) -> Document {
  var page = Document(workHead(gaps.trust, gaps.plan, gaps.asOf))
  page.append(.gap)
  guard !gaps.gaps.isEmpty else {
    page.append(.paragraph("Nothing is left open."))
    return page
  }
  page.append(.table(gapSummary(gaps)))
  for kind in Gap.Kind.allCases {
    let own = gaps.gaps.filter { $0.kind == kind }
    if own.isEmpty { continue }
    page.append(.gap)
    page.append(.heading(Line([.text("\(kind.heading) (\(own.count))", .strong)]), level: 2))
    page.append(.table(table(own)))
  }
  return page
}

/// How many gaps there are of each kind.
func gapSummary(_ gaps: PlanGaps) -> Table {
  var rows: [Row] = []
  for kind in Gap.Kind.allCases {
    let count = gaps.gaps.count { $0.kind == kind }
    guard count > 0 else { continue }
    let isOfKPIs = kind == .noReading || kind == .noTarget || kind == .noDeadline
    let words = isOfKPIs ? "\(count) of \(gaps.kpiCount)" : String(count)
    rows.append(Row([.text(kind.heading), .number(words, exact: String(count))], indent: 1))
  }
  return Table(
    columns: [Column("What", narrowest: 30), Column("How many", side: .right)],
    rows: rows
  )
}

private func table(_ gaps: [Gap]) -> Table {
  let hasDetail = gaps.contains { !$0.detail.isEmpty }
  var columns = [Column("Title", narrowest: 24), Column("Id", narrowest: 14)]
  if hasDetail { columns.append(Column("What is open", narrowest: 20)) }
  return Table(
    columns: columns,
    rows: gaps.map { gap in
      Row([.text(gap.title), .text(gap.id)] + (hasDetail ? [.text(gap.detail)] : []), indent: 1)
    },
    showsTitles: false
  )
}
