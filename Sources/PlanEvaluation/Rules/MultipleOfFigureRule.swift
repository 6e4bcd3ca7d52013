import PlanModel
import SourceText

extension Evaluator {
  /// Judges "at least so many times a comparator's figure", where figures are rates already.
  ///
  /// Where the comparator's figure is not above zero a multiple means nothing: twice a fall is a
  /// bigger fall.
  func findMultipleOfFigure(
    _ factor: ExactNumber,
    _ id: String,
    _ reading: Reading,
    _ kpi: KPI
  ) -> Finding {
    guard let own = figures(of: reading.value, kpi) else { return .unreadable(reading) }
    guard let other = comparatorReading(id, reading, in: reading.period) else {
      return .noComparator(id, asked(id, in: reading.period))
    }
    let line = Reason(.comparator(id, other), at: other.place)
    guard let theirs = figures(of: other.value, kpi)?.single,
      let needed = theirs.multiplied(by: factor)
    else {
      return Finding(outcome: .undetermined, reasons: [line, Reason(.couldGoEitherWay)])
    }
    guard theirs > .zero else {
      return Finding(outcome: .undetermined, reasons: [line, Reason(.comparatorNotPositive(id))])
    }
    let bound = Bound(.atLeast, Quantity(needed))
    var finding = judge(own, FigureRange(bound), [bound], reading.value)
    finding.reasons.insert(line, at: 0)
    return finding
  }
}
