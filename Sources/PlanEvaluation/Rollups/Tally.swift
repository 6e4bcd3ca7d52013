import PlanModel

/// The outcomes of the members of a roll-up, counted.
struct Tally {
  var met = 0
  var nearly = 0
  var excepted = 0
  var missed = 0
  var notDue = 0
  var unknown = 0
  /// Unknown members that lie inside their tolerance if they miss.
  var tolerated = 0
  /// Members without any target, which promise nothing and so do not count.
  var withoutTarget = 0
  /// What all unknown members have in common.
  private(set) var shared: Outcome?

  init() {}

  /// The tally of a single member.
  init(_ outcome: Outcome) { add(outcome) }

  /// Counts the verdict of a member.
  mutating func add(_ verdict: Verdict) {
    add(verdict.outcome)
    if verdict.outcome == .undetermined, verdict.isTolerated { tolerated += 1 }
  }

  /// Counts a member; those to which nothing applies are no members.
  mutating func add(_ outcome: Outcome) {
    switch outcome {
    case .met: met += 1
    case .nearly: nearly += 1
    case .excepted: excepted += 1
    case .missed: missed += 1
    case .notDue: notDue += 1
    case .noTarget: withoutTarget += 1
    case .notApplicable, .missing(.notApplicable), .notYetJoined, .left, .external, .questionOpen,
      .questionAnswered:
      break
    case .undetermined, .noComparator, .noScale, .noReading, .awaited, .stale, .missing:
      shared = unknown == 0 ? outcome : Self.common(shared, outcome)
      unknown += 1
    }
  }

  private static func common(_ first: Outcome?, _ second: Outcome) -> Outcome {
    if first == second { return second }
    // Awaited is no reading and a little more.
    let isNoReading = [first, second].allSatisfy { $0 == .noReading || $0 == .awaited }
    return isNoReading ? .noReading : .undetermined
  }

  /// All members.
  var total: Int { met + nearly + excepted + missed + notDue + unknown }

  /// Whether each member is met or lies inside its tolerance, if not everything is known.
  var areTolerated: Bool { met + nearly + excepted + tolerated == total }

  /// The count as reports show it.
  var count: MemberCount { MemberCount(met: met, of: total, unknown: unknown) }
}
