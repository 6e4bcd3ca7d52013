import PlanModel

/// The figures that a value may stand for, or that a target admits.
///
/// `77%` is the single figure 77, `> 97%` everything above 97, `at most 23%` everything up to 23.
/// A value satisfies a target when all its figures are admitted, and misses it when none is.
struct FigureRange {
  /// One end: a figure, and whether it belongs to the range.
  struct End {
    var number: ExactNumber
    var isIncluded: Bool
  }

  /// The lower end; open to the bottom where `nil`.
  var lower: End?
  /// The upper end; open to the top where `nil`.
  var upper: End?

  /// A single figure.
  init(_ number: ExactNumber) {
    lower = End(number: number, isIncluded: true)
    upper = lower
  }

  init(lower: End?, upper: End?) {
    self.lower = lower
    self.upper = upper
  }

  /// The figures that stand to a limit in some way.
  init(_ relation: BoundRelation, _ limit: ExactNumber) {
    switch relation {
    case .below: self.init(lower: nil, upper: End(number: limit, isIncluded: false))
    case .atMost: self.init(lower: nil, upper: End(number: limit, isIncluded: true))
    case .atLeast: self.init(lower: End(number: limit, isIncluded: true), upper: nil)
    case .above: self.init(lower: End(number: limit, isIncluded: false), upper: nil)
    case .exactly: self.init(limit)
    }
  }

  init(_ bound: Bound) { self.init(bound.relation, bound.limit.number) }

  init(_ range: BoundedRange) {
    self.init(lower: FigureRange(range.lower).lower, upper: FigureRange(range.upper).upper)
  }

  /// The figure, where there is only one.
  var single: ExactNumber? {
    guard let lower, let upper, lower.number == upper.number else { return nil }
    return lower.number
  }

  /// Whether all of the figures are in another range, or none; `nil` where some are.
  func lies(in other: FigureRange) -> Bool? {
    if other.isEmpty || isApart(from: other) { return false }
    return startsInside(other) && endsInside(other) ? true : nil
  }

  private var isEmpty: Bool {
    guard let lower, let upper else { return false }
    if lower.number == upper.number { return !(lower.isIncluded && upper.isIncluded) }
    return lower.number > upper.number
  }

  private func isApart(from other: FigureRange) -> Bool {
    Self.isBefore(upper, other.lower) || Self.isBefore(other.upper, lower)
  }

  private static func isBefore(_ upper: End?, _ lower: End?) -> Bool {
    guard let upper, let lower else { return false }
    if upper.number == lower.number { return !(upper.isIncluded && lower.isIncluded) }
    return upper.number < lower.number
  }

  private func startsInside(_ other: FigureRange) -> Bool {
    guard let end = other.lower else { return true }
    guard let lower else { return false }
    if lower.number == end.number { return end.isIncluded || !lower.isIncluded }
    return lower.number > end.number
  }

  private func endsInside(_ other: FigureRange) -> Bool {
    guard let end = other.upper else { return true }
    guard let upper else { return false }
    if upper.number == end.number { return end.isIncluded || !upper.isIncluded }
    return upper.number < end.number
  }

  /// The figures that a difference between figures of two ranges may have.
  func minus(_ other: FigureRange) -> FigureRange {
    FigureRange(
      lower: Self.difference(lower, other.upper),
      upper: Self.difference(upper, other.lower)
    )
  }

  private static func difference(_ first: End?, _ second: End?) -> End? {
    guard let first, let second, let number = first.number.subtracting(second.number) else {
      return nil
    }
    return End(number: number, isIncluded: first.isIncluded && second.isIncluded)
  }

  /// The figures that a sum of figures of two ranges may have; `nil` where one is too large.
  func adding(_ other: FigureRange) -> FigureRange? {
    func sum(_ first: End?, _ second: End?) -> End?? {
      guard let first, let second else { return .some(nil) }
      guard let number = first.number.adding(second.number) else { return nil }
      return End(number: number, isIncluded: first.isIncluded && second.isIncluded)
    }
    guard let lower = sum(lower, other.lower), let upper = sum(upper, other.upper) else {
      return nil
    }
    return FigureRange(lower: lower, upper: upper)
  }

  /// The figures of both ranges.
  func intersection(_ other: FigureRange) -> FigureRange {
    FigureRange(
      lower: Self.later(lower, other.lower, isLower: true),
      upper: Self.later(upper, other.upper, isLower: false)
    )
  }

  /// The stricter of two ends.
  private static func later(_ first: End?, _ second: End?, isLower: Bool) -> End? {
    guard let first else { return second }
    guard let second else { return first }
    if first.number == second.number {
      return End(number: first.number, isIncluded: first.isIncluded && second.isIncluded)
    }
    return (first.number > second.number) == isLower ? first : second
  }

  /// The range with both ends moved outwards by a distance and included.
  func widened(by distance: ExactNumber) -> FigureRange {
    FigureRange(
      lower: lower.flatMap { $0.number.subtracting(distance) }
        .map { End(number: $0, isIncluded: true) },
      upper: upper.flatMap { $0.number.adding(distance) }
        .map { End(number: $0, isIncluded: true) }
    )
  }

  /// How far a figure lies inside the range, negative outside, zero on the edge.
  func margin(of figure: ExactNumber) -> Margin? {
    let below = lower.flatMap { end in
      figure.subtracting(end.number).map { Margin($0, isStrict: !end.isIncluded) }
    }
    let above = upper.flatMap { end in
      end.number.subtracting(figure).map { Margin($0, isStrict: !end.isIncluded) }
    }
    guard let below else { return above }
    guard let above else { return below }
    if below.amount == above.amount { return below.isStrict ? below : above }
    return below.amount < above.amount ? below : above
  }
}
