import PlanModel
import SourceText

/// What every rule may look at: the trust, the plan, the readings and the day.
struct Evaluator {
  let trust: Trust
  let plan: Plan
  let readings: any Readings
  /// The day looked at; never after the last day of the plan.
  var asOf: Day
  /// What was asked; the day looked at may be an earlier one than it says.
  let request: EvaluationRequest
  /// Whether the day asked for lies after the last day of the plan.
  let planEnded: Bool
  /// The first day of the plan.
  let planStart: Day

  /// How often targets may still ask about other KPIs.
  let steps = Steps()

  init(_ record: TrustRecord, _ plan: Plan, _ request: EvaluationRequest) {
    trust = record.trust
    readings = record.readings.read(by: plan)
    self.plan = plan
    let last = record.trust.calendar.last(of: plan.years.upperBound)
    planStart = record.trust.calendar.first(of: plan.years.lowerBound)
    planEnded = request.asOf > last
    asOf = min(request.asOf, last)
    self.request = request
  }

  /// The day up to which records count.
  var knownAt: Day { request.knownAt }

  /// The first and last day of a period in the trust's calendar.
  func days(of period: Period) -> ClosedRange<Day> { trust.calendar.days(of: period) }
}

/// A KPI being asked about, and the KPIs whose targets led to it.
///
/// A class, as every rule is handed it and a KPI is large.
final class Question: Sendable {
  let kpi: KPI
  let path: KPIPath
  /// The KPIs on the way here, so that targets that ask about each other come to an end.
  let trail: [KPI.ID]

  init(kpi: KPI, path: KPIPath, trail: [KPI.ID] = []) {
    self.kpi = kpi
    self.path = path
    self.trail = trail
  }

  /// The question as one of its strands is read.
  func read(as strand: KPI.Strand?) -> Question {
    guard let strand, strand.isReadDifferently else { return self }
    return Question(kpi: kpi.read(as: strand), path: path, trail: trail)
  }

  /// Whether schools are read one by one.
  var isReadPerSchool: Bool {
    if case .theTrust = kpi.quantifier?.rule { return false }
    return kpi.level == .school
  }

  /// Whether any target is set, for the whole, a year, a strand or a school.
  var hasTarget: Bool {
    kpi.target != nil || !kpi.targetsByYear.isEmpty || !kpi.overrides.isEmpty
      || kpi.strands.contains { $0.target != nil }
  }
}

/// One scope and strand of a KPI with the reading that speaks for it.
struct Subject {
  let question: Question
  let strand: KPI.Strand?
  let scope: Scope
  /// The school, where the scope is one.
  let school: School?
  let reading: Reading?
  /// The whole target in force, of which a rule may see only a part.
  let target: Condition
  /// What it means that there is no reading: `noReading` or `awaited`.
  let withoutReading: Outcome

  var kpi: KPI { question.kpi }

  /// Whether low figures are better: as the plan says, else as the whole target asks for them.
  var lowerIsBetter: Bool { kpi.better.map { $0.value == .lower } ?? target.lowerIsBetter }

  /// The same subject with another reading.
  func read(as reading: Reading) -> Subject {
    Subject(
      question: question,
      strand: strand,
      scope: scope,
      school: school,
      reading: reading,
      target: target,
      withoutReading: withoutReading
    )
  }
}

/// What a rule found for one condition, with the lines of proof.
struct Finding {
  var outcome: Outcome
  var margin: Margin?
  /// The last day of the stretch that is still being counted, for caps.
  var due: Day?
  /// Whether a miss, if it is one, lies inside the tolerance; of what is undetermined.
  var isTolerated = false
  /// The reading that decided in place of the latest, which gives no figure.
  var decider: Reading?
  var reasons: [Reason] = []

  /// Something that cannot be told, and why.
  static func unknown(_ outcome: Outcome = .undetermined, _ facts: Reason.Fact...) -> Finding {
    Finding(outcome: outcome, reasons: facts.map { Reason($0) })
  }

  /// The outcome of a comparison that may not be possible to tell.
  static func outcome(_ holds: Bool?) -> Outcome {
    switch holds {
    case true: .met
    case false: .missed
    case nil: .undetermined
    }
  }
}

extension ExactNumber {
  /// The number with the other sign.
  var negated: ExactNumber { ExactNumber(digits: -digits, decimals: decimals) }
}

/// Whether two words are the same, whatever the case of their Latin letters.
func sameWord(_ first: String, _ second: String) -> Bool {
  let a = first.utf8
  let b = second.utf8
  guard a.count == b.count else { return false }
  func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
  return zip(a, b).allSatisfy { lower($0) == lower($1) }
}
