internal import PlanModel
internal import SourceText

extension TargetParser {
  /// Warns of a limit that no figure can be meant by: one no share can reach, or a fraction.
  mutating func checkPlausible(_ bound: Bound, _ range: Range<Int>) {
    let limit = bound.limit.number
    // Most limits are nothing to look at twice.
    guard limit > Self.hundred || limit < ExactNumber(1) || limit == Self.hundred,
      let unit = context.unit, unit.isShareOfWhole
    else { return }
    let isImpossible =
      limit > Self.hundred || limit < .zero || limit == Self.hundred && bound.relation == .above
      || limit == .zero && bound.relation == .below
    if isImpossible {
      report(
        .impossibleValue,
        "'\(phrase.text(range))' cannot be: a share of \(unit.noun) lies between 0% and 100%",
        range,
        help:
          "check the figure; if it is no share of a whole, say so in `unit:`, such as `% growth`"
      )
      return
    }
    // Less than one in a hundred may be what a ceiling allows; nobody asks for so little.
    guard bound.limit.mark == .none, limit > .zero, limit < ExactNumber(1),
      bound.relation == .atLeast || bound.relation == .above || bound.relation == .exactly,
      let percent = limit.multiplied(by: Self.hundred)
    else { return }
    let words = bound.relation.rawValue
    report(
      .fractionForPercent,
      "'\(phrase.text(range))' is less than 1%, where \(unit.text) is counted",
      range,
      label: "a fraction, as spreadsheets keep percentages?",
      help: "write `\(words) \(percent.shortest)%`, or `\(words) \(limit)%` if so little is meant"
    )
  }

  private static let hundred = ExactNumber(100)
}
