public import PlanModel
internal import SourceText

/// Reads the value of a reading against the unit or scale of its KPI.
///
/// - Parameters:
///   - text: The value as typed, without spaces around it.
///   - context: The unit and scale of the KPI, and the words of the trust.
/// - Returns: What it says; `.unreadable` where it fits neither unit nor scale.
public func parseReadingValue(_ text: String, _ context: TargetContext) -> ReadingValue {
  if text.isEmpty { return .evidence }
  // Most values are bare figures.
  if context.scale == nil, let number = bareFigure(text, context.unit) { return .number(number) }
  if let scale = context.scale, let rank = scale.rank(of: text) { return .grade(rank: rank) }
  if let missing = missingValue(text) { return missing }
  var phrase = Phrase(text)
  if let figure = phrase.takeFigure(), let number = figure.number {
    return parseFigures(figure, number, &phrase, context)
  }
  // Whether `> 2` of codes is better or worse, nobody can tell.
  if context.scale != nil, ["<", ">", "=", "≤", "≥"].contains(where: { phrase.beginsWith($0) }) {
    return .unreadable
  }
  var parser = TargetParser(SourcedText(text, in: FileID(0)), context, .valueUnit)
  parser.isTrial = true
  return parser.parseWhole().map(value) ?? .unreadable
}

/// A figure alone, or with the per cent sign that its unit has.
private func bareFigure(_ text: String, _ unit: Unit?) -> ExactNumber? {
  if let number = ExactNumber(text) { return number }
  guard text.utf8.last == UInt8(ascii: "%"), unit?.mark == .percent else { return nil }
  return ExactNumber(String(Substring(text.utf8.dropLast())))
}

/// A figure, or two with `to` between them, and a noun.
private func parseFigures(
  _ figure: Figure,
  _ number: ExactNumber,
  _ phrase: inout Phrase,
  _ context: TargetContext
) -> ReadingValue {
  guard fits(figure, context) else { return .unreadable }
  if phrase.isAtEnd { return .number(number) }
  if phrase.take(anyOf: ["to", "–"]) {
    guard let upper = phrase.takeFigure(), phrase.isAtEnd, let last = upper.number,
      fits(upper, context), number <= last
    else { return .unreadable }
    return .between(number, last)
  }
  var ahead = phrase
  if let relation = ahead.takeTrailingRelation(), ahead.isAtEnd {
    return .censored(relation, number)
  }
  // `3 schools`: what the KPI counts, in letters only; `5/10` and `3 of 4` are no figures.
  if let unit = context.unit, !unit.isSaid(in: phrase.rest) { return .unreadable }
  while !phrase.isAtEnd {
    guard phrase.bytes[phrase.nextWord].allSatisfy({ $0.isLetter || $0 == UInt8(ascii: "-") })
    else { return .unreadable }
    phrase.skipWord()
  }
  return .number(number)
}

private func fits(_ figure: Figure, _ context: TargetContext) -> Bool {
  figure.mark == .none || figure.mark == context.unit?.mark
}

/// The gaps, by their codes and words.
private func missingValue(_ text: String) -> ReadingValue? {
  guard let first = text.utf8.first, first.isLetter else { return nil }
  if let found = MissingValue(rawValue: text) { return .missing(found) }
  let lower = text.utf8.map(\.lowercased)
  // Codes of one letter count only as they are written; longer ones in any case.
  guard lower.count > 1 else { return nil }
  for found in MissingValue.allCases
  where found.rawValue.utf8.count > 1 && found.rawValue.utf8.map(\.lowercased) == lower {
    return .missing(found)
  }
  return nil
}

/// What a reading says when its words are those of a condition.
private func value(_ condition: Condition) -> ReadingValue {
  switch condition {
  case .bound(let bound):
    bound.relation == .exactly
      ? .number(bound.limit.number) : .censored(bound.relation, bound.limit.number)
  case .range(let range) where range.lower.relation == .atLeast && range.upper.relation == .atMost:
    .between(range.lower.limit.number, range.upper.limit.number)
  case .gradeAtLeast(let rank): .gradeBand(ranks: Array(0...max(rank, 0)))
  case .gradeOneOf(let ranks):
    ranks.count == 1 ? .grade(rank: ranks.first ?? 0) : .gradeBand(ranks: ranks)
  case .fact(let fact): .fact(fact)
  case .share(let word): .share(word)
  case .comparison(let comparison) where comparison.offset == nil:
    .compared(comparison.relation, comparator: comparison.comparator)
  default: .unreadable
  }
}
