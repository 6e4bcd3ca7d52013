public import PlanModel
import SourceText

/// One reading of the past of a KPI, and how it stood under the target in force then.
public struct PastReading: Sendable {
  /// The reading.
  public var reading: Reading
  /// How it stood; `nil` for a comparator's reading and for a row without a value.
  public var verdict: Verdict?
  /// Whether a later row for the same period took its place.
  public var isReplaced: Bool

  /// Creates a reading of the past.
  public init(_ reading: Reading, verdict: Verdict?, isReplaced: Bool) {
    self.reading = reading
    self.verdict = verdict
    self.isReplaced = isReplaced
  }
}

/// Says how every reading of a KPI stood under a plan, each on the last day of its own period.
///
/// Deadlines and ages play no part: what is asked is whether the figure met the target of its time.
///
/// - Parameters:
///   - record: The trust and its readings.
///   - plan: The plan whose targets are meant.
///   - path: Where the KPI stands in the plan.
///   - request: The days up to which readings count, and the schools to look at.
/// - Returns: The readings, those it was corrected from before each, in the order of their periods.
public func history(
  _ record: TrustRecord,
  plan: Plan,
  _ path: KPIPath,
  _ request: EvaluationRequest
) -> [PastReading] {
  var record = record
  record.readings = record.readings.read(by: plan)
  let calendar = record.trust.calendar
  let kpi = plan[path]
  let id = Evaluator(record, plan, request).readID(of: kpi)
  return past(of: id, record, request) { reading in
    // On the last day of its period, or on the day looked at while that is still running.
    var then = request
    then.asOf = min(request.asOf, calendar.days(of: reading.period).upperBound)
    return Evaluator(record, plan, then).pastVerdict(Question(kpi: kpi, path: path), reading)
  }
}

/// The KPIs of which nobody had given a reading by the day.
///
/// - Parameters:
///   - record: The trust and its readings.
///   - plan: The plan.
///   - paths: Where the KPIs stand in the plan.
///   - request: The days up to which readings count, and the schools to look at.
///   - isReading: Whether a row is a reading of a KPI.
/// - Returns: Those without, in their order.
public func kpisWithoutReading(
  _ record: TrustRecord,
  plan: Plan,
  _ paths: [KPIPath],
  _ request: EvaluationRequest,
  where isReading: (Reading, KPI) -> Bool
) -> [KPIPath] {
  var record = record
  record.readings = record.readings.read(by: plan)
  let evaluator = Evaluator(record, plan, request)
  let scopes = scopes(record.trust, request.schools)
  return paths.filter { path in
    let kpi = plan[path]
    let id = evaluator.readID(of: kpi)
    let strands = [nil] + record.readings.strands(of: id).map(Optional.some)
    return !scopes.contains { scope in
      strands.contains { strand in
        record.readings.series(id, strand, scope).contains { reading in
          reading.isKnown(record.trust.calendar, request) && isReading(reading, kpi)
        }
      }
    }
  }
}

extension Reading {
  /// Whether its period had begun, and it had been recorded, by the days of a request.
  fileprivate func isKnown(_ calendar: SchoolCalendar, _ request: EvaluationRequest) -> Bool {
    request.counts(self, calendar.days(of: period), on: request.asOf)
  }
}

/// The readings with an id in the order of their periods, each with its verdict.
private func past(
  of id: KPI.ID,
  _ record: TrustRecord,
  _ request: EvaluationRequest,
  _ verdict: (Reading) -> Verdict?
) -> [PastReading] {
  let calendar = record.trust.calendar
  var past: [PastReading] = []
  for scope in scopes(record.trust, request.schools) {
    for strand in [nil] + record.readings.strands(of: id).map(Optional.some) {
      let series = record.readings.series(id, strand, scope).filter {
        $0.isKnown(calendar, request)
      }
      for (index, reading) in series.enumerated() {
        let isReplaced =
          reading.value != .evidence
          && series[(index + 1)...].contains {
            $0.period == reading.period && $0.value != .evidence
          }
        past.append(PastReading(reading, verdict: verdict(reading), isReplaced: isReplaced))
      }
    }
  }
  // Places are sorted, not readings, which are large to move.
  let ends = past.map { calendar.days(of: $0.reading.period).upperBound }
  return past.indices.sorted { (ends[$0], $0) < (ends[$1], $1) }.map { past[$0] }
}

/// The readings of a piece of evidence, which nothing judges, in the order of their periods.
///
/// - Parameters:
///   - record: The trust and its readings.
///   - id: The id that the readings carry.
///   - request: The days up to which readings count, and the schools to look at.
/// - Returns: The readings.
public func evidenceHistory(
  _ record: TrustRecord,
  _ id: KPI.ID,
  _ request: EvaluationRequest
) -> [PastReading] {
  past(of: id, record, request) { _ in nil }
}

/// The scopes that readings may have, those of the whole first and references last.
private func scopes(_ trust: Trust, _ wanted: [School.ID]) -> [Scope] {
  let schools = trust.schools.map(\.id).filter { wanted.isEmpty || wanted.contains($0) }
  return (wanted.isEmpty ? [.trust] : []) + [.everySchool] + schools.map { .school($0) }
    + trust.comparators.map { .comparator($0.id) }
}

extension Evaluator {
  /// How one reading stands under the target in force; `nil` where there is nothing to judge.
  func pastVerdict(_ question: Question, _ reading: Reading) -> Verdict? {
    if case .comparator = reading.scope { return nil }
    if case .evidence = reading.value { return nil }
    let strand = question.kpi.strands.first { $0.id == reading.strand }
    let question = question.read(as: strand)
    let kpi = question.kpi
    let school: School? =
      if case .school(let id) = reading.scope {
        trust.schools.first { $0.id == id }
      } else {
        nil
      }
    var verdict = Verdict(
      path: question.path,
      strand: reading.strand,
      scope: reading.scope,
      outcome: .noTarget
    )
    verdict.reading = reading
    if let finding = whyNotAsked(kpi, school) {
      verdict.outcome = finding.outcome
      verdict.reasons = finding.reasons
      return verdict
    }
    let force = targetInForce(kpi, strand, school, reading)
    verdict.target = force.target
    verdict.reasons = force.reasons + [Reason(.reading(reading), at: reading.place)]
    guard let target = force.target else { return verdict }
    let subject = Subject(
      question: question,
      strand: strand,
      scope: reading.scope,
      school: school,
      reading: reading,
      target: target.condition,
      withoutReading: .noReading
    )
    var finding = find(target.condition, subject)
    applyAmber(force.amber, target.condition, subject, to: &finding)
    // A row without a figure is judged for what it says itself.
    if finding.decider != nil, case .missing(let why) = reading.value {
      finding = Finding(outcome: .missing(why))
    }
    verdict.outcome = finding.outcome
    verdict.margin = finding.margin
    verdict.due = finding.due
    verdict.reasons += finding.reasons
    return verdict
  }
}
