public import PlanModel
public import SourceText

/// Reads how far back a reading may lie: `3 years`, `the last three years`, `18 months`.
///
/// - Parameters:
///   - text: The words.
///   - findings: Takes the problem where the words name no stretch of time.
/// - Returns: The stretch, or `nil` where the words name none.
public func parseWindow(_ text: SourcedText, _ findings: inout [Diagnostic]) -> Window? {
  var phrase = Phrase(text.bytes)
  _ = phrase.take(anyOf: ["within", "in", "over"])
  _ = phrase.take(anyOf: ["the last", "the past", "any", "the"])
  let start = phrase.at
  let count = phrase.takeCount() ?? 1
  _ = phrase.take("-")
  if let unit = phrase.takeWindowUnit(), phrase.isAtEnd, longest(unit).contains(count) {
    return Window(text.text, count, unit, at: text.place)
  }
  findings.append(
    Diagnostic(
      .windowSyntax,
      "'\(text.text)' is not a stretch of time",
      at: text.place(of: start..<max(start, phrase.end)),
      label: "expected a number of years, months, weeks or days",
      help: "write for example `3 years` or `18 months`"
    )
  )
  return nil
}

/// The lengths that make sense; a century is a slip of the pen.
private func longest(_ unit: Window.Unit) -> ClosedRange<Int> {
  switch unit {
  case .years: 1...50
  case .months: 1...600
  case .weeks: 1...2600
  case .days: 1...18_250
  }
}

extension Phrase {
  fileprivate mutating func takeWindowUnit() -> Window.Unit? {
    for unit in Window.Unit.allCases {
      if take(unit.rawValue) || take(String(unit.rawValue.dropLast())) { return unit }
    }
    return nil
  }
}
