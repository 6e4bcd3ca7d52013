public import PlanModel
import SourceText

/// The past of the figures of one plan, one scope after another: for pictures of many of them.
///
/// What every question needs is prepared once, so that asking for each school and KPI of a large
/// trust takes time in proportion to the readings it has.
public struct PlanPast: Sendable {
  private let record: TrustRecord
  private let plan: Plan
  private let request: EvaluationRequest

  /// Prepares the past of a plan.
  ///
  /// - Parameters:
  ///   - record: The trust and its readings.
  ///   - plan: The plan whose targets are meant.
  ///   - request: The day looked at, after which no period may begin, and the day up to which
  ///     records count.
  public init(_ record: TrustRecord, plan: Plan, _ request: EvaluationRequest) {
    var record = record
    record.readings = record.readings.read(by: plan)
    self.record = record
    self.plan = plan
    self.request = request
  }

  /// The readings that spoke for a scope, the latest row of each period, in order.
  ///
  /// A school without a reading of its own for a period takes the one for every school, and a
  /// strand that of the whole KPI before its own first, as verdicts do. Each is judged by the
  /// target of its time.
  ///
  /// - Parameters:
  ///   - path: Where the KPI stands in the plan.
  ///   - strand: The strand; `nil` for the KPI as a whole.
  ///   - scope: The school or the trust.
  /// - Returns: The readings, oldest first; rows without a value are left out.
  public func readings(of path: KPIPath, _ strand: String?, _ scope: Scope) -> [PastReading] {
    let evaluator = Evaluator(record, plan, request)
    let question = Question(kpi: plan[path], path: path)
    var chosen = evaluator.pastSeries(question, strand, scope, by: request.asOf)
    if strand != nil {
      let whole = evaluator.pastSeries(question, nil, scope, by: request.asOf)
      let first = chosen.first.map { evaluator.days(of: $0.period).upperBound }
      chosen = evaluator.filled(
        chosen,
        whole.filter { reading in
          first.map { evaluator.days(of: reading.period).upperBound < $0 } ?? true
        }
      )
    }
    return chosen.map { reading in
      var reading = reading
      // A reading for every school is judged as the school's own, by the target of the school.
      reading.scope = scope
      var judge = evaluator
      judge.asOf = min(request.asOf, evaluator.days(of: reading.period).upperBound)
      let verdict = judge.pastVerdict(question, reading)
      return PastReading(reading, verdict: verdict, isReplaced: false)
    }
  }
}

extension Evaluator {
  /// The readings of one scope up to a day, the gaps filled with those for every school.
  fileprivate func pastSeries(
    _ question: Question,
    _ strand: String?,
    _ scope: Scope,
    by day: Day
  ) -> [Reading] {
    let own = latestRows(readings.series(question.kpi.id, strand, scope), by: day)
    guard case .school(let id) = scope, let school = trust.schools.first(where: { $0.id == id })
    else { return own }
    let every = latestRows(readings.series(question.kpi.id, strand, .everySchool), by: day)
    return filled(own, every.filter { wasMember(school, in: $0.period) })
  }

  /// Readings with those of others for the periods of which there are none, in order.
  fileprivate func filled(_ own: [Reading], _ others: [Reading]) -> [Reading] {
    let missing = others.filter { other in !own.contains { $0.period == other.period } }
    if missing.isEmpty { return own }
    let all = own + missing
    let ends = all.map { days(of: $0.period).upperBound }
    return all.indices.sorted { (ends[$0], $0) < (ends[$1], $1) }.map { all[$0] }
  }

  /// The latest row of each period that counts; rows without a value are left out.
  private func latestRows(_ series: [Reading], by day: Day) -> [Reading] {
    var rows: [Reading] = []
    for reading in series where reading.value != .evidence && isPast(reading, by: day) {
      if let index = rows.lastIndex(where: { $0.period == reading.period }) {
        rows[index] = reading
      } else {
        rows.append(reading)
      }
    }
    return rows
  }

  private func isPast(_ reading: Reading, by day: Day) -> Bool {
    request.counts(reading, days(of: reading.period), on: day)
  }
}
