/// What a reading must satisfy: the meaning of the words of a target.
///
/// One case for each kind of the target language (`docs/format/targets.md`).
public indirect enum Condition: Sendable, Hashable {
  /// A limit on one side: `below 75%`.
  case bound(Bound)
  /// Limits on both sides: `between 20 and 22.5`.
  case range(BoundedRange)
  /// A grade at least as good as one of the KPI's scale: `at least Good`. Ranks count from 0, best.
  case gradeAtLeast(rank: Int)
  /// One of the named grades: `Outstanding`, `Good or Outstanding`.
  case gradeOneOf(ranks: [Int])
  /// A plain fact: `yes` or `no`.
  case fact(Bool)
  /// A share of the people or things counted, in words: `all`, `almost all`, `none`.
  case share(String)
  /// Against a comparator: `above national`, `at least national + 2 points`.
  case comparison(Comparison)
  /// Against the previous comparable period: `rising`, `not falling`.
  case trend(Trend)
  /// Level with a comparator, or closing on it: `at least peers, or closing the gap`; `at most` where
  /// low figures are better.
  case gap(BoundRelation, comparator: String)
  /// A multiple of a comparator's improvement: `at least 2 × improvement of peers`.
  case multiple(factor: ExactNumber, comparator: String)
  /// A multiple of a comparator's figure, which is a rate already: `at least 2 × peers`.
  case multipleOfFigure(factor: ExactNumber, comparator: String)
  /// A ceiling or floor that starts afresh each period: `at most 3 a year`.
  case cap(Cap)
  /// Every one of the conditions.
  case allOf([Condition])
  /// At least one of the conditions.
  case anyOf([Condition])
  /// Another KPI of the plan is met: `kpi growth.pupils`.
  case kpi(KPI.ID)
}

/// How a reading must stand to a comparator's reading of the same period.
public struct Comparison: Sendable, Hashable {
  /// The id of the comparator.
  public var comparator: String
  /// How.
  public var relation: Relation
  /// What is added to the comparator's figure, negative for less; nothing where `nil`.
  public var offset: Quantity?

  /// Creates a comparison.
  public init(_ relation: Relation, _ comparator: String, offset: Quantity? = nil) {
    self.relation = relation
    self.comparator = comparator
    self.offset = offset
  }

  /// The ways to stand to a comparator.
  public enum Relation: Sendable, Hashable {
    /// A strict or inclusive bound: `above national`, `at least national`.
    case bound(BoundRelation)
    /// Above by the margin that the comparator declares: `well above national`.
    case wellAbove
    /// Within the margin that the comparator declares, or better: `in line with peers`.
    case inLine
    /// Not worse by more than the margin that the comparator declares: `close to peers`.
    case closeTo
    /// Within so much on either side: `within 2 points of peers`.
    case within(Quantity)
  }
}

/// A direction against the previous comparable period.
public enum Trend: String, Sendable, Hashable, CaseIterable {
  /// Higher than before.
  case rising
  /// Not lower than before.
  case notFalling = "not falling"
  /// Lower than before.
  case falling
  /// Not higher than before.
  case notRising = "not rising"
}

/// A count that starts afresh each period.
public struct Cap: Sendable, Hashable {
  /// The limit: `at most 3`.
  public var bound: Bound
  /// The stretch after which counting starts afresh.
  public var per: Stretch
  /// Whether a recorded exception excuses a count over the limit.
  public var allowsException: Bool

  /// Creates a cap.
  public init(_ bound: Bound, per: Stretch, allowsException: Bool = false) {
    self.bound = bound
    self.per = per
    self.allowsException = allowsException
  }

  /// The words for the stretch: `a year`, `in the window`.
  public var stretchWords: String { per == .window ? "in the window" : "a \(per.rawValue)" }

  /// The stretches that caps count in.
  public enum Stretch: String, Sendable, Hashable, CaseIterable {
    /// A school year.
    case year
    /// A term.
    case term
    /// A month.
    case month
    /// The KPI's window, which moves with the day looked at and so never starts afresh.
    case window
  }
}
