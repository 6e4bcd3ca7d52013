import PlanEvaluation
import PlanModel

extension SlowWorld {
  /// A world put together by chance.
  init(_ random: inout SeededRandom) {
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      var school = School()
      school.isCandidate = random.once(in: 20)
      school.leftBefore = random.once(in: 20)
      school.isChurch = random.pick([true, true, false, nil])
      school.joined = random.pick([nil, 2012_09_01, 2015_10_15, 2017_03_15, 2019_09_01])
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        school.inspections.append(
          (random.pick([2014_05_06, 2016_05_06, 2017_12_01, 2018_11_20]), random.pick([5, 48]))
        )
      }
      schools.append(school)
    }
    isLater = random.once(in: 4)
    planBegins = random.once(in: 8) ? 2018_09_01 : 2015_09_01
    margin = random.once(in: 2) ? 2 : nil
    isFrozen = random.once(in: 6)
    let hasOther = random.once(in: 2)
    if hasOther {
      var other = self
      other.describe(&random, hasOther: false)
      others = [other]
    }
    describe(&random, hasOther: hasOther)
  }

  /// Makes up what was read; what is asked stays.
  private mutating func read(_ random: inout SeededRandom) {
    let isSilent = random.once(in: 6)
    for index in schools.indices {
      schools[index].now = isSilent ? nil : Self.value(&random)
      schools[index].before = isSilent ? nil : Self.value(&random)
    }
    whole.now = Self.value(&random)
    whole.before = Self.value(&random)
    comparatorNow = Self.reference(&random)
    comparatorBefore = Self.reference(&random)
  }

  /// Makes up the KPI and its readings; the schools and the day stay.
  private mutating func describe(_ random: inout SeededRandom, hasOther: Bool) {
    read(&random)
    isOfTrust = random.once(in: 5)
    target = random.once(in: 20) ? nil : Self.target(&random, depth: 1, hasOther)
    isReference = random.once(in: 2)
    lowIsBetter = random.pick([nil, nil, true, false])
    if random.once(in: 2) {
      amber =
        random.once(in: 2)
        ? .within(2) : .bound(random.pick(BoundRelation.allCases), Self.figure(&random))
    }
    // How far other targets are missed by is a matter of their rules, which scripts look at.
    switch (amber, target) {
    case (.within, .bound), (.within, .range): break
    case (.within, _): amber = nil
    default: break
    }
    rule = Self.rule(&random)
    onlyChurch = random.once(in: 5)
    deadline = random.once(in: 2) ? Self.deadline(&random, depth: 1) : nil
    isReadYearly = random.once(in: 4)
    window =
      random.once(in: 3) || target?.kinds.contains { $0.hasSuffix("windowCap") } == true
      ? Int.random(in: 1...5, using: &random) : nil
    isExcused = random.once(in: 2)
    validFrom = random.once(in: 8) ? 2016_09_01 : nil
    if !isOfTrust, random.once(in: 4) { trustFigure = .exact(Self.figure(&random)) }
    guard random.once(in: 4) else { return }
    strands = (0..<2).map { _ in
      var strand = self
      strand.read(&random)
      return strand
    }
  }

  private static func rule(_ random: inout SeededRandom) -> Quantifier.Rule {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return .every
    case 1:
      let limit = Quantity(ExactNumber(Int.random(in: 0...3, using: &random)))
      return .count(Bound(random.pick(BoundRelation.allCases), limit))
    case 2: return .undeclared(word: "most")
    default:
      let limit = Quantity(ExactNumber(random.pick([0, 33, 50, 66, 85, 100])), .percent)
      return .share(Bound(random.pick(BoundRelation.allCases), limit))
    }
  }

  private static func deadline(_ random: inout SeededRandom, depth: Int) -> SlowDeadline {
    switch Int.random(in: 0..<(depth > 0 ? 7 : 4), using: &random) {
    case 0: return .on(random.pick([2016_12_31, 2017_12_01, 2018_06_01, 2020_12_31]))
    case 1: return .yearsAfterJoining(Int.random(in: 1...4, using: &random))
    case 2: return .firstInspection(section: random.pick([nil, 5, 48]))
    case 3: return .words
    default:
      let count = Int.random(in: 2...3, using: &random)
      return .earliest((0..<count).map { _ in deadline(&random, depth: 0) })
    }
  }

  /// A whole number, in halves, so that figures between two of them are tried too.
  private static func figure(_ random: inout SeededRandom) -> Int {
    2 * Int.random(in: -1...6, using: &random)
  }

  private static func value(_ random: inout SeededRandom) -> SlowValue? {
    switch Int.random(in: 0..<10, using: &random) {
    case 0: return nil
    case 1: return .suppressed
    case 2: return .censored(random.pick([.above, .atLeast, .below, .atMost]), figure(&random))
    case 3:
      let low = figure(&random)
      return .between(low, low + 2 * Int.random(in: 0...2, using: &random))
    default: return .exact(figure(&random))
    }
  }

  private static func reference(_ random: inout SeededRandom) -> SlowValue? {
    random.once(in: 8) ? (random.once(in: 2) ? nil : .suppressed) : .exact(figure(&random))
  }

  private static func target(
    _ random: inout SeededRandom,
    depth: Int,
    _ hasOther: Bool
  ) -> SlowTarget {
    if hasOther, random.once(in: 4) { return .other }
    switch Int.random(in: 0..<(depth > 0 ? 14 : 12), using: &random) {
    case 0: return .bound(random.pick(BoundRelation.allCases), figure(&random))
    case 1:
      let low = figure(&random)
      return .range(low, low + 2 * Int.random(in: 0...2, using: &random))
    case 2:
      return .above(
        random.pick(BoundRelation.allCases),
        offset: 2 * Int.random(in: -1...1, using: &random)
      )
    case 3: return .inLine
    case 4: return .within(2 * Int.random(in: 0...2, using: &random))
    case 5: return .trend(random.pick(Trend.allCases))
    case 6: return .gap(isLow: random.once(in: 2))
    case 7: return .multiple(2)
    case 8: return .multipleOfFigure(2)
    case 9: return .cap(figure(&random), mayBeExcused: random.once(in: 2))
    case 10: return .wellAbove
    case 11: return .windowCap(figure(&random), mayBeExcused: random.once(in: 2))
    default:
      let parts = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        target(&random, depth: 0, hasOther)
      }
      return random.once(in: 2) ? .allOf(parts) : .anyOf(parts)
    }
  }
}
