import PlanEvaluation
import PlanModel
import SourceText
import Testing

@testable import PlanReports

/// One of every fact that a proof can hold, on the KPI "Staff costs".
private func facts(_ demo: DemoTrust) -> [Reason.Fact] {
  let kpi = demo.plan[KPIPath(strategy: 0, priority: 0, kpi: 0)]
  let place = kpi.place
  let year = AcademicYear(startingIn: 2015)
  let day = Day(year: 2017, month: 3, day: 31) ?? Day(number: 0)
  var reading = Reading(
    kpi: kpi.id,
    scope: .school("alder"),
    period: .academicYear(year),
    value: .number(ExactNumber(77)),
    text: "77%",
    recorded: day,
    basis: "accounts",
    source: "000:237",
    at: place
  )
  var suppressed = reading
  suppressed.value = .missing(.suppressed)
  suppressed.text = "SUPP"
  reading.note = "a note"
  let target = kpi.target ?? Target("below 75%", .fact(true), at: place)
  let amber = Amber("up to 76%", .within(Quantity(ExactNumber(1), .percent)), at: place)
  let deadline = Deadline("July 2020", .period(.month(year: 2020, month: 7)), at: place)
  let quantifier = Quantifier("at least 85% of schools", .every, at: place)
  var predicate = SchoolPredicate(at: place)
  predicate.church = true
  predicate.phases = ["primary", "infant"]
  let cap = Cap(Bound(.atMost, Quantity(ExactNumber(3))), per: .year)
  let exception = KPI.CapException(
    period: .academicYear(year),
    by: "finance-lead",
    on: day,
    reason: "New head.",
    at: place
  )
  let validity = KPI.Validity(from: .academicYear(year), to: .calendarYear(2017), at: place)
  return [
    .target(target), .operatorAssumed, .targetOfYear(year), .noTargetBefore(year),
    .override(reason: "small school", until: day), .override(reason: nil, until: nil),
    .reading(reading), .reading(suppressed), .readingForEverySchool(.school("alder")),
    .readingForEverySchool(.trust), .readingForWholeKPI,
    .readingForTrust, .figureOfTrust, .outsideValidity(reading), .evidence(reading),
    .evidence(suppressed),
    .superseded(reading), .noReading, .neverRead(.yearly), .unreadable(reading),
    .comparedLoosely(.censored(.above, ExactNumber(97)), .above, ExactNumber(95), holds: true),
    .comparedLoosely(.censored(.above, ExactNumber(97)), .below, ExactNumber(95), holds: false),
    .comparedLoosely(
      .about(
        ExactNumber(digits: 3_333, decimals: 2),
        ExactNumber(digits: 3_334, decimals: 2)
      ),
      .above,
      ExactNumber(33),
      holds: true
    ),
    .comparedLoosely(.censored(.above, ExactNumber(97)), .atLeast, ExactNumber(98), holds: nil),
    .comparedInWords(.bound(.above), asked: Comparison(.wellAbove, "national"), holds: nil),
    .comparedInWords(.inLine, asked: Comparison(.wellAbove, "national"), holds: false),
    .comparedInWords(.closeTo, asked: Comparison(.closeTo, "peers"), holds: true),
    .comparedInWords(
      .within(Quantity(ExactNumber(1))),
      asked: Comparison(.bound(.atLeast), "peers", offset: Quantity(ExactNumber(2))),
      holds: nil
    ),
    .compared(ExactNumber(77), .below, ExactNumber(75), holds: false),
    .compared(ExactNumber(75), .below, ExactNumber(75), holds: false),
    .compared(ExactNumber(75), .atMost, ExactNumber(75), holds: true),
    .graded(rank: 1, asked: [0, 1], holds: true), .fact(true, asked: false),
    .shared("almost all", asked: "all", holds: false), .shared("most", asked: "many", holds: nil),
    .undeclaredWord("almost all"), .couldGoEitherWay, .amber(amber, holds: true), .noAmber,
    .amber(amber, holds: nil), .toleranceUnknown,
    .comparator("national", reading), .noComparator("national", .academicYear(year)),
    .noMargin("national"), .previous(reading), .noPrevious(nil),
    .noPrevious(.academicYear(year)), .previousMissing(suppressed),
    .comparatorOfOnePeriod(.academicYear(year)),
    .movedLimit(ExactNumber(70), by: ExactNumber(2), to: ExactNumber(72)),
    .movedLimit(ExactNumber(70), by: ExactNumber(-1), to: ExactNumber(69)),
    .anyMarginWillDo(Comparison(.inLine, "national"), holds: true),
    .anyMarginWillDo(Comparison(.wellAbove, "national"), holds: false),
    .gap(now: ExactNumber(3), before: ExactNumber(5)), .gap(now: ExactNumber(3), before: nil),
    .gap(now: ExactNumber(5), before: ExactNumber(-1)), .lowerIsBetter,
    .improvement(ExactNumber(3), comparator: ExactNumber(-1)),
    .improvement(ExactNumber(1), comparator: ExactNumber(0)),
    .comparatorNotImproving("national"), .comparatorNotPositive("national"),
    .counted(ExactNumber(2), cap), .countedAtLeast(ExactNumber(4), cap), .exception(exception),
    .due(deadline, day), .deadlineUnknown(deadline, .noJoiningDay),
    .deadlineUnknown(deadline, .noInspection), .deadlineUnknown(deadline, .unparsed),
    .deadlineAhead(deadline, by: day, .noInspection),
    .deadlineAhead(deadline, by: nil, .noInspection),
    .dueUnknown, .termNotDeclared(.term(year, 3)), .metLate(day, .missed, reading),
    .metLate(day, .noReading, nil), .planNotBegun(day), .mistake,
    .gradeOfLaterScale(reading, demo.record.trust.scales[0]),
    .scaleEndedWithin(demo.record.trust.scales[0], day, .academicYear(year)),
    .scaleNotInUse(demo.record.trust.scales[0], day), .older(days: 400, than: .yearly),
    .doesNotApply(predicate), .mayNotApply(predicate), .validity(validity),
    .joinedLater(.academicYear(year)), .candidate, .leftEarlier(.calendarYear(2016)),
    .member(.school("alder"), strand: nil, .missed), .member(.trust, strand: "maths", .noReading),
    .member(
      .school("alder"),
      strand: nil,
      .missed,
      lacking: [Reason.LackingPart("maths", .missed), Reason.LackingPart("reading", .noReading)]
    ),
    .members(MemberCount(met: 1, of: 3, unknown: 1), quantifier), .quantifierAssumed, .noMembers,
    .branch(.bound(Bound(.below, Quantity(ExactNumber(75), .percent))), .met),
    .branch(.gap(.atMost, comparator: "national"), .missed),
    .togetherDecided(isAll: true, holds: true), .togetherDecided(isAll: true, holds: false),
    .togetherDecided(isAll: false, holds: true), .togetherDecided(isAll: false, holds: false),
    .ofOtherKPI(demo.plan[KPIPath(strategy: 0, priority: 0, kpi: 1)], .reading(reading)),
    .weighed(reading, weight: ExactNumber(120)), .weighed(suppressed, weight: nil),
    .notWeighed(.school("alder"), .academicYear(year)), .nothingToWeigh(suppressed),
    .weightedMean(ExactNumber(27_000), ExactNumber(500), .number(ExactNumber(54))),
    .weightedMean(
      ExactNumber(100),
      ExactNumber(3),
      .about(
        ExactNumber(digits: 33_333_333, decimals: 6),
        ExactNumber(digits: 33_333_334, decimals: 6)
      )
    ),
    .meanWithin(.between(ExactNumber(40), ExactNumber(60))),
    .meanWithin(.censored(.atLeast, ExactNumber(40))), .noMean,
    .otherKPI("money.reserve", .missed),
    .kpiCycle("money.reserve"), .kpiTooFar("money.reserve"), .sameAs("money.staff"),
    .planEnded(day), .question("How well?"), .reference("the other plan"), .noTarget,
  ]
}

@Suite struct ReasonWordingTests {
  @Test func `every fact is one plain sentence`() {
    let demo = DemoTrust()
    let kpi = demo.plan[KPIPath(strategy: 0, priority: 0, kpi: 0)]
    let wording = KPIWording(trust: demo.record.trust, kpi: kpi)
    let sentences = facts(demo).map { wording.sentence($0) }
    for sentence in sentences {
      #expect(!sentence.isEmpty)
      #expect(".?".contains(sentence.last ?? "x"), "\(sentence)")
    }
    #expect(Set(sentences).count == sentences.count)
    expectPage(sentences.joined(separator: "\n") + "\n", "reasons.txt")
  }
}
