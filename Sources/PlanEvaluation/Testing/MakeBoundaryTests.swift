public import PlanModel
internal import SourceText

/// Makes tests of the boundaries of a KPI's targets, each value with what comes of it now.
///
/// What comes now is for a person to check, not to be taken for right.
///
/// - Parameters:
///   - path: Where the KPI stands in the plan.
///   - plan: The plan.
///   - trust: The trust.
///   - read: Reads a value as the files of readings are read.
/// - Returns: One test for each target that has boundaries.
public func boundaryTests(
  of path: KPIPath,
  in plan: Plan,
  of trust: Trust,
  reading read: (String, KPI) -> ReadingValue
) -> [BoundaryTest] {
  testedTargets(of: plan).filter { $0.path == path }.compactMap { target in
    boundaryTest(target, plan, trust, read)
  }
}

private func boundaryTest(
  _ target: TestedTarget,
  _ plan: Plan,
  _ trust: Trust,
  _ read: (String, KPI) -> ReadingValue
) -> BoundaryTest? {
  var kpi = plan[target.path]
  kpi = kpi.read(as: target.strand)
  guard let year = year(of: target, kpi, plan, trust) else { return nil }
  let asOf = trust.calendar.last(of: year)
  let scope = scope(of: target, kpi, plan, trust, asOf)
  let period = period(of: target.target.condition, year)
  let before = BoundaryProbes.Series(
    trust: trust,
    kpi: kpi,
    scope: scope,
    period: period,
    before: .academicYear(year.previous),
    isLow: kpi.better.map { $0.value == .lower } ?? target.target.condition.lowerIsBetter
  )
  var probes = BoundaryProbes()
  probes.add(target.target.condition, before)
  if let amber = target.amber { probes.add(amber, before) }
  var test = BoundaryTest(
    kpi: kpi.id,
    target: target.target.text,
    scope: scope,
    period: period,
    asOf: asOf
  )
  test.strand = target.strand
  test.amber = target.amber?.text
  test.beside = probes.beside
  for value in probes.values(before) {
    var given = probes.beside.map { beside in
      reading(kpi, target.strand, beside.scope, beside.period, beside.value, read)
    }
    given.append(reading(kpi, target.strand, scope, period, value, read))
    let tried = ThresholdCase(test: "", plan: plan.id, kpi: kpi.id, given: given, asOf: asOf)
    let verdicts = evaluate(tried, of: trust, plan)
    guard let verdict = verdicts.first(where: { $0.scope == scope })?.part(target.strand),
      let word = ResultWord(rawValue: verdict.outcome.name)
    else { continue }
    test.values.append((value, word))
  }
  return test.values.isEmpty ? nil : test
}

private func reading(
  _ kpi: KPI,
  _ strand: String?,
  _ scope: Scope,
  _ period: Period,
  _ value: String,
  _ read: (String, KPI) -> ReadingValue
) -> Reading {
  Reading(
    kpi: kpi.id,
    strand: strand,
    scope: scope,
    period: period,
    value: read(value, kpi),
    text: value,
    at: kpi.place
  )
}

/// The school year in which a target can be tried: the last in which it holds.
private func year(
  of target: TestedTarget,
  _ kpi: KPI,
  _ plan: Plan,
  _ trust: Trust
) -> AcademicYear? {
  if let year = target.year { return year }
  var last = plan.years.upperBound
  if let end = kpi.valid?.to { last = min(last, trust.calendar.year(of: end)) }
  // No grades of a scale are given after its end.
  let scale = trust.scales.first { $0.id == kpi.scale?.value }
  if let end = scale?.until {
    last = min(last, trust.calendar.year(of: end.adding(days: 1)).previous)
  }
  if target.school != nil || target.strand != nil { return last }
  // A path that has begun takes the place of the target beside it.
  if let first = kpi.targetsByYear.first?.year, first <= last { last = first.previous }
  return last >= plan.years.lowerBound ? last : nil
}

/// What the target is tried on: the first school to which it applies, or the trust.
private func scope(
  of target: TestedTarget,
  _ kpi: KPI,
  _ plan: Plan,
  _ trust: Trust,
  _ asOf: Day
) -> Scope {
  if let school = target.school { return .school(school) }
  let question = Question(kpi: kpi, path: target.path)
  guard question.isReadPerSchool else { return .trust }
  let record = TrustRecord(trust: trust, plans: [plan], readings: ReadingList([]))
  let evaluator = Evaluator(record, plan, EvaluationRequest(asOf: asOf))
  let school = trust.schools.first { school in
    evaluator.absence(of: school) == nil && evaluator.exemption(of: school, from: kpi) == nil
      && !kpi.overrides.contains { $0.school == school.id }
  }
  return school.map { .school($0.id) } ?? .trust
}

/// The period of the readings: a cap of shorter stretches is tried in one of them.
private func period(of condition: Condition, _ year: AcademicYear) -> Period {
  guard case .cap(let cap) = condition else { return .academicYear(year) }
  return switch cap.per {
  case .year, .window: .academicYear(year)
  case .term: .term(year, 1)
  case .month: .month(year: year.start + 1, month: 1)
  }
}
