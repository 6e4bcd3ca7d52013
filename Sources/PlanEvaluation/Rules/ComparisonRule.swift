import PlanModel
import SourceText

extension Evaluator {
  /// Judges a reading against a comparator's reading of the same period, or of the one period that
  /// the trust has chosen.
  ///
  /// A comparator without a figure gives `noComparator`, never a pass.
  func find(_ asked: Comparison, _ reading: Reading, _ subject: Subject) -> Finding {
    let kpi = subject.kpi
    let isLow = subject.lowerIsBetter
    if case .compared(let relation, let comparator) = reading.value {
      return findWords(relation, comparator, asked, reading, isLow: isLow)
    }
    guard let figures = figures(of: reading.value, kpi) else { return .unreadable(reading) }
    let other = comparatorReading(asked.comparator, reading, in: reading.period)
    guard let other, let theirs = self.figures(of: other.value, kpi) else {
      return .noComparator(asked.comparator, self.asked(asked.comparator, in: reading.period))
    }
    var lines = [Reason(.comparator(asked.comparator, other), at: other.place)]
    if let period = comparator(asked.comparator)?.period, period.value != reading.period {
      lines.append(Reason(.comparatorOfOnePeriod(period.value), at: period.place))
    }
    guard let bounds = differences(asked, isLow: isLow) else {
      return findWithoutMargin(asked, figures.minus(theirs), isLow: isLow, lines)
    }
    var finding: Finding
    if let figure = theirs.single {
      // Against one figure the proof reads best with the figure itself as the limit.
      let limits = bounds.map { bound in
        var limit = bound
        limit.limit.number = figure.adding(bound.limit.number) ?? figure
        return limit
      }
      finding = judge(figures, Self.admitted(limits), limits, reading.value)
      if let bound = bounds.first, bounds.count == 1, bound.limit.number != .zero {
        let limit = limits[0].limit.number
        lines.append(Reason(.movedLimit(figure, by: bound.limit.number, to: limit)))
      }
    } else {
      // The limits are on the difference; a line with them would read as one on the figure.
      finding = judge(figures.minus(theirs), Self.admitted(bounds), bounds, reading.value)
      finding.reasons.removeAll(where: \.isLooseComparison)
    }
    finding.reasons.insert(contentsOf: lines, at: 0)
    return finding
  }

  /// Judges words whose margin the trust has not declared, as far as no margin could change it.
  ///
  /// What is not above the comparator at all is not well above it; what is level with it or better is
  /// in line with it and close to it.
  private func findWithoutMargin(
    _ asked: Comparison,
    _ differences: FigureRange,
    isLow: Bool,
    _ lines: [Reason]
  ) -> Finding {
    let offset = asked.offset?.number ?? .zero
    let isWellAbove = asked.relation == .wellAbove
    let relation: BoundRelation = isWellAbove ? .above : isLow ? .atMost : .atLeast
    let holds = differences.lies(in: FigureRange(relation, offset))
    guard holds == !isWellAbove else {
      let reason = Reason(.noMargin(asked.comparator), at: place(of: asked.comparator))
      return Finding(outcome: .undetermined, reasons: lines + [reason])
    }
    return Finding(
      outcome: isWellAbove ? .missed : .met,
      reasons: lines + [Reason(.anyMarginWillDo(asked, holds: !isWellAbove))]
    )
  }

  /// The comparator's reading for the same KPI and strand as a reading, of a period or, where the
  /// trust has chosen one, of that.
  func comparatorReading(_ id: String, _ reading: Reading, in period: Period) -> Reading? {
    let period = asked(id, in: period)
    let other = self.reading(reading.kpi, reading.strand, .comparator(id), in: period)
    if case .missing = other?.value { return nil }
    return other
  }

  /// The period of which a comparator's figure is asked, where a reading is of another.
  func asked(_ id: String, in period: Period) -> Period {
    comparator(id)?.period?.value ?? period
  }

  /// The comparator as the trust describes it.
  func comparator(_ id: String) -> Comparator? { trust.comparators.first { $0.id == id } }

  private func place(of id: String) -> Place? { comparator(id)?.place }

  /// How far from the comparator's figure a figure may lie; `nil` where no margin is declared.
  ///
  /// Being in line and being close admit what is better, whichever side that is.
  func differences(_ asked: Comparison, isLow: Bool) -> [Bound]? {
    let offset = asked.offset?.number ?? .zero
    let declared = comparator(asked.comparator)
    func bound(_ relation: BoundRelation, _ number: ExactNumber) -> Bound {
      Bound(relation, Quantity(number.adding(offset) ?? number))
    }
    func orBetter(_ margin: Quantity?) -> [Bound]? {
      margin.map { margin in
        let size = margin.number.magnitude
        return [isLow ? bound(.atMost, size) : bound(.atLeast, size.negated)]
      }
    }
    switch asked.relation {
    case .bound(let relation): return [bound(relation, .zero)]
    case .wellAbove: return declared?.wellAbove.map { [bound(.atLeast, $0.number)] }
    case .inLine: return orBetter(declared?.inLine)
    case .closeTo: return orBetter(declared?.closeTo)
    case .within(let distance):
      let number = distance.number.magnitude
      return [bound(.atLeast, number.negated), bound(.atMost, number)]
    }
  }

  /// The figures, or differences, that all of some bounds admit.
  static func admitted(_ bounds: [Bound]) -> FigureRange {
    bounds.reduce(FigureRange(lower: nil, upper: nil)) { $0.intersection(FigureRange($1)) }
  }
}

extension Finding {
  /// The comparator has no value for the period.
  static func noComparator(_ id: String, _ period: Period) -> Finding {
    .unknown(.noComparator, .noComparator(id, period))
  }
}
