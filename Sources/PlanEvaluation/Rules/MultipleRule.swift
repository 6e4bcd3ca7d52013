import PlanModel
import SourceText

extension Evaluator {
  /// Judges "at least so many times a comparator's improvement".
  ///
  /// Where the comparator did not improve a multiple means nothing: twice a fall is a bigger fall.
  func findMultiple(
    _ factor: ExactNumber,
    _ id: String,
    _ reading: Reading,
    _ subject: Subject
  ) -> Finding {
    guard let before = previous(reading, subject) else {
      return Finding(outcome: .undetermined, reasons: [whyNoPrevious(reading)])
    }
    var finding = Finding(outcome: .undetermined)
    finding.reasons.append(Reason(.previous(before), at: before.place))
    var theirs: [Reading] = []
    for period in [reading.period, before.period] {
      guard let other = comparatorReading(id, reading, in: period) else {
        finding.outcome = .noComparator
        finding.reasons.append(Reason(.noComparator(id, asked(id, in: period))))
        return finding
      }
      finding.reasons.append(Reason(.comparator(id, other), at: other.place))
      theirs.append(other)
    }
    let kpi = subject.kpi
    let isLow = subject.lowerIsBetter
    guard let own = improvement(from: before, to: reading, kpi, isLow: isLow),
      let other = improvement(from: theirs[1], to: theirs[0], kpi, isLow: isLow),
      let needed = other.multiplied(by: factor)
    else {
      finding.reasons.append(Reason(.couldGoEitherWay))
      return finding
    }
    if isLow { finding.reasons.append(Reason(.lowerIsBetter, at: kpi.better?.place)) }
    finding.reasons.append(Reason(.improvement(own, comparator: other)))
    guard other > .zero else {
      finding.reasons.append(Reason(.comparatorNotImproving(id)))
      return finding
    }
    let holds = own >= needed
    finding.outcome = holds ? .met : .missed
    finding.margin = own.subtracting(needed).map { Margin($0) }
    finding.reasons.append(Reason(.compared(own, .atLeast, needed, holds: holds)))
    return finding
  }

  /// By how much a figure got better; negative where it got worse.
  private func improvement(
    from old: Reading,
    to new: Reading,
    _ kpi: KPI,
    isLow: Bool
  ) -> ExactNumber? {
    guard let before = figures(of: old.value, kpi)?.single,
      let after = figures(of: new.value, kpi)?.single
    else { return nil }
    return isLow ? before.subtracting(after) : after.subtracting(before)
  }
}
