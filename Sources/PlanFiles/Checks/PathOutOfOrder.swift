internal import PlanModel
internal import SourceText

extension Lowering {
  /// Reports a path of yearly targets that turns back: a later year asks for less than an earlier.
  func checkPaths(_ plan: Plan) {
    for kpi in plan.strategies.flatMap(\.priorities).flatMap(\.kpis) {
      for (earlier, later) in zip(kpi.targetsByYear, kpi.targetsByYear.dropFirst()) {
        guard case .bound(let before) = earlier.target.condition,
          case .bound(let after) = later.target.condition, before.relation == after.relation,
          before.limit.mark == after.limit.mark,
          asksLess(after.limit.number, than: before.limit.number, before.relation)
        else { continue }
        report(
          .pathOutOfOrder,
          "'\(later.target.text)' for \(later.year) asks for less than \(earlier.year) did",
          at: later.target.place,
          label: "\(earlier.year) asks for `\(earlier.target.text)`",
          help: "check the two figures and their years"
        )
      }
    }
  }

  private func asksLess(
    _ after: ExactNumber,
    than before: ExactNumber,
    _ relation: BoundRelation
  ) -> Bool {
    switch relation {
    case .atLeast, .above: after < before
    case .atMost, .below: after > before
    case .exactly: false
    }
  }
}
