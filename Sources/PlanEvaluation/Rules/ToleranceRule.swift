import PlanModel

extension Evaluator {
  /// Whether a reading lies between what a condition admits and what a tolerance still admits.
  ///
  /// A tolerance moves the limits of the condition outwards, each on its own side: one that looks to
  /// the side where the condition holds moves none, and one with a single limit moves a single one.
  func holds(_ condition: Condition, upTo tolerated: Condition, _ subject: Subject) -> Bool? {
    switch condition {
    case .allOf(let parts):
      let results = parts.map { holds($0, upTo: tolerated, subject) }
      return results.contains(false) ? false : results.contains(nil) ? nil : true
    case .anyOf(let parts):
      let results = parts.map { holds($0, upTo: tolerated, subject) }
      return results.contains(true) ? true : results.contains(nil) ? nil : false
    default: break
    }
    let outcome = find(condition, subject).outcome
    guard outcome == .missed || outcome == .undetermined, let reading = subject.reading else {
      return truth(outcome)
    }
    switch condition {
    case .kpi: return false
    case .cap(let cap): return holds(cap, upTo: tolerated, reading, subject)
    default: break
    }
    if let own = admitted(condition, reading, subject),
      let other = admitted(tolerated, reading, subject), own.isRanks == other.isRanks
    {
      let value =
        own.isRanks ? ranks(of: reading.value) : figures(of: reading.value, subject.kpi)
      return value.map { $0.lies(in: own.range.widened(to: other.range)) } ?? nil
    }
    // Nothing says where one begins and the other ends, but which side is better may be known.
    let wishes = condition.wishes
    if let side = tolerated.wishes.first, !wishes.isEmpty, !wishes.contains(side) { return false }
    return truth(find(tolerated, subject).outcome)
  }

  /// A count is tolerated as it is judged: over the same stretch.
  private func holds(
    _ cap: Cap,
    upTo tolerated: Condition,
    _ reading: Reading,
    _ subject: Subject
  ) -> Bool? {
    let other: FigureRange
    switch tolerated {
    case .cap(let wide) where wide.per == cap.per: other = FigureRange(wide.bound)
    case .bound(let bound): other = FigureRange(bound)
    case .range(let range): other = FigureRange(range)
    default: return false
    }
    let widened = FigureRange(cap.bound).widened(to: other)
    guard let bound = widened.bound(like: cap.bound.relation) else { return false }
    return truth(find(Cap(bound, per: cap.per), reading, subject).outcome)
  }

  /// Whether an outcome says that a condition holds; `nil` where it says nothing.
  func truth(_ outcome: Outcome) -> Bool? {
    switch outcome {
    case .met, .nearly, .excepted: true
    case .missed: false
    default: nil
    }
  }

  // MARK: - What a condition admits

  /// The figures that a condition admits, or the ranks of its grades; `nil` where it is neither.
  private func admitted(
    _ condition: Condition,
    _ reading: Reading,
    _ subject: Subject
  ) -> (range: FigureRange, isRanks: Bool)? {
    let kpi = subject.kpi
    switch condition {
    case .bound(let bound): return (FigureRange(bound), false)
    case .range(let range): return (FigureRange(range), false)
    case .share(let word): return admitted(share: word).map { ($0, false) }
    case .comparison(let asked):
      guard let theirs = figure(of: asked.comparator, reading, kpi),
        let bounds = differences(asked, isLow: subject.lowerIsBetter)
      else { return nil }
      return (Self.admitted(bounds).moved(by: theirs), false)
    case .gap(let relation, let id):
      guard let theirs = figure(of: id, reading, kpi) else { return nil }
      return (FigureRange(relation, theirs), false)
    case .multipleOfFigure(let factor, let id):
      guard let theirs = figure(of: id, reading, kpi), let limit = theirs.multiplied(by: factor)
      else { return nil }
      return (FigureRange(.atLeast, limit), false)
    case .trend(let trend):
      guard let before = previous(reading, subject) else { return nil }
      if case .grade(let rank) = before.value {
        // Ranks count from the best, so a rise is a lower rank.
        return (FigureRange(trend.reversed.relation, ExactNumber(rank)), true)
      }
      return figures(of: before.value, kpi)?.single.map {
        (FigureRange(trend.relation, $0), false)
      }
    case .gradeAtLeast(let rank): return (FigureRange(.atMost, ExactNumber(rank)), true)
    case .gradeOneOf(let ranks): return admitted(ranks, kpi).map { ($0, true) }
    case .fact, .multiple, .cap, .allOf, .anyOf, .kpi: return nil
    }
  }

  /// The one figure of a comparator that a reading is compared with.
  private func figure(of id: String, _ reading: Reading, _ kpi: KPI) -> ExactNumber? {
    comparatorReading(id, reading, in: reading.period).flatMap {
      figures(of: $0.value, kpi)?.single
    }
  }

  /// The percentages that a word for a share asks for; `nil` where nobody has said.
  private func admitted(share word: String) -> FigureRange? {
    switch meaning(of: word) {
    case .all: FigureRange(.atLeast, ExactNumber(100))
    case .noneAtAll: FigureRange(.atMost, .zero)
    case .declared(let bound): FigureRange(bound)
    case nil: nil
    }
  }

  /// The ranks of grades that stand side by side on a scale with an order.
  private func admitted(_ ranks: [Int], _ kpi: KPI) -> FigureRange? {
    guard isOrdered(kpi), let best = ranks.min(), let worst = ranks.max(),
      Set(ranks).count == worst - best + 1
    else { return nil }
    let upper = FigureRange(.atMost, ExactNumber(worst))
    // Nothing is better than the best, so a set that holds it has no end there.
    return best == 0 ? upper : upper.intersection(FigureRange(.atLeast, ExactNumber(best)))
  }

  private func ranks(of value: ReadingValue) -> FigureRange? {
    switch value {
    case .grade(let rank): return FigureRange(ExactNumber(rank))
    case .gradeBand(let ranks):
      guard let best = ranks.min(), let worst = ranks.max() else { return nil }
      return FigureRange(.atLeast, ExactNumber(best)).intersection(
        FigureRange(.atMost, ExactNumber(worst))
      )
    default: return nil
    }
  }
}

extension FigureRange {
  /// The range with its ends moved outwards to those of another, on the sides where both have one.
  func widened(to other: FigureRange) -> FigureRange {
    FigureRange(
      lower: Self.outer(lower, other.lower, isLower: true),
      upper: Self.outer(upper, other.upper, isLower: false)
    )
  }

  /// The looser of two ends; a side without an end stays without, and one without another as it is.
  private static func outer(_ own: End?, _ other: End?, isLower: Bool) -> End? {
    guard let own, let other else { return own }
    if own.number == other.number {
      return End(number: own.number, isIncluded: own.isIncluded || other.isIncluded)
    }
    return (other.number < own.number) == isLower ? other : own
  }

  /// The range with both ends moved by so much.
  fileprivate func moved(by distance: ExactNumber) -> FigureRange {
    func moved(_ end: End?) -> End? {
      end.flatMap { end in
        end.number.adding(distance).map { End(number: $0, isIncluded: end.isIncluded) }
      }
    }
    return FigureRange(lower: moved(lower), upper: moved(upper))
  }

  /// The bound on the side of another that the range has.
  fileprivate func bound(like relation: BoundRelation) -> Bound? {
    switch relation {
    case .below, .atMost:
      upper.map { Bound($0.isIncluded ? .atMost : .below, Quantity($0.number)) }
    case .atLeast, .above:
      lower.map { Bound($0.isIncluded ? .atLeast : .above, Quantity($0.number)) }
    case .exactly: nil
    }
  }
}

extension Trend {
  /// The same change seen from the other side.
  fileprivate var reversed: Trend {
    switch self {
    case .rising: .falling
    case .notFalling: .notRising
    case .falling: .rising
    case .notRising: .notFalling
    }
  }
}
