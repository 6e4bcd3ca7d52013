import PlanModel
import SourceText

extension Evaluator {
  /// What it means that a KPI has no reading: due by its frequency, or simply none.
  ///
  /// The clock starts with the plan, the KPI or the school, whichever is latest.
  func outcomeWithoutReading(_ kpi: KPI, _ school: School?) -> Outcome {
    guard let frequency = kpi.frequency?.value else { return .noReading }
    var start = planStart
    if let from = kpi.valid?.from { start = max(start, days(of: from).lowerBound) }
    if let joined = school?.joined?.value { start = max(start, days(of: joined).lowerBound) }
    return start.adding(days: frequency.days) < asOf ? .awaited : .noReading
  }

  /// Turns a verdict whose reading is older than the frequency allows into a stale one.
  ///
  /// What the old reading gave is kept, to be shown hollow.
  func applyStaleness(_ kpi: KPI, to verdict: inout Verdict) {
    guard let frequency = kpi.frequency, let reading = verdict.reading else { return }
    let end = days(of: reading.period).upperBound
    guard end.adding(days: frequency.value.days) < asOf else { return }
    verdict.staleOutcome = verdict.outcome
    verdict.outcome = .stale
    let age = Int(asOf.number) - Int(end.number)
    verdict.reasons.append(
      Reason(.older(days: age, than: frequency.value), at: frequency.place)
    )
  }
}
