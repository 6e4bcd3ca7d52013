import PlanEvaluation
import PlanModel

/// What the verdicts of a report say of the trust and of each school as a whole, told in one walk.
struct SchoolStandings {
  /// How many verdicts of the trust there are of each status; `nil` where the trust has none.
  private(set) var trust: StatusCounts?
  /// The standing of each school, in the order of the schools of the report.
  private(set) var schools: [Standing]

  /// How one school stands.
  struct Standing {
    var school: School
    /// How many of its verdicts there are of each status.
    var counts = StatusCounts([])
    /// Whether there is any reading, of its own or for every school.
    var hasReading = false
    /// Whether any KPI asks something of it.
    var isAsked = false
    /// Why nothing is asked: it had not joined, or had left.
    fileprivate(set) var absence: Outcome?
    fileprivate var isPresent = false
  }

  init(_ subject: ReportSubject) {
    schools = subject.schools.map { Standing(school: $0) }
    var numbers: [School.ID: Int] = [:]
    for (number, school) in subject.schools.enumerated() { numbers[school.id] = number }
    // Of everything: statuses that were asked for only confine what is listed.
    for verdict in subject.evaluation.verdicts {
      if verdict.scope == .trust {
        trust = trust ?? StatusCounts([])
        trust?.add(verdict)
      }
      guard case .school(let id) = verdict.scope, let number = numbers[id] else { continue }
      let hasReading =
        verdict.reading != nil
        || verdict.parts.contains {
          $0.strand != nil && $0.scope == verdict.scope && $0.reading != nil
        }
      schools[number].add(verdict, hasReading: hasReading)
    }
  }

  /// The counts of the trust and of each school with a reading; of a school that is asked for
  /// alone in any case.
  func counts(alone school: School?) -> [(scope: Scope, counts: StatusCounts)] {
    var counts = schools.filter { $0.hasReading || $0.school.id == school?.id }
      .map { (scope: Scope.school($0.school.id), counts: $0.counts) }
    if let trust { counts.insert((.trust, trust), at: 0) }
    return counts
  }

  /// The schools that belong to the trust on the day.
  var present: [School] { schools.filter { $0.absence == nil }.map(\.school) }
  /// Those of them of which there is a reading.
  var heard: [School] { schools.filter { $0.absence == nil && $0.hasReading }.map(\.school) }
  /// Those that are asked and of which there is no reading.
  var silent: [School] { schools.filter { $0.isAsked && !$0.hasReading }.map(\.school) }

  /// Those of which nothing is asked for one reason.
  func absent(_ outcome: Outcome) -> [School] {
    schools.filter { $0.absence == outcome }.map(\.school)
  }
}

extension SchoolStandings.Standing {
  fileprivate mutating func add(_ verdict: Verdict, hasReading: Bool) {
    counts.add(verdict)
    if hasReading { self.hasReading = true }
    switch verdict.outcome {
    case .notYetJoined, .left:
      if !isPresent { absence = verdict.outcome }
    case .notApplicable:
      isPresent = true
      absence = nil
    default:
      isPresent = true
      absence = nil
      isAsked = true
    }
  }
}
