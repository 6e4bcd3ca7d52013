internal import PlanModel
internal import SourceText

extension Lowering {
  /// Reports a tolerance that cannot turn a single miss of its targets into "nearly".
  ///
  /// - Parameters:
  ///   - amber: The tolerance.
  ///   - targets: The targets for which it stands; one that it fits is enough.
  ///   - context: The unit and scale of the KPI, and the words of the trust.
  func checkAmber(_ amber: Amber, beside targets: [Target], _ context: TargetContext) {
    let side = AmberSide(amber, context)
    guard let target = targets.first,
      !targets.contains(where: { side.fit($0.condition) == .widens })
    else { return }
    switch side.fit(target.condition) {
    case .widens: return
    case .otherWay:
      report(
        .amberSide,
        "'\(amber.text)' looks the other way than the target '\(target.text)'",
        at: amber.place,
        label: "a tolerance lies where the target is missed",
        help: side.correction(target.condition)
      )
    case .nothing:
      report(
        .amberSide,
        "no miss of '\(target.text)' lies inside '\(amber.text)'",
        at: amber.place,
        label: "it holds only where the target is met already",
        help: side.correction(target.condition)
      )
    case .fact:
      report(
        .amberSide,
        "'\(target.text)' is met or missed, and nothing lies between",
        at: amber.place,
        help: "leave the tolerance out, or name the stages in between: `scale: …`"
      )
    }
  }
}

/// On which side of a target a tolerance lies.
private struct AmberSide {
  let amber: Amber
  let context: TargetContext

  init(_ amber: Amber, _ context: TargetContext) {
    self.amber = amber
    self.context = context
  }

  /// What a tolerance does to a target.
  enum Fit {
    /// It moves a limit outwards, or may.
    case widens
    /// It moves none, for it looks to the side where the target holds.
    case otherWay
    /// It moves none, for its limits lie inside the target's.
    case nothing
    /// There is nothing that it could move.
    case fact
  }

  func fit(_ condition: Condition) -> Fit {
    switch condition {
    case .allOf(let parts), .anyOf(let parts):
      let fits = parts.map(fit)
      return fits.contains(.widens) ? .widens : fits.first ?? .widens
    case .fact: return .fact
    case .kpi: return .widens
    default: break
    }
    guard case .condition(let tolerated) = amber.rule else { return .widens }
    if isGradeAtMost(tolerated), condition.isGrade { return .otherWay }
    if let own = limits(condition), let other = limits(tolerated), own.line == other.line {
      return own.isMoved(to: other) ? .widens : own.holdsLimits(of: other) ? .nothing : .otherWay
    }
    guard let side = tolerated.wishes.first, let wish = condition.wishes.first else {
      return .widens
    }
    return condition.wishes.contains(side) ? .widens : wish == side ? .widens : .otherWay
  }

  /// `at most Requires improvement`, whose grades alone do not tell it from a list of them.
  private func isGradeAtMost(_ tolerated: Condition) -> Bool {
    guard tolerated.isGrade else { return false }
    var phrase = Phrase(amber.text)
    let relation = phrase.takeRelation()
    return relation == .atMost || relation == .below
  }

  // MARK: - What to write

  /// The tolerance put right, or how to write one.
  func correction(_ condition: Condition) -> String {
    if case .condition(let tolerated) = amber.rule {
      if case .gradeAtLeast(let rank) = condition, case .gradeOneOf(let ranks) = tolerated,
        let best = ranks.min(), best > rank, let scale = context.scale,
        scale.levels.indices.contains(best)
      {
        return "write `at least \(scale.levels[best].name)`"
      }
      if case .bound(let other) = tolerated, let own = limits(condition), own.line == .figures {
        if let upper = own.upper, other.limit.number > upper.number {
          return "write `up to \(written(other.limit))`"
        }
        if let lower = own.lower, other.limit.number < lower.number {
          return "write `at least \(written(other.limit))`"
        }
        let mark = other.limit.mark
        let isFloor = own.upper == nil || own.lower != nil && other.relation.wishes == [.higher]
        if let end = isFloor ? own.lower : own.upper {
          let words = isFloor ? "`at least` and a figure below" : "`up to` and a figure above"
          return "write \(words) \(written(Quantity(end.number, mark))), "
            + "or a distance such as `within 2 points`"
        }
      }
    }
    return condition.isGrade
      ? "write `at least` and a grade below the target"
      : "write a distance, such as `within 2 points`, or a limit that lies beyond the target"
  }

  private func written(_ quantity: Quantity) -> String {
    switch quantity.mark {
    case .percent: "\(quantity.number)%"
    case .pounds: "£\(quantity.number)"
    case .none: "\(quantity.number)"
    }
  }

  // MARK: - Limits

  /// The limits that a condition sets, on a line of its own; `nil` where they cannot be told.
  private func limits(_ condition: Condition) -> Limits? {
    switch condition {
    case .bound(let bound): return Limits(.figures, bound)
    case .cap(let cap): return Limits(.figures, cap.bound)
    case .range(let range):
      return Limits(.figures, range.lower).and(Limits(.figures, range.upper))
    case .share(let word): return shareLimits(word)
    case .gradeAtLeast(let rank): return Limits(.ranks, rank: rank, .atMost)
    case .gradeOneOf(let ranks): return rankLimits(ranks)
    case .comparison(let comparison): return differenceLimits(comparison)
    case .trend(let trend):
      let relation: BoundRelation =
        switch trend {
        case .rising: .above
        case .notFalling: .atLeast
        case .falling: .below
        case .notRising: .atMost
        }
      return Limits(.changes, Bound(relation, Quantity(.zero)))
    case .fact, .gap, .multiple, .multipleOfFigure, .allOf, .anyOf, .kpi: return nil
    }
  }

  private func shareLimits(_ word: String) -> Limits? {
    switch word {
    case "all": Limits(.figures, Bound(.atLeast, Quantity(ExactNumber(100))))
    case "none": Limits(.figures, Bound(.atMost, Quantity(.zero)))
    default:
      context.quantifierWords.first { $0.word == word }?.meaning.map { Limits(.figures, $0) }
    }
  }

  private func rankLimits(_ ranks: [Int]) -> Limits? {
    guard context.scale?.isOrdered == true, let best = ranks.min(), let worst = ranks.max(),
      Set(ranks).count == worst - best + 1
    else { return nil }
    let upper = Limits(.ranks, rank: worst, .atMost)
    return best == 0 ? upper : upper.and(Limits(.ranks, rank: best, .atLeast))
  }

  private func differenceLimits(_ asked: Comparison) -> Limits? {
    let line = Limits.Line.differences(asked.comparator)
    let offset = asked.offset?.number ?? .zero
    let declared = context.comparators.first { $0.id == asked.comparator }
    func bound(_ relation: BoundRelation, _ number: ExactNumber) -> Limits? {
      number.adding(offset).map { Limits(line, Bound(relation, Quantity($0))) }
    }
    func minus(_ number: ExactNumber) -> ExactNumber {
      ExactNumber(digits: -number.magnitude.digits, decimals: number.decimals)
    }
    let isLow = context.better == .lower
    func orBetter(_ margin: Quantity?) -> Limits? {
      guard let number = margin?.number.magnitude else { return nil }
      return isLow ? bound(.atMost, number) : bound(.atLeast, minus(number))
    }
    switch asked.relation {
    case .bound(let relation): return bound(relation, .zero)
    case .wellAbove: return declared?.wellAbove.flatMap { bound(.atLeast, $0.number) }
    case .inLine: return orBetter(declared?.inLine)
    case .closeTo: return orBetter(declared?.closeTo)
    case .within(let distance):
      let number = distance.number.magnitude
      return bound(.atLeast, minus(number)).flatMap { lower in
        bound(.atMost, number).map { lower.and($0) }
      }
    }
  }
}

/// The ends of what a condition admits, on a line on which two conditions can be compared.
private struct Limits {
  /// What is laid out along the line.
  enum Line: Equatable {
    case figures, ranks, changes
    case differences(String)
  }

  struct End {
    var number: ExactNumber
    var isIncluded: Bool
  }

  var line: Line
  var lower: End?
  var upper: End?

  init(_ line: Line, _ bound: Bound) {
    self.line = line
    let end = End(
      number: bound.limit.number,
      isIncluded: bound.relation != .below && bound.relation != .above
    )
    if bound.relation != .below, bound.relation != .atMost { lower = end }
    if bound.relation != .above, bound.relation != .atLeast { upper = end }
  }

  init(_ line: Line, rank: Int, _ relation: BoundRelation) {
    self.init(line, Bound(relation, Quantity(ExactNumber(rank))))
  }

  /// Both: the lower end of one and the upper of the other.
  func and(_ other: Limits) -> Limits {
    var both = self
    both.lower = lower ?? other.lower
    both.upper = upper ?? other.upper
    return both
  }

  /// Whether a limit of another on a side where both have one lies inside these.
  func holdsLimits(of other: Limits) -> Bool {
    if lower != nil, let end = other.lower {
      return upper.map { end.number <= $0.number } ?? true
    }
    if upper != nil, let end = other.upper {
      return lower.map { end.number >= $0.number } ?? true
    }
    return false
  }

  /// Whether another's limits lie further out than these, on a side where both have one.
  func isMoved(to other: Limits) -> Bool {
    if let lower, let end = other.lower {
      if end.number < lower.number { return true }
      if end.number == lower.number, end.isIncluded, !lower.isIncluded { return true }
    }
    if let upper, let end = other.upper {
      if end.number > upper.number { return true }
      if end.number == upper.number, end.isIncluded, !upper.isIncluded { return true }
    }
    return false
  }
}

extension Condition {
  /// Whether it asks for a grade.
  fileprivate var isGrade: Bool {
    switch self {
    case .gradeAtLeast, .gradeOneOf: true
    default: false
    }
  }
}
