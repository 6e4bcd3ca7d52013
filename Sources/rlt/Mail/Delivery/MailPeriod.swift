import PlanModel

/// The week, fortnight, month or term that a message is for: one message goes out in each.
struct MailPeriod: Equatable {
  /// What tells it from all others: `week-2017-03-27`.
  let key: String
  /// Its place in the row of such periods, so that one left out can be seen.
  let index: Int
  /// The day after which what happened is told, as a rule.
  let usualSince: Day
  /// How many days there are from one message to the next.
  let days: Int

  /// The period of a frequency that a day lies in.
  init(_ frequency: MailFrequency, on today: Day, in calendar: SchoolCalendar) {
    let week = (Int(today.number) + 3).flooredDivision(by: 7)
    let monday = Day(number: Int32(week * 7 - 3))
    switch frequency {
    case .weekly:
      self.init("week-\(monday)", week, 7, today)
    case .fortnightly:
      let isSecond = week.flooredDivision(by: 2) * 2 != week
      let first = isSecond ? monday.adding(days: -7) : monday
      let index = week.flooredDivision(by: 2)
      self.init("fortnight-\(first)", index, 14, today)
    case .monthly:
      let (year, month, _) = today.date
      let before = month == 1 ? 31 : Day.days(inMonth: month - 1, of: year)
      let key = "\(today)".dropLast(3)
      self.init("month-\(key)", year * 12 + month, before, today)
    case .termly:
      let year = calendar.year(of: today)
      // A holiday belongs to the term before it.
      let season = Period.Season.allCases.last { season in
        calendar.days(of: .season(year, season)).lowerBound <= today
      }
      let number = season.flatMap { Period.Season.allCases.firstIndex(of: $0) } ?? 0
      let key = "term-\(year.start)-\(number + 1)"
      self.init(key, year.start * 3 + number, 123, today)
    }
  }

  private init(_ key: String, _ index: Int, _ days: Int, _ today: Day) {
    self.key = key
    self.index = index
    self.days = days
    usualSince = today.adding(days: -days)
  }
}

extension Int {
  /// The quotient, rounded down for numbers below zero too.
  func flooredDivision(by divisor: Int) -> Int {
    (self >= 0 ? self : self - divisor + 1) / divisor
  }
}
