/// How a figure stands to the limit of a bound.
public enum BoundRelation: String, Sendable, Hashable, CaseIterable {
  /// Strictly less: 75 is not below 75.
  case below
  /// Less or equal.
  case atMost = "at most"
  /// Greater or equal.
  case atLeast = "at least"
  /// Strictly greater.
  case above
  /// Equal.
  case exactly

  /// Whether a figure stands to a limit in this way.
  public func holds(_ figure: ExactNumber, _ limit: ExactNumber) -> Bool {
    switch self {
    case .below: figure < limit
    case .atMost: figure <= limit
    case .atLeast: figure >= limit
    case .above: figure > limit
    case .exactly: figure == limit
    }
  }
}

/// A limit on one side: `below 75%`, `at least 3`.
public struct Bound: Sendable, Hashable {
  /// How a figure must stand to the limit.
  public var relation: BoundRelation
  /// The limit.
  public var limit: Quantity

  /// Creates a bound.
  public init(_ relation: BoundRelation, _ limit: Quantity) {
    self.relation = relation
    self.limit = limit
  }
}

/// Limits on both sides: `between 2,500 and 3,500`.
public struct BoundedRange: Sendable, Hashable {
  /// The lower limit, `at least` or `above`.
  public var lower: Bound
  /// The upper limit, `at most` or `below`.
  public var upper: Bound

  /// Creates a range from its two bounds.
  public init(lower: Bound, upper: Bound) {
    self.lower = lower
    self.upper = upper
  }
}
