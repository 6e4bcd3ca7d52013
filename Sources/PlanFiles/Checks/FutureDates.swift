internal import PlanModel
internal import SourceText

/// Says that a day on which something is said to have happened has not come yet.
func futureDate(_ day: Day, _ today: Day, at place: Place) -> Diagnostic {
  Diagnostic(
    .futureDate,
    "'\(day)' has not come yet: today is \(today)",
    at: place,
    help: "check the year of the date"
  )
}

extension Lowering {
  /// Reads the day on which something is said to have happened; one in the future is reported.
  func pastDay<Key: FileKey>(_ keys: KeyReader<Key>, _ key: Key) -> Day? {
    guard let text = keys.text(key), let day = parseDay(text, &findings) else { return nil }
    if let today, day > today { findings.append(futureDate(day, today, at: text.place)) }
    return day
  }
}
