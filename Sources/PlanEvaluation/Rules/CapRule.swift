import PlanModel
import SourceText

extension Evaluator {
  /// Judges a count that starts afresh each year, term or month.
  ///
  /// Readings of shorter periods are added up over the stretch. While the stretch is running a
  /// count that has not reached a floor is not due; over a ceiling it is missed at once, unless
  /// an exception is recorded.
  func find(_ cap: Cap, _ reading: Reading, _ subject: Subject) -> Finding {
    let period = days(of: reading.period)
    let isWindow = cap.per == .window
    guard
      let stretch = isWindow
        ? window(subject.kpi, holding: period) : stretch(cap.per, holding: reading.period)
    else {
      // A count over two stretches cannot be split, but a ceiling it keeps to holds for each.
      return .unknown(.undetermined, .couldGoEitherWay)
    }
    let count: FigureRange? =
      period == stretch && !isWindow
      ? figures(of: reading.value, subject.kpi) : total(reading, in: stretch, subject.kpi)
    guard let count else {
      return figures(of: reading.value, subject.kpi) == nil
        ? .unreadable(reading) : .unknown(.undetermined, .couldGoEitherWay)
    }
    var finding = judge(count, FigureRange(cap.bound), [cap.bound], reading.value)
    if let number = count.single { finding.reasons.append(Reason(.counted(number, cap))) }
    guard finding.outcome == .missed else { return finding }
    let isShort = count.lies(in: FigureRange(.below, cap.bound.limit.number)) == true
    if isShort, !isWindow, cap.bound.relation != .below, stretch.upperBound > asOf {
      finding.outcome = .notDue
      finding.due = stretch.upperBound
      return finding
    }
    if !isShort, cap.allowsException, let exception = exception(subject.kpi, stretch) {
      finding.outcome = .excepted
      finding.reasons.append(Reason(.exception(exception), at: exception.place))
    }
    return finding
  }

  /// The days of the stretch that holds a period; `nil` where the period is longer.
  private func stretch(_ per: Cap.Stretch, holding period: Period) -> ClosedRange<Day>? {
    let days = days(of: period)
    let whole: ClosedRange<Day>
    switch (per, period) {
    case (.year, .calendarYear), (.term, .term), (.term, .season), (.month, .month): return days
    case (.window, _): return nil
    case (.year, _): whole = self.days(of: .academicYear(trust.calendar.year(of: period)))
    case (.term, _):
      let year = trust.calendar.year(of: period)
      let terms = (1...6).map { self.days(of: .term(year, $0)) }
      guard let term = terms.first(where: { $0.contains(days.lowerBound) }) else { return nil }
      whole = term
    case (.month, _):
      let (year, month, _) = days.lowerBound.date
      whole = self.days(of: .month(year: year, month: month))
    }
    return whole.contains(days.upperBound) ? whole : nil
  }

  /// The days of the window, up to the end of a period that is still running.
  private func window(_ kpi: KPI, holding period: ClosedRange<Day>) -> ClosedRange<Day>? {
    guard let window = windowDays(kpi), period.lowerBound >= window.lowerBound else { return nil }
    return window.lowerBound...max(window.upperBound, period.upperBound)
  }

  /// The sum of the readings of a series inside a stretch, corrections counted once.
  ///
  /// What was counted for a term is not counted again for a month of it.
  private func total(_ reading: Reading, in stretch: ClosedRange<Day>, _ kpi: KPI) -> FigureRange? {
    var counted: [(days: ClosedRange<Day>, row: Reading)] = []
    for row in readings.series(reading.kpi, reading.strand, reading.scope).reversed() {
      let days = days(of: row.period)
      guard stretch.contains(days.lowerBound), stretch.contains(days.upperBound),
        days != stretch || days == self.days(of: reading.period),
        row.value != .evidence, counts(row),
        !counted.contains(where: { $0.row.period == row.period })
      else { continue }
      counted.append((days, row))
    }
    var sum = ExactNumber.zero
    for (days, row) in counted {
      let others = counted.filter { $0.row.period != row.period && $0.days.overlaps(days) }
      if others.contains(where: { $0.days.holds(days) }) { continue }
      // Periods that overlap without one holding the other share days that nobody can part.
      guard others.allSatisfy({ days.holds($0.days) }),
        let figure = figures(of: row.value, kpi)?.single, let next = sum.adding(figure)
      else { return nil }
      sum = next
    }
    return FigureRange(sum)
  }

  private func exception(_ kpi: KPI, _ stretch: ClosedRange<Day>) -> KPI.CapException? {
    kpi.exceptions.first {
      days(of: $0.period).overlaps(stretch) && $0.on.map { $0 <= knownAt } ?? true
    }
  }
}

extension ClosedRange<Day> {
  /// Whether all days of another range are in this one.
  fileprivate func holds(_ other: ClosedRange<Day>) -> Bool {
    contains(other.lowerBound) && contains(other.upperBound) && self != other
  }
}
