/// Where evaluation finds readings.
///
/// The order of readings of one series is: by the last day of the period, then by the day on which
/// they were recorded, then by file and row, so that a correction comes after what it corrects.
public protocol Readings: Sendable {
  /// The readings of one KPI, strand and scope, in order; empty where there are none.
  ///
  /// - Parameters:
  ///   - kpi: The KPI or piece of evidence.
  ///   - strand: The strand, or `nil` for readings of the KPI as a whole.
  ///   - scope: The scope, taken literally: readings of `every-school` are asked for as such.
  /// - Returns: The readings, oldest first.
  func series(_ kpi: KPI.ID, _ strand: String?, _ scope: Scope) -> [Reading]

  /// The strands of a KPI for which there are readings, in the order of their first row.
  func strands(of kpi: KPI.ID) -> [String]

  /// The same readings, their values read with the units and scales of one plan.
  ///
  /// Two plans of a trust may give a KPI different scales; a value is never converted, so what one
  /// of them reads as a grade the other may not be able to read at all.
  func read(by plan: Plan) -> any Readings
}

extension Readings {
  /// The readings as they are: their values have been read already.
  public func read(by plan: Plan) -> any Readings { self }
}

/// Readings held as a list: for tests and small sets.
public struct ReadingList: Readings {
  private let calendar: SchoolCalendar
  private let readings: [Reading]

  /// Creates a list of readings.
  public init(_ readings: [Reading], calendar: SchoolCalendar = SchoolCalendar()) {
    self.readings = readings
    self.calendar = calendar
  }

  /// The readings of one series, in order; linear in the number of readings.
  public func series(_ kpi: KPI.ID, _ strand: String?, _ scope: Scope) -> [Reading] {
    let found = readings.enumerated().filter {
      $0.element.kpi == kpi && $0.element.strand == strand && $0.element.scope == scope
    }
    func key(_ item: (offset: Int, element: Reading)) -> (Day, Day, Int) {
      let last = calendar.days(of: item.element.period).upperBound
      return (last, item.element.recorded ?? last, item.offset)
    }
    return found.sorted { key($0) < key($1) }.map(\.element)
  }

  /// The strands of a KPI for which there are readings, in order.
  public func strands(of kpi: KPI.ID) -> [String] {
    var seen: [String] = []
    for reading in readings where reading.kpi == kpi {
      if let strand = reading.strand, !seen.contains(strand) { seen.append(strand) }
    }
    return seen
  }
}
