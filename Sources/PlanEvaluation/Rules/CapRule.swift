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
    guard let stretch = stretch(cap, holding: reading, subject.kpi) else {
      // A count over two stretches cannot be split, but a ceiling it keeps to holds for each.
      return .unknown(.undetermined, .couldGoEitherWay)
    }
    let count: FigureRange? =
      period == stretch.days && !isWindow
      ? figures(of: reading.value, subject.kpi)
      : total(reading, in: stretch.days, subject.kpi)?.count
    guard let count else {
      return figures(of: reading.value, subject.kpi) == nil
        ? .unreadable(reading) : .unknown(.undetermined, .couldGoEitherWay)
    }
    return judge(count, cap, stretch, reading, subject)
  }

  /// Judges a count whose latest row gives no figure: what the others come to may be enough.
  ///
  /// - Returns: What is certain whatever the gap holds; `nil` where nothing is.
  func findWithGap(_ cap: Cap, _ reading: Reading, _ subject: Subject) -> Finding? {
    guard case .missing = reading.value,
      let stretch = stretch(cap, holding: reading, subject.kpi),
      let total = total(reading, in: stretch.days, subject.kpi), let last = total.last
    else { return nil }
    var finding = judge(total.count, cap, stretch, last, subject)
    guard finding.outcome != .undetermined else { return nil }
    finding.decider = last
    return finding
  }

  private func judge(
    _ count: FigureRange,
    _ cap: Cap,
    _ stretch: Stretch,
    _ reading: Reading,
    _ subject: Subject
  ) -> Finding {
    var finding = judge(count, FigureRange(cap.bound), [cap.bound], reading.value)
    if let number = count.single {
      finding.reasons.append(Reason(.counted(number, cap)))
    } else if let least = count.lower, count.upper == nil {
      finding.reasons.append(Reason(.countedAtLeast(least.number, cap)))
    }
    guard finding.outcome == .missed else { return finding }
    let isShort = count.lies(in: FigureRange(.below, cap.bound.limit.number)) == true
    if isShort, cap.per != .window, cap.bound.relation != .below, stretch.due > asOf {
      finding.outcome = .notDue
      finding.due = stretch.due
      if let term = stretch.undeclared {
        finding.reasons.append(Reason(.termNotDeclared(term)))
      }
      return finding
    }
    if !isShort, cap.allowsException, let exception = exception(subject.kpi, stretch.days) {
      finding.outcome = .excepted
      finding.reasons.append(Reason(.exception(exception), at: exception.place))
    }
    return finding
  }

  /// A stretch over which things are counted.
  private struct Stretch {
    var days: ClosedRange<Day>
    /// The day on which it is over at the latest.
    var due: Day
    /// The term that it is, where nobody has declared the dates.
    var undeclared: Period?
  }

  /// The stretch that holds the period of a reading; `nil` where the period is longer.
  private func stretch(_ cap: Cap, holding reading: Reading, _ kpi: KPI) -> Stretch? {
    let period = days(of: reading.period)
    if cap.per == .window {
      return window(kpi, holding: period).map { Stretch(days: $0, due: $0.upperBound) }
    }
    guard let whole = whole(cap.per, holding: reading.period) else { return nil }
    let days = days(of: whole)
    guard days.contains(period.upperBound) else { return nil }
    return Stretch(
      days: days,
      due: trust.calendar.lastDay(of: whole),
      undeclared: trust.calendar.knowsEnd(of: whole) ? nil : whole
    )
  }

  /// The year, term or month in which a period begins.
  private func whole(_ per: Cap.Stretch, holding period: Period) -> Period? {
    let first = days(of: period).lowerBound
    switch (per, period) {
    case (.year, .calendarYear), (.term, .term), (.term, .season), (.month, .month): return period
    case (.window, _): return nil
    case (.year, _): return .academicYear(trust.calendar.year(of: period))
    case (.term, _):
      let year = trust.calendar.year(of: period)
      let terms = (1...6).map { Period.term(year, $0) }
      return terms.first { days(of: $0).contains(first) }
    case (.month, _):
      let (year, month, _) = first.date
      return .month(year: year, month: month)
    }
  }

  /// The days of the window, up to the end of a period that is still running.
  private func window(_ kpi: KPI, holding period: ClosedRange<Day>) -> ClosedRange<Day>? {
    guard let window = windowDays(kpi), period.lowerBound >= window.lowerBound else { return nil }
    return window.lowerBound...max(window.upperBound, period.upperBound)
  }

  /// The sum of the readings of a series inside a stretch, corrections counted once, and the latest
  /// row that gives a figure.
  ///
  /// What was counted for a term is not counted again for a month of it. A row without a figure may
  /// stand for any number of things.
  private func total(
    _ reading: Reading,
    in stretch: ClosedRange<Day>,
    _ kpi: KPI
  ) -> (count: FigureRange, last: Reading?)? {
    var counted: [(days: ClosedRange<Day>, row: Reading, figures: FigureRange?)] = []
    for row in readings.series(reading.kpi, reading.strand, reading.scope).reversed() {
      let days = days(of: row.period)
      guard stretch.contains(days.lowerBound), stretch.contains(days.upperBound),
        days != stretch || days == self.days(of: reading.period),
        row.value != .evidence, counts(row), isInForce(row, kpi),
        !counted.contains(where: { $0.row.period == row.period })
      else { continue }
      let figures = figures(of: row.value, kpi)
      if figures == nil {
        guard case .missing = row.value else { return nil }
      }
      counted.append((days, row, figures))
    }
    var sum = FigureRange(.zero)
    for (days, row, figures) in counted {
      // A gap says nothing of what it holds, so what it holds is counted by itself.
      let others = counted.filter {
        $0.figures != nil && $0.row.period != row.period && $0.days.overlaps(days)
      }
      if others.contains(where: { $0.days.holds(days) }) { continue }
      // Periods that overlap without one holding the other share days that nobody can part.
      guard figures == nil || others.allSatisfy({ days.holds($0.days) }),
        let next = sum.adding(figures?.asCount ?? .anyCount)
      else { return nil }
      sum = next
    }
    return (sum, counted.first { $0.figures != nil }?.row)
  }

  private func exception(_ kpi: KPI, _ stretch: ClosedRange<Day>) -> KPI.CapException? {
    kpi.exceptions.first {
      days(of: $0.period).overlaps(stretch) && $0.on.map { $0 <= knownAt } ?? true
    }
  }
}

extension FigureRange {
  /// Any number of things.
  fileprivate static var anyCount: FigureRange { FigureRange(.atLeast, .zero) }

  /// The figures as a count that is not known exactly: never fewer than none.
  fileprivate var asCount: FigureRange {
    single == nil ? intersection(.anyCount) : self
  }
}

extension ClosedRange<Day> {
  /// Whether all days of another range are in this one.
  fileprivate func holds(_ other: ClosedRange<Day>) -> Bool {
    contains(other.lowerBound) && contains(other.upperBound) && self != other
  }
}
