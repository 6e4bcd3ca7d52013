import PlanModel
import SourceText

extension Evaluator {
  /// Judges "level with a comparator, or closing on it".
  ///
  /// The target says which side is better, `at least` or `at most`, whatever stands beside it. A gap
  /// of zero or a reversed one is a match. In the first year closing cannot be told.
  func findGap(
    _ relation: BoundRelation,
    _ id: String,
    _ reading: Reading,
    _ subject: Subject
  ) -> Finding {
    let isLow = relation.wishes == [.lower]
    var finding = find(Comparison(.bound(relation), id), reading, subject)
    guard finding.outcome == .missed else { return finding }
    guard let other = comparatorReading(id, reading, in: reading.period),
      let now = gap(reading, other, subject.kpi, isLow: isLow)
    else {
      finding.outcome = .undetermined
      finding.reasons.append(Reason(.couldGoEitherWay))
      return finding
    }
    guard let before = previous(reading, subject) else {
      finding.outcome = .undetermined
      finding.reasons += [Reason(.gap(now: now, before: nil)), whyNoPrevious(reading)]
      return finding
    }
    finding.reasons.append(Reason(.previous(before), at: before.place))
    guard let theirs = comparatorReading(id, before, in: before.period) else {
      finding.outcome = .noComparator
      finding.reasons.append(Reason(.noComparator(id, asked(id, in: before.period))))
      return finding
    }
    finding.reasons.append(Reason(.comparator(id, theirs), at: theirs.place))
    guard let then = gap(before, theirs, subject.kpi, isLow: isLow) else {
      finding.outcome = .undetermined
      finding.reasons.append(Reason(.couldGoEitherWay))
      return finding
    }
    finding.reasons.append(Reason(.gap(now: now, before: then)))
    finding.outcome = now < then ? .met : .missed
    // Met by closing, it is still behind: the distance to the comparator is none to spare.
    if finding.outcome == .met { finding.margin = nil }
    return finding
  }

  /// How far a reading lies behind a comparator's; negative ahead of it.
  private func gap(
    _ reading: Reading,
    _ other: Reading,
    _ kpi: KPI,
    isLow: Bool
  ) -> ExactNumber? {
    guard let own = figures(of: reading.value, kpi)?.single,
      let theirs = figures(of: other.value, kpi)?.single
    else { return nil }
    return isLow ? own.subtracting(theirs) : theirs.subtracting(own)
  }
}
