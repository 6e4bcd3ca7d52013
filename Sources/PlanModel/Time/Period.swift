/// A stretch of time that a reading or a target speaks of.
public enum Period: Hashable, Sendable {
  /// A school year: `2015/16`.
  case academicYear(AcademicYear)
  /// One of six numbered terms, 1 to 6: `2015/16 T5`.
  case term(AcademicYear, Int)
  /// One of three seasons: `2015/16 spring`.
  case season(AcademicYear, Season)
  /// A month of a calendar year, 1 to 12: `July 2016`, `2016-07`.
  case month(year: Int, month: Int)
  /// A single day: `2016-07-14`.
  case day(Day)
  /// A calendar year: `2020`.
  case calendarYear(Int)

  /// The seasons that schools name terms after.
  public enum Season: String, Hashable, Sendable, CaseIterable {
    /// September to December.
    case autumn
    /// January to Easter.
    case spring
    /// Easter to August.
    case summer

    /// The two of the six numbered terms that it is made of.
    public var terms: ClosedRange<Int> {
      switch self {
      case .autumn: 1...2
      case .spring: 3...4
      case .summer: 5...6
      }
    }
  }
}

extension Period: CustomStringConvertible {
  /// The period as `rlt` writes it: `2015/16`, `2015/16 T5`, `2015/16 spring`, `July 2016`.
  public var description: String {
    switch self {
    case .academicYear(let year): year.description
    case .term(let year, let term): "\(year) T\(term)"
    case .season(let year, let season): "\(year) \(season.rawValue)"
    case .month(let year, let month): "\(Self.monthNames[month - 1]) \(year)"
    case .day(let day): day.description
    case .calendarYear(let year): String(year)
    }
  }

  /// The names of the months, January first.
  public static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
