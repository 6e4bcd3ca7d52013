import PlanEvaluation
import PlanModel

extension SlowEvaluator {
  /// Whether a miss lies between what the target admits and what the tolerance still admits.
  func tolerates(_ amber: SlowAmber, _ target: SlowTarget, _ school: Int?) -> Bool {
    guard let now = seen(school).value, now != .suppressed else { return false }
    switch (amber, target) {
    case (.within(let distance), .bound(let relation, let limit)):
      // Counted to the limit itself, whether or not the limit is enough.
      return now.figures.allSatisfy { figure in
        Self.holds(relation, figure, limit) || abs(figure - limit) <= distance
      }
    case (.within(let distance), .range(let low, let high)):
      return now.figures.allSatisfy { $0 >= low - distance && $0 <= high + distance }
    case (.bound, .other):
      // A figure of this KPI says nothing of another.
      return false
    case (.bound, .allOf(let parts)):
      return parts.allSatisfy { isEnough($0, amber, school) }
    case (.bound, .anyOf(let parts)):
      return parts.contains { isEnough($0, amber, school) }
    case (.bound(let relation, let limit), _):
      let each = seen(school)
      if case .windowCap(let most, _) = target {
        // What was counted is what is tolerated, whatever of it is not known.
        return Self.sums(of: each.all).allSatisfy {
          lies($0, between: { $0 <= most }, and: relation, limit)
        }
      }
      guard let admitted = admitted(target, each) else {
        // What is not known figure by figure has a side all the same.
        let wishes = Self.wishes(target)
        if let side = Self.wishes(.bound(relation, limit)).first, !wishes.isEmpty,
          !wishes.contains(side)
        {
          return false
        }
        return now.figures.allSatisfy { Self.holds(relation, $0, limit) }
      }
      return now.figures.allSatisfy { lies($0, between: admitted, and: relation, limit) }
    default: return false
    }
  }

  /// Whether a part of a combination holds, or is missed inside the tolerance.
  private func isEnough(_ part: SlowTarget, _ amber: SlowAmber, _ school: Int?) -> Bool {
    switch judge(part, school) {
    case .met, .nearly, .excepted: return true
    case .missed, .undetermined: return tolerates(amber, part, school)
    default: return false
    }
  }

  /// Whether a figure is admitted, or lies on the way from what is to the end of the tolerance.
  private func lies(
    _ figure: Int,
    between admits: (Int) -> Bool,
    and relation: BoundRelation,
    _ limit: Int
  ) -> Bool {
    if admits(figure) { return true }
    let hasUpperEnd = relation != .atLeast && relation != .above
    let hasLowerEnd = relation != .atMost && relation != .below
    let isBelowEnd = relation == .exactly ? figure <= limit : Self.holds(relation, figure, limit)
    let isAboveEnd = relation == .exactly ? figure >= limit : Self.holds(relation, figure, limit)
    let all = Self.figures + [figure]
    if hasUpperEnd, isBelowEnd, all.contains(where: { $0 < figure && admits($0) }) { return true }
    return hasLowerEnd && isAboveEnd && all.contains { $0 > figure && admits($0) }
  }

  /// Which figures a target admits, all else being as it is; `nil` where it is no matter of one.
  private func admitted(_ target: SlowTarget, _ each: Seen) -> ((Int) -> Bool)? {
    let theirs = each.reference.exact
    let margin = world.margin
    let sign = lowIsBetter ? -1 : 1
    switch target {
    case .bound(let relation, let limit): return { Self.holds(relation, $0, limit) }
    case .range(let low, let high): return { $0 >= low && $0 <= high }
    case .cap(let most, _): return { $0 <= most }
    case .above(let relation, let offset):
      return theirs.map { theirs in { Self.holds(relation, $0, theirs + offset) } }
    case .inLine:
      guard let theirs, let margin else { return nil }
      return { sign * ($0 - theirs) >= -margin }
    case .wellAbove:
      guard let theirs, let margin else { return nil }
      return { $0 >= theirs + margin }
    case .within(let distance): return theirs.map { theirs in { abs($0 - theirs) <= distance } }
    case .multipleOfFigure(let factor): return theirs.map { theirs in { $0 >= factor * theirs } }
    case .gap(let isLow):
      return theirs.map { theirs in { isLow ? $0 <= theirs : $0 >= theirs } }
    case .trend(let trend):
      return each.before?.exact.map { before in { Self.holds(trend, $0, before) } }
    case .windowCap, .multiple, .other, .allOf, .anyOf: return nil
    }
  }
}
