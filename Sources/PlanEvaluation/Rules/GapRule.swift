import PlanModel
import SourceText

extension Evaluator {
  /// Judges "level with a comparator, or closing on it".
  ///
  /// It says "at least", so high figures are better whatever stands beside it. A gap of zero or a
  /// reversed one is a match. In the first year closing cannot be told.
  func findGap(_ id: String, _ reading: Reading, _ subject: Subject) -> Finding {
    let level = Comparison(.bound(.atLeast), id)
    var finding = find(level, reading, subject.kpi)
    guard finding.outcome == .missed else { return finding }
    guard let other = comparatorReading(id, reading, in: reading.period),
      let now = gap(reading, other, subject.kpi)
    else {
      finding.outcome = .undetermined
      finding.reasons.append(Reason(.couldGoEitherWay))
      return finding
    }
    guard let before = previous(reading) else {
      finding.outcome = .undetermined
      finding.reasons += [Reason(.gap(now: now, before: nil)), whyNoPrevious(reading)]
      return finding
    }
    finding.reasons.append(Reason(.previous(before), at: before.place))
    guard let theirs = comparatorReading(id, before, in: before.period) else {
      finding.outcome = .noComparator
      finding.reasons.append(Reason(.noComparator(id, before.period)))
      return finding
    }
    finding.reasons.append(Reason(.comparator(id, theirs), at: theirs.place))
    guard let then = gap(before, theirs, subject.kpi) else {
      finding.outcome = .undetermined
      finding.reasons.append(Reason(.couldGoEitherWay))
      return finding
    }
    finding.reasons.append(Reason(.gap(now: now, before: then)))
    finding.outcome = now < then ? .met : .missed
    return finding
  }

  /// How far a reading lies behind a comparator's; negative ahead of it.
  private func gap(_ reading: Reading, _ other: Reading, _ kpi: KPI) -> ExactNumber? {
    guard let own = figures(of: reading.value, kpi)?.single,
      let theirs = figures(of: other.value, kpi)?.single
    else { return nil }
    return theirs.subtracting(own)
  }
}
