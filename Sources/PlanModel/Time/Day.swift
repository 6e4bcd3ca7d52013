/// A day of the Gregorian calendar, without time or time zone.
public struct Day: Hashable, Sendable, Comparable {
  /// The number of days since 1970-01-01; negative before it.
  public let number: Int32

  /// Creates the day that lies a number of days after 1970-01-01.
  public init(number: Int32) { self.number = number }

  /// Creates a day from its date, or returns `nil` where the calendar has no such day.
  ///
  /// Years 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= Self.days(inMonth: month, of: year)
    else { return nil }
    self.init(number: Self.civil(year, month, day))
  }

  /// Reads an ISO day such as `2017-03-31`; returns `nil` for anything else.
  public init?(_ text: String) {
    guard let day = Self.parse(text.utf8.span) else { return nil }
    self = day
  }

  /// Reads an ISO day from bytes.
  public static func parse(_ bytes: Span<UInt8>) -> Day? {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-")
    else { return nil }
    var parts = (0, 0, 0)
    for index in 0..<10 where index != 4 && index != 7 {
      let digit = Int(bytes[index]) - 0x30
      guard (0...9).contains(digit) else { return nil }
      if index < 4 {
        parts.0 = parts.0 * 10 + digit
      } else if index < 7 {
        parts.1 = parts.1 * 10 + digit
      } else {
        parts.2 = parts.2 * 10 + digit
      }
    }
    return Day(year: parts.0, month: parts.1, day: parts.2)
  }

  /// The number of days in a month (1 to 12) of a year.
  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1970-01-01, after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
  private static func civil(_ year: Int, _ month: Int, _ day: Int) -> Int32 {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// The year, month (1 to 12) and day (1 to 31).
  public var date: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * monthIndex + 2) / 5 + 1)
  }

  /// Whether the first day comes before the second.
  public static func < (first: Day, second: Day) -> Bool { first.number < second.number }

  /// The day a number of days later, or earlier where negative.
  public func adding(days: Int) -> Day { Day(number: Int32(clamping: Int(number) + days)) }

  /// The same date in a later year; 29 February becomes 28 February where there is none.
  public func adding(years: Int) -> Day {
    let (year, month, day) = date
    let last = Self.days(inMonth: month, of: year + years)
    return Day(year: year + years, month: month, day: min(day, last)) ?? self
  }

  /// The same date in a later month, or an earlier one where negative; the last day of the month
  /// where it has no such date.
  public func adding(months: Int) -> Day {
    let (year, month, day) = date
    let count = year * 12 + month - 1 + months
    let (newYear, newMonth) = (count / 12, count % 12 + 1)
    let last = Self.days(inMonth: newMonth, of: newYear)
    return Day(year: newYear, month: newMonth, day: min(day, last)) ?? self
  }
}

extension Day: CustomStringConvertible {
  /// The day in ISO form, `2017-03-31`.
  public var description: String {
    let (year, month, day) = date
    func padded(_ value: Int, _ width: Int) -> String {
      let text = String(value)
      return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
