import PlanModel
import Testing

@testable import PlanEvaluation

/// The roll-up, said slowly: fill in every open member in every way and look at what comes out.
enum SlowRollup {
  static let notMembers: Set<Outcome> = [
    .notApplicable, .missing(.notApplicable), .notYetJoined, .left, .external, .questionOpen,
    .questionAnswered, .noTarget,
  ]
  static let unknown: Set<Outcome> = [
    .undetermined, .noComparator, .noScale, .noReading, .awaited, .stale, .missing(.suppressed),
  ]

  /// Whether so many of so many satisfy the quantifier, in plain whole numbers.
  static func holds(_ rule: Quantifier.Rule, _ met: Int, _ total: Int) -> Bool {
    func compare(_ relation: BoundRelation, _ left: Int, _ right: Int) -> Bool {
      switch relation {
      case .below: left < right
      case .atMost: left <= right
      case .atLeast: left >= right
      case .above: left > right
      case .exactly: left == right
      }
    }
    switch rule {
    case .every, .theTrust, .undeclared: return met == total
    case .count(let bound): return compare(bound.relation, met, Int(bound.limit.number.digits))
    case .share(let bound):
      return compare(bound.relation, met * 100, Int(bound.limit.number.digits) * total)
    }
  }

  /// The outcome where every member is known.
  static func certain(_ members: [Outcome], _ rule: Quantifier.Rule) -> Outcome {
    let met = members.count { $0 == .met }
    let almost = members.count { $0 == .nearly || $0 == .excepted }
    if case .undeclared = rule {
      // Nobody has said how many it takes: all are enough, and none are not.
      if met == members.count { return .met }
      return met > 0 ? .undetermined : almost == members.count ? .nearly : .missed
    }
    if holds(rule, met, members.count) { return .met }
    guard almost > 0, holds(rule, met + almost, members.count) else { return .missed }
    return .nearly
  }

  /// Every way to fill in the open members.
  static func completions(_ members: [Outcome], _ tolerated: [Bool]) -> [[Outcome]] {
    var all: [[Outcome]] = [[]]
    for (member, isTolerated) in zip(members, tolerated) {
      let isOpen = unknown.contains(member) || member == .notDue
      let ways: [Outcome] =
        !isOpen ? [member] : isTolerated ? [.met, .nearly] : [.met, .nearly, .missed]
      all = all.flatMap { start in ways.map { start + [$0] } }
    }
    return all
  }

  /// What may be answered; members that are tolerated are nearly met if they are not met.
  static func expected(
    _ outcomes: [Outcome],
    _ rule: Quantifier.Rule,
    tolerated: [Bool]
  ) -> Set<Outcome> {
    let counted = outcomes.indices.filter { !notMembers.contains(outcomes[$0]) }
    let members = counted.map { outcomes[$0] }
    let isTolerated = counted.map { tolerated[$0] && outcomes[$0] == .undetermined }
    guard !members.isEmpty else {
      return outcomes.contains(.noTarget) ? [.noTarget] : [.notApplicable]
    }
    if members.allSatisfy(unknown.contains) { return unknown }
    let results = Set(completions(members, isTolerated).map { certain($0, rule) })
    if results == [.met] { return [.met] }
    if results == [.missed] { return [.missed] }
    if results.contains(.undetermined) {
      let isOpen = !members.contains(where: unknown.contains) && members.contains(.notDue)
      return isOpen ? [.notDue] : [.undetermined]
    }
    // Not to be met any more: red, unless it is inside the tolerance whatever is not known.
    if !results.contains(.met) {
      if results.contains(.missed) { return [.missed] }
      return members.contains(.nearly) ? [.nearly] : [.excepted]
    }
    return members.contains(where: unknown.contains) ? [.undetermined] : [.notDue]
  }
}

@Suite struct RollupBruteForceTests {
  private static let outcomes: [Outcome] = [
    .met, .met, .met, .nearly, .missed, .missed, .excepted, .notDue, .undetermined, .noReading,
    .noReading, .awaited, .stale, .noComparator, .missing(.suppressed), .notApplicable, .left,
    .notYetJoined, .noTarget, .missing(.notApplicable),
  ]

  private static func rule(_ random: inout SeededRandom) -> Quantifier.Rule {
    let relation = random.pick(BoundRelation.allCases)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return .every
    case 3: return .undeclared(word: "most")
    case 1:
      return .count(Bound(relation, Quantity(ExactNumber(Int.random(in: 0...5, using: &random)))))
    default:
      let percent = random.pick([0, 20, 25, 33, 50, 60, 66, 75, 80, 85, 100])
      return .share(Bound(relation, Quantity(ExactNumber(percent), .percent)))
    }
  }

  @Test(arguments: [1, 2, 3, 4])
  func `a roll-up is what every way to fill in its unknown members agrees on`(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let path = KPIPath(strategy: 0, priority: 0, kpi: 0)
    var seen: Set<Outcome> = []
    for _ in 0..<30_000 {
      let size = Int.random(in: 0...5, using: &random)
      let members = (0..<size).map { _ in random.pick(Self.outcomes) }
      let rule = Self.rule(&random)
      var tally = Tally()
      let tolerated = members.map { _ in random.once(in: 3) }
      for (member, isTolerated) in zip(members, tolerated) {
        var verdict = Verdict(path: path, scope: .trust, outcome: member)
        verdict.isTolerated = isTolerated
        tally.add(verdict)
      }
      let found = tally.outcome(rule)
      let expected = SlowRollup.expected(members, rule, tolerated: tolerated)
      if !expected.contains(found) {
        Issue.record("\(members) for \(rule): found \(found), expected \(expected)")
        return
      }
      seen.insert(found)
    }
    #expect(seen.isSuperset(of: [.met, .nearly, .missed, .excepted, .notDue, .undetermined]))
  }

  @Test func `a word that nobody declared is decided by all and by none only`() {
    var random = SeededRandom(seed: 5)
    for _ in 0..<5_000 {
      let size = Int.random(in: 1...4, using: &random)
      let members = (0..<size).map { _ in random.pick([Outcome.met, .missed, .noReading]) }
      var tally = Tally()
      for member in members { tally.add(member) }
      let found = tally.outcome(.undeclared(word: "almost all"))
      let expected: Outcome =
        members.allSatisfy { $0 == .met }
        ? .met
        : members.allSatisfy { $0 == .missed }
          ? .missed : members.allSatisfy { $0 == .noReading } ? .noReading : .undetermined
      #expect(found == expected, "\(members)")
    }
  }

  @Test(arguments: [1, 2])
  func `a range lies in another as every figure of it says`(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    func end(_ random: inout SeededRandom) -> FigureRange.End? {
      if random.once(in: 4) { return nil }
      let number = ExactNumber(Int.random(in: -3...3, using: &random))
      return FigureRange.End(number: number, isIncluded: random.once(in: 2))
    }
    // Ends are whole numbers, so quarters from -5 to 5 stand for all figures.
    let figures = (-20...20).map { ExactNumber(digits: Int64($0 * 25), decimals: 2) }
    func contains(_ range: FigureRange, _ figure: ExactNumber) -> Bool {
      if let lower = range.lower {
        if figure < lower.number || (figure == lower.number && !lower.isIncluded) { return false }
      }
      if let upper = range.upper {
        if figure > upper.number || (figure == upper.number && !upper.isIncluded) { return false }
      }
      return true
    }
    for _ in 0..<3_000 {
      let value = FigureRange(lower: end(&random), upper: end(&random))
      let admitted = FigureRange(lower: end(&random), upper: end(&random))
      let possible = figures.filter { contains(value, $0) }
      guard !possible.isEmpty else { continue }
      let satisfied = possible.count { contains(admitted, $0) }
      let expected: Bool? =
        satisfied == possible.count ? true : satisfied == 0 ? false : nil
      #expect(value.lies(in: admitted) == expected, "\(value) in \(admitted)")
    }
  }
}
