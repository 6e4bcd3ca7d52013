import PlanModel
import SourceText

extension Evaluator {
  /// Judges a direction against the previous comparable period.
  ///
  /// Level is not rising. A missing year breaks the chain.
  func find(_ trend: Trend, _ reading: Reading, _ subject: Subject) -> Finding {
    let kpi = subject.kpi
    guard let before = previous(reading, subject) else {
      return Finding(outcome: .undetermined, reasons: [whyNoPrevious(reading)])
    }
    let line = Reason(.previous(before), at: before.place)
    let isGrade: Bool
    let now: FigureRange
    let then: FigureRange
    if let grades = heights(of: reading.value, kpi), let earlier = heights(of: before.value, kpi) {
      isGrade = true
      now = grades
      then = earlier
    } else if let figures = figures(of: reading.value, kpi),
      let earlier = self.figures(of: before.value, kpi)
    {
      isGrade = false
      now = figures
      then = earlier
    } else {
      return Finding(outcome: .undetermined, reasons: [line, Reason(.couldGoEitherWay)])
    }
    let change = Bound(trend.relation, Quantity(then.single ?? .zero))
    var finding: Finding
    if then.single != nil {
      finding = judge(now, FigureRange(change), [change], reading.value)
    } else {
      // The limit is on the change; a line of proof with it would read as one on the figure.
      finding = judge(now.minus(then), FigureRange(change), [change], reading.value)
      finding.reasons.removeAll(where: \.isLooseComparison)
    }
    if isGrade {
      finding.margin = finding.margin.map {
        Margin($0.amount, isLevels: true, isStrict: $0.isStrict)
      }
      // Lines of proof would show places in the scale for figures.
      finding.reasons.removeAll { $0.isComparison }
    }
    finding.reasons.insert(line, at: 0)
    return finding
  }

  /// The heights of the grades that a value may stand for, on a scale that has an order.
  ///
  /// Ranks count from the best, so a lower rank stands higher.
  private func heights(of value: ReadingValue, _ kpi: KPI) -> FigureRange? {
    guard isOrdered(kpi) else { return nil }
    switch value {
    case .grade(let rank): return FigureRange(ExactNumber(-rank))
    case .gradeBand(let ranks):
      guard let best = ranks.min(), let worst = ranks.max() else { return nil }
      return FigureRange(
        lower: FigureRange.End(number: ExactNumber(-worst), isIncluded: true),
        upper: FigureRange.End(number: ExactNumber(-best), isIncluded: true)
      )
    default: return nil
    }
  }

  /// The reading of the same series for the previous comparable period, where there is one.
  ///
  /// Years, terms and months are compared with the same of the year before; single days with the
  /// reading before them. Where the trust's figure is made of its schools', so is the one before.
  func previous(_ reading: Reading, _ subject: Subject) -> Reading? {
    var found = rowBefore(reading)
    if found == nil, let period = reading.period.yearBefore {
      found = total(subject.question, subject.strand, subject.scope, in: period)?.reading
    }
    if case .missing = found?.value { return nil }
    return found
  }

  /// Why there is no reading to compare one with: no row, or one without a figure.
  func whyNoPrevious(_ reading: Reading) -> Reason {
    if let row = rowBefore(reading) { return Reason(.previousMissing(row), at: row.place) }
    return Reason(.noPrevious(reading.period.yearBefore))
  }

  private func rowBefore(_ reading: Reading) -> Reading? {
    if let period = reading.period.yearBefore {
      return self.reading(reading.kpi, reading.strand, reading.scope, in: period)
    }
    let start = days(of: reading.period).lowerBound
    return readings.series(reading.kpi, reading.strand, reading.scope).last {
      days(of: $0.period).upperBound < start && $0.value != .evidence && counts($0)
    }
  }
}

extension Trend {
  /// How the new figure must stand to the old one.
  var relation: BoundRelation {
    switch self {
    case .rising: .above
    case .notFalling: .atLeast
    case .falling: .below
    case .notRising: .atMost
    }
  }
}

extension Period {
  /// The same stretch a year earlier; `nil` for a single day.
  fileprivate var yearBefore: Period? {
    switch self {
    case .academicYear(let year): .academicYear(year.previous)
    case .term(let year, let term): .term(year.previous, term)
    case .season(let year, let season): .season(year.previous, season)
    case .month(let year, let month): .month(year: year - 1, month: month)
    case .calendarYear(let year): .calendarYear(year - 1)
    case .day: nil
    }
  }
}
