internal import PlanModel
internal import SourceText

/// Looks at rows of readings that can be read, and says which of them can hardly be meant.
struct ReadingPlausibility {
  /// One row, as far as it was understood.
  struct Row {
    var kpi: KPI.ID
    var strand: String
    var scope: Scope
    var period: Period
    var value: String
    var cohort: String
    var recorded: Day?
    var valuePlace: Place
    var scopePlace: Place
    var periodPlace: Place
    var cohortPlace: Place
    var recordedPlace: Place
  }

  private let calendar: SchoolCalendar
  /// The schools that joined or left on a day that is known: most have neither.
  private let members: [School.ID: School]
  /// The fewest people of whom a figure is shown outside the trust.
  private let leastCohort: Int
  /// The day to take for today; without one no day is in the future.
  private let today: Day?
  /// The school year that the name of the file at hand says.
  private var year: AcademicYear?
  private var fileName = ""
  /// Whether a unit counts parts of a whole, found out once.
  private var shares: [Unit: Bool] = [:]
  /// The KPIs whose targets all lie far above one percent.
  private let farFromOne: Set<KPI.ID>
  /// The stretch of each period, worked out once.
  private var stretches: [Period: ClosedRange<Day>] = [:]

  init(_ trust: Trust, _ plans: [Plan], today: Day?) {
    calendar = trust.calendar
    farFromOne = PlanFiles.farFromOne(plans)
    leastCohort = trust.leastCohort
    self.today = today
    let moving = trust.schools.filter { $0.joined != nil || $0.left != nil }
    members = Dictionary(moving.map { ($0.id, $0) }) { first, _ in first }
  }

  /// Prepares for a file, whose name may say its school year: `2015-16.csv`.
  mutating func begin(_ name: String) {
    fileName = String(name.utf8.split(separator: UInt8(ascii: "/")).last ?? name.utf8[...]) ?? name
    year = AcademicYear(String(fileName.prefix { $0 != "." }))
  }

  /// Reports what can hardly be meant.
  mutating func check(_ row: Row, _ context: TargetContext) -> [Diagnostic] {
    var found: [Diagnostic] = []
    checkYear(row, &found)
    checkMember(row, &found)
    checkRecorded(row, &found)
    guard !row.value.isEmpty else { return found }
    if let scale = context.scale { checkScale(row, scale, context, &found) }
    checkShare(row, context, &found)
    checkFraction(row, context, &found)
    if !row.cohort.isEmpty { checkCohort(row, context, &found) }
    return found
  }

  private mutating func days(of period: Period) -> ClosedRange<Day> {
    if let known = stretches[period] { return known }
    let days = calendar.days(of: period)
    stretches[period] = days
    return days
  }

  /// Whether figures of a unit are parts of a whole.
  mutating func isShare(_ unit: Unit) -> Bool {
    guard unit.mark == .percent else { return false }
    if let known = shares[unit] { return known }
    let isShare = unit.isShareOfWhole
    shares[unit] = isShare
    return isShare
  }

  // MARK: - When

  /// Whether a period belongs to the school year that the file is named after, if it is after one.
  func isOfYear(_ period: Period) -> Bool { year.map { own(period, $0) == $0 } ?? true }

  /// Whether a scope was there all the time, as far as is known.
  func isSteady(_ scope: Scope) -> Bool {
    guard case .school(let id) = scope else { return true }
    return members[id] == nil
  }

  /// The numbers of the first and last day on which a reading of a period can be recorded.
  func days(whenRecorded period: Period) -> ClosedRange<Int32> {
    let first = calendar.days(of: period).lowerBound.number
    let last = today?.number ?? .max
    // On no day at all where the period has not begun.
    return first <= last ? first...last : Int32.max...Int32.max
  }

  private mutating func checkRecorded(_ row: Row, _ found: inout [Diagnostic]) {
    guard let recorded = row.recorded else { return }
    let first = days(of: row.period).lowerBound
    if recorded < first {
      found.append(
        Diagnostic(
          .recordedEarly,
          "'\(recorded)' lies before \(row.period), which begins on \(first)",
          at: row.recordedPlace,
          help: "check the year of the date and the period"
        )
      )
    } else if let today, recorded > today {
      found.append(futureDate(recorded, today, at: row.recordedPlace))
    }
  }

  /// The school year that a period belongs to.
  private func own(_ period: Period, _ year: AcademicYear) -> AcademicYear {
    switch period {
    case .academicYear(let stated), .term(let stated, _), .season(let stated, _): stated
    // A calendar year lies in two school years and may stand with either.
    case .calendarYear(let number) where number == year.start + 1: year
    case .calendarYear, .month, .day: calendar.year(of: period)
    }
  }

  private func checkYear(_ row: Row, _ found: inout [Diagnostic]) {
    guard let year, !isOfYear(row.period) else { return }
    let own = own(row.period, year)
    let end = String(own.next.start).suffix(2)
    found.append(
      Diagnostic(
        .wrongYearFile,
        "'\(row.period)' is no part of \(year), the school year that this file is named after",
        at: row.periodPlace,
        help: "check the year, or move the row to readings/\(own.start)-\(end).csv"
      )
    )
  }

  private mutating func checkMember(_ row: Row, _ found: inout [Diagnostic]) {
    guard !members.isEmpty, case .school(let id) = row.scope, let school = members[id] else {
      return
    }
    let days = days(of: row.period)
    if let joined = school.joined, self.days(of: joined.value).lowerBound > days.upperBound {
      found.append(
        Diagnostic(
          .notMember,
          "'\(id)' had not joined the trust in \(row.period)",
          at: row.scopePlace,
          help: "check the school and the period, or `joined:` in trust.yaml",
          notes: [Note("it joined \(joined.value)", at: joined.place)]
        )
      )
    }
    if let left = school.left, self.days(of: left.value).upperBound < days.lowerBound {
      found.append(
        Diagnostic(
          .notMember,
          "'\(id)' had left the trust by \(row.period)",
          at: row.scopePlace,
          help: "check the school and the period, or `left:` in trust.yaml",
          notes: [Note("it left \(left.value)", at: left.place)]
        )
      )
    }
  }

  // MARK: - What

  private mutating func checkScale(
    _ row: Row,
    _ scale: Scale,
    _ context: TargetContext,
    _ found: inout [Diagnostic]
  ) {
    guard scale.from != nil || scale.until != nil else { return }
    let days = days(of: row.period)
    // A grade was given on the day on which it was recorded at the latest.
    let last = min(days.upperBound, row.recorded ?? days.upperBound)
    let isLate = scale.until.map { $0 < last } ?? false
    let isEarly = scale.from.map { $0 > days.upperBound } ?? false
    guard isLate || isEarly else { return }
    switch parseReadingValue(row.value, context) {
    case .grade, .gradeBand: break
    case .unreadable:
      if let later = context.laterScale(with: row.value) {
        found.append(grade(row, of: later, scale))
      }
      return
    default: return
    }
    if let until = scale.until, isLate, until >= days.lowerBound {
      found.append(unknownDay(row, scale, until))
      return
    }
    let when =
      isLate
      ? scale.until.map { "were given until \($0)" } : scale.from.map { "are given from \($0) on" }
    found.append(
      Diagnostic(
        .scaleEnded,
        "'\(row.value)' is of \(row.period), and grades of \(scale.title) \(when ?? "")",
        at: row.valuePlace,
        help: scale.successor.map {
          "record it on a KPI with `scale: \($0)`: no grade is converted"
        }
          ?? "check the period, or `from:` and `until:` of the scale in trust.yaml"
      )
    )
  }

  /// A grade of the scale that came after.
  private func grade(_ row: Row, of later: Scale, _ scale: Scale) -> Diagnostic {
    Diagnostic(
      .scaleEnded,
      "'\(row.value)' is a grade of \(later.title), which came after \(scale.title)",
      at: row.valuePlace,
      help: "record it on a KPI with `scale: \(later.id)`: no grade is converted"
    )
  }

  /// A grade of a period in which the scale ended, on a day that nobody knows.
  private func unknownDay(_ row: Row, _ scale: Scale, _ until: Day) -> Diagnostic {
    Diagnostic(
      .scaleEnded,
      "grades of \(scale.title) were given until \(until), and '\(row.value)' is of "
        + "\(row.period), on a day that is not known",
      at: row.valuePlace,
      help: "write the day on which it was given as the period, such as `\(until)`"
    )
  }

  private mutating func checkShare(
    _ row: Row,
    _ context: TargetContext,
    _ found: inout [Diagnostic]
  ) {
    guard let unit = context.unit, isShare(unit) else { return }
    let isOutside: Bool =
      switch parseReadingValue(row.value, context) {
      case .number(let number): number < .zero || number > Self.hundred
      case .between(let lower, let upper): lower < .zero || upper > Self.hundred
      case .censored(let relation, let number):
        number < .zero || number > Self.hundred || relation == .above && number == Self.hundred
          || relation == .below && number == .zero
      default: false
      }
    guard isOutside else { return }
    found.append(
      Diagnostic(
        .impossibleValue,
        "'\(row.value)' cannot be: a share of \(unit.noun) lies between 0% and 100%",
        at: row.valuePlace,
        help:
          "check the figure; if it is no share of a whole, say so in `unit:`, such as `% growth`"
      )
    )
  }

  /// Whether figures of a KPI that are one percent or less are hardly meant.
  func isFarFromOne(_ kpi: KPI.ID) -> Bool { farFromOne.contains(kpi) }

  /// Spreadsheets keep 96.2% as 0.962, and hand it on so.
  private func checkFraction(
    _ row: Row,
    _ context: TargetContext,
    _ found: inout [Diagnostic]
  ) {
    guard isFarFromOne(row.kpi), let unit = context.unit, unit.mark == .percent,
      case .number(let number) = parseReadingValue(row.value, context), number > .zero,
      number <= ExactNumber(1), let percent = number.multiplied(by: Self.hundred)
    else { return }
    found.append(
      Diagnostic(
        .fractionForPercent,
        "'\(row.value)' would be \(number)%, far from every target of '\(row.kpi)'",
        at: row.valuePlace,
        label: "a fraction, as spreadsheets keep percentages?",
        help: "write `\(percent.shortest)%`, or leave it if so little is meant"
      )
    )
  }

  private static let hundred = ExactNumber(100)

  private func checkCohort(
    _ row: Row,
    _ context: TargetContext,
    _ found: inout [Diagnostic]
  ) {
    guard let number = ExactNumber(row.cohort), number > .zero, number < ExactNumber(leastCohort)
    else { return }
    switch parseReadingValue(row.value, context) {
    case .missing, .evidence, .unreadable: return
    default: break
    }
    found.append(
      Diagnostic(
        .smallCohort,
        "a figure about \(number == ExactNumber(1) ? "1 person" : "\(number) people") can tell who "
          + "they are",
        at: row.cohortPlace,
        help: "write `SUPP` as the value, or keep these readings where they are not published"
      )
    )
  }
}
