import PlanModel

/// A day as people write it: `31 March 2017`.
func dayWords(_ day: Day) -> String {
  let (year, month, dayOfMonth) = day.date
  return "\(dayOfMonth) \(Period.monthNames[month - 1]) \(year)"
}

/// The years of a plan: `2015/16 to 2019/20`, or the only one.
func yearWords(_ years: ClosedRange<AcademicYear>) -> String {
  years.lowerBound == years.upperBound
    ? years.lowerBound.description : "\(years.lowerBound) to \(years.upperBound)"
}

/// A period as people write it; a single day as `31 March 2017`.
func periodWords(_ period: Period) -> String {
  if case .day(let day) = period { return dayWords(day) }
  return period.description
}

/// How long ago a day was, in whole years, months, weeks or days: `4 years`.
///
/// Empty for days that have not come yet.
func ageWords(from day: Day, to now: Day) -> String {
  guard day <= now else { return "" }
  let days = Int(now.number - day.number)
  if days == 0 { return "today" }
  if days < 14 { return counted(days, "day") }
  let (months, years) = monthsAndYears(from: day, to: now)
  if years >= 2 { return counted(years, "year") }
  if months >= 2 { return counted(months, "month") }
  return counted(days / 7, "week")
}

private func monthsAndYears(from day: Day, to now: Day) -> (months: Int, years: Int) {
  let (first, last) = (day.date, now.date)
  var months = (last.year - first.year) * 12 + last.month - first.month
  // The last day of a month completes it, so that 31 August to 28 February is six months.
  let isMonthEnd = last.day == Day.days(inMonth: last.month, of: last.year)
  if last.day < first.day, !isMonthEnd { months -= 1 }
  return (months, months / 12)
}

/// A window in words: `the last 3 years`.
func windowWords(_ window: Window) -> String {
  let unit = String(window.unit.rawValue.dropLast())
  return window.length == 1 ? "the last \(unit)" : "the last \(counted(window.length, unit))"
}
