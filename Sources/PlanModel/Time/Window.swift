public import SourceText

/// A stretch of time that ends on the day looked at: `3 years`.
public struct Window: Sendable, Hashable {
  /// The words, as typed.
  public var text: String
  /// How many of the units it lasts; at least one.
  public var length: Int
  /// What the length counts.
  public var unit: Unit
  /// Where it stands.
  public var place: Place

  /// Creates a stretch of time.
  public init(_ text: String, _ length: Int, _ unit: Unit, at place: Place) {
    self.text = text
    self.length = length
    self.unit = unit
    self.place = place
  }

  /// What the length of a window is counted in.
  public enum Unit: String, Sendable, Hashable, CaseIterable {
    /// Years.
    case years
    /// Months.
    case months
    /// Weeks.
    case weeks
    /// Days.
    case days
  }

  /// The first and last day of the window that ends on a day.
  ///
  /// Three years that end on 31 August 2018 begin on 1 September 2015.
  public func days(endingOn last: Day) -> ClosedRange<Day> {
    let before: Day =
      switch unit {
      case .years: last.adding(years: -length)
      case .months: last.adding(months: -length)
      case .weeks: last.adding(days: -7 * length)
      case .days: last.adding(days: -length)
      }
    return min(before.adding(days: 1), last)...last
  }
}
