/// Everything that is known about one trust: the trust itself, its plans and its readings.
public struct TrustRecord: Sendable {
  /// The trust.
  public var trust: Trust
  /// Its plans, in the order of their first school year, then of their ids.
  public var plans: [Plan]
  /// Its readings.
  public var readings: any Readings

  /// Creates the record of a trust.
  public init(trust: Trust, plans: [Plan], readings: any Readings) {
    self.trust = trust
    self.plans = plans
    self.readings = readings
  }
}
