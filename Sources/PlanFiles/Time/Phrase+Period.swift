internal import PlanModel

/// What stands where a period was looked for.
enum PeriodMatch: Sendable, Equatable {
  /// A period.
  case period(Period)
  /// Something that looks like a period but names none.
  case problem(PlanRule, message: String, help: String)
}

extension Phrase {
  /// Takes a period if one comes next.
  ///
  /// Returns `nil`, and takes nothing, where the words do not look like a period.
  mutating func takePeriod() -> PeriodMatch? {
    let start = at
    for attempt in 0..<5 {
      back(to: start)
      let match =
        switch attempt {
        case 0: takeDayOfMonth()
        case 1: takeYear()
        case 2: takeTerm()
        case 3: takeSeason()
        default: takeMonth()
        }
      if let match { return match }
    }
    back(to: start)
    return nil
  }

  /// `14 July 2016`, `1st September 2016`; refuses `03/04/2016`.
  private mutating func takeDayOfMonth() -> PeriodMatch? {
    let start = at
    guard let day = takeDigits(1...2) else { return nil }
    let separator = at < end ? bytes[at] : 0
    if separator == UInt8(ascii: "/") || separator == UInt8(ascii: ".") {
      var upper = at
      while upper < end, bytes[upper].isDigit || bytes[upper] == separator { upper += 1 }
      guard upper - at >= 4 else { return nil }
      let written = text(start..<upper)
      advance(to: upper)
      return figuresAlone(written, separator)
    }
    for ending in ["st", "nd", "rd", "th"] where isNext(ending) {
      advance(to: at + 2)
      break
    }
    _ = take("of")
    guard let month = takeMonthName() else { return nil }
    _ = take(",")
    guard let year = takeDigits(4...4) else { return nil }
    guard let found = Day(year: year, month: month, day: day) else {
      return impossibleDay(year, month, day)
    }
    return .period(.day(found))
  }

  /// `2015/16`, `2015/16 T5`, `2015/16 spring`, `2016-07`, `2016-07-14`, `2020`.
  private mutating func takeYear() -> PeriodMatch? {
    let start = at
    guard let year = takeDigits(4...4) else { return nil }
    let afterYear = at
    if let match = takeISO(year, from: start) { return match }
    back(to: afterYear)
    if let match = takeSlashedDay(year, from: start) { return match }
    back(to: afterYear)
    guard takeJoin(), let second = takeDigits(1...4) else {
      back(to: afterYear)
      return (1900...2999).contains(year) ? .period(.calendarYear(year)) : nil
    }
    var upper = at
    while upper > start, !bytes[upper - 1].isDigit { upper -= 1 }
    let written = text(start..<upper)
    if let academic = AcademicYear.parse(bytes.span.extracting(start..<upper)) {
      return takePart(of: academic)
    }
    let next = (year + 1) % 100
    let right = "\(year)/\(next < 10 ? "0" : "")\(next)"
    if second < 100 || second == year {
      return .problem(
        .impossibleDate,
        message: "'\(written)' is neither a school year nor a month",
        help: "the school year that begins in \(year) is written `\(right)`"
      )
    }
    return .problem(
      .periodSyntax,
      message: "'\(written)' is a run of years, not one period",
      help: "write one school year, such as `\(right)`"
    )
  }

  /// `2016/11/30`, which is refused: a year and a month after a stroke would be a school year.
  private mutating func takeSlashedDay(_ year: Int, from start: Int) -> PeriodMatch? {
    guard at == start + 4, at < end else { return nil }
    let separator = bytes[at]
    guard separator == UInt8(ascii: "/") || separator == UInt8(ascii: ".") else { return nil }
    advance(to: at + 1)
    guard let month = takeDigits(1...2), at < end, bytes[at] == separator else { return nil }
    advance(to: at + 1)
    guard let day = takeDigits(1...2) else { return nil }
    guard let found = Day(year: year, month: month, day: day) else {
      return impossibleDay(year, month, day)
    }
    return .problem(
      .periodSyntax,
      message: "a day in figures has hyphens between them",
      help: "write `\(found)`"
    )
  }

  /// The rest of `2016-07` and `2016-07-14`.
  private mutating func takeISO(_ year: Int, from start: Int) -> PeriodMatch? {
    guard at == start + 4, at < end, bytes[at] == UInt8(ascii: "-") else { return nil }
    advance(to: at + 1)
    guard at == start + 5, let month = takeDigits(2...2) else { return nil }
    if at == start + 7, at < end, bytes[at] == UInt8(ascii: "-") {
      advance(to: at + 1)
      guard let day = takeDigits(1...2) else { return nil }
      guard let found = Day(year: year, month: month, day: day) else {
        return impossibleDay(year, month, day)
      }
      return .period(.day(found))
    }
    // `2011-12` is a school year, as in the names of files.
    guard (1...12).contains(month), month != (year + 1) % 100 else { return nil }
    return .period(.month(year: year, month: month))
  }

  /// The term or season after a school year.
  private mutating func takePart(of year: AcademicYear) -> PeriodMatch {
    let start = at
    _ = take(",")
    if let term = takeTermNumber() { return numbered(term, year) }
    for season in Period.Season.allCases where take(season.rawValue) {
      _ = take("term")
      return .period(.season(year, season))
    }
    back(to: start)
    return .period(.academicYear(year))
  }

  /// `T5 2015/16`, `Term 5 2015/16`.
  private mutating func takeTerm() -> PeriodMatch? {
    guard let term = takeTermNumber() else { return nil }
    _ = take(anyOf: [",", "of", "in"])
    guard case .period(.academicYear(let year))? = takeYear() else { return nil }
    return numbered(term, year)
  }

  private func numbered(_ term: Int, _ year: AcademicYear) -> PeriodMatch {
    guard (1...6).contains(term) else {
      return .problem(
        .impossibleDate,
        message: "there is no term \(term)",
        help: "a school year has six terms, `\(year) T1` to `\(year) T6`"
      )
    }
    return .period(.term(year, term))
  }

  private mutating func takeTermNumber() -> Int? {
    let start = at
    if take("term") {
      if let number = takeDigits(1...2) { return number }
    } else if at < end, bytes[at].lowercased == UInt8(ascii: "t") {
      advance(to: at + 1)
      if at == start + 1, let number = takeDigits(1...2) { return number }
    }
    back(to: start)
    return nil
  }

  /// `spring 2016`, `spring term 2016`, `autumn term 2015/16`.
  private mutating func takeSeason() -> PeriodMatch? {
    for season in Period.Season.allCases where take(season.rawValue) {
      _ = take("term")
      _ = take(anyOf: [",", "of", "in"])
      switch takeYear() {
      case .period(.academicYear(let year)): return .period(.season(year, season))
      case .period(.calendarYear(let year)):
        let first = season == .autumn ? year : year - 1
        return .period(.season(AcademicYear(startingIn: first), season))
      default: return nil
      }
    }
    return nil
  }

  /// `July 2016`.
  private mutating func takeMonth() -> PeriodMatch? {
    guard let month = takeMonthName() else { return nil }
    _ = take(",")
    guard let year = takeDigits(4...4) else { return nil }
    return .period(.month(year: year, month: month))
  }

  /// Takes the name of a month, in full or in three letters, and returns its number.
  mutating func takeMonthName() -> Int? {
    for (index, name) in Period.monthNames.enumerated() {
      if take(name) || take(String(name.prefix(3))) || index == 8 && take("Sept") {
        _ = take(".")
        return index + 1
      }
    }
    return nil
  }

  /// Takes a number of so many digits that is not a part of a longer one.
  mutating func takeDigits(_ width: ClosedRange<Int>) -> Int? {
    var upper = at
    var value = 0
    while upper < end, bytes[upper].isDigit, upper - at <= width.upperBound {
      value = value * 10 + Int(bytes[upper] &- 0x30)
      upper += 1
    }
    guard width.contains(upper - at) else { return nil }
    advance(to: upper)
    return value
  }

  /// What is wrong with `30/11/2016`: in figures alone a day and a month are told apart by chance.
  private func figuresAlone(_ written: String, _ separator: UInt8) -> PeriodMatch {
    let parts = written.utf8.split(separator: separator, omittingEmptySubsequences: false)
      .compactMap { Int(Substring($0)) }
    guard parts.count == 3 else {
      return .problem(
        .periodSyntax,
        message: "'\(written)' is not a day",
        help: "write the year, the month and the day: `2016-07-14`, or `14 July 2016`"
      )
    }
    let year = parts[2] < 100 ? 2000 + parts[2] : parts[2]
    // In Britain the day comes first, in America the month.
    let british = Day(year: year, month: parts[1], day: parts[0])
    let american = Day(year: year, month: parts[0], day: parts[1])
    switch (british, american) {
    case (let first?, let second?) where first != second:
      return .problem(
        .periodSyntax,
        message: "'\(written)' can mean two different days",
        help: "write `\(first)` for \(inWords(first)), or `\(second)` for \(inWords(second))"
      )
    case (let only?, _), (nil, let only?):
      return .problem(
        .periodSyntax,
        message: "a day in figures begins with the year",
        help: "write `\(only)`, or the month in letters: `\(inWords(only))`"
      )
    case (nil, nil):
      return .problem(
        .impossibleDate,
        message: "'\(written)' is a day that no calendar has",
        help: "check it, and write the year first: `2016-07-14`"
      )
    }
  }

  private func inWords(_ day: Day) -> String {
    let date = day.date
    return "\(date.day) \(Period.monthNames[date.month - 1]) \(date.year)"
  }

  private mutating func takeJoin() -> Bool { take(anyOf: ["/", "-", "–"]) }

  private func impossibleDay(_ year: Int, _ month: Int, _ day: Int) -> PeriodMatch {
    guard (1...12).contains(month) else {
      return .problem(
        .impossibleDate,
        message: "there is no month \(month)",
        help: "write the year, the month and the day: `\(year)-01-31`"
      )
    }
    let days = Day.days(inMonth: month, of: year)
    let name = Period.monthNames[month - 1]
    return .problem(
      .impossibleDate,
      message: "there is no \(day) \(name) \(year)",
      help: "\(name) \(year) has \(days) days, so the last is `\(days) \(name) \(year)`"
    )
  }
}
