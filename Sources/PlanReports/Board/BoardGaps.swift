import Documents
import PlanEvaluation
import PlanModel

extension BoardPack {
  /// What nobody knows and what the plan leaves open: how many, and those that need a decision.
  ///
  /// Every single one is listed by `rlt kpi status --gaps`; a board needs the size of each kind,
  /// the priorities that say least, and what contradicts the figures.
  func openThings(anchor: String) -> [Block] {
    guard let gaps else { return [] }
    var blocks: [Block] = [
      .gap, .heading(Line([.text("What is not known", .strong)]), level: 2, anchor: anchor),
    ]
    guard !gaps.gaps.isEmpty else { return blocks + [.paragraph("Nothing is left open.")] }
    blocks.append(.table(gapSummary(gaps)))
    for kind in [Gap.Kind.contradiction, .derived] {
      let own = gaps.gaps.filter { $0.kind == kind }
      if own.isEmpty { continue }
      blocks += [
        .gap, .heading(Line([.text(kind.heading, .strong)]), level: 3),
        .points(
          own.map { Point(nil, Line([.text($0.title, .strong), .text(": \($0.detail)")])) }
        ),
      ]
    }
    return blocks + unread(gaps)
  }

  /// How many KPIs of each priority nobody has ever read.
  private func unread(_ gaps: PlanGaps) -> [Block] {
    let ids = Set(gaps.gaps.lazy.filter { $0.kind == .noReading }.map(\.id))
    if ids.isEmpty { return [] }
    let asked = Set(subject.evaluation.verdicts.map(\.path))
    var rows: [Row] = []
    for place in priorities {
      let kpis = plan[place].kpis.enumerated().filter { number, _ in
        asked.contains(
          KPIPath(strategy: place.strategy, priority: place.priority, kpi: number)
        )
      }
      let silent = kpis.filter { ids.contains($0.element.id) }
      if silent.isEmpty { continue }
      let isAll = silent.count == kpis.count && kpis.count > 1
      let names = silent.map(\.element.title).joined(separator: "; ")
      rows.append(
        Row([
          .text(plan[place].title),
          .number("\(silent.count) of \(kpis.count)", exact: String(silent.count)),
          .text(isAll ? "every one of them" : names),
        ])
      )
    }
    return [
      .gap, .heading(Line([.text("KPIs that have never been read", .strong)]), level: 3),
      .table(
        Table(
          columns: [
            Column("Priority", narrowest: 20), Column("KPIs", side: .right),
            Column("Which", narrowest: 20),
          ],
          rows: rows
        )
      ),
    ]
  }
}
