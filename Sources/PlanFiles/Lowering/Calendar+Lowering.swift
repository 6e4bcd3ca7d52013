internal import PlanModel
internal import PlanSyntax
internal import SourceText

extension Lowering {
  /// When school years and terms begin.
  func lowerCalendar(_ node: NodeSyntax) -> SchoolCalendar {
    guard let mapping = node.asMapping else {
      reportShape(node, "calendar", "entries, each with a name and a colon")
      return SchoolCalendar()
    }
    let keys = KeyReader<CalendarKey>(mapping, at: node.place.firstByte, self)
    _ = keys.string(.note)
    _ = keys.string(.source)
    var calendar = SchoolCalendar()
    if let text = keys.text(.yearStarts), let start = lowerYearStart(text) {
      calendar.startMonth = start.month
      calendar.startDay = start.day
    }
    for entry in keys.named(.terms) {
      guard let period = parsePeriod(SourcedText(entry.name), &findings),
        entry.value.kind != .absent, let text = text(entry.value, entry.name.text),
        let days = lowerDays(text)
      else { continue }
      calendar.declared[period] = days
    }
    return calendar
  }

  /// A day and month: `1 September`.
  private func lowerYearStart(_ text: SourcedText) -> (month: Int, day: Int)? {
    var phrase = Phrase(text.bytes)
    // A leap year has every day that some year has, 29 February excepted.
    if let day = phrase.takeDigits(1...2), let month = phrase.takeMonthName(), phrase.isAtEnd,
      Day(year: 2001, month: month, day: day) != nil
    {
      return (month, day)
    }
    report(
      .badValue,
      "'\(text.text)' is not a day of the year",
      at: text.place,
      label: "expected a day and a month",
      help: "write for example `year-starts: 1 September`"
    )
    return nil
  }

  /// A first and a last day: `2015-08-27 to 2015-10-16`.
  private func lowerDays(_ text: SourcedText) -> ClosedRange<Day>? {
    var phrase = Phrase(text.bytes)
    let start = phrase.at
    let first = phrase.takePeriod()
    if case .problem(let rule, let message, let help)? = first {
      report(rule, message, at: text.place(of: phrase.taken(from: start)), help: help)
      return nil
    }
    if case .period(.day(let from))? = first, phrase.take(anyOf: ["to", "until", "–"]) {
      let second = phrase.at
      switch phrase.takePeriod() {
      case .period(.day(let to))? where phrase.isAtEnd && from <= to: return from...to
      case .problem(let rule, let message, let help)?:
        report(rule, message, at: text.place(of: phrase.taken(from: second)), help: help)
        return nil
      default: break
      }
    }
    report(
      .badValue,
      "'\(text.text)' does not name the first and the last day",
      at: text.place,
      help: "write for example `2015-08-27 to 2015-10-16`, the earlier day first"
    )
    return nil
  }
}
