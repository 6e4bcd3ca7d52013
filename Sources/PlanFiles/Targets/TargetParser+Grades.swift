internal import PlanModel
internal import SourceText

extension TargetParser {
  /// What was found where something could stand: a condition, or a problem that was reported.
  struct Match {
    var condition: Condition?
  }

  /// `Outstanding`, `Good or Outstanding`, `Good or better`; `nil` where no grade comes next.
  mutating func parseGrades() -> Match? {
    guard let scale = context.scale else { return nil }
    let start = phrase.at
    let names = context.gradeNames
    guard let first = phrase.take(longestOf: names) else { return nil }
    if phrase.take(anyOf: ["or better", "or above", "or higher"]) {
      return Match(condition: atLeast(first, scale, phrase.taken(from: start)))
    }
    var ranks = [first]
    while true {
      let before = phrase.at
      _ = phrase.take(",")
      _ = phrase.take(anyOf: ["or", "and", "/"])
      guard phrase.at > before else { break }
      guard let next = phrase.take(longestOf: names) else {
        phrase.back(to: before)
        break
      }
      if !ranks.contains(next) { ranks.append(next) }
    }
    // A code such as `2` is a figure where more than the code follows: `2 schools`.
    if !phrase.isAtEnd, ranks.count == 1, phrase.bytes[start].isDigit {
      phrase.back(to: start)
      return nil
    }
    if ranks.count == 1, phrase.isAtEnd { warnAlone(first, scale, start) }
    return Match(condition: .gradeOneOf(ranks: ranks.sorted()))
  }

  /// The grade after `at least`; `nil` where no grade comes next.
  mutating func parseGrade(after relation: BoundRelation) -> Match? {
    guard let scale = context.scale else { return nil }
    let start = phrase.at
    guard let rank = phrase.take(longestOf: context.gradeNames) else { return nil }
    guard phrase.isAtEnd || !phrase.bytes[start].isDigit else {
      phrase.back(to: start)
      return nil
    }
    let range = phrase.taken(from: start)
    let last = scale.levels.count - 1
    switch relation {
    case .exactly: return Match(condition: .gradeOneOf(ranks: [rank]))
    case .atLeast: return Match(condition: atLeast(rank, scale, range))
    case .above where rank > 0:
      return Match(condition: ordered(.gradeAtLeast(rank: rank - 1), scale, range))
    case .atMost:
      return Match(condition: ordered(.gradeOneOf(ranks: Array(rank...last)), scale, range))
    case .below where rank < last:
      return Match(
        condition: ordered(.gradeOneOf(ranks: Array((rank + 1)...last)), scale, range)
      )
    case .above, .below:
      let name = scale.levels[rank].name
      report(
        .unknownGrade,
        "no grade of \(scale.title) is \(relation.rawValue) \(name)",
        range,
        help: "the grades are, best first: \(gradeList(scale))"
      )
      return Match(condition: nil)
    }
  }

  private mutating func atLeast(_ rank: Int, _ scale: Scale, _ range: Range<Int>) -> Condition? {
    ordered(.gradeAtLeast(rank: rank), scale, range)
  }

  /// A condition that needs an order of grades.
  private mutating func ordered(
    _ condition: Condition,
    _ scale: Scale,
    _ range: Range<Int>
  ) -> Condition? {
    guard !scale.isOrdered else { return condition }
    report(
      rule,
      "the grades of \(scale.title) have no order, so none is better than another",
      range,
      help:
        "name the grades that will do: `\(scale.levels.prefix(2).map(\.name).joined(separator: " or "))`"
    )
    return nil
  }

  /// A grade in the middle of a scale means that grade alone; most people mean "or better".
  private mutating func warnAlone(_ rank: Int, _ scale: Scale, _ start: Int) {
    guard scale.isOrdered, rank > 0, rank < scale.levels.count - 1 else { return }
    let name = scale.levels[rank].name
    report(
      .gradeAlone,
      "'\(name)' alone means \(name) and nothing better",
      phrase.taken(from: start),
      help: "write `at least \(name)` if better will do, else `exactly \(name)`"
    )
  }

  /// The grades of a scale, best first, for a message.
  func gradeList(_ scale: Scale) -> String {
    scale.levels.prefix(12).map { "`\($0.name)`" }.joined(separator: ", ")
  }
}
