internal import PlanModel
internal import SourceText

extension Phrase {
  /// Takes the words of a bound, such as `at most`.
  mutating func takeRelation() -> BoundRelation? {
    // Two signs in the wrong order or apart are a slip, not an equals sign.
    if at < end, bytes[at] >= UInt8(ascii: "<"), bytes[at] <= UInt8(ascii: ">") {
      for slip in ["=>", "=<", "> =", "< =", "=="] where isNext(slip) { return nil }
    }
    for (words, relation) in relationWords where take(words) { return relation }
    return nil
  }

  /// Takes the words of a bound that stand behind their figure: `or more`, `and below`.
  mutating func takeTrailingRelation() -> BoundRelation? {
    for (words, relation) in trailingWords where take(words) { return relation }
    return nil
  }

  /// Takes a stretch of time after a figure: `a year`, `per term`.
  mutating func takeStretch() -> Cap.Stretch? {
    let start = at
    if take(anyOf: ["in the window", "within the window", "in any window"]) { return .window }
    guard take(anyOf: ["a", "per", "each", "every", "in a", "in any", "in each", "in every"]) else {
      return nil
    }
    _ = take(anyOf: ["school", "academic"])
    for stretch in [Cap.Stretch.year, .term, .month] where take(stretch.rawValue) {
      return stretch
    }
    back(to: start)
    return nil
  }
}

/// The words and signs of bounds; a longer wording stands before its own beginning.
private let relationWords: [(String, BoundRelation)] = [
  ("below", .below), ("under", .below), ("less than", .below), ("fewer than", .below),
  ("at most", .atMost), ("up to", .atMost), ("no more than", .atMost), ("not more than", .atMost),
  ("not above", .atMost), ("at least", .atLeast), ("no less than", .atLeast),
  ("not less than", .atLeast), ("no fewer than", .atLeast), ("not below", .atLeast),
  ("above", .above), ("over", .above), ("more than", .above), ("exactly", .exactly),
  ("<=", .atMost), ("≤", .atMost), ("<", .below), (">=", .atLeast), ("≥", .atLeast), (">", .above),
  ("=", .exactly), ("a minimum of", .atLeast), ("minimum of", .atLeast), ("minimum", .atLeast),
  ("min.", .atLeast), ("min", .atLeast), ("a maximum of", .atMost), ("maximum of", .atMost),
  ("maximum", .atMost),
  ("max.", .atMost), ("max", .atMost),
]

/// The words of bounds that stand behind their figure.
private let trailingWords: [(String, BoundRelation)] = [
  ("or more", .atLeast), ("or above", .atLeast), ("or over", .atLeast), ("or higher", .atLeast),
  ("and more", .atLeast), ("and above", .atLeast), ("and over", .atLeast),
  ("and higher", .atLeast), ("or less", .atMost), ("or below", .atMost), ("or under", .atMost),
  ("or lower", .atMost), ("or fewer", .atMost), ("and less", .atMost), ("and below", .atMost),
  ("and under", .atMost), ("and lower", .atMost), ("and fewer", .atMost), ("minimum", .atLeast),
  ("maximum", .atMost), ("+", .atLeast),
]

extension TargetParser {
  /// What follows `at least`: a figure, a grade, a comparator, a multiple.
  mutating func parseAfter(_ relation: BoundRelation, from start: Int) -> Condition? {
    let here = phrase.at
    if phrase.take("twice") { return parseMultiple(ExactNumber(2), relation, start) }
    if context.unit == nil, let grade = parseGrade(after: relation) { return grade.condition }
    if let figure = phrase.takeFigure() {
      if figure.number != nil, phrase.take(anyOf: ["×", "x", "times"]) {
        return parseMultiple(figure.quantity.number, relation, start)
      }
      guard let quantity = check(figure) else { return nil }
      return parseAfter(Bound(relation, quantity), figure, from: start)
    }
    if let grade = parseGrade(after: relation) { return grade.condition }
    if phrase.isAtEnd {
      report(
        rule,
        "'\(source.text)' says no figure",
        phrase.end..<phrase.end,
        label: "expected a figure, a grade or a comparator",
        help: "write for example `\(source.text) 75%`"
      )
      return nil
    }
    phrase.back(to: here)
    guard let comparator = takeComparator() else { return nil }
    return parseAfter(relation, comparator)
  }

  /// `95% or more`, `3 schools or fewer`; `nil` where no bound follows the figure.
  mutating func parseFigureFirst() -> Match? {
    guard context.unit != nil || context.scale == nil else { return nil }
    let start = phrase.at
    guard let figure = phrase.takeFigure(), figure.number != nil else {
      phrase.back(to: start)
      return nil
    }
    let afterFigure = phrase.at
    var relation = phrase.takeTrailingRelation()
    if relation == nil, takeNoun() { relation = phrase.takeTrailingRelation() }
    guard let relation else {
      phrase.back(to: start)
      return nil
    }
    let afterBound = phrase.at
    guard let quantity = check(figure) else { return Match(condition: nil) }
    // What is counted may stand on either side of the bound.
    phrase.back(to: afterFigure)
    if phrase.takeTrailingRelation() == nil {
      guard takeBase(after: figure) else { return Match(condition: nil) }
      phrase.back(to: afterBound)
    }
    return Match(condition: parseAfter(Bound(relation, quantity), figure, from: start))
  }

  /// What follows `at most 3`: a noun, a stretch of time, or a second bound.
  private mutating func parseAfter(
    _ bound: Bound,
    _ figure: Figure,
    from start: Int
  ) -> Condition? {
    checkPlausible(bound, figure.range)
    // As most targets end.
    if phrase.isAtEnd { return .bound(bound) }
    guard takeBase(after: figure) else { return nil }
    let afterNoun = phrase.at
    if let stretch = phrase.takeStretch() {
      return .cap(Cap(bound, per: stretch, allowsException: takeUnlessExcepted()))
    }
    if takeUnlessExcepted() { return .cap(Cap(bound, per: .year, allowsException: true)) }
    guard phrase.take("and") else { return .bound(bound) }
    let second = phrase.at
    guard let relation = phrase.takeRelation(), let figure = phrase.takeFigure() else {
      phrase.back(to: afterNoun)
      return .bound(bound)
    }
    guard let quantity = check(figure) else { return nil }
    checkPlausible(Bound(relation, quantity), figure.range)
    guard takeBase(after: figure) else { return nil }
    return range(bound, Bound(relation, quantity), start..<second)
  }

  private mutating func takeUnlessExcepted() -> Bool {
    let start = phrase.at
    _ = phrase.take(",")
    if phrase.take(anyOf: ["unless excepted", "unless an exception is recorded"]) { return true }
    phrase.back(to: start)
    return false
  }

  /// `between 20 and 22.5`, both ends included.
  mutating func parseBetween() -> Condition? {
    let start = phrase.at
    guard var lower = phrase.takeFigure() else { return expectFigure(after: "between") }
    guard takeBase(after: lower, upToAnd: true) else { return nil }
    guard phrase.take("and") || phrase.take("to") else {
      report(
        rule,
        "'\(source.text)' says only one end",
        phrase.at..<phrase.end,
        label: "expected `and` and the other end",
        help: "write for example `between 20 and 22.5`"
      )
      return nil
    }
    let second = phrase.at
    guard let upper = phrase.takeFigure() else { return expectFigure(after: "and") }
    if lower.mark == .none { lower.mark = upper.mark }
    guard let from = check(lower), let to = check(upper) else { return nil }
    checkPlausible(Bound(.atMost, to), upper.range)
    guard takeBase(after: upper) else { return nil }
    return range(Bound(.atLeast, from), Bound(.atMost, to), start..<second)
  }

  /// A range of two bounds in either order.
  private mutating func range(_ first: Bound, _ second: Bound, _ part: Range<Int>) -> Condition? {
    let isLower = { (bound: Bound) in bound.relation == .atLeast || bound.relation == .above }
    let isUpper = { (bound: Bound) in bound.relation == .atMost || bound.relation == .below }
    let ends: (lower: Bound, upper: Bound)
    if isLower(first), isUpper(second) {
      ends = (first, second)
    } else if isUpper(first), isLower(second) {
      ends = (second, first)
    } else {
      report(
        rule,
        "the two bounds of '\(source.text)' point the same way",
        phrase.taken(from: part.lowerBound),
        help: "give a lower and an upper end: `at least 20 and at most 22.5`"
      )
      return nil
    }
    let (low, high) = (ends.lower.limit.number, ends.upper.limit.number)
    let isStrict = ends.lower.relation == .above || ends.upper.relation == .below
    guard low < high || low == high && !isStrict else {
      report(
        rule,
        "no figure is \(source.text)",
        phrase.taken(from: part.lowerBound),
        help: "write the smaller figure first: `between \(high) and \(low)`"
      )
      return nil
    }
    return .range(BoundedRange(lower: ends.lower, upper: ends.upper))
  }

  private mutating func expectFigure(after word: String) -> Condition? {
    report(
      rule,
      "'\(source.text)' lacks a figure after '\(word)'",
      phrase.nextWord,
      label: "expected a figure",
      help: "write for example `between 20 and 22.5`"
    )
    return nil
  }

  // MARK: - Figures and units

  /// A figure as the model holds it, if its digits are a number and its mark fits the unit.
  mutating func check(_ figure: Figure) -> Quantity? {
    guard figure.number != nil else {
      report(
        rule,
        "'\(phrase.text(figure.range))' is not a figure",
        figure.range,
        label: "expected digits, such as 75%, £1,250 or -0.5",
        help: pointForComma(phrase.text(figure.range))
          .map { "write `\($0)`: a comma divides thousands only" }
          ?? "write the figure in full, with a comma before each three digits or with none"
      )
      return nil
    }
    guard figure.mark != .none, figure.mark != context.unit?.mark else { return figure.quantity }
    let written = phrase.text(figure.range)
    let what = figure.mark == .percent ? "a percentage" : "a sum of money"
    let bare = written.filter { $0 != "%" && $0 != "£" }
    guard let unit = context.unit else {
      let example = figure.mark == .percent ? "\"% of pupils\"" : "£"
      report(
        .unitMismatch,
        "\(written) is \(what), but the KPI has no unit",
        figure.range,
        label: figure.mark == .percent ? "percentage of what?" : "",
        help: "add a unit to the KPI, such as `unit: \(example)`"
      )
      return nil
    }
    report(
      .unitMismatch,
      "\(written) is \(what), but the KPI counts \(unit.text)",
      figure.range,
      label: "expected a figure in \(unit.text)",
      help: "write `\(bare)`, or change the unit of the KPI"
    )
    return nil
  }
}
