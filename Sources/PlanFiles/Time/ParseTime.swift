public import PlanModel
public import SourceText

/// Reads a period and nothing else: `2015/16`, `2015/16 T5`, `July 2016`, `2016-07-14`, `2020`.
///
/// - Parameters:
///   - text: The words.
///   - findings: Takes the problem where the words name no period.
/// - Returns: The period, or `nil` where the words name none.
public func parsePeriod(_ text: SourcedText, _ findings: inout [Diagnostic]) -> Period? {
  var phrase = Phrase(text.bytes)
  let start = phrase.at
  let match = phrase.takePeriod()
  if case .period(let period) = match, phrase.isAtEnd { return period }
  findings.append(
    problem(of: match, from: start, in: phrase, text)
      ?? Diagnostic(
        .periodSyntax,
        "'\(text.text)' is not a period",
        at: text.place(of: start..<max(start, phrase.end)),
        label: "expected a school year, a term, a month or a day",
        help: "write for example `2015/16`, `2015/16 T5`, `July 2016` or `2016-07-14`"
      )
  )
  return nil
}

/// Reads a single day: `2016-07-14` or `14 July 2016`.
///
/// - Parameters:
///   - text: The words.
///   - findings: Takes the problem where the words name no day.
/// - Returns: The day, or `nil` where the words name none.
public func parseDay(_ text: SourcedText, _ findings: inout [Diagnostic]) -> Day? {
  var phrase = Phrase(text.bytes)
  let start = phrase.at
  let match = phrase.takePeriod()
  if case .period(.day(let day)) = match, phrase.isAtEnd { return day }
  findings.append(
    problem(of: match, from: start, in: phrase, text)
      ?? Diagnostic(
        .badValue,
        "'\(text.text)' is not a day",
        at: text.place(of: start..<max(start, phrase.end)),
        label: "expected a day",
        help: "write the year, the month and the day: `2016-07-14`, or `14 July 2016`"
      )
  )
  return nil
}

/// Reads a school year: `2015/16`, `2015-16`, `2015/2016`.
///
/// - Parameters:
///   - text: The words.
///   - findings: Takes the problem where the words name no school year.
/// - Returns: The school year, or `nil` where the words name none.
public func parseAcademicYear(
  _ text: SourcedText,
  _ findings: inout [Diagnostic]
) -> AcademicYear? {
  parseAcademicYears(text, allowsRun: false, &findings)?.lowerBound
}

/// Reads a school year or a run of them: `2016/17`, `2016/17 to 2018/19`.
///
/// - Parameters:
///   - text: The words.
///   - allowsRun: Whether more than one school year may be given.
///   - findings: Takes the problem where the words name none.
/// - Returns: The first and the last school year.
public func parseAcademicYears(
  _ text: SourcedText,
  allowsRun: Bool = true,
  _ findings: inout [Diagnostic]
) -> ClosedRange<AcademicYear>? {
  if let year = AcademicYear.parse(text.bytes.span) { return year...year }
  var phrase = Phrase(text.bytes)
  let start = phrase.at
  let match = phrase.takePeriod()
  if case .period(.academicYear(let first)) = match {
    if phrase.isAtEnd { return first...first }
    if allowsRun, phrase.take(anyOf: ["to", "until", "–", "-"]),
      case .period(.academicYear(let last))? = phrase.takePeriod(), phrase.isAtEnd
    {
      if first <= last { return first...last }
      findings.append(
        Diagnostic(
          .impossibleDate,
          "\(last) comes before \(first)",
          at: text.place,
          help: "write the first school year first: `\(last) to \(first)`"
        )
      )
      return nil
    }
  }
  if case .problem(.impossibleDate, _, _) = match,
    let found = problem(of: match, from: start, in: phrase, text)
  {
    findings.append(found)
    return nil
  }
  if case .period(.calendarYear(let year))? = match, phrase.isAtEnd {
    let first = AcademicYear(startingIn: year)
    let before = AcademicYear(startingIn: year - 1)
    findings.append(
      Diagnostic(
        .periodSyntax,
        "'\(text.text)' is no school year: two of them have a part in it",
        at: text.place,
        label: "expected a school year",
        help: "write `\(first)` for the one that begins in \(year), or `\(before)`"
      )
    )
    return nil
  }
  findings.append(
    Diagnostic(
      .periodSyntax,
      allowsRun ? "'\(text.text)' names no school years" : "'\(text.text)' is not a school year",
      at: text.place(of: start..<max(start, phrase.end)),
      label: allowsRun ? "expected the first and the last school year" : "expected a school year",
      help: allowsRun ? "write for example `2015/16 to 2019/20`" : "write for example `2015/16`"
    )
  )
  return nil
}

/// The problem that was found where a period was looked for.
private func problem(
  of match: PeriodMatch?,
  from start: Int,
  in phrase: Phrase,
  _ text: SourcedText
) -> Diagnostic? {
  guard case .problem(let rule, let message, let help)? = match else { return nil }
  return Diagnostic(rule, message, at: text.place(of: phrase.taken(from: start)), help: help)
}

/// Reads how often something is done: `termly`, `twice a year`, `every month`, `annual`.
///
/// - Parameters:
///   - text: The words.
///   - findings: Takes the problem where the words say nothing of the kind.
/// - Returns: How often, or `nil`.
public func parseFrequency(_ text: SourcedText, _ findings: inout [Diagnostic]) -> Frequency? {
  let phrase = Phrase(text.bytes)
  for (words, frequency) in frequencyWords {
    if let after = phrase.match(words, from: phrase.at), after == phrase.end { return frequency }
  }
  let near = nearestNames(to: text.text, among: frequencyWords.map(\.0))
  findings.append(
    Diagnostic(
      .unknownWord,
      "'\(text.text)' does not say how often",
      at: text.place,
      label: near.isEmpty ? "" : "did you mean `\(near[0])`?",
      help: "write one of " + Frequency.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
    )
  )
  return nil
}

/// The wordings for how often something is done.
var frequencyWordings: [String] { frequencyWords.map(\.0) }

private let frequencyWords: [(String, Frequency)] = [
  ("yearly", .yearly), ("termly", .termly), ("half-termly", .halfTermly), ("monthly", .monthly),
  ("annual", .yearly), ("annually", .yearly), ("every year", .yearly), ("each year", .yearly),
  ("once a year", .yearly), ("daily", .daily), ("every day", .daily), ("each day", .daily),
  ("weekly", .weekly), ("every week", .weekly), ("each week", .weekly),
  ("once a week", .weekly), ("fortnightly", .fortnightly), ("every fortnight", .fortnightly),
  ("every two weeks", .fortnightly), ("every 2 weeks", .fortnightly), ("every month", .monthly),
  ("each month", .monthly), ("once a month", .monthly), ("every half-term", .halfTermly),
  ("each half-term", .halfTermly), ("once a half-term", .halfTermly),
  ("six times a year", .halfTermly), ("6 times a year", .halfTermly), ("every term", .termly),
  ("each term", .termly), ("once a term", .termly), ("three times a year", .termly),
  ("3 times a year", .termly), ("four times a year", .fourTimesAYear),
  ("4 times a year", .fourTimesAYear), ("quarterly", .fourTimesAYear),
  ("twice a year", .twiceAYear), ("two times a year", .twiceAYear),
  ("2 times a year", .twiceAYear), ("half-yearly", .twiceAYear),
]
