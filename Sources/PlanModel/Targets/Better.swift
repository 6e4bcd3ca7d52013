/// Which figures of a KPI are better.
public enum Better: String, Sendable, Hashable, CaseIterable {
  /// High ones, as of attendance.
  case higher
  /// Low ones, as of absence.
  case lower
}

extension Condition {
  /// Whether low figures are better: every part that says which are asks for low ones.
  ///
  /// Without a part that says so high figures are better. It gives an improvement its direction,
  /// which the words of a multiple leave open.
  public var lowerIsBetter: Bool {
    let wishes = wishes
    return !wishes.isEmpty && wishes.allSatisfy { $0 == .lower }
  }

  /// What each limit, comparison and trend in the condition asks for: low figures, or high ones.
  ///
  /// Being in line with others or close to them is asked from either side.
  public var wishes: [Better] {
    switch self {
    case .bound(let bound): bound.relation.wishes
    case .cap(let cap): cap.bound.relation.wishes
    case .comparison(let comparison):
      switch comparison.relation {
      case .bound(let relation): relation.wishes
      case .wellAbove: [.higher]
      case .inLine, .closeTo, .within: []
      }
    case .trend(let trend): [trend == .falling || trend == .notRising ? .lower : .higher]
    case .gap(let relation, _): relation.wishes
    case .allOf(let parts), .anyOf(let parts): parts.flatMap(\.wishes)
    case .range, .gradeAtLeast, .gradeOneOf, .fact, .share, .multiple, .multipleOfFigure, .kpi: []
    }
  }
}

extension BoundRelation {
  /// What the relation asks for: low figures, or high ones; nothing where one figure alone will do.
  public var wishes: [Better] {
    switch self {
    case .below, .atMost: [.lower]
    case .atLeast, .above: [.higher]
    case .exactly: []
    }
  }
}
