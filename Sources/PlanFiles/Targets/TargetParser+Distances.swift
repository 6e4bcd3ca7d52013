internal import PlanModel
internal import SourceText

extension TargetParser {
  /// `within 2 points`, for a tolerance; `nil` where the words are something else.
  ///
  /// The inner `nil` means that the words are a distance, but a wrong one.
  mutating func parseDistance() -> Quantity?? {
    let start = phrase.at
    guard phrase.take("within") else { return nil }
    if let figure = phrase.takeFigure(), phrase.isAtEnd {
      return .some(checkDistance(figure))
    }
    phrase.back(to: start)
    return nil
  }

  /// A distance: `2 points`, `3`, `£500`; a percentage of it could mean two things.
  mutating func checkDistance(_ figure: Figure) -> Quantity? {
    if figure.mark == .percent, let number = figure.number {
      report(
        rule,
        "'\(phrase.text(figure.range))' could be a part of the target or points",
        figure.range,
        label: "percent of what?",
        help: "write `within \(number) points`"
      )
      return nil
    }
    guard let quantity = check(figure) else { return nil }
    guard quantity.number >= .zero else {
      report(rule, "a distance is not negative", figure.range, help: "leave out the minus")
      return nil
    }
    return quantity
  }
}
