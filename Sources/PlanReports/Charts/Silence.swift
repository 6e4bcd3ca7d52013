import Documents
import PlanEvaluation
import PlanModel

/// How long nothing has been heard of one KPI of one school, against how often it is to be read.
enum Silence: Hashable {
  /// The last reading is as old as the declared frequency allows, or newer.
  case inTime(days: Int)
  /// The last reading is older than the declared frequency allows.
  case late(days: Int)
  /// The plan does not say how often it is to be read.
  case undeclared(days: Int)
  /// There has never been a reading.
  case never
  /// The KPI is not asked of the school, or not read in figures.
  case notAsked

  /// The kinds in the order of a legend, each with its mark and meaning.
  static let legend: [(mark: Mark, meaning: String)] = [
    (Mark("T", "in time", .green), "days since the last reading; not older than the plan allows"),
    (Mark("L", "late", .amber), "days since the last reading; older than the plan allows"),
    (Mark("N", "never read", .red), "no reading, ever"),
    (
      Mark("?", "no frequency", .grey),
      "days since the last reading; the plan does not say how often"
    ),
    (Mark("-", "not asked", .grey), "does not apply, or is not a figure"),
  ]

  /// The mark of the kind.
  var mark: Mark {
    switch self {
    case .inTime: Self.legend[0].mark
    case .late: Self.legend[1].mark
    case .never: Self.legend[2].mark
    case .undeclared: Self.legend[3].mark
    case .notAsked: Self.legend[4].mark
    }
  }

  /// The cell of a map.
  var cell: Cell {
    switch self {
    case .inTime(let days), .late(let days), .undeclared(let days): .marked(mark, String(days))
    case .never: .marked(mark, "never")
    case .notAsked: .marked(mark, "")
    }
  }

  /// Whether something is to be asked for.
  var isSilent: Bool {
    switch self {
    case .late, .never: true
    default: false
    }
  }
}

extension ReportSubject {
  /// The schools of which anything is asked, as they belong to the trust on the day.
  var joinedSchools: Set<School.ID> {
    var joined: Set<School.ID> = []
    for verdict in evaluation.verdicts {
      guard case .school(let id) = verdict.scope else { continue }
      if verdict.outcome != .notYetJoined, verdict.outcome != .left { joined.insert(id) }
    }
    return joined
  }

  /// How long nothing has been heard of what a verdict is of.
  ///
  /// - Parameters:
  ///   - verdict: The verdict of a school or the trust.
  ///   - frequency: How often the KPI is to be read, where the plan says so.
  /// - Returns: The silence.
  func silence(of verdict: Verdict, _ frequency: Frequency?) -> Silence {
    switch verdict.outcome {
    case .notApplicable, .notYetJoined, .left, .external, .questionOpen, .questionAnswered:
      return .notAsked
    default: break
    }
    var last = verdict.reading.map { trust.calendar.days(of: $0.period).upperBound }
    for part in strands(of: verdict) {
      guard let reading = part.reading else { continue }
      let end = trust.calendar.days(of: reading.period).upperBound
      last = last.map { max($0, end) } ?? end
    }
    guard let last else { return .never }
    // A period that is still running is as fresh as can be.
    let days = max(0, Int(evaluation.asOf.number) - Int(last.number))
    guard let frequency else { return .undeclared(days: days) }
    return days > frequency.days ? .late(days: days) : .inTime(days: days)
  }
}
