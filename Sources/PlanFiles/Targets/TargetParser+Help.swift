internal import PlanModel
internal import SourceText

/// Words that people write for the words of a bound.
private let otherWords: [(written: String, meant: String)] = [
  ("less", "below"), ("fewer", "below"), ("lower than", "below"), ("lower", "below"),
  ("smaller than", "below"), ("beneath", "below"), ("more", "above"), ("greater than", "above"),
  ("greater", "above"), ("higher than", "above"), ("higher", "above"), ("bigger than", "above"),
  ("exceeds", "above"), ("exceed", "above"), ("no greater than", "at most"),
  ("no higher than", "at most"), ("not over", "at most"), ("not under", "at least"),
  ("no lower than", "at least"), ("from", "at least"),
  ("equal to", "exactly"), ("equals", "exactly"), ("is", "exactly"), ("==", "="), ("=>", ">="),
  ("=<", "<="), ("> =", ">="), ("< =", "<="), ("atleast", "at least"), ("atmost", "at most"),
  ("least", "at least"), ("most", "at most"), ("increasing", "rising"), ("improving", "rising"),
  ("increase", "rising"), ("up", "rising"), ("growing", "rising"), ("decreasing", "falling"),
  ("reducing", "falling"), ("down", "falling"), ("stable", "not falling"), ("true", "yes"),
  ("false", "no"), ("same as", "in line with"), ("broadly in line with", "in line with"),
  ("better than", "above"), ("worse than", "below"), ("in-line with", "in line with"),
]

/// The words a target can begin with, to find the nearest to a slip of the pen.
private let firstWords = [
  "below", "under", "less than", "at most", "up to", "no more than", "at least", "no less than",
  "above", "over", "more than", "exactly", "between", "within", "well above", "in line with",
  "close to", "rising", "falling", "not falling", "not rising", "yes", "no", "kpi", "almost all",
]

/// What follows a figure when people put the bound last in words that could mean something else.
private let lastWords: [(written: String, meant: String)] = [
  ("min", "at least"), ("at least", "at least"), ("max", "at most"), ("at most", "at most"),
]

extension TargetParser {
  /// Reports a beginning that is none of those a target can have, with the nearest that would do.
  mutating func reportUnknownStart() {
    let start = phrase.at
    if let inner = withoutCurlyQuotes(source.text) {
      report(
        rule,
        "'\(source.text)' is in curly quotes, which are letters here",
        start..<phrase.end,
        help: "leave the quotes out"
      )
      if let last = findings.indices.last {
        let edit = TextEdit(replacing: findings[last].place.range, with: inner)
        findings[last].fixIt = FixIt(findings[last].help, edits: [edit])
      }
      return
    }
    var ahead = phrase
    if let figure = ahead.takeFigure() {
      if figure.number != nil { return reportBareFigure(figure, ahead) }
      if let digits = digitsBeforePlus(figure) {
        return report(
          rule,
          "'\(phrase.text(figure.range))' is not a figure",
          figure.range,
          label: "expected the bound in words",
          help: "write `at least \(digits)`"
        )
      }
    }
    if let id = comparator(at: start) {
      report(
        rule,
        "'\(source.text)' does not say how to stand to \(id)",
        start..<phrase.end,
        label: "expected a bound such as 'above', 'at least', 'in line with'",
        help: "write for example `at least \(source.text)`"
      )
      return
    }
    let suggestion = isTrial ? nil : nearestForm()
    if suggestion == nil, reportGrade() { return }
    report(
      rule,
      "'\(source.text)' is not \(rule == .amberSyntax ? "a tolerance" : "a target")",
      phrase.nextWord,
      label: "expected a bound such as 'below', 'at most', 'at least'",
      help: suggestion.map { "write `\($0)`" } ?? Self.examples
    )
  }

  private func comparator(at start: Int) -> String? {
    var ahead = phrase
    return ahead.take(longestOf: context.comparatorNames)
  }

  private mutating func reportBareFigure(_ figure: Figure, _ after: Phrase) {
    let written = phrase.text(figure.range)
    if let meant = dashRange(figure, after) {
      report(
        rule,
        "'\(source.text)' is a range, which is written in words",
        phrase.at..<phrase.end,
        label: "both ends belong to it?",
        help: "write `\(meant)`"
      )
      return
    }
    let noun = after.isAtEnd ? "" : " " + after.rest
    for (words, relation) in lastWords {
      guard let upper = after.match(words, from: after.at), upper == after.end else { continue }
      report(
        rule,
        "'\(source.text)' says its bound behind the figure",
        figure.range,
        label: "expected the bound in front of it",
        help: "write `\(relation) \(written)`"
      )
      return
    }
    // The bound may be clear, but there are grades here, and no percentages or pounds.
    if figure.mark != .none, context.unit == nil, context.scale != nil, check(figure) == nil {
      return
    }
    let words = lowerIsBetter ? "at most" : "at least"
    if let upper = after.match("or better", from: after.at), upper == after.end {
      report(
        rule,
        "'\(source.text)' does not say whether high or low figures are better",
        figure.range,
        label: "expected a bound before the figure",
        help: "write `\(words) \(written)`"
      )
      return
    }
    report(
      rule,
      "'\(source.text)' does not say whether more or less is meant",
      figure.range,
      label: "expected a bound before the figure",
      help: rule == .amberSyntax
        ? helpForAmber(figure)
        : "write `\(words) \(written)\(noun)`, "
          + "with `operator: assumed` beside it where the source does not say"
    )
  }

  /// What to write for a tolerance that is a figure alone, which only its target gives a side.
  private func helpForAmber(_ figure: Figure) -> String {
    let written = phrase.text(figure.range)
    guard let target, !target.wishes.isEmpty else {
      return "write `up to \(written)` or `at least \(written)`"
    }
    let words = target.lowerIsBetter ? "up to" : "at least"
    if case .bound(let bound) = target, let number = figure.number {
      let limit = bound.limit.number
      guard target.lowerIsBetter ? number >= limit : number <= limit else {
        return "write `\(words)` and a figure that misses the target, but nearly meets it"
      }
    }
    return "write `\(words) \(written)`"
  }

  /// The digits of `95+`.
  private func digitsBeforePlus(_ figure: Figure) -> String? {
    let text = phrase.text(figure.range)
    guard text.hasSuffix("+"), ExactNumber(String(text.dropLast())) != nil else { return nil }
    return String(text.dropLast())
  }

  /// `between 10 and 12 schools` for `10-12 schools` and `10 to 12 schools`.
  private func dashRange(_ lower: Figure, _ after: Phrase) -> String? {
    var ahead = after
    guard ahead.take(anyOf: ["-", "–", "to"]), let upper = ahead.takeFigure(),
      let least = lower.number, let most = upper.number, least <= most
    else { return nil }
    var first = phrase.text(lower.range)
    // `95-97%` means both in percent.
    if lower.mark == .none, upper.mark == .percent { first += "%" }
    let noun = ahead.isAtEnd ? "" : " " + ahead.rest
    return "between \(first) and \(ahead.text(upper.range))\(noun)"
  }

  /// The text with its beginning put right, if that makes it a target.
  private func nearestForm() -> String? {
    var candidates: [(words: String, after: Int)] = []
    for (written, meant) in otherWords {
      if let after = phrase.match(written, from: phrase.at) { candidates.append((meant, after)) }
    }
    // One word, or two, with a slip in them.
    var ahead = phrase
    for _ in 0..<3 {
      guard !ahead.isAtEnd else { break }
      ahead.skipWord()
      let taken = ahead.taken(from: phrase.at)
      for word in nearestNames(to: phrase.text(taken), among: firstWords) {
        candidates.append((word, taken.upperBound))
      }
    }
    for (words, after) in candidates {
      var rest = Phrase(Array(phrase.bytes[after..<phrase.end])).rest
      if Phrase(words).bytes.last?.isLetter == true, rest.hasPrefix("than ") {
        rest = String(rest.dropFirst(5))
      }
      let text = rest.isEmpty ? words : "\(words) \(rest)"
      var trial = TargetParser(SourcedText(text, in: source.place.file), context, rule)
      trial.isTrial = true
      if trial.parseWhole() != nil { return text }
    }
    return nil
  }

  /// Reports a word where a comparator or a grade should stand.
  mutating func reportUnknownName() {
    if reportGrade() { return }
    var upper = phrase.at
    while upper < phrase.end, phrase.bytes[upper] != UInt8(ascii: ","),
      phrase.bytes[upper] != UInt8(ascii: "+")
    {
      upper += 1
    }
    while upper > phrase.at, phrase.bytes[upper - 1].isSpace { upper -= 1 }
    let name = phrase.text(phrase.at..<upper)
    let near = nearestNames(to: name, among: context.comparatorNames.map(\.spelling))
    let known = context.comparators.map { "`\($0.id)`" }.joined(separator: ", ")
    report(
      .unknownComparator,
      "the trust has no comparator '\(name)'",
      phrase.at..<upper,
      label: near.isEmpty ? "expected a figure or a comparator" : "did you mean `\(near[0])`?",
      help: known.isEmpty
        ? "describe it under `comparators:` in trust.yaml, or write a figure"
        : "write one of \(known), or describe it under `comparators:` in trust.yaml"
    )
  }

  /// Reports a grade that the KPI's scale does not have, or a grade without a scale.
  private mutating func reportGrade() -> Bool {
    let range = phrase.at..<phrase.end
    let name = phrase.text(range)
    if let scale = context.scale {
      let near = nearestNames(to: name, among: context.gradeNames.map(\.spelling))
      guard !near.isEmpty || context.unit == nil else { return false }
      report(
        .unknownGrade,
        "'\(name)' is not a grade of \(scale.title)",
        range,
        label: near.isEmpty ? "" : "did you mean `\(near[0])`?",
        help: "the grades are, best first: \(gradeList(scale))"
      )
      return true
    }
    // The scale itself is reported; its grades cannot be checked.
    if context.isScaleUnknown { return true }
    var ahead = phrase
    for scale in context.scales {
      let names = scale.levels.flatMap { level in ([level.name] + level.aliases).map { ($0, 0) } }
      guard ahead.take(longestOf: names) != nil else { continue }
      report(
        .gradeWithoutScale,
        "'\(name)' is a grade, but the KPI names no scale",
        range,
        help: "add `scale: \(scale.id)` to the KPI"
      )
      return true
    }
    return false
  }
}
