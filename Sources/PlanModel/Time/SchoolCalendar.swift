/// When school years and terms begin and end for one trust.
public struct SchoolCalendar: Hashable, Sendable {
  /// The month in which a school year begins, 1 to 12.
  public var startMonth: Int
  /// The day of that month.
  public var startDay: Int
  /// Declared first and last days of terms and seasons, which replace the usual ones.
  public var declared: [Period: ClosedRange<Day>]

  /// Creates a calendar; school years begin on 1 September unless said otherwise.
  ///
  /// Academic years of English academies run from 1 September to 31 August
  /// (`docs/GLOSSARY.md`, "academic year").
  public init(
    startMonth: Int = 9,
    startDay: Int = 1,
    declared: [Period: ClosedRange<Day>] = [:]
  ) {
    self.startMonth = startMonth
    self.startDay = startDay
    self.declared = declared
  }

  /// The school year that holds a day.
  public func year(of day: Day) -> AcademicYear {
    let (year, month, dayOfMonth) = day.date
    let firstDay = min(startDay, Day.days(inMonth: startMonth, of: year))
    let begun = (month, dayOfMonth) >= (startMonth, firstDay)
    return AcademicYear(startingIn: begun ? year : year - 1)
  }

  /// The first day of a school year; one that begins on 29 February begins on the 28th in others.
  public func first(of year: AcademicYear) -> Day {
    let last = Day.days(inMonth: startMonth, of: year.start)
    return Self.day((startMonth, min(startDay, last)), in: year, afterNewYear: false)
  }

  /// The last day of a school year.
  public func last(of year: AcademicYear) -> Day { first(of: year.next).adding(days: -1) }

  /// The first and last day of a period.
  ///
  /// Terms without declared dates take the usual months, good enough to put readings in order:
  /// halves of autumn end with October and December, of spring on 15 February and with March,
  /// of summer with May and August.
  public func days(of period: Period) -> ClosedRange<Day> {
    if !declared.isEmpty, let days = declared[period] { return days }
    switch period {
    case .academicYear(let year):
      let first = first(of: year)
      return first...max(first, last(of: year))
    case .term(let year, let term):
      let starts = [(9, 1), (11, 1), (1, 1), (2, 16), (4, 1), (6, 1), (9, 1)]
      let index = min(max(term, 1), 6) - 1
      let from = Self.day(starts[index], in: year, afterNewYear: index >= 2)
      let to = Self.day(starts[index + 1], in: year, afterNewYear: index >= 1)
      return from...to.adding(days: -1)
    case .season(let year, let season):
      let terms = season.terms
      let first = days(of: .term(year, terms.lowerBound)).lowerBound
      // Declared days may be wrong; a season still ends no earlier than it begins.
      return first...max(first, days(of: .term(year, terms.upperBound)).upperBound)
    case .month(let year, let month):
      let first = Day(year: year, month: month, day: 1) ?? Day(number: 0)
      return first...first.adding(days: Day.days(inMonth: month, of: year) - 1)
    case .day(let day): return day...day
    case .calendarYear(let year):
      let first = Day(year: year, month: 1, day: 1) ?? Day(number: 0)
      return first...(Day(year: year, month: 12, day: 31) ?? first)
    }
  }

  /// The last day of a period as a day by which something is due.
  ///
  /// The usual months are a guess at when a term ends, and nothing is late by a guess: a term whose
  /// dates nobody declared is over with its school year at the latest.
  public func lastDay(of period: Period) -> Day {
    knowsEnd(of: period)
      ? days(of: period).upperBound : days(of: .academicYear(year(of: period))).upperBound
  }

  /// Whether the last day of a period is known: of terms and seasons, where it is declared.
  public func knowsEnd(of period: Period) -> Bool {
    switch period {
    case .term: declared[period] != nil
    case .season(let year, let season):
      declared[period] != nil || declared[.term(year, season.terms.upperBound)] != nil
    case .academicYear, .month, .day, .calendarYear: true
    }
  }

  /// The school year in which a period begins.
  public func year(of period: Period) -> AcademicYear {
    switch period {
    case .academicYear(let year), .term(let year, _), .season(let year, _): year
    case .month, .day, .calendarYear: year(of: days(of: period).lowerBound)
    }
  }

  private static func day(
    _ monthAndDay: (Int, Int),
    in year: AcademicYear,
    afterNewYear: Bool
  ) -> Day {
    // Years beyond the calendar stand for its ends, so that a year never ends before it begins.
    let start = min(max(year.start, 1), 9998)
    let calendarYear = afterNewYear ? start + 1 : start
    return Day(year: calendarYear, month: monthAndDay.0, day: monthAndDay.1) ?? Day(number: 0)
  }
}
