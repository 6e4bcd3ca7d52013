import PlanEvaluation
import PlanModel
import SourceText
import Testing

@testable import PlanReports

private func number(_ text: String) -> ExactNumber { ExactNumber(text) ?? .zero }

@Suite struct WordingTests {
  @Test(arguments: [
    ("0", UnitMark.none, "0"), ("999", .none, "999"), ("1000", .none, "1,000"),
    ("1234567.5", .none, "1,234,567.5"), ("-1250", .pounds, "-£1,250"), ("1250", .pounds, "£1,250"),
    ("74.96", .percent, "74.96%"), ("-2.8", .none, "-2.8"), ("2.70", .percent, "2.70%"),
    ("66.66666", .percent, "66.667%"), ("-66.66666", .percent, "-66.667%"), ("-0.5", .none, "-0.5"),
    ("100000", .none, "100,000"), ("0.0004", .none, "0.000"),
  ])
  func `figures`(text: String, mark: UnitMark, words: String) {
    #expect(figure(number(text), mark) == words)
  }

  @Test(arguments: [
    ("74.99996", "75", "74.99996%"), ("74.9996", "75", "74.9996%"), ("74.12345", "75", "74.123%"),
    ("75.00004", "75", "75.00004%"), ("75.00000", "75", "75.000%"), ("0.0004", "0", "0.0004%"),
  ])
  func `rounding never changes the side of a limit`(text: String, limit: String, words: String) {
    #expect(figure(number(text), .percent, beside: [number(limit)]) == words)
  }

  @Test(arguments: [
    ("2017-03-31", "2017-03-31", "today"), ("2017-03-30", "2017-03-31", "1 day"),
    ("2017-03-18", "2017-03-31", "13 days"), ("2017-03-17", "2017-03-31", "2 weeks"),
    ("2017-02-28", "2017-03-31", "4 weeks"), ("2016-08-31", "2017-02-28", "6 months"),
    ("2016-08-31", "2017-03-31", "7 months"), ("2016-08-31", "2020-08-31", "4 years"),
    ("2016-08-31", "2020-08-30", "3 years"), ("2015-08-31", "2017-08-30", "23 months"),
    ("2018-01-01", "2017-03-31", ""),
  ])
  func `ages`(from: String, to: String, words: String) throws {
    #expect(ageWords(from: try #require(Day(from)), to: try #require(Day(to))) == words)
  }

  @Test(arguments: [
    ("points", "1.2", "1.2 points", "0.8 points short"),
    ("points", "1", "1 point", "1 point short"),
    ("pupils", "1,200", "1,200 pupils", "800 pupils short"),
    ("days a week", "1", "1 day a week", "1 short"),
    ("progress score", "1", "1 progress score", "1 short"),
    ("teachers or lessons", "1", "1 teachers or lessons", "1 teachers or lessons short"),
    ("% of pupils", "74", "74%", "1 point short"),
  ])
  func `a figure has its unit`(unit: String, value: String, words: String, distance: String) throws
  {
    let figure = value.filter { $0 != "," }
    let amounts = ["1.2": "-0.8", "1": "-1", "1200": "-800", "74": "-1"]
    var kpi = DemoTrust().plan[KPIPath(strategy: 0, priority: 0, kpi: 0)]
    kpi.unit = Unit(unit)
    kpi.target = Target(
      "at least 2",
      .bound(Bound(.atLeast, Quantity(number("2")))),
      at: kpi.place
    )
    let reading = Reading(
      kpi: kpi.id,
      scope: .trust,
      period: .academicYear(AcademicYear(startingIn: 2015)),
      value: .number(number(figure)),
      text: value,
      at: kpi.place
    )
    let wording = KPIWording(trust: DemoTrust().record.trust, kpi: kpi)
    #expect(wording.valueWithUnit(of: reading) == words)
    var verdict = Verdict(
      path: KPIPath(strategy: 0, priority: 0, kpi: 0),
      scope: .trust,
      outcome: .missed
    )
    verdict.target = kpi.target
    verdict.margin = Margin(number(try #require(amounts[figure])))
    #expect(wording.distance(verdict) == distance)
  }

  @Test func `a target that looks at another KPI names it by its title`() {
    var plan = DemoTrust().plan
    plan.strategies[0].priorities[0].kpis[0].target = Target(
      "any of: between 10 and 12; kpi money.reserve",
      .anyOf([.trend(.rising), .kpi("money.reserve")]),
      at: plan.place
    )
    let kpi = plan.strategies[0].priorities[0].kpis[0]
    let wording = plan.wording(kpi, of: DemoTrust().record.trust)
    #expect(kpi.target.map(wording.words) == "between 10 and 12 or Reserve")
  }

  @Test func `days and periods`() throws {
    #expect(dayWords(try #require(Day("2017-03-01"))) == "1 March 2017")
    #expect(periodWords(.day(try #require(Day("2017-03-01")))) == "1 March 2017")
    #expect(periodWords(.term(AcademicYear(startingIn: 2015), 5)) == "2015/16 T5")
  }

  @Test(arguments: [
    (BoundRelation.below, "77", "2 points over"), (.below, "75", "on the boundary"),
    (.below, "74", "1 point to spare"), (.atLeast, "74.7", "0.3 points short"),
    (.exactly, "77", "2 points over"), (.exactly, "73", "2 points short"),
    (.below, "76.0", "1 point over"), (.atLeast, "73.50", "1.5 points short"),
  ])
  func `distances`(relation: BoundRelation, value: String, words: String) {
    let demo = DemoTrust()
    var kpi = demo.plan[KPIPath(strategy: 0, priority: 0, kpi: 0)]
    kpi.amber = nil
    let limit = number("75")
    var verdict = Verdict(
      path: KPIPath(strategy: 0, priority: 0, kpi: 0),
      scope: .school("alder"),
      outcome: .missed
    )
    let bound = Bound(relation, Quantity(limit, .percent))
    verdict.target = Target("t", .bound(bound), at: kpi.place)
    verdict.reading = Reading(
      kpi: kpi.id,
      scope: .school("alder"),
      period: .calendarYear(2016),
      value: .number(number(value)),
      text: value,
      at: kpi.place
    )
    let distance = number(value).subtracting(limit)?.magnitude ?? .zero
    let isMet = relation.holds(number(value), limit)
    verdict.margin = Margin(isMet ? distance : ExactNumber.zero.subtracting(distance) ?? .zero)
    #expect(KPIWording(trust: demo.record.trust, kpi: kpi).distance(verdict) == words)
  }

  @Test(arguments: [
    ("visits", "visit"), ("schools joined", "school joined"), ("pupils on roll", "pupil on roll"),
    ("entries", "entry"), ("classes", "class"), ("fixed-term exclusions", "fixed-term exclusion"),
    ("progress score", "progress score"), ("bus passes", "bus pass"), ("FTE", "FTE"), ("", ""),
  ])
  func `the unit of a single one`(unit: String, one: String) { #expect(singular(unit) == one) }

  @Test func `a grade over is not a grade short`() {
    let demo = DemoTrust()
    var kpi = demo.plan[KPIPath(strategy: 0, priority: 0, kpi: 0)]
    kpi.unit = nil
    kpi.scale = Sourced(demo.record.trust.scales[0].id, at: kpi.place)
    var verdict = Verdict(
      path: KPIPath(strategy: 0, priority: 0, kpi: 0),
      scope: .school("alder"),
      outcome: .missed
    )
    verdict.target = Target("exactly Good", .gradeOneOf(ranks: [1]), at: kpi.place)
    verdict.margin = Margin(ExactNumber(-1), isLevels: true)
    for (rank, words) in [(0, "1 grade over"), (2, "1 grade short")] {
      verdict.reading = Reading(
        kpi: kpi.id,
        scope: .school("alder"),
        period: .calendarYear(2016),
        value: .grade(rank: rank),
        text: "",
        at: kpi.place
      )
      #expect(KPIWording(trust: demo.record.trust, kpi: kpi).distance(verdict) == words)
    }
  }

  @Test(arguments: [
    ("all of: above national; above peers", "above national and above peers"),
    ("any of: at least 10; kpi growth", "at least 10 or kpi growth"),
    ("all of: a; any of: b; c", "all of: a; any of: b; c"), ("below 75%", "below 75%"),
  ])
  func `conditions in one target`(text: String, words: String) {
    let demo = DemoTrust()
    let kpi = demo.plan[KPIPath(strategy: 0, priority: 0, kpi: 0)]
    let target = Target(text, .fact(true), at: kpi.place)
    #expect(KPIWording(trust: demo.record.trust, kpi: kpi).words(target) == words)
  }

  @Test func `every outcome has words, and they are its name`() {
    for outcome in outcomes where outcome != .noScale {
      #expect(outcome.words == String(outcome.name.map { $0 == "-" ? " " : $0 }))
    }
    #expect(Set(Status.allCases.map(\.letter)).count == 4)
  }
}

private let outcomes: [Outcome] =
  [
    .met, .nearly, .missed, .undetermined, .noComparator, .noScale, .noReading, .awaited, .stale,
    .notApplicable, .notYetJoined, .left, .notDue, .excepted, .questionOpen, .questionAnswered,
    .external, .noTarget,
  ] + MissingValue.allCases.map(Outcome.missing)
