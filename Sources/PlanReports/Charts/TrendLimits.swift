import PlanModel

/// Where the target and the tolerance of a KPI stand in a picture of its figures.
struct TrendLimits {
  /// The height of the target; `nil` where it is no single figure.
  var target: Double?
  /// The heights that miss the target and lie inside the tolerance; `nil` where none is declared.
  var amber: ClosedRange<Double>?

  init(_ target: Target, _ amber: Amber?, _ scale: Scale?) {
    let condition = target.condition
    self.target = Self.height(condition, scale)
    guard let line = self.target, let amber else { return }
    switch amber.rule {
    case .condition(let tolerated):
      guard let other = Self.height(tolerated, scale), other != line else { return }
      // Heights of grades count upwards too, so a floor is a floor on both.
      let isBelow = other < line
      if case .bound(let bound) = condition, bound.relation.wishes == [isBelow ? .lower : .higher] {
        return
      }
      if case .gradeAtLeast = condition, !isBelow { return }
      self.amber = min(line, other)...max(line, other)
    case .within(let distance):
      let width = distance.number.magnitude.drawn
      guard width > 0, case .bound(let bound) = condition else { return }
      switch bound.relation {
      case .below, .atMost: self.amber = line...(line + width)
      case .atLeast, .above: self.amber = (line - width)...line
      case .exactly: self.amber = (line - width)...(line + width)
      }
    }
  }

  /// The one figure that a condition names, as it is drawn.
  private static func height(_ condition: Condition, _ scale: Scale?) -> Double? {
    switch condition {
    case .bound(let bound): return bound.limit.number.drawn
    case .cap(let cap): return cap.bound.limit.number.drawn
    case .gradeAtLeast(let rank): return level(rank, scale)
    case .gradeOneOf(let ranks): return ranks.count == 1 ? level(ranks[0], scale) : nil
    case .fact(let fact): return fact ? 1 : 0
    case .allOf(let parts), .anyOf(let parts):
      let heights = parts.compactMap { height($0, scale) }
      return heights.count == 1 ? heights[0] : nil
    default: return nil
    }
  }

  /// Levels count upwards, so that better grades stand higher.
  private static func level(_ rank: Int, _ scale: Scale?) -> Double? {
    guard let scale, scale.levels.indices.contains(rank) else { return nil }
    return Double(scale.levels.count - rank)
  }
}

extension ExactNumber {
  /// The number near enough to draw it; never used to judge anything.
  var drawn: Double {
    var size = Double(digits)
    for _ in 0..<decimals { size /= 10 }
    return size
  }
}
