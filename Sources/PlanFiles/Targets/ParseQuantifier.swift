public import PlanModel
public import SourceText

/// Reads how many schools must meet a target: `every school`, `at least 85% of schools`.
///
/// - Parameters:
///   - text: The words.
///   - context: The words for "how many" of the trust.
///   - findings: Takes the problems.
/// - Returns: The quantifier, or `nil` where the words mean none.
public func parseQuantifier(
  _ text: SourcedText,
  _ context: TargetContext,
  _ findings: inout [Diagnostic]
) -> Quantifier? {
  var parser = TargetParser(text, context, .quantifierSyntax)
  let rule = parser.parseQuantifierRule()
  findings += parser.findings
  return rule.map { Quantifier(text.text, $0, at: text.place) }
}

/// Reads what a word for "how many" stands for: a bound in percent, such as `over 85%`.
///
/// - Parameters:
///   - text: The bound.
///   - findings: Takes the problem where the words are no bound in percent.
/// - Returns: The bound, or `nil`.
func parseShareMeaning(_ text: SourcedText, _ findings: inout [Diagnostic]) -> Bound? {
  var phrase = Phrase(text.bytes)
  if let relation = phrase.takeRelation(), let figure = phrase.takeFigure(), phrase.isAtEnd,
    let number = figure.number, figure.mark == .percent, number >= .zero,
    number <= ExactNumber(100)
  {
    return Bound(relation, Quantity(number, .percent))
  }
  findings.append(
    Diagnostic(
      .quantifierSyntax,
      "'\(text.text)' is not a share",
      at: text.place,
      label: "expected a bound in percent",
      help: "write for example `over 85%`, or nothing where no figure was agreed"
    )
  )
  return nil
}

extension TargetParser {
  fileprivate mutating func parseQuantifierRule() -> Quantifier.Rule? {
    let start = phrase.at
    if phrase.take(anyOf: ["the trust", "trust"]), phrase.isAtEnd { return .theTrust }
    phrase.back(to: start)
    if phrase.take(anyOf: ["every", "all", "each", "100%", "100 %"]), takeSchools() {
      return .every
    }
    phrase.back(to: start)
    if phrase.take(anyOf: ["no", "none", "none of the"]), takeSchools() {
      return .count(Bound(.exactly, Quantity(.zero)))
    }
    phrase.back(to: start)
    if let relation = phrase.takeRelation() {
      let here = phrase.at
      let figure =
        phrase.takeFigure()
        ?? phrase.takeCount().map {
          Figure(
            number: ExactNumber($0),
            mark: .none,
            isPoints: false,
            range: phrase.taken(from: here)
          )
        }
      if let figure, let number = figure.number, takeSchools() {
        return bound(relation, number, figure)
      }
    }
    phrase.back(to: start)
    if let word = phrase.take(longestOf: context.shareWords) {
      let range = phrase.taken(from: start)
      if takeSchools() {
        if let meaning = context.quantifierWords.first(where: { $0.word == word })?.meaning {
          return .share(meaning)
        }
        reportUnlisted(word, range)
        return .undeclared(word: word)
      }
    }
    phrase.back(to: start)
    report(
      .quantifierSyntax,
      "'\(source.text)' does not say how many schools",
      start..<max(start, phrase.end),
      label: "expected a number, a share or a word of trust.yaml",
      help: "write for example `every school`, `at least 85% of schools`, "
        + "`at most 1 school` or `the trust`"
    )
    return nil
  }

  private mutating func bound(
    _ relation: BoundRelation,
    _ number: ExactNumber,
    _ figure: Figure
  ) -> Quantifier.Rule? {
    switch figure.mark {
    case .percent where number >= .zero && number <= ExactNumber(100):
      return .share(Bound(relation, Quantity(number, .percent)))
    case .none where number >= .zero && number.decimals == 0:
      return .count(Bound(relation, Quantity(number)))
    default:
      report(
        .quantifierSyntax,
        "'\(phrase.text(figure.range))' is not a number of schools",
        figure.range,
        help: "write a whole number such as `at least 2 schools`, or a share up to 100%"
      )
      return nil
    }
  }

  private mutating func takeSchools() -> Bool {
    _ = phrase.take(anyOf: ["of the", "of our", "of", "the", "our"])
    _ = phrase.take(anyOf: ["member", "church", "primary", "secondary"])
    _ = phrase.take(anyOf: ["schools", "school", "academies", "academy"])
    return phrase.isAtEnd
  }
}
