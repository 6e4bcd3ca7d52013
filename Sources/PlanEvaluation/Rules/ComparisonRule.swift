import PlanModel
import SourceText

extension Evaluator {
  /// Judges a reading against a comparator's reading of the same period.
  ///
  /// A comparator without a figure gives `noComparator`, never a pass.
  func find(_ asked: Comparison, _ reading: Reading, _ kpi: KPI) -> Finding {
    if case .compared(let relation, let comparator) = reading.value {
      return findWords(relation, comparator, asked, reading, kpi)
    }
    guard let figures = figures(of: reading.value, kpi) else { return .unreadable(reading) }
    let other = comparatorReading(asked.comparator, reading, in: reading.period)
    guard let other, let theirs = self.figures(of: other.value, kpi) else {
      return .noComparator(asked.comparator, reading.period)
    }
    let line = Reason(.comparator(asked.comparator, other), at: other.place)
    guard let bounds = differences(asked) else {
      return Finding(
        outcome: .undetermined,
        reasons: [line, Reason(.noMargin(asked.comparator), at: place(of: asked.comparator))]
      )
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
    } else {
      // The limits are on the difference; a line with them would read as one on the figure.
      finding = judge(figures.minus(theirs), Self.admitted(bounds), bounds, reading.value)
      finding.reasons.removeAll(where: \.isLooseComparison)
    }
    finding.reasons.insert(line, at: 0)
    return finding
  }

  /// The comparator's reading of a period, for the same KPI and strand as a reading.
  func comparatorReading(_ id: String, _ reading: Reading, in period: Period) -> Reading? {
    let other = self.reading(reading.kpi, reading.strand, .comparator(id), in: period)
    if case .missing = other?.value { return nil }
    return other
  }

  /// The comparator as the trust describes it.
  func comparator(_ id: String) -> Comparator? { trust.comparators.first { $0.id == id } }

  private func place(of id: String) -> Place? { comparator(id)?.place }

  /// How far from the comparator's figure a figure may lie; `nil` where no margin is declared.
  private func differences(_ asked: Comparison) -> [Bound]? {
    let offset = asked.offset?.number ?? .zero
    let declared = comparator(asked.comparator)
    func bound(_ relation: BoundRelation, _ number: ExactNumber) -> Bound {
      Bound(relation, Quantity(number.adding(offset) ?? number))
    }
    switch asked.relation {
    case .bound(let relation): return [bound(relation, .zero)]
    case .wellAbove: return declared?.wellAbove.map { [bound(.atLeast, $0.number)] }
    case .inLine: return declared?.inLine.map { [bound(.atLeast, $0.number.magnitude.negated)] }
    case .closeTo: return declared?.closeTo.map { [bound(.atLeast, $0.number.magnitude.negated)] }
    case .within(let distance):
      let number = distance.number.magnitude
      return [bound(.atLeast, number.negated), bound(.atMost, number)]
    }
  }

  private static func admitted(_ bounds: [Bound]) -> FigureRange {
    bounds.reduce(FigureRange(lower: nil, upper: nil)) { $0.intersection(FigureRange($1)) }
  }
}

extension Finding {
  /// The comparator has no value for the period.
  static func noComparator(_ id: String, _ period: Period) -> Finding {
    .unknown(.noComparator, .noComparator(id, period))
  }
}
