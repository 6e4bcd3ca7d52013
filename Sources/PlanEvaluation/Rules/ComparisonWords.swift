import PlanModel

extension Evaluator {
  /// Judges a reading given in words, such as `above national`, by the words alone.
  func findWords(
    _ read: Comparison.Relation,
    _ comparator: String,
    _ asked: Comparison,
    _ reading: Reading,
    isLow: Bool
  ) -> Finding {
    guard comparator == asked.comparator else {
      return .noComparator(asked.comparator, self.asked(asked.comparator, in: reading.period))
    }
    let holds = Self.holds(read, asked, isLow: isLow)
    var finding = Finding(outcome: Finding.outcome(holds))
    finding.reasons.append(Reason(.comparedInWords(read, asked: asked, holds: holds)))
    if holds == nil { finding.reasons.append(Reason(.couldGoEitherWay)) }
    return finding
  }

  /// Whether the words read are enough for the words asked; `nil` where figures are needed.
  static func holds(
    _ read: Comparison.Relation,
    _ asked: Comparison,
    isLow: Bool = false
  ) -> Bool? {
    if let offset = asked.offset?.number, offset != .zero {
      guard case .bound(let relation) = asked.relation else { return nil }
      return differences(read)?.lies(in: FigureRange(relation, offset))
    }
    switch (asked.relation, read) {
    case (.wellAbove, .wellAbove), (.inLine, .inLine), (.closeTo, .closeTo): return true
    case (.within(let most), .within(let distance)):
      return distance.number.magnitude <= most.number.magnitude ? true : nil
    case (.within, _), (_, .within):
      // Level is within any distance.
      if case .bound(.exactly) = read { return true }
      return nil
    case (.bound(let relation), .inLine): return relation.againstInLine
    case (.bound(.above), .closeTo): return false
    case (.bound, .closeTo): return nil
    case (.bound(let relation), _): return differences(read)?.lies(in: FigureRange(relation, .zero))
    case (.wellAbove, .inLine), (.wellAbove, .closeTo): return false
    case (.wellAbove, _):
      return differences(read)?.lies(in: FigureRange(.above, .zero)) == false ? false : nil
    case (.inLine, .closeTo): return nil
    case (.closeTo, .inLine): return true
    case (.inLine, _), (.closeTo, _):
      let better = FigureRange(isLow ? .atMost : .atLeast, .zero)
      return differences(read)?.lies(in: better) == true ? true : nil
    }
  }

  /// The differences to the comparator that words leave open; `nil` for words that need a margin.
  private static func differences(_ read: Comparison.Relation) -> FigureRange? {
    switch read {
    case .bound(let relation): FigureRange(relation, .zero)
    case .wellAbove: FigureRange(.above, .zero)
    case .inLine, .closeTo, .within: nil
    }
  }
}

extension BoundRelation {
  /// Whether being in line is enough: it is neither above nor below, but need not be level.
  fileprivate var againstInLine: Bool? {
    switch self {
    case .above, .below: false
    case .atLeast, .atMost, .exactly: nil
    }
  }
}
