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
    if let reason = whyNotAsked(school) { return reason }
    guard let target = world.target else { return world.isReference ? .external : .noTarget }
    if world.strands.isEmpty { return own(target, school).outcome }
    return ofStrands(world.strands.map { SlowEvaluator(world: $0).own(target, school) }).outcome
  }

  private func whyNotAsked(_ school: Int?) -> Outcome? {
    let each = one(school)
    if each.isCandidate { return .notYetJoined }
    if let joined = each.joined, joined > world.asOf { return .notYetJoined }
    if each.leftBefore { return .left }
    if world.onlyChurch, school != nil {
      guard let church = each.isChurch else { return .undetermined }
      if !church { return .notApplicable }
    }
    return nil
  }

  /// An outcome, and whether a miss would lie inside the tolerance where that is all that is open.
  struct Found {
    var outcome: Outcome
    var isTolerated = false
  }

  /// What is expected of what was read, for the KPI or one strand of it.
  private func own(_ target: SlowTarget, _ school: Int?) -> Found {
    var outcome = judge(target, school)
    let isInside = world.amber.map { tolerates($0, target, school) } ?? false
    let isTolerated = outcome == .undetermined && isInside
    if outcome == .missed, isInside { outcome = .nearly }
    if let deadline = world.deadline, Self.isMiss(outcome) {
      // Held against a school only if the day has passed whatever is not known turns out to be.
      let isAhead = Set(days(of: deadline, one(school)).map { $0 > world.asOf })
      if isAhead == [true] {
        outcome = .notDue
      } else if isAhead.count > 1 {
        outcome = .undetermined
      }
    }
    if Self.isMiss(outcome), world.asOf < world.planBegins { outcome = .notDue }
    if world.isReadYearly, seen(school).isOld { outcome = .stale }
    return Found(outcome: outcome, isTolerated: isTolerated)
  }

  /// What the strands of one school give together.
  private func ofStrands(_ found: [Found]) -> Found {
    let members = found.filter { !SlowRollup.notMembers.contains($0.outcome) }
    return Found(
      outcome: Self.combined(found, .every),
      isTolerated: members.allSatisfy { each in
        [.met, .nearly, .excepted].contains(each.outcome)
          || each.outcome == .undetermined && each.isTolerated
      }
    )
  }

  private static func isMiss(_ outcome: Outcome) -> Bool {
    outcome == .missed || outcome == .nearly
  }

  /// What is expected for the trust; `nil` where nothing is known and any such answer will do.
  func outcomeOfTrust() -> Outcome {
    if world.isOfTrust { return outcome(nil) }
    guard let target = world.target else { return world.isReference ? .external : .noTarget }
    let strands = world.strands.isEmpty ? [world] : world.strands
    // School by school, what is expected of each strand.
    var schools = world.schools.indices.map { school in
      strands.map { SlowEvaluator(world: $0).own(target, school) }
    }
    let asked = world.schools.indices.filter { whyNotAsked($0) == nil }
    for (index, strand) in strands.enumerated() where isFigureSeen {
      let isSilent = asked.allSatisfy { school in
        SlowEvaluator(world: strand).seen(school).value == nil
          && schools[school][index].outcome.status == .grey
      }
      // A figure of the whole says nothing of each school, and so does silence.
      for school in asked where isSilent {
        let isUnread = [.noReading, .awaited].contains(schools[school][index].outcome)
        if isUnread { schools[school][index].outcome = .undetermined }
      }
    }
    let whole = world.schools.indices.map { school -> Found in
      if let reason = whyNotAsked(school) { return Found(outcome: reason) }
      return world.strands.isEmpty ? schools[school][0] : ofStrands(schools[school])
    }
    let found = Self.combined(whole, world.rule)
    if Self.isMiss(found) {
      if case .on(let day)? = world.deadline, day > world.asOf { return .notDue }
      if world.asOf < world.planBegins { return .notDue }
    }
    return found
  }

  /// Whether there is a figure of the whole trust that counts.
  private var isFigureSeen: Bool { world.trustFigure != nil && isInside(2016_09_01) }

  private func one(_ school: Int?) -> SlowWorld.School {
    school.map { world.schools[$0] } ?? world.whole
  }

  // MARK: - Readings

  struct Seen {
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
  func seen(_ school: Int?) -> Seen {
    let each = one(school)
    let now = isInside(2016_09_01) ? each.now : nil
    let before = isInside(2015_09_01) ? each.before : nil
    let all = [now, before].compactMap { $0 }
    if let now {
      return Seen(
        value: now,
        before: each.before,
        reference: world.isFrozen ? world.comparatorBefore : world.comparatorNow,
        referenceBefore: world.comparatorBefore,
        isOld: world.isLater,
        isExcused: world.isExcused,
        all: all
      )
    }
    guard let before else { return Seen() }
    return Seen(value: before, reference: world.comparatorBefore, isOld: true, all: all)
  }

  /// Whether what begins on a day lies inside the window and in the time of the KPI.
  private func isInside(_ begins: Int) -> Bool {
    begins >= world.validFrom ?? 0
      && world.window.map { begins + $0 * 1_00_00 > world.asOf } ?? true
  }

  /// What it means that nothing was read: it is awaited once a year has passed since the start.
  private func withoutReading(_ school: Int?) -> Outcome {
    let start = max(world.planBegins, world.validFrom ?? 0, one(school).joined ?? 0)
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
    if let together = judgeTogether(target, school) { return together }
    switch target {
    case .allOf(let parts):
      return Self.combined(parts.map { Found(outcome: judge($0, school)) }, .every)
    case .anyOf(let parts):
      let one = Bound(.atLeast, Quantity(ExactNumber(1)))
      return Self.combined(parts.map { Found(outcome: judge($0, school)) }, .count(one))
    case .other:
      let other = SlowEvaluator(world: world.others[0])
      return school == nil || other.world.isOfTrust ? other.outcomeOfTrust() : other.outcome(school)
    default: break
    }
    let each = seen(school)
    guard let now = each.value else { return withoutReading(school) }
    if case .windowCap(let most, let mayBeExcused) = target {
      return windowCap(each.all, most, mayBeExcused)
        ?? (now == .suppressed ? .missing(.suppressed) : .undetermined)
    }
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
    case .above, .inLine, .wellAbove, .within, .multipleOfFigure: return compare(now, each, target)
    case .gap(let isLow): return gap(now, each, isLow ? -1 : 1)
    case .multiple(let factor): return multiple(factor, now, each)
    case .allOf, .anyOf, .other, .windowCap: return .undetermined
    }
  }

  /// A count over all that was read, whatever is not known turns out to be; `nil` if it matters.
  private func windowCap(_ all: [SlowValue], _ most: Int, _ mayBeExcused: Bool) -> Outcome? {
    guard all.contains(where: { $0 != .suppressed }) else { return nil }
    switch Set(Self.sums(of: all).map { $0 <= most }) {
    case [true]: return .met
    case [false]: return mayBeExcused && world.isExcused ? .excepted : .missed
    default: return nil
    }
  }

  /// Every sum of things that values may stand for together.
  static func sums(of all: [SlowValue]) -> [Int] {
    all.reduce([0]) { sums, value in
      Array(Set(sums.flatMap { sum in value.counts.map { sum + $0 } }))
    }
  }

  /// Against the figure of the comparator for the same year.
  private func compare(_ now: SlowValue, _ each: Seen, _ target: SlowTarget) -> Outcome {
    guard let theirs = each.reference.exact else { return .noComparator }
    switch target {
    case .above(let relation, let offset):
      return every(now) { Self.holds(relation, $0, theirs + offset) }
    case .inLine:
      // What is as good as the others is in line with them, however wide that is.
      let sign = lowIsBetter ? -1 : 1
      if let margin = world.margin { return every(now) { sign * ($0 - theirs) >= -margin } }
      return now.figures.allSatisfy { sign * ($0 - theirs) >= 0 } ? .met : .undetermined
    case .wellAbove:
      if let margin = world.margin { return every(now) { $0 >= theirs + margin } }
      return now.figures.contains { $0 > theirs } ? .undetermined : .missed
    case .within(let distance): return every(now) { abs($0 - theirs) <= distance }
    case .multipleOfFigure(let factor):
      return theirs > 0 ? every(now) { $0 >= factor * theirs } : .undetermined
    default: return .undetermined
    }
  }

  /// As good as the others, or less far behind them than a year before.
  private func gap(_ now: SlowValue, _ each: Seen, _ sign: Int) -> Outcome {
    guard let theirs = each.reference.exact else { return .noComparator }
    if now.figures.allSatisfy({ sign * ($0 - theirs) >= 0 }) { return .met }
    guard let own = now.exact, let before = each.before, before != .suppressed else {
      return .undetermined
    }
    guard let theirsBefore = each.referenceBefore.exact else { return .noComparator }
    guard let ownBefore = before.exact else { return .undetermined }
    return sign * (theirs - own) < sign * (theirsBefore - ownBefore) ? .met : .missed
  }

  /// So many times as much better than a year before as the others.
  private func multiple(_ factor: Int, _ now: SlowValue, _ each: Seen) -> Outcome {
    guard let before = each.before, before != .suppressed else { return .undetermined }
    guard let theirs = each.reference.exact else { return .noComparator }
    guard let theirsBefore = each.referenceBefore.exact else { return .noComparator }
    guard let own = now.exact, let ownBefore = before.exact else { return .undetermined }
    let sign = lowIsBetter ? -1 : 1
    let ours = sign * (own - ownBefore)
    let others = sign * (theirs - theirsBefore)
    guard others > 0 else { return .undetermined }
    return ours >= factor * others ? .met : .missed
  }

  /// Whether low figures are better: as the plan says, or because all that is asked asks for them.
  var lowIsBetter: Bool {
    if let said = world.lowIsBetter { return said }
    let wishes = world.target.map { Self.wishes($0) } ?? []
    return !wishes.isEmpty && wishes.allSatisfy { $0 == "low" }
  }

  /// Limits on one figure, judged together for every figure that it may be.
  private func judgeTogether(_ target: SlowTarget, _ school: Int?) -> Outcome? {
    guard let holds = plain(target), let now = seen(school).value, now != .suppressed else {
      return nil
    }
    return every(now, holds)
  }

  /// Whether a figure satisfies a target of limits alone; `nil` for any other target.
  private func plain(_ target: SlowTarget) -> ((Int) -> Bool)? {
    switch target {
    case .bound(let relation, let limit): return { Self.holds(relation, $0, limit) }
    case .range(let low, let high): return { $0 >= low && $0 <= high }
    case .allOf(let parts), .anyOf(let parts):
      let each = parts.compactMap(plain)
      guard each.count == parts.count else { return nil }
      if case .allOf = target { return { figure in each.allSatisfy { $0(figure) } } }
      return { figure in each.contains { $0(figure) } }
    default: return nil
    }
  }

  /// Whether low or high figures are asked for, by each part that says so.
  static func wishes(_ target: SlowTarget) -> [String] {
    switch target {
    case .bound(.below, _), .bound(.atMost, _), .above(.below, _), .above(.atMost, _),
      .trend(.falling), .trend(.notRising), .cap, .windowCap, .gap(isLow: true):
      ["low"]
    case .bound(.atLeast, _), .bound(.above, _), .above(.atLeast, _), .above(.above, _),
      .trend(.rising), .trend(.notFalling), .wellAbove, .gap(isLow: false):
      ["high"]
    case .allOf(let parts), .anyOf(let parts): parts.flatMap(wishes)
    default: []
    }
  }

  private func every(_ value: SlowValue, _ holds: (Int) -> Bool) -> Outcome {
    outcome(of: Set(value.figures.map(holds)))
  }

  private func outcome(of answers: Set<Bool>) -> Outcome {
    answers == [true] ? .met : answers == [false] ? .missed : .undetermined
  }

  /// What several outcomes give together.
  static func combined(_ found: [Found], _ rule: Quantifier.Rule) -> Outcome {
    let outcomes = found.map(\.outcome)
    let expected = SlowRollup.expected(outcomes, rule, tolerated: found.map(\.isTolerated))
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
