internal import PlanModel
internal import SourceText

extension TargetParser {
  /// Takes the name of a comparator, or reports what stands there.
  mutating func takeComparator() -> String? {
    let start = phrase.at
    if let id = phrase.take(longestOf: context.comparatorNames) { return id }
    if phrase.take("the"), let id = phrase.take(longestOf: context.comparatorNames) { return id }
    phrase.back(to: start)
    reportUnknownName()
    return nil
  }

  /// `national + 2 points`: at least so much, or at most where low figures are better.
  ///
  /// `nil` where no comparator comes next, or nothing is added to it.
  mutating func parseComparatorFirst() -> Match? {
    let start = phrase.at
    _ = phrase.take("the")
    guard let id = phrase.take(longestOf: context.comparatorNames),
      ["+", "plus", "-", "−", "–", "minus", "less"].contains(where: { phrase.isNext($0) })
    else {
      phrase.back(to: start)
      return nil
    }
    return Match(condition: parseAfter(lowerIsBetter ? .atMost : .atLeast, id))
  }

  /// Whether low figures are better, as far as the KPI says, or the target of a tolerance.
  var lowerIsBetter: Bool {
    context.better.map { $0 == .lower } ?? target?.lowerIsBetter ?? false
  }

  /// `well above national`, `in line with peers`.
  mutating func parseNamed(_ relation: Comparison.Relation) -> Condition? {
    guard !phrase.isAtEnd else {
      report(
        rule,
        "'\(source.text)' does not say what to compare with",
        phrase.end..<phrase.end,
        label: "expected a comparator",
        help: "write for example `\(source.text) national`"
      )
      return nil
    }
    return takeComparator().map { .comparison(Comparison(relation, $0)) }
  }

  /// `within 2 points of national`.
  mutating func parseWithin() -> Condition? {
    guard let figure = phrase.takeFigure() else {
      report(
        rule,
        "'\(source.text)' does not say within how much",
        phrase.nextWord,
        label: "expected a figure",
        help: "write for example `within 2 points of national`"
      )
      return nil
    }
    guard let distance = checkDistance(figure) else { return nil }
    guard phrase.take("of") else {
      report(
        rule,
        "'\(source.text)' does not say of what",
        phrase.at..<phrase.end,
        label: "expected `of` and a comparator",
        help: "write for example `within \(phrase.text(figure.range)) of national`"
      )
      return nil
    }
    return takeComparator().map { .comparison(Comparison(.within(distance), $0)) }
  }

  /// What follows `at least national`: an offset, or the second half of a gap.
  mutating func parseAfter(_ relation: BoundRelation, _ comparator: String) -> Condition? {
    let start = phrase.at
    _ = phrase.take(",")
    if phrase.take(anyOf: ["or closing the gap", "or closing on it", "or closing it"]) {
      guard relation == .atLeast || relation == .atMost else {
        let meant = relation == .below ? "at most" : "at least"
        report(
          rule,
          "'or closing the gap' goes with `at least`, or with `at most` where low figures are better",
          phrase.taken(from: start),
          help: "write `\(meant) \(comparator), or closing the gap`"
        )
        return nil
      }
      return .gap(relation, comparator: comparator)
    }
    phrase.back(to: start)
    var isLess = false
    if phrase.take(anyOf: ["+", "plus"]) {
    } else if phrase.take(anyOf: ["-", "−", "–", "minus", "less"]) {
      isLess = true
    } else {
      return .comparison(Comparison(.bound(relation), comparator))
    }
    guard let figure = phrase.takeFigure() else {
      report(
        rule,
        "a figure is missing after '\(phrase.text(phrase.taken(from: start)))'",
        phrase.nextWord,
        label: "expected a figure",
        help: "write for example `\(relation.rawValue) \(comparator) + 2 points`"
      )
      return nil
    }
    guard var offset = checkDistance(figure) else { return nil }
    if isLess {
      offset.number = ExactNumber(digits: -offset.number.digits, decimals: offset.number.decimals)
    }
    return .comparison(Comparison(.bound(relation), comparator, offset: offset))
  }

  /// `at least 2 × improvement of peers`, or `at least 2 × peers` of figures that are rates.
  mutating func parseMultiple(
    _ factor: ExactNumber,
    _ relation: BoundRelation,
    _ start: Int
  ) -> Condition? {
    let example = "at least \(factor) × improvement of peers"
    guard relation == .atLeast else {
      report(
        rule,
        "a multiple of an improvement goes with `at least`",
        phrase.taken(from: start),
        help: "write `\(example)`"
      )
      return nil
    }
    _ = phrase.take("the")
    if let id = phrase.take(longestOf: context.comparatorNames) {
      return .multipleOfFigure(factor: factor, comparator: id)
    }
    guard phrase.take(anyOf: ["improvement of", "improvement in", "rate of"]) else {
      report(
        rule,
        "'\(source.text)' does not say a multiple of what",
        phrase.at..<phrase.end,
        label: "expected a comparator, or `improvement of` and a comparator",
        help: "write `\(example)`"
      )
      return nil
    }
    return takeComparator().map { .multiple(factor: factor, comparator: $0) }
  }
}
