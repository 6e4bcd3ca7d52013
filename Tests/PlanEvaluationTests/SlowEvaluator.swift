import PlanEvaluation
import PlanModel

/// The meaning of targets, said slowly: every figure that a value may stand for is tried in turn.
///
/// It shares no code with the evaluator: figures are whole numbers of halves, and a condition is a
/// question that each of them answers with yes or no.
struct SlowEvaluator {
  /// The figures tried for a value that is not exact, in halves, far beyond every limit in use.
  static let figures = Array(-40...60)

  let world: SlowWorld

  /// What is expected for a school; several where the proof may stop at either.
  func outcome(_ school: Int) -> Outcome {
    let each = world.schools[school]
    if each.isCandidate || each.joinsLater { return .notYetJoined }
    if each.leftBefore { return .left }
    if world.onlyChurch {
      guard let church = each.isChurch else { return .undetermined }
      if !church { return .notApplicable }
    }
    guard let target = world.target else {
      return world.isReference ? .external : .noTarget
    }
    var outcome = judge(target, school)
    if outcome == .missed, let amber = world.amber, tolerates(amber, target, school) {
      outcome = .nearly
    }
    if world.isDueLater, outcome == .missed || outcome == .nearly { outcome = .notDue }
    if world.isReadYearly, seen(school).isOld { return .stale }
    return outcome
  }

  /// The reading that counts for a school and what it is seen beside: the latest that there is.
  private func seen(_ school: Int) -> Seen {
    let each = world.schools[school]
    if each.now == nil, let before = each.before {
      return Seen(value: before, reference: world.comparatorBefore, isOld: true, isExcused: false)
    }
    return Seen(
      value: each.now,
      before: each.before,
      reference: world.comparatorNow,
      referenceBefore: world.comparatorBefore,
      isOld: world.isLater && each.now != nil,
      isExcused: world.isExcused
    )
  }

  private struct Seen {
    var value: SlowValue?
    var before: SlowValue?
    var reference: SlowValue?
    var referenceBefore: SlowValue?
    var isOld: Bool
    var isExcused: Bool
  }

  // MARK: - Conditions

  func judge(_ target: SlowTarget, _ school: Int) -> Outcome {
    let each = seen(school)
    switch target {
    case .allOf(let parts):
      return combined(parts.map { judge($0, school) }, .every)
    case .anyOf(let parts):
      let one = Bound(.atLeast, Quantity(ExactNumber(1)))
      return combined(parts.map { judge($0, school) }, .count(one))
    default: break
    }
    guard let now = each.value else { return world.isReadYearly ? .awaited : .noReading }
    if now == .suppressed { return .missing(.suppressed) }
    switch target {
    case .bound(let relation, let limit):
      return every(now) { Self.holds(relation, $0, limit) }
    case .range(let low, let high):
      return every(now) { $0 >= low && $0 <= high }
    case .above(let relation, let offset):
      guard let theirs = each.reference.exact else { return .noComparator }
      return every(now) { Self.holds(relation, $0, theirs + offset) }
    case .inLine:
      guard let theirs = each.reference.exact else { return .noComparator }
      guard let margin = world.margin else { return .undetermined }
      return every(now) { $0 >= theirs - margin }
    case .wellAbove:
      guard let theirs = each.reference.exact else { return .noComparator }
      guard let margin = world.margin else { return .undetermined }
      return every(now) { $0 >= theirs + margin }
    case .within(let distance):
      guard let theirs = each.reference.exact else { return .noComparator }
      return every(now) { abs($0 - theirs) <= distance }
    case .trend(let trend):
      guard let before = each.before, before != .suppressed else { return .undetermined }
      let answers = Set(
        before.figures.flatMap { old in now.figures.map { Self.holds(trend, $0, old) } }
      )
      return outcome(of: answers)
    case .gap:
      guard let own = now.exact else { return .undetermined }
      guard let theirs = each.reference.exact else { return .noComparator }
      if own >= theirs { return .met }
      guard let ownBefore = each.before?.exact else { return .undetermined }
      guard let theirsBefore = each.referenceBefore.exact else { return .noComparator }
      return theirs - own < theirsBefore - ownBefore ? .met : .missed
    case .multiple(let factor):
      guard let own = now.exact, let ownBefore = each.before?.exact else { return .undetermined }
      guard let theirs = each.reference.exact else { return .noComparator }
      guard let theirsBefore = each.referenceBefore.exact else { return .noComparator }
      guard theirs > theirsBefore else { return .undetermined }
      return own - ownBefore >= factor * (theirs - theirsBefore) ? .met : .missed
    case .multipleOfFigure(let factor):
      guard let theirs = each.reference.exact else { return .noComparator }
      guard theirs > 0 else { return .undetermined }
      return every(now) { $0 >= factor * theirs }
    case .cap(let most, let mayBeExcused):
      let found = every(now) { $0 <= most }
      return found == .missed && mayBeExcused && each.isExcused ? .excepted : found
    case .allOf, .anyOf: return .undetermined
    }
  }

  private func tolerates(_ amber: SlowAmber, _ target: SlowTarget, _ school: Int) -> Bool {
    guard let now = seen(school).value, now != .suppressed else { return false }
    switch (amber, target) {
    case (.within(let distance), .bound(let relation, let limit)):
      // Counted to the limit itself, whether or not the limit is enough.
      return now.figures.allSatisfy { figure in
        Self.holds(relation, figure, limit) || abs(figure - limit) <= distance
      }
    case (.within(let distance), .range(let low, let high)):
      return now.figures.allSatisfy { $0 >= low - distance && $0 <= high + distance }
    case (.bound(let relation, let limit), _):
      return now.figures.allSatisfy { Self.holds(relation, $0, limit) }
    default: return false
    }
  }

  private func every(_ value: SlowValue, _ holds: (Int) -> Bool) -> Outcome {
    outcome(of: Set(value.figures.map(holds)))
  }

  private func outcome(of answers: Set<Bool>) -> Outcome {
    answers == [true] ? .met : answers == [false] ? .missed : .undetermined
  }

  private func combined(_ outcomes: [Outcome], _ rule: Quantifier.Rule) -> Outcome {
    let expected = SlowRollup.expected(outcomes, rule)
    if expected.count == 1, let only = expected.first { return only }
    // Nothing is known of any branch: what they share, if they share it.
    return Set(outcomes).count == 1 ? outcomes[0] : .undetermined
  }

  static func holds(_ relation: BoundRelation, _ figure: Int, _ limit: Int) -> Bool {
    switch relation {
    case .below: figure < limit
    case .atMost: figure <= limit
    case .atLeast: figure >= limit
    case .above: figure > limit
    case .exactly: figure == limit
    }
  }

  static func holds(_ trend: Trend, _ now: Int, _ before: Int) -> Bool {
    switch trend {
    case .rising: now > before
    case .notFalling: now >= before
    case .falling: now < before
    case .notRising: now <= before
    }
  }
}

/// A value in halves.
enum SlowValue: Hashable {
  case exact(Int)
  case censored(BoundRelation, Int)
  case between(Int, Int)
  case suppressed

  /// Every figure that it may stand for.
  var figures: [Int] {
    switch self {
    case .exact(let figure): [figure]
    case .censored(let relation, let limit):
      SlowEvaluator.figures.filter { SlowEvaluator.holds(relation, $0, limit) }
    case .between(let low, let high): Array(low...high)
    case .suppressed: []
    }
  }

  /// The figure, where there is only one.
  var exact: Int? { figures.count == 1 ? figures[0] : nil }
}

extension Optional<SlowValue> {
  /// The figure, where there is only one.
  var exact: Int? { self?.exact }
}

/// A target in halves.
indirect enum SlowTarget {
  case bound(BoundRelation, Int)
  case range(Int, Int)
  case above(BoundRelation, offset: Int)
  case inLine
  case wellAbove
  case within(Int)
  case trend(Trend)
  case gap
  case multiple(Int)
  case multipleOfFigure(Int)
  case cap(Int, mayBeExcused: Bool)
  case allOf([SlowTarget])
  case anyOf([SlowTarget])
}

/// A tolerance in halves.
enum SlowAmber {
  case within(Int)
  case bound(BoundRelation, Int)
}

/// A tiny trust with one KPI.
struct SlowWorld {
  struct School {
    var isCandidate = false
    var joinsLater = false
    var leftBefore = false
    var isChurch: Bool?
    var now: SlowValue?
    var before: SlowValue?
  }

  var schools: [School] = []
  var target: SlowTarget?
  var isReference = false
  var amber: SlowAmber?
  var rule = Quantifier.Rule.every
  var onlyChurch = false
  var isDueLater = false
  var isReadYearly = false
  /// Whether it is looked at long after the last reading.
  var isLater = false
  var comparatorNow: SlowValue?
  var comparatorBefore: SlowValue?
  var margin: Int?
  var isExcused = false
}
