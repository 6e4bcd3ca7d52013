import PlanModel
import SourceText

extension Evaluator {
  /// The first and last day of a KPI's window on the day looked at; `nil` where it has none.
  func windowDays(_ kpi: KPI) -> ClosedRange<Day>? { kpi.window?.days(endingOn: asOf) }

  /// Whether a reading lies inside the KPI's window.
  ///
  /// Its period has to begin inside it: a year that began before it counts things from before it.
  /// That it has begun by the day looked at is asked of every reading.
  func isInWindow(_ reading: Reading, _ kpi: KPI) -> Bool {
    guard let window = windowDays(kpi) else { return true }
    return days(of: reading.period).lowerBound >= window.lowerBound
  }

  /// Appends the first and last day of the window, where the KPI has one.
  func explainWindow(_ kpi: KPI, in reasons: inout [Reason]) {
    guard let window = kpi.window, let days = windowDays(kpi) else { return }
    reasons.append(Reason(.window(window, days), at: window.place))
  }
}
