import PlanModel

/// What a word for a share stands for.
enum ShareMeaning {
  case all
  case noneAtAll
  /// The trust has declared a bound in percent.
  case declared(Bound)
}

extension Evaluator {
  /// What a word for a share means; `nil` where nobody has said.
  func meaning(of word: String) -> ShareMeaning? {
    if ["all", "every", "each"].contains(where: { sameWord($0, word) }) { return .all }
    if ["none", "no"].contains(where: { sameWord($0, word) }) { return .noneAtAll }
    let entry = trust.quantifierWords.first { sameWord($0.word, word) }
    return entry?.meaning.map { .declared($0) }
  }

  /// The figures that a word read may stand for, in percent.
  ///
  /// Whoever means all says all: any other word is less than all and more than none, and where it
  /// is declared it also keeps to its bound.
  func shareFigures(_ word: String, _ kpi: KPI) -> FigureRange {
    let zero = FigureRange.End(number: .zero, isIncluded: false)
    let isPercent = kpi.unit.map { $0.mark == .percent } ?? true
    switch meaning(of: word) {
    case .noneAtAll: return FigureRange(.zero)
    case .all where isPercent: return FigureRange(Self.hundred)
    case .all: return FigureRange(lower: zero, upper: nil)
    case .declared(let bound) where isPercent:
      return Self.someButNotAll.intersection(FigureRange(bound))
    case .declared, nil:
      return isPercent ? Self.someButNotAll : FigureRange(lower: zero, upper: nil)
    }
  }

  private static let hundred = ExactNumber(100)
  private static let someButNotAll = FigureRange(
    lower: FigureRange.End(number: .zero, isIncluded: false),
    upper: FigureRange.End(number: hundred, isIncluded: false)
  )

  /// Judges a share asked for in words.
  func findShare(_ asked: String, _ reading: Reading, _ kpi: KPI) -> Finding {
    guard let figures = figures(of: reading.value, kpi) else { return .unreadable(reading) }
    let bound: Bound? =
      switch meaning(of: asked) {
      case .all: Bound(.exactly, Quantity(Self.hundred, .percent))
      case .noneAtAll: Bound(.exactly, Quantity(.zero, .percent))
      case .declared(let bound): bound
      case nil: nil
      }
    if case .share(let word) = reading.value {
      let holds = sameWord(word, asked) ? true : holds(figures, bound)
      var finding = Finding(outcome: Finding.outcome(holds))
      finding.reasons.append(Reason(.shared(word, asked: asked, holds: holds)))
      if holds == nil {
        for word in [word, asked] where meaning(of: word) == nil {
          finding.reasons.append(Reason(.undeclaredWord(word)))
        }
        finding.reasons.append(Reason(.couldGoEitherWay))
      }
      return finding
    }
    if let bound { return judge(figures, FigureRange(bound), [bound], reading.value) }
    let holds = holds(figures, nil)
    var finding = Finding(outcome: Finding.outcome(holds))
    finding.reasons.append(Reason(.shared(reading.text, asked: asked, holds: holds)))
    if holds == nil { finding.reasons.append(Reason(.undeclaredWord(asked))) }
    return finding
  }

  /// Whether figures satisfy a bound, or, without one, a word that nobody has declared.
  ///
  /// All is enough for any such word, and none for no such word; between them nobody can tell.
  private func holds(_ figures: FigureRange, _ bound: Bound?) -> Bool? {
    if let bound { return figures.lies(in: FigureRange(bound)) }
    if figures.lies(in: FigureRange(.atLeast, Self.hundred)) == true { return true }
    if figures.lies(in: FigureRange(.atMost, .zero)) == true { return false }
    return nil
  }
}
