import PlanEvaluation
import PlanModel

/// The meaning of targets, said slowly: every figure that a value may stand for is tried in turn.
///
/// It shares no code with the evaluator: figures are whole numbers of halves, days are numbers such
/// as 20150901, and a condition is a question that each figure answers with yes or no.
struct SlowEvaluator {
  /// The figures tried for a value that is not exact, in halves, far beyond every limit in use.
  static let figures = Array(-40...60)

  let world: SlowWorld

  /// What is expected for a school, or for the trust itself where there is none.
  func outcome(_ school: Int?) -> Outcome {
    let each = one(school)
    if each.isCandidate { return .notYetJoined }
    if let joined = each.joined, joined > world.asOf { return .notYetJoined }
    if each.leftBefore { return .left }
    if world.onlyChurch, school != nil {
      guard let church = each.isChurch else { return .undetermined }
      if !church { return .notApplicable }
    }
    guard let target = world.target else { return world.isReference ? .external : .noTarget }
    var outcome = judge(target, school)
    if outcome == .missed, let amber = world.amber, tolerates(amber, target, school) {
      outcome = .nearly
    }
    if let deadline = world.deadline, outcome == .missed || outcome == .nearly {
      // Not due only if the day lies ahead whatever is not known turns out to be.
      if days(of: deadline, each).allSatisfy({ $0 > world.asOf }) { outcome = .notDue }
    }
    if world.isReadYearly, seen(school).isOld { return .stale }
    return outcome
  }

  /// What is expected for the trust; `nil` where nothing is known and any such answer will do.
  func outcomeOfTrust() -> Outcome {
    if world.isOfTrust { return outcome(nil) }
    if world.target == nil { return world.isReference ? .external : .noTarget }
    return Self.combined(world.schools.indices.map { outcome($0) }, world.rule)
  }

  private func one(_ school: Int?) -> SlowWorld.School {
    school.map { world.schools[$0] } ?? world.whole
  }

  // MARK: - Readings

  private struct Seen {
    var value: SlowValue?
    var before: SlowValue?
    var reference: SlowValue?
    var referenceBefore: SlowValue?
    var isOld = false
    var isExcused = false
    /// Everything that was read inside the window.
    var all: [SlowValue] = []
  }

  /// The reading that counts and what it is seen beside: the latest that begins inside the window.
  private func seen(_ school: Int?) -> Seen {
    let each = one(school)
    func isInside(_ begins: Int) -> Bool {
      world.window.map { begins + $0 * 1_00_00 > world.asOf } ?? true
    }
    let now = isInside(2016_09_01) ? each.now : nil
    let before = isInside(2015_09_01) ? each.before : nil
    let all = [now, before].compactMap { $0 }
    if let now {
      return Seen(
        value: now,
        before: each.before,
        reference: world.comparatorNow,
        referenceBefore: world.comparatorBefore,
        isOld: world.isLater,
        isExcused: world.isExcused,
        all: all
      )
    }
    guard let before else { return Seen() }
    return Seen(value: before, reference: world.comparatorBefore, isOld: true, all: all)
  }

  /// What it means that nothing was read: it is awaited once a year has passed since the start.
  private func withoutReading(_ school: Int?) -> Outcome {
    let start = max(2015_09_01, one(school).joined ?? 0)
    return world.isReadYearly && start + 1_00_00 < world.asOf ? .awaited : .noReading
  }

  // MARK: - Deadlines

  /// Every day on which a deadline may fall; of what nobody knows, one long past and one far ahead.
  private func days(of deadline: SlowDeadline, _ school: SlowWorld.School) -> [Int] {
    let anyDay = [0, 9999_12_31]
    switch deadline {
    case .on(let day): return [day]
    case .yearsAfterJoining(let years):
      return school.joined.map { [$0 + years * 1_00_00] } ?? anyDay
    case .firstInspection(let section):
      guard let joined = school.joined else { return anyDay }
      let ours = school.inspections.filter {
        $0.on >= joined && $0.on <= world.asOf && (section == nil || section == $0.section)
      }
      return [ours.map(\.on).min() ?? 9999_12_31]
    case .words: return anyDay
    case .earliest(let parts):
      return parts.reduce([9999_12_31]) { found, part in
        found.flatMap { first in days(of: part, school).map { min(first, $0) } }
      }
    }
  }

  // MARK: - Conditions

  func judge(_ target: SlowTarget, _ school: Int?) -> Outcome {
    switch target {
    case .allOf(let parts):
      return Self.combined(parts.map { judge($0, school) }, .every)
    case .anyOf(let parts):
      let one = Bound(.atLeast, Quantity(ExactNumber(1)))
      return Self.combined(parts.map { judge($0, school) }, .count(one))
    case .other:
      let other = SlowEvaluator(world: world.others[0])
      return school == nil || other.world.isOfTrust ? other.outcomeOfTrust() : other.outcome(school)
    default: break
    }
    let each = seen(school)
    guard let now = each.value else { return withoutReading(school) }
    if now == .suppressed { return .missing(.suppressed) }
    switch target {
    case .bound(let relation, let limit): return every(now) { Self.holds(relation, $0, limit) }
    case .range(let low, let high): return every(now) { $0 >= low && $0 <= high }
    case .trend(let trend):
      guard let before = each.before, before != .suppressed else { return .undetermined }
      let answers = Set(
        before.figures.flatMap { old in now.figures.map { Self.holds(trend, $0, old) } }
      )
      return outcome(of: answers)
    case .cap(let most, let mayBeExcused):
      let found = every(now) { $0 <= most }
      return found == .missed && mayBeExcused && each.isExcused ? .excepted : found
    case .windowCap(let most, let mayBeExcused):
      let figures = each.all.map(\.exact)
      guard figures.allSatisfy({ $0 != nil }) else { return .undetermined }
      if figures.compactMap({ $0 }).reduce(0, +) <= most { return .met }
      return mayBeExcused && world.isExcused ? .excepted : .missed
    case .above, .inLine, .wellAbove, .within, .multipleOfFigure: return compare(now, each, target)
    case .gap: return gap(now, each)
    case .multiple(let factor): return multiple(factor, now, each)
    case .allOf, .anyOf, .other: return .undetermined
    }
  }

  /// Against the figure of the comparator for the same year.
  private func compare(_ now: SlowValue, _ each: Seen, _ target: SlowTarget) -> Outcome {
    guard let theirs = each.reference.exact else { return .noComparator }
    switch target {
    case .above(let relation, let offset):
      return every(now) { Self.holds(relation, $0, theirs + offset) }
    case .inLine:
      guard let margin = world.margin else { return .undetermined }
      return every(now) { $0 >= theirs - margin }
    case .wellAbove:
      guard let margin = world.margin else { return .undetermined }
      return every(now) { $0 >= theirs + margin }
    case .within(let distance): return every(now) { abs($0 - theirs) <= distance }
    case .multipleOfFigure(let factor):
      return theirs > 0 ? every(now) { $0 >= factor * theirs } : .undetermined
    default: return .undetermined
    }
  }

  /// As good as the others, or less far behind them than a year before.
  private func gap(_ now: SlowValue, _ each: Seen) -> Outcome {
    guard let theirs = each.reference.exact else { return .noComparator }
    if now.figures.allSatisfy({ $0 >= theirs }) { return .met }
    guard let own = now.exact, let before = each.before, before != .suppressed else {
      return .undetermined
    }
    guard let theirsBefore = each.referenceBefore.exact else { return .noComparator }
    guard let ownBefore = before.exact else { return .undetermined }
    return theirs - own < theirsBefore - ownBefore ? .met : .missed
  }

  /// So many times as much better than a year before as the others.
  private func multiple(_ factor: Int, _ now: SlowValue, _ each: Seen) -> Outcome {
    guard let before = each.before, before != .suppressed else { return .undetermined }
    guard let theirs = each.reference.exact else { return .noComparator }
    guard let theirsBefore = each.referenceBefore.exact else { return .noComparator }
    guard let own = now.exact, let ownBefore = before.exact else { return .undetermined }
    // Low figures are better only where all that is asked beside it asks for low ones.
    let wishes = world.target.map { Self.wishes($0) } ?? []
    let sign = !wishes.isEmpty && wishes.allSatisfy { $0 == "low" } ? -1 : 1
    let ours = sign * (own - ownBefore)
    let others = sign * (theirs - theirsBefore)
    guard others > 0 else { return .undetermined }
    return ours >= factor * others ? .met : .missed
  }

  /// Whether low or high figures are asked for, by each part that says so.
  private static func wishes(_ target: SlowTarget) -> [String] {
    switch target {
    case .bound(.below, _), .bound(.atMost, _), .above(.below, _), .above(.atMost, _),
      .trend(.falling), .trend(.notRising), .cap, .windowCap:
      ["low"]
    case .bound(.atLeast, _), .bound(.above, _), .above(.atLeast, _), .above(.above, _),
      .trend(.rising), .trend(.notFalling), .inLine, .wellAbove, .gap:
      ["high"]
    case .allOf(let parts), .anyOf(let parts): parts.flatMap(wishes)
    default: []
    }
  }

  private func tolerates(_ amber: SlowAmber, _ target: SlowTarget, _ school: Int?) -> Bool {
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

  /// What several outcomes give together.
  static func combined(_ outcomes: [Outcome], _ rule: Quantifier.Rule) -> Outcome {
    let expected = SlowRollup.expected(outcomes, rule)
    if expected.count == 1, let only = expected.first { return only }
    // Nothing is known of any: what they share, if they share it.
    let shared = Set(outcomes.filter { !SlowRollup.notMembers.contains($0) })
    if shared.count == 1, let only = shared.first { return only }
    return shared == [.noReading, .awaited] ? .noReading : .undetermined
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

extension Optional<SlowValue> {
  /// The figure, where there is only one.
  var exact: Int? { self?.exact }
}
