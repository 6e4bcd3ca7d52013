internal import PlanModel
internal import SourceText

extension Lowering {
  /// Reports a path of yearly targets that turns back: a later year asks for less than an earlier.
  func checkPaths(_ plan: Plan, _ trust: Trust) {
    for kpi in plan.strategies.flatMap(\.priorities).flatMap(\.kpis) {
      let hasOrder = kpi.scale.flatMap { scale($0.value, among: trust.scales) }?.isOrdered ?? false
      for (earlier, later) in zip(kpi.targetsByYear, kpi.targetsByYear.dropFirst()) {
        guard asksLess(later.target.condition, than: earlier.target.condition, hasOrder) else {
          continue
        }
        report(
          .pathOutOfOrder,
          "'\(later.target.text)' for \(later.year) asks for less than \(earlier.year) did",
          at: later.target.place,
          label: "\(earlier.year) asks for `\(earlier.target.text)`",
          help: "check the two targets and their years"
        )
      }
    }
  }

  private func asksLess(_ after: Condition, than before: Condition, _ hasOrder: Bool) -> Bool {
    if let after = after.worstGrade, let before = before.worstGrade {
      return hasOrder && after > before
    }
    guard let after = after.limits, let before = before.limits, after.mark == before.mark else {
      return false
    }
    let lower = looseness(after.lower, before.lower, isLooser: { $0 < $1 })
    let upper = looseness(after.upper, before.upper, isLooser: { $0 > $1 })
    // Where one end gives way and the other tightens, the range has moved.
    return lower >= 0 && upper >= 0 && lower + upper > 0
  }

  /// 1 where a limit lets more through than another, -1 where it lets less through.
  private func looseness(
    _ after: ExactNumber?,
    _ before: ExactNumber?,
    isLooser: (ExactNumber, ExactNumber) -> Bool
  ) -> Int {
    switch (after, before) {
    case (nil, nil): 0
    case (nil, _): 1
    case (_, nil): -1
    case (let after?, let before?): isLooser(after, before) ? 1 : isLooser(before, after) ? -1 : 0
    }
  }
}

extension Condition {
  /// The rank of the worst grade that will do; `nil` where it is about no grades.
  fileprivate var worstGrade: Int? {
    switch self {
    case .gradeAtLeast(let rank): rank
    case .gradeOneOf(let ranks): ranks.max()
    default: nil
    }
  }

  /// The lowest and the highest figure that will do, an open end being `nil`.
  fileprivate var limits: (lower: ExactNumber?, upper: ExactNumber?, mark: UnitMark)? {
    switch self {
    case .bound(let bound):
      let number = bound.limit.number
      switch bound.relation {
      case .atLeast, .above: return (number, nil, bound.limit.mark)
      case .atMost, .below: return (nil, number, bound.limit.mark)
      case .exactly: return (number, number, bound.limit.mark)
      }
    case .range(let range):
      guard range.lower.limit.mark == range.upper.limit.mark else { return nil }
      return (range.lower.limit.number, range.upper.limit.number, range.lower.limit.mark)
    default: return nil
    }
  }
}
