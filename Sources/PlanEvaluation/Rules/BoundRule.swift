import PlanModel

extension Evaluator {
  /// Judges a limit on one side: 75 is not below 75.
  func find(_ bound: Bound, _ reading: Reading, _ kpi: KPI) -> Finding {
    find(FigureRange(bound), [bound], reading, kpi)
  }

  /// Judges limits on both sides: outside on either side is a miss, never "better".
  func find(_ range: BoundedRange, _ reading: Reading, _ kpi: KPI) -> Finding {
    find(FigureRange(range), [range.lower, range.upper], reading, kpi)
  }

  private func find(
    _ admitted: FigureRange,
    _ bounds: [Bound],
    _ reading: Reading,
    _ kpi: KPI
  ) -> Finding {
    guard let figures = figures(of: reading.value, kpi) else { return .unreadable(reading) }
    var finding = judge(figures, admitted, bounds, reading.value)
    if finding.outcome == .undetermined, case .share(let word) = reading.value,
      meaning(of: word) == nil
    {
      finding.reasons.append(Reason(.undeclaredWord(word)))
    }
    return finding
  }

  /// Compares the figures that a value may stand for with those that bounds admit.
  func judge(
    _ figures: FigureRange,
    _ admitted: FigureRange,
    _ bounds: [Bound],
    _ value: ReadingValue
  ) -> Finding {
    let holds = figures.lies(in: admitted)
    var finding = Finding(outcome: Finding.outcome(holds))
    if let figure = figures.single {
      finding.margin = admitted.margin(of: figure)
      for bound in bounds {
        let limit = bound.limit.number
        let holds = bound.relation.holds(figure, limit)
        finding.reasons.append(Reason(.compared(figure, bound.relation, limit, holds: holds)))
      }
      return finding
    }
    for bound in bounds {
      let limit = bound.limit.number
      let holds = figures.lies(in: FigureRange(bound))
      finding.reasons.append(Reason(.comparedLoosely(value, bound.relation, limit, holds: holds)))
    }
    if holds == nil { finding.reasons.append(Reason(.couldGoEitherWay)) }
    return finding
  }

  /// The figures that a value may stand for; `nil` where it is not a figure.
  func figures(of value: ReadingValue, _ kpi: KPI) -> FigureRange? {
    switch value {
    case .number(let number): FigureRange(number)
    case .censored(let relation, let number): FigureRange(relation, number)
    case .between(let first, let second), .about(let first, let second):
      FigureRange(
        lower: FigureRange.End(number: min(first, second), isIncluded: true),
        upper: FigureRange.End(number: max(first, second), isIncluded: true)
      )
    case .share(let word): shareFigures(word, kpi)
    case .grade, .gradeBand, .fact, .compared, .missing, .evidence, .unreadable: nil
    }
  }
}
