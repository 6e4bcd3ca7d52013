internal import PlanModel
internal import SourceText

extension TargetParser {
  /// Skips what a figure counts, where it is said again behind it: `75% of total income`.
  ///
  /// Returns whether it is what the KPI counts; anything else is reported, for what is judged is in
  /// the unit of the KPI.
  mutating func takeBase(after figure: Figure, upToAnd: Bool = false) -> Bool {
    let start = phrase.at
    if takeUnit() { return true }
    guard takeNoun(upToAnd: upToAnd), let unit = context.unit else { return true }
    let range = phrase.taken(from: start)
    guard !unit.isSaid(in: phrase.text(range)) else { return true }
    reportBase(range, kept: phrase.text(0..<figure.range.upperBound))
    return false
  }

  /// Reports that something else is counted than what the KPI counts.
  mutating func reportBase(_ range: Range<Int>, kept: String) {
    report(
      .unitMismatch,
      "'\(phrase.text(range))' is not what the KPI counts",
      range,
      label: context.unit.map { "the KPI counts \($0.text)" } ?? "",
      help: "leave it out: `\(kept)`, or change the unit of the KPI"
    )
  }

  /// Takes the noun of the unit in full, whatever words it is made of.
  private mutating func takeUnit() -> Bool {
    guard let noun = context.unit?.noun, !noun.isEmpty else { return false }
    let start = phrase.at
    _ = phrase.take(anyOf: ["of the", "of"])
    if phrase.take(noun) { return true }
    phrase.back(to: start)
    return false
  }

  /// Whether words come next that say something else than what a figure counts.
  var isClauseNext: Bool {
    if clauseWords.contains(where: { phrase.isNext($0) }) { return true }
    var ahead = phrase
    guard ahead.take(anyOf: ["in", "from", "at", "for"]) else { return false }
    // `in 2018`, `for every school`; but `pupils in Year 6` and `at the end of Key Stage 2` are nouns.
    if ahead.bytes[ahead.nextWord].first?.isDigit == true { return true }
    return ["every", "each", "all", "most", "both"].contains { ahead.isNext($0) }
  }

  /// What to do with words that follow a whole target, where they say when, for whom or but for whom.
  func helpForClause(_ kept: String) -> String? {
    var ahead = phrase
    _ = ahead.take(",")
    let rest = ahead
    if ahead.take("by"), !ahead.isAtEnd {
      return "write `by: \(ahead.rest)` on a line of its own"
    }
    ahead = rest
    if ahead.take(anyOf: ["before", "until", "till", "in", "from"]),
      ahead.bytes[ahead.nextWord].first?.isDigit == true
    {
      return "say by when on a line of its own, such as `by: \(ahead.rest)`"
    }
    ahead = rest
    if ahead.take(anyOf: exceptionWords) {
      return "give a school that differs a target of its own under `overrides:`, "
        + "or say which schools count under `applies-to:`"
    }
    ahead = rest
    if ahead.take(anyOf: ["for", "in", "at"]),
      ["every", "each", "all", "most"].contains(where: {
        ahead.isNext($0)
      })
    {
      return "say how many on a line of its own: `for: \(ahead.rest)`"
    }
    ahead = rest
    if ahead.takeTrailingRelation() != nil, ahead.isAtEnd {
      return "one bound is enough: `\(kept)`"
    }
    return nil
  }
}

/// Words that begin an exception.
private let exceptionWords = [
  "except for", "except", "excepting", "excluding", "apart from", "other than", "but not",
]

/// Words that begin something else than a noun.
private let clauseWords =
  exceptionWords + ["by", "before", "until", "till", "unless", "if", "when", "whichever"]

extension Unit {
  /// Whether words name what the unit counts, in full or in short: `of income` for `% of total
  /// income`.
  func isSaid(in text: String) -> Bool {
    var said = Self.words(text)
    let isShare = said.first == "of"
    said.removeAll { $0 == "of" || $0 == "the" }
    let own = Self.words(noun).filter { $0 != "of" && $0 != "the" }
    guard let first = said.first else { return false }
    if own.isEmpty {
      // A bare `%` or `£` does not say of what, so the target may.
      return mark == .percent ? isShare : first == "per"
    }
    guard said.count <= own.count else { return false }
    return (0...(own.count - said.count)).contains { own[$0...].starts(with: said) }
  }

  /// The words of a text in small letters, those of many as those of one.
  private static func words(_ text: String) -> [String] {
    text.utf8.split { !($0.isLetter || $0.isDigit || $0 >= 0x80 || $0 == UInt8(ascii: "%")) }.map {
      word in
      var letters = word.map(\.lowercased)
      if letters.count > 4, letters.suffix(3).elementsEqual("ies".utf8) {
        letters.replaceSubrange((letters.count - 3)..., with: "y".utf8)
      } else if letters.count > 3, letters.last == UInt8(ascii: "s") {
        letters.removeLast()
      }
      let text = String(decoding: letters, as: UTF8.self)
      return ["a", "an", "each", "every"].contains(text) ? "per" : text
    }
  }
}
