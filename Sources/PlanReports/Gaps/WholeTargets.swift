import PlanEvaluation
import PlanModel
import SourceText

extension GapFinder {
  /// Notes what the targets of the other shares of a whole force upon one of them.
  ///
  /// Only where that goes further than its own target, or against it.
  mutating func lookAtTargets(of whole: Whole, _ kpis: [KPI]) {
    for (index, kpi) in kpis.enumerated() {
      let others = kpis.indices.filter { $0 != index }.map { kpis[$0] }
      for side in [Side.upper, .lower] {
        guard let forced = forced(by: others, side, whole.total), let own = kpi.target,
          let words = wording(of: forced, own)
        else { continue }
        let mark = kpi.unit?.mark ?? .none
        let targets = others.map { other in
          let target = other.target.map(KPIWording(trust: trust, kpi: other).words) ?? ""
          return "\(target) (\(other.title))"
        }
        let limit = "\(forced.relation.rawValue) \(figure(forced.limit.number, mark))"
        let target = KPIWording(trust: trust, kpi: kpi).words(own)
        let detail = "\(listed(targets, "and")) together leave it \(limit); \(words(target))."
        gaps.append(Gap(.derived, kpi.id, kpi.title, detail: detail, at: whole.place))
      }
    }
  }

  /// The side on which the targets of the others are bound.
  private enum Side {
    case upper
    case lower
  }

  /// What is left for a share where each of the others has a limit on one side.
  private func forced(by others: [KPI], _ side: Side, _ total: ExactNumber) -> Bound? {
    var rest = total
    var isStrict = false
    for other in others {
      guard case .bound(let bound)? = other.target?.condition else { return nil }
      switch (side, bound.relation) {
      case (.upper, .below), (.lower, .above): isStrict = true
      case (.upper, .atMost), (.lower, .atLeast), (_, .exactly): break
      default: return nil
      }
      guard let left = rest.subtracting(bound.limit.number) else { return nil }
      rest = left
    }
    switch side {
    case .upper: return Bound(isStrict ? .above : .atLeast, Quantity(rest))
    case .lower: return Bound(isStrict ? .below : .atMost, Quantity(rest))
    }
  }

  /// How what is forced stands to the own target, given its words; `nil` where it adds nothing.
  private func wording(of forced: Bound, _ own: Target) -> ((String) -> String)? {
    guard case .bound(let bound) = own.condition else { return nil }
    let limit = bound.limit.number
    let isFloor = forced.relation == .above || forced.relation == .atLeast
    let isOwnFloor = bound.relation == .above || bound.relation == .atLeast
    let isAllowed = forced.relation.holds(limit, forced.limit.number)
    if bound.relation == .exactly || isFloor != isOwnFloor {
      // Its own limit is the nearest figure to the others': strictly, it is one only if included.
      let isMet = isAllowed && (bound.relation != .below && bound.relation != .above)
      let isApart = isFloor ? limit > forced.limit.number : limit < forced.limit.number
      return isMet || isApart ? nil : { "its own target is \($0), so one of them must be missed" }
    }
    if limit == forced.limit.number, !isAllowed, bound.relation.holds(limit, limit) {
      return { "its own target is \($0), but at the limit itself one of the others is missed" }
    }
    let isFurther = isFloor ? forced.limit.number > limit : forced.limit.number < limit
    return isFurther ? { "that is more than its own target asks for, \($0)" } : nil
  }
}
