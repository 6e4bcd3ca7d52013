import PlanEvaluation
import PlanModel
import SourceText
import TestSupport
import Testing

/// A number of halves.
private func number(_ halves: Int) -> ExactNumber {
  ExactNumber(digits: Int64(halves * 5), decimals: 1)
}

/// A day written as 20150901.
private func day(_ digits: Int) -> Day {
  Day(year: digits / 1_00_00, month: digits / 1_00 % 100, day: digits % 100) ?? Day(number: 0)
}

private let now = Period.academicYear(AcademicYear(startingIn: 2016))
private let before = Period.academicYear(AcademicYear(startingIn: 2015))

extension SlowWorld {
  // MARK: - The same world for the evaluator

  func evaluation() -> Evaluation {
    var world = World()
    world.years = AcademicYear(startingIn: planBegins / 1_00_00)...world.years.upperBound
    var comparator = Comparator(id: "peers", name: "peers", at: nowhere)
    comparator.inLine = margin.map { Quantity(number($0)) }
    comparator.wellAbove = comparator.inLine
    if isFrozen { comparator.period = Sourced(before, at: nowhere) }
    world.trust.comparators = [comparator]
    for (index, each) in schools.enumerated() {
      var school = PlanModel.School(id: "s\(index)", name: "s\(index)", at: nowhere)
      school.membership = each.isCandidate ? .candidate : .member
      school.joined = each.joined.map { Sourced(.day(day($0)), at: nowhere) }
      if each.leftBefore { school.left = Sourced(.calendarYear(2014), at: nowhere) }
      school.church = each.isChurch
      school.inspections = each.inspections.map {
        Inspection(on: Sourced(.day(day($0.on)), at: nowhere), section: "Section \($0.section)")
      }
      world.trust.schools.append(school)
    }
    for (other, id) in others.map({ ($0, "o") }) + [(self, "k")] {
      other.addReadings(of: id, to: &world)
      world.kpis.append(other.kpi(id))
    }
    return world.evaluation(EvaluationRequest(asOf: day(asOf)))
  }

  private func addReadings(of id: KPI.ID, to world: inout World) {
    for (index, strand) in strands.enumerated() {
      strand.addOwnReadings(of: id, "p\(index)", to: &world)
    }
    if strands.isEmpty { addOwnReadings(of: id, nil, to: &world) }
    add(trustFigure, id, nil, .trust, now, to: &world)
  }

  private func addOwnReadings(of id: KPI.ID, _ strand: String?, to world: inout World) {
    for (index, each) in schools.enumerated() where !isOfTrust {
      add(each.now, id, strand, .school("s\(index)"), now, to: &world)
      add(each.before, id, strand, .school("s\(index)"), before, to: &world)
    }
    if isOfTrust {
      add(whole.now, id, strand, .trust, now, to: &world)
      add(whole.before, id, strand, .trust, before, to: &world)
    }
    add(comparatorNow, id, strand, .comparator("peers"), now, to: &world)
    add(comparatorBefore, id, strand, .comparator("peers"), before, to: &world)
  }

  private func kpi(_ id: KPI.ID) -> KPI {
    var kpi = KPI(id: id, title: id, at: nowhere)
    kpi.target = target.map { Target("", condition($0), at: nowhere) }
    if target == nil, isReference { kpi.reference = "elsewhere" }
    kpi.better = lowIsBetter.map { Sourced($0 ? .lower : .higher, at: nowhere) }
    switch amber {
    case .within(let distance):
      kpi.amber = Amber("", .within(Quantity(number(distance))), at: nowhere)
    case .bound(let relation, let limit):
      let bound = Bound(relation, Quantity(number(limit)))
      kpi.amber = Amber("", .condition(.bound(bound)), at: nowhere)
    case nil: break
    }
    // Two ways to say that the trust itself is read.
    if isOfTrust, rule == .every { kpi.level = .trust }
    kpi.quantifier = Quantifier("", isOfTrust && rule != .every ? .theTrust : rule, at: nowhere)
    if onlyChurch {
      var predicate = SchoolPredicate(at: nowhere)
      predicate.church = true
      kpi.appliesTo = predicate
    }
    kpi.deadline = deadline.map { Deadline("", Self.rule($0), at: nowhere) }
    if isReadYearly { kpi.frequency = Sourced(.yearly, at: nowhere) }
    kpi.strands = strands.indices.map { KPI.Strand(id: "p\($0)", title: "", at: nowhere) }
    kpi.valid = validFrom.map { KPI.Validity(from: .day(day($0)), to: nil, at: nowhere) }
    kpi.window = window.map { Window("", $0, .years, at: nowhere) }
    if isExcused {
      kpi.exceptions = [
        KPI.CapException(period: now, by: "Chair", on: nil, reason: "because", at: nowhere)
      ]
    }
    return kpi
  }

  private static func rule(_ deadline: SlowDeadline) -> Deadline.Rule {
    switch deadline {
    case .on(let digits): .period(.day(day(digits)))
    case .yearsAfterJoining(let years): .yearsAfterJoining(years)
    case .firstInspection(let section): .firstInspection(section: section.map { "Section \($0)" })
    case .words: .unparsed
    case .earliest(let parts): .earliest(parts.map(rule))
    }
  }

  private func add(
    _ value: SlowValue?,
    _ kpi: KPI.ID,
    _ strand: String?,
    _ scope: Scope,
    _ period: Period,
    to world: inout World
  ) {
    let read: ReadingValue
    switch value {
    case nil: return
    case .exact(let figure): read = .number(number(figure))
    case .censored(let relation, let limit): read = .censored(relation, number(limit))
    case .between(let low, let high): read = .between(number(low), number(high))
    case .suppressed: read = .missing(.suppressed)
    }
    world.readings.append(
      Reading(
        kpi: kpi,
        strand: strand,
        scope: scope,
        period: period,
        value: read,
        text: "",
        at: nowhere
      )
    )
  }

  private func condition(_ target: SlowTarget) -> Condition {
    func quantity(_ halves: Int) -> Quantity { Quantity(number(halves)) }
    switch target {
    case .bound(let relation, let limit): return .bound(Bound(relation, quantity(limit)))
    case .range(let low, let high):
      let lower = Bound(.atLeast, quantity(low))
      return .range(BoundedRange(lower: lower, upper: Bound(.atMost, quantity(high))))
    case .above(let relation, let offset):
      return .comparison(Comparison(.bound(relation), "peers", offset: quantity(offset)))
    case .inLine: return .comparison(Comparison(.inLine, "peers"))
    case .wellAbove: return .comparison(Comparison(.wellAbove, "peers"))
    case .within(let distance): return .comparison(Comparison(.within(quantity(distance)), "peers"))
    case .trend(let trend): return .trend(trend)
    case .gap(let isLow): return .gap(isLow ? .atMost : .atLeast, comparator: "peers")
    case .multiple(let factor):
      return .multiple(factor: ExactNumber(factor), comparator: "peers")
    case .multipleOfFigure(let factor):
      return .multipleOfFigure(factor: ExactNumber(factor), comparator: "peers")
    case .cap(let most, let mayBeExcused):
      return cap(most, per: .year, mayBeExcused)
    case .windowCap(let most, let mayBeExcused):
      return cap(most, per: .window, mayBeExcused)
    case .other: return .kpi("o")
    case .allOf(let parts): return .allOf(parts.map(condition))
    case .anyOf(let parts): return .anyOf(parts.map(condition))
    }
  }

  private func cap(_ most: Int, per stretch: Cap.Stretch, _ mayBeExcused: Bool) -> Condition {
    let bound = Bound(.atMost, Quantity(number(most)))
    return .cap(Cap(bound, per: stretch, allowsException: mayBeExcused))
  }

  /// Whether brute force could say more than the evaluator sets out to, or less.
  ///
  /// Between two values of a trend that are known only within limits lie more figures than are
  /// tried, and no number of things is below none.
  var isBeyondTheTwin: Bool {
    let each = schools + [whole]
    let isLooseTwice = each.contains { $0.now.isLoose && $0.before.isLoose }
    let isBelowNone = each.contains { $0.now.isBelowNone || $0.before.isBelowNone }
    func asks(_ kind: String) -> Bool { target?.kinds.contains { $0.hasSuffix(kind) } ?? false }
    return isLooseTwice && asks("trend") || isBelowNone && asks("windowCap")
      || (others + strands).contains(where: \.isBeyondTheTwin)
  }

  /// The kinds of everything in it, by name.
  var features: [String] {
    var names = target?.kinds ?? ["no target"]
    if isOfTrust {
      names.append(rule == .every ? "level trust" : "for the trust")
    } else {
      switch rule {
      case .count(let bound): names.append("count \(bound.relation.rawValue)")
      case .share(let bound): names.append("share \(bound.relation.rawValue)")
      case .undeclared: names.append("undeclared")
      case .every, .theTrust: names.append("every")
      }
    }
    if let deadline {
      names.append(deadline.kind)
      if case .earliest(let parts) = deadline { names += parts.map { "earliest \($0.kind)" } }
    }
    if window != nil { names.append("window") }
    if !strands.isEmpty { names.append("strands") }
    if trustFigure != nil { names.append("figure of the trust") }
    if validFrom != nil { names.append("valid") }
    if asOf < planBegins { names.append("before the plan") }
    if isFrozen { names.append("frozen") }
    if let lowIsBetter { names.append(lowIsBetter ? "better lower" : "better higher") }
    return names
  }
}

extension Optional<SlowValue> {
  /// Whether it can be no number of things.
  fileprivate var isBelowNone: Bool { self?.counts.isEmpty ?? false }

  /// Whether the value is known only within limits.
  fileprivate var isLoose: Bool {
    switch self {
    case .censored, .between: true
    default: false
    }
  }
}

@Suite struct WorkspaceBruteForceTests {
  /// Four seeds make a hundred thousand trusts; `RLT_SEEDS` asks for more.
  private static let seeds = 101...100 + max(1, environment("RLT_SEEDS").flatMap { Int($0) } ?? 4)

  @Test(arguments: seeds)
  func `a hundred thousand small trusts stand as trying every figure says`(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    var outcomes: Set<Outcome> = []
    var features: Set<String> = []
    var looked = 0
    while looked < 25_000 {
      let world = SlowWorld(&random)
      if world.isBeyondTheTwin { continue }
      looked += 1
      let slow = SlowEvaluator(world: world)
      let verdicts = world.evaluation().verdicts.filter { $0.path.kpi == world.others.count }
      let expected = world.isOfTrust ? [] : world.schools.indices.map { slow.outcome($0) }
      let found = verdicts.filter { $0.scope != .trust }.map(\.outcome)
      guard found == expected else {
        Issue.record("\(world): found \(found), expected \(expected)")
        return
      }
      let whole = verdicts.last?.outcome
      guard whole == slow.outcomeOfTrust() else {
        Issue.record("\(world): the trust is \(whole as Any), not \(slow.outcomeOfTrust())")
        return
      }
      outcomes.formUnion(verdicts.map(\.outcome))
      features.formUnion(world.features)
    }
    #expect(Self.outcomes.subtracting(outcomes) == [])
    #expect(Set(Self.features).subtracting(features) == [])
  }

  /// Every outcome that figures can lead to.
  private static let outcomes: Set<Outcome> = [
    .met, .nearly, .missed, .undetermined, .noComparator, .noReading, .awaited, .stale,
    .missing(.suppressed), .notApplicable, .notYetJoined, .left, .notDue, .excepted, .external,
    .noTarget,
  ]

  /// Every kind of target, alone and in both combinations, every quantifier and every deadline.
  private static let features: [String] = {
    let kinds = [
      "bound", "range", "above", "inLine", "wellAbove", "within", "trend", "gap", "multiple",
      "multipleOfFigure", "cap", "windowCap", "other",
    ]
    let deadlines = ["on", "yearsAfterJoining", "firstInspection", "words"]
    return kinds + kinds.map { "allOf \($0)" } + kinds.map { "anyOf \($0)" }
      + BoundRelation.allCases.flatMap { ["count \($0.rawValue)", "share \($0.rawValue)"] }
      + ["every", "undeclared", "level trust", "for the trust", "no target", "window", "earliest"]
      + ["strands", "figure of the trust", "valid", "before the plan"]
      + ["frozen", "better lower", "better higher"]
      + deadlines + deadlines.map { "earliest \($0)" }
  }()
}
