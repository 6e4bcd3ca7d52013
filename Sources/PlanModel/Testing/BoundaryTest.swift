/// A test made from a target: values on both sides of each of its boundaries.
public struct BoundaryTest: Sendable {
  /// The KPI.
  public var kpi: KPI.ID
  /// The strand that has the target, where one has a target of its own.
  public var strand: String?
  /// The words of the target.
  public var target: String
  /// The words of its tolerance, where it has one.
  public var amber: String?
  /// What is read.
  public var scope: Scope
  /// The period of the readings.
  public var period: Period
  /// The day on which things are looked at.
  public var asOf: Day
  /// The readings beside the value that is tried.
  public var beside: [Beside] = []
  /// The values that are tried, and what comes of each now.
  public var values: [(value: String, result: ResultWord)] = []

  /// Creates a test without values.
  public init(kpi: KPI.ID, target: String, scope: Scope, period: Period, asOf: Day) {
    self.kpi = kpi
    self.target = target
    self.scope = scope
    self.period = period
    self.asOf = asOf
  }

  /// A reading beside the value that is tried: of a comparator, or of the year before.
  public struct Beside: Sendable, Hashable {
    /// Of what.
    public var scope: Scope
    /// Of when.
    public var period: Period
    /// What it says.
    public var value: String

    /// Creates a reading.
    public init(_ scope: Scope, _ period: Period, _ value: String) {
      self.scope = scope
      self.period = period
      self.value = value
    }
  }
}
