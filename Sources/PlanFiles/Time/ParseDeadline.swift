public import PlanModel
public import SourceText

/// Reads by when a target is to be met.
///
/// Words that name no date are kept, with a warning; a date that no calendar has is an error.
///
/// - Parameters:
///   - text: The words.
///   - findings: Takes the problems.
/// - Returns: The deadline, or `nil` where its date cannot exist.
public func parseDeadline(_ text: SourcedText, _ findings: inout [Diagnostic]) -> Deadline? {
  var phrase = Phrase(text.bytes)
  var rules: [Deadline.Rule] = []
  repeat {
    let start = phrase.at
    switch phrase.takeDeadlineRule() {
    case .rule(let rule): rules.append(rule)
    case .problem(let rule, let message, let help):
      let place = text.place(of: phrase.taken(from: start))
      findings.append(Diagnostic(rule, message, at: place, help: help))
      return nil
    case nil: rules = []
    }
    if rules.isEmpty { break }
    _ = phrase.take(",")
  } while phrase.take("or")
  _ = phrase.take(anyOf: [
    "whichever is sooner", "whichever is the sooner", "whichever is earlier",
    "whichever comes first", "at the latest", "earlier",
  ])
  if let only = rules.first, phrase.isAtEnd {
    return Deadline(text.text, rules.count == 1 ? only : .earliest(rules), at: text.place)
  }
  findings.append(
    Diagnostic(
      .deadlineUnparsed,
      "'\(text.text)' names no date, so nothing is late by it before the plan ends",
      at: text.place,
      label: "kept as it is",
      help: "write for example `July 2020`, `2019/20` or `2 years after joining`"
    )
  )
  return Deadline(text.text, .unparsed, at: text.place)
}

/// Reads when an action is due.
///
/// Words that name no date are kept, with a warning; a date that no calendar has is an error.
///
/// - Parameters:
///   - text: The words.
///   - year: The school year under which the action stands, meant by `end of the year`.
///   - findings: Takes the problems.
/// - Returns: When it is due.
public func parseDue(
  _ text: SourcedText,
  in year: AcademicYear?,
  _ findings: inout [Diagnostic]
) -> Action.Due {
  // Most dates are written in full.
  if let day = Day.parse(text.bytes.span) {
    return Action.Due(text.text, period: .day(day), at: text.place)
  }
  var phrase = Phrase(text.bytes)
  phrase.takeBy()
  let start = phrase.at
  if let year, phrase.take(anyOf: ["the year", "year", "the school year", "the academic year"]),
    phrase.isAtEnd
  {
    return Action.Due(text.text, period: .academicYear(year), at: text.place)
  }
  phrase.back(to: start)
  switch phrase.takePeriod() {
  case .period(let period):
    _ = phrase.take(",")
    _ = phrase.take(anyOf: ["or earlier", "or before", "or sooner", "at the latest", "latest"])
    if phrase.isAtEnd { return Action.Due(text.text, period: period, at: text.place) }
  case .problem(let rule, let message, let help):
    let place = text.place(of: phrase.taken(from: start))
    findings.append(Diagnostic(rule, message, at: place, help: help))
    return Action.Due(text.text, period: nil, at: text.place)
  case nil: break
  }
  findings.append(
    Diagnostic(
      .dueUnparsed,
      "'\(text.text)' names no date, so the work is never overdue",
      at: text.place,
      label: "kept as it is",
      help: "write for example `2016-11-30`, `November 2016` or `2016/17 T2`, or leave it out"
    )
  )
  return Action.Due(text.text, period: nil, at: text.place)
}

/// One part of a deadline.
private enum DeadlineMatch {
  case rule(Deadline.Rule)
  case problem(PlanRule, message: String, help: String)
}

extension Phrase {
  /// Takes `by`, `in`, `by the end of` and the like, which change nothing.
  fileprivate mutating func takeBy() {
    _ = take(anyOf: ["by", "in", "before", "during", "on", "no later than", "within"])
    _ = take(anyOf: ["the end of", "end of"])
  }

  fileprivate mutating func takeDeadlineRule() -> DeadlineMatch? {
    takeBy()
    let start = at
    if take(anyOf: ["first", "the first", "its first"]) {
      var section: String?
      if !isAtEnd, !isNext("inspection") {
        // `first Section 5 inspection`, `first SIAMS inspection`.
        let words = at
        var upper = at
        while !isAtEnd, !isNext("inspection") {
          upper = nextWord.upperBound
          skipWord()
        }
        section = text(words..<upper)
      }
      guard take("inspection") else { return nil }
      _ = take("after joining")
      return .rule(.firstInspection(section: section))
    }
    if let years = takeCount() {
      if take(anyOf: ["years", "year"]), take(anyOf: ["after", "of", "from"]) {
        _ = take("the school")
        return take(anyOf: ["joining the trust", "joining"])
          ? .rule(.yearsAfterJoining(years)) : nil
      }
      back(to: start)
    }
    switch takePeriod() {
    case .period(let period): return .rule(.period(period))
    case .problem(let rule, let message, let help):
      return .problem(rule, message: message, help: help)
    case nil: return nil
    }
  }

  /// The bytes that were taken since an offset, without the spaces after them.
  func taken(from start: Int) -> Range<Int> {
    var upper = min(max(at, start), end)
    while upper > start, bytes[upper - 1].isSpace { upper -= 1 }
    return start..<upper
  }
}
