import PlanEvaluation
import PlanModel
import SourceText
import Testing

/// Worlds put together by chance, with every kind of target and value.
private struct RandomWorld {
  var random: SeededRandom

  mutating func number() -> ExactNumber { ExactNumber(Int.random(in: -2...12, using: &random)) }

  mutating func bound() -> Bound {
    Bound(random.pick(BoundRelation.allCases), Quantity(number()))
  }

  mutating func relation() -> Comparison.Relation {
    random.pick([
      .bound(random.pick(BoundRelation.allCases)), .wellAbove, .inLine, .closeTo,
      .within(Quantity(ExactNumber(1))),
    ])
  }

  mutating func condition(depth: Int = 2) -> Condition {
    switch Int.random(in: 0..<(depth > 0 ? 15 : 12), using: &random) {
    case 0: .bound(bound())
    case 1:
      .range(
        BoundedRange(lower: Bound(.atLeast, bound().limit), upper: Bound(.below, bound().limit))
      )
    case 2: .gradeAtLeast(rank: random.pick([0, 1, 2]))
    case 3: .gradeOneOf(ranks: random.pick([[0], [1], [0, 1], [0, 2]]))
    case 4: .fact(random.once(in: 2))
    case 5: .share(random.pick(["all", "none", "almost all", "most"]))
    case 6:
      .comparison(
        Comparison(relation(), "national", offset: random.once(in: 3) ? Quantity(number()) : nil)
      )
    case 7: .trend(random.pick(Trend.allCases))
    case 8: .gap(random.pick([.atLeast, .atMost]), comparator: "national")
    case 9: .multiple(factor: ExactNumber(2), comparator: "national")
    case 10: .cap(Cap(bound(), per: random.pick(Cap.Stretch.allCases), allowsException: true))
    case 11: .multipleOfFigure(factor: ExactNumber(2), comparator: "national")
    case 12: .allOf([condition(depth: depth - 1), condition(depth: depth - 1)])
    case 13: .anyOf([condition(depth: depth - 1), condition(depth: depth - 1)])
    default: .kpi(random.pick(["k0", "k1", "k2", "k3"]))
    }
  }

  mutating func value() -> ReadingValue {
    switch Int.random(in: 0..<12, using: &random) {
    case 0...3: .number(number())
    case 4: .censored(random.pick(BoundRelation.allCases), number())
    case 5: .between(number(), number())
    case 6: .grade(rank: random.pick([0, 1, 2, 3]))
    case 7: .gradeBand(ranks: random.pick([[], [0, 1], [1, 2]]))
    case 8: .fact(random.once(in: 2))
    case 9: .share(random.pick(["all", "none", "almost all", "most"]))
    case 10: .compared(relation(), comparator: "national")
    default: random.pick([.missing(random.pick(MissingValue.allCases)), .evidence, .unreadable])
    }
  }

  mutating func period() -> Period {
    let year = AcademicYear(startingIn: Int.random(in: 2014...2018, using: &random))
    return random.pick([
      .academicYear(year), .academicYear(year), .term(year, 3), .season(year, .summer),
      .month(year: year.start, month: 11), .calendarYear(year.start),
      .day(Day(number: Int32(365 * (year.start - 1970)))),
    ])
  }

  mutating func world() -> World {
    var world = World()
    for id in ["a", "b", "c"] {
      var school = School(id: id, name: id, at: nowhere)
      if random.once(in: 5) { school.membership = .candidate }
      if random.once(in: 4) { school.joined = Sourced(period(), at: nowhere) }
      if random.once(in: 6) { school.left = Sourced(period(), at: nowhere) }
      if random.once(in: 2) { school.church = random.once(in: 2) }
      if random.once(in: 3) {
        school.inspections = [Inspection(on: Sourced(period(), at: nowhere), section: "Section 5")]
      }
      world.trust.schools.append(school)
    }
    world.trust.comparators = [Comparator(id: "national", name: "national", at: nowhere)]
    if random.once(in: 2) { world.trust.comparators[0].wellAbove = Quantity(ExactNumber(2)) }
    world.trust.quantifierWords = [
      QuantifierWord("most", meaning: Bound(.above, Quantity(ExactNumber(50))), at: nowhere)
    ]
    for index in 0..<4 { world.kpis.append(kpi("k\(index)")) }
    for kpi in world.kpis {
      for scope in [
        Scope.school("a"), .school("b"), .school("c"), .everySchool, .trust,
        .comparator("national"),
      ] {
        for _ in 0..<Int.random(in: 0...3, using: &random) {
          world.readings.append(
            Reading(
              kpi: kpi.id,
              strand: kpi.strands.isEmpty || random.once(in: 3) ? nil : random.pick(kpi.strands).id,
              scope: scope,
              period: period(),
              value: value(),
              text: "",
              recorded: random.once(in: 3) ? Day(year: 2017, month: 1, day: 1) : nil,
              at: nowhere
            )
          )
        }
      }
    }
    return world
  }

  private mutating func kpi(_ id: String) -> KPI {
    var kpi = KPI(id: id, title: id, at: nowhere)
    kpi.target = random.once(in: 8) ? nil : Target("", condition(), at: nowhere)
    if random.once(in: 8) { kpi.question = "?" }
    if random.once(in: 8) { kpi.reference = "elsewhere" }
    kpi.level = random.once(in: 4) ? .trust : .school
    if random.once(in: 3) {
      kpi.strands = ["x", "y"].map { KPI.Strand(id: $0, title: $0, at: nowhere) }
    }
    if random.once(in: 3) {
      let rule: Amber.Rule =
        random.once(in: 2)
        ? .within(Quantity(ExactNumber(1))) : .condition(condition(depth: 0))
      kpi.amber = Amber("", rule, at: nowhere)
    }
    if random.once(in: 3) { kpi.frequency = Sourced(random.pick(Frequency.allCases), at: nowhere) }
    if random.once(in: 3) {
      let rules: [Deadline.Rule] = [
        .period(period()), .yearsAfterJoining(2), .firstInspection(section: nil), .unparsed,
      ]
      let rule: Deadline.Rule =
        random.once(in: 2)
        ? random.pick(rules) : .earliest([random.pick(rules), random.pick(rules)])
      kpi.deadline = Deadline("", rule, at: nowhere)
    }
    if random.once(in: 2) {
      let rule: Quantifier.Rule = random.pick([
        .every, .theTrust, .count(bound()), .share(bound()), .undeclared(word: "almost all"),
      ])
      kpi.quantifier = Quantifier("", rule, at: nowhere)
    }
    if random.once(in: 5) {
      var predicate = SchoolPredicate(at: nowhere)
      predicate.church = true
      kpi.appliesTo = predicate
    }
    if random.once(in: 6) { kpi.exceptions = [exception()] }
    if random.once(in: 6) { kpi.valid = KPI.Validity(from: period(), to: nil, at: nowhere) }
    if random.once(in: 6) {
      kpi.targetsByYear = [(AcademicYear(startingIn: 2017), Target("", condition(), at: nowhere))]
    }
    if random.once(in: 6) {
      kpi.overrides = [TargetOverride("b", Target("", condition(), at: nowhere))]
    }
    return kpi
  }

  private mutating func exception() -> KPI.CapException {
    KPI.CapException(period: period(), by: "Chair", on: nil, reason: "because", at: nowhere)
  }
}

extension Condition {
  /// Whether another KPI decides with.
  fileprivate var asksAnother: Bool {
    switch self {
    case .kpi: true
    case .allOf(let parts), .anyOf(let parts): parts.contains { $0.asksAnother }
    default: false
    }
  }
}

@Suite struct LawTests {
  static let days = [
    Day(year: 2015, month: 12, day: 1), Day(year: 2017, month: 6, day: 1),
    Day(year: 2030, month: 1, day: 1),
  ].compactMap(\.self)

  /// Looks at every verdict of many worlds.
  private func forEachVerdict(
    seed: Int,
    _ look: (Verdict, KPI, World) -> String?
  ) {
    var worlds = RandomWorld(random: SeededRandom(seed: UInt64(seed)))
    var looked = 0
    for _ in 0..<120 {
      let world = worlds.world()
      for day in Self.days {
        for verdict in world.evaluation(EvaluationRequest(asOf: day)).all {
          looked += 1
          guard let problem = look(verdict, world.kpis[verdict.path.kpi], world) else { continue }
          Issue.record("\(problem): \(verdict)")
          return
        }
      }
    }
    #expect(looked > 3_000)
  }

  @Test(arguments: [1, 2])
  func `every verdict has a reason`(seed: Int) {
    forEachVerdict(seed: seed) { verdict, _, _ in verdict.reasons.isEmpty ? "no reason" : nil }
  }

  @Test(arguments: [3, 4])
  func `no reading is neither green nor red`(seed: Int) {
    forEachVerdict(seed: seed) { verdict, _, _ in
      guard verdict.reading == nil, verdict.members == nil, verdict.status != .grey else {
        return nil
      }
      return verdict.target?.condition.asksAnother == true ? nil : "a colour without a reading"
    }
  }

  @Test(arguments: [5, 6])
  func `a typed gap is never red and never green`(seed: Int) {
    forEachVerdict(seed: seed) { verdict, _, _ in
      guard case .missing = verdict.reading?.value, verdict.status != .grey else { return nil }
      return verdict.target?.condition.asksAnother == true ? nil : "a colour for a gap"
    }
  }

  @Test(arguments: [7, 8])
  func `members add up, and none are never green`(seed: Int) {
    forEachVerdict(seed: seed) { verdict, _, _ in
      guard let members = verdict.members else { return nil }
      if members.met + members.unknown > members.of { return "members do not add up" }
      if members.of == 0, verdict.status != .grey { return "a colour without members" }
      if members.of == members.unknown, verdict.status != .grey { return "a colour of the unknown" }
      return nil
    }
  }

  @Test func `the same record, plan and day give the same answer`() {
    var worlds = RandomWorld(random: SeededRandom(seed: 9))
    for _ in 0..<60 {
      let world = worlds.world()
      let request = EvaluationRequest(asOf: Self.days[1])
      #expect("\(world.evaluation(request))" == "\(world.evaluation(request))")
    }
  }

  @Test func `the order of the rows does not matter but for corrections of one day`() {
    var worlds = RandomWorld(random: SeededRandom(seed: 10))
    for _ in 0..<60 {
      var world = worlds.world()
      var seen: Set<[String]> = []
      world.readings = world.readings.filter {
        seen.insert([$0.kpi, $0.strand ?? "", $0.scope.id, $0.period.description]).inserted
          && $0.period.description.utf8.count == 7
      }
      let request = EvaluationRequest(asOf: Self.days[1])
      let before = world.evaluation(request).all.map { "\($0.outcome) \($0.margin as Any)" }
      world.readings.reverse()
      #expect(before == world.evaluation(request).all.map { "\($0.outcome) \($0.margin as Any)" })
    }
  }

  @Test func `schools asked for by name get the verdicts that they get among all`() {
    var worlds = RandomWorld(random: SeededRandom(seed: 11))
    for _ in 0..<60 {
      let world = worlds.world()
      var request = EvaluationRequest(asOf: Self.days[1])
      let all = world.evaluation(request).verdicts.filter { $0.scope == .school("b") }
      request.schools = ["b"]
      #expect("\(all)" == "\(world.evaluation(request).verdicts)")
    }
  }

  @Test func `only the KPIs picked are looked at`() {
    var worlds = RandomWorld(random: SeededRandom(seed: 12))
    let world = worlds.world()
    var request = EvaluationRequest(asOf: Self.days[1])
    request.includes = { path, kpi in path.kpi == 2 && kpi.id == "k2" }
    let paths = Set(world.evaluation(request).verdicts.map(\.path.kpi))
    #expect(paths == [2])
  }

  @Test(arguments: [13, 14, 15])
  func `a trust's verdict is what every way to fill in its readings agrees on`(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    var seen: Set<Outcome> = []
    for _ in 0..<400 {
      var world = World()
      world.kpi = KPI(id: "k", title: "k", at: nowhere)
      world.kpi.target = Target(
        "at least 10",
        .bound(Bound(.atLeast, Quantity(ExactNumber(10)))),
        at: nowhere
      )
      world.kpi.amber = Amber(
        "at least 8",
        .condition(.bound(Bound(.atLeast, Quantity(ExactNumber(8))))),
        at: nowhere
      )
      let rule = random.pick([
        Quantifier.Rule.every, .count(Bound(.atLeast, Quantity(ExactNumber(2)))),
        .count(Bound(.atMost, Quantity(ExactNumber(1)))),
        .share(Bound(.above, Quantity(ExactNumber(66), .percent))),
      ])
      world.kpi.quantifier = Quantifier("", rule, at: nowhere)
      let values: [ReadingValue?] = [
        .number(ExactNumber(15)), .number(ExactNumber(9)), .number(ExactNumber(5)), nil,
        .censored(.above, ExactNumber(8)), .missing(.suppressed),
      ]
      let picked = (0..<4).map { _ in random.pick(values) }
      /// The evaluation with these values for the schools.
      func outcome(_ values: [ReadingValue?]) -> Outcome? {
        var world = world
        for (index, value) in values.enumerated() {
          let id = "s\(index)"
          world.trust.schools.append(School(id: id, name: id, at: nowhere))
          guard let value else { continue }
          world.readings.append(
            Reading(
              kpi: "k",
              scope: .school(id),
              period: .academicYear(AcademicYear(startingIn: 2015)),
              value: value,
              text: "",
              at: nowhere
            )
          )
        }
        return world.evaluation(EvaluationRequest(asOf: Self.days[1])).verdict(0, "trust")?.outcome
      }
      guard let found = outcome(picked) else {
        Issue.record("no verdict")
        return
      }
      seen.insert(found)
      var filled: [[ReadingValue?]] = [[]]
      for value in picked {
        let ways: [ReadingValue?]
        switch value {
        case nil, .missing:
          ways = [5, 9, 15].map { .number(ExactNumber($0)) }
        case .censored: ways = [9, 15].map { .number(ExactNumber($0)) }
        default: ways = [value]
        }
        filled = filled.flatMap { start in ways.map { start + [$0] } }
      }
      let possible = Set(filled.compactMap(outcome))
      switch found {
      case .met, .nearly: #expect(possible == [found], "\(picked) \(rule)")
      case .missed:
        #expect(possible.contains(.missed) && !possible.contains(.met), "\(picked) \(rule)")
      default:
        let isUnknown = picked.allSatisfy { value in
          if case .number = value { false } else { true }
        }
        #expect(isUnknown || (possible.contains(.met) && possible.count > 1), "\(picked) \(rule)")
      }
    }
    #expect(seen.isSuperset(of: [.met, .nearly, .missed, .undetermined]))
  }
}
