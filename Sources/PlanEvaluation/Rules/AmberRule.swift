import PlanModel
import SourceText

extension Evaluator {
  /// Turns a miss into "nearly" where it lies inside the declared tolerance.
  ///
  /// A certain miss that may or may not lie inside it stays a miss: a tolerance has to be shown to
  /// hold.
  func applyAmber(
    _ amber: Amber?,
    _ condition: Condition,
    _ subject: Subject,
    to finding: inout Finding
  ) {
    if finding.outcome == .undetermined, let amber {
      finding.isTolerated = tolerates(amber, condition, subject) == true
    }
    guard finding.outcome == .missed else { return }
    guard let amber else {
      finding.reasons.append(Reason(.noAmber, at: subject.kpi.place))
      return
    }
    let holds = tolerates(amber, condition, subject)
    finding.reasons.append(Reason(.amber(amber, holds: holds), at: amber.place))
    if holds == true { finding.outcome = .nearly }
  }

  /// Whether a reading lies inside the tolerance; `nil` where it cannot be told.
  private func tolerates(_ amber: Amber, _ condition: Condition, _ subject: Subject) -> Bool? {
    switch amber.rule {
    case .condition(let tolerated): holds(condition, upTo: tolerated, subject)
    case .within(let distance): holds(condition, within: distance.number.magnitude, subject)
    }
  }

  /// Whether a reading lies no further than a distance from satisfying a condition.
  private func holds(
    _ condition: Condition,
    within distance: ExactNumber,
    _ subject: Subject
  ) -> Bool? {
    switch condition {
    case .bound(let bound): return lies(subject, FigureRange(bound).widened(by: distance))
    case .range(let range): return lies(subject, FigureRange(range).widened(by: distance))
    case .allOf(let parts):
      let results = parts.map { holds($0, within: distance, subject) }
      return results.contains(false) ? false : results.contains(nil) ? nil : true
    case .anyOf(let parts):
      let results = parts.map { holds($0, within: distance, subject) }
      return results.contains(true) ? true : results.contains(nil) ? nil : false
    default:
      let finding = find(condition, subject)
      guard finding.outcome == .missed, let margin = finding.margin else {
        return truth(finding.outcome)
      }
      return margin.amount >= distance.negated
    }
  }

  private func lies(_ subject: Subject, _ admitted: FigureRange) -> Bool? {
    guard let value = subject.reading?.value else { return nil }
    return figures(of: value, subject.kpi)?.lies(in: admitted)
  }
}
