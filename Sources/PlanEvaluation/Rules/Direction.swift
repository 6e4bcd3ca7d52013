import PlanModel

extension Condition {
  /// Whether low figures are better: every part that says which are asks for low ones.
  ///
  /// Without a part that says so high figures are better. It gives an improvement its direction,
  /// which the words of a multiple leave open.
  var lowerIsBetter: Bool {
    let wishes = wishesForLow
    return !wishes.isEmpty && wishes.allSatisfy(\.self)
  }

  /// What each limit, comparison and trend in the condition asks for: low figures, or high ones.
  private var wishesForLow: [Bool] {
    switch self {
    case .bound(let bound): bound.relation.wishesForLow
    case .cap(let cap): cap.bound.relation.wishesForLow
    case .comparison(let comparison):
      switch comparison.relation {
      case .bound(let relation): relation.wishesForLow
      case .wellAbove, .inLine, .closeTo: [false]
      case .within: []
      }
    case .trend(let trend): [trend == .falling || trend == .notRising]
    case .gap: [false]
    case .allOf(let parts), .anyOf(let parts): parts.flatMap(\.wishesForLow)
    case .range, .gradeAtLeast, .gradeOneOf, .fact, .share, .multiple, .multipleOfFigure, .kpi: []
    }
  }
}

extension BoundRelation {
  fileprivate var wishesForLow: [Bool] {
    switch self {
    case .below, .atMost: [true]
    case .atLeast, .above: [false]
    case .exactly: []
    }
  }
}
