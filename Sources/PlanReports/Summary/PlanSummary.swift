public import PlanEvaluation
public import PlanModel

/// What one screen says of a plan on a day.
public struct PlanSummary: Sendable {
  /// The plan as evaluated.
  public var subject: ReportSubject
  /// How many verdicts of each status there are, for the trust and each school with a reading.
  public var counts: [(scope: Scope, counts: StatusCounts)]
  /// What nothing can be said of.
  let unknownKPIs: UnknownKPIs
  /// The schools that belong to the trust and of which there is no reading.
  public var silentSchools: [School]
  /// The schools that have not joined yet.
  public var laterSchools: [School]
  /// What is red, the furthest from its target first.
  public var red: [Miss]
  /// What is amber, the furthest from its target first.
  public var amber: [Miss]
  /// What moved since an earlier day.
  public var moves: Moves
  /// The actions that are overdue, by owner.
  public var overdue: [OverdueWork]
  /// How many actions are overdue.
  public var overdueCount: Int
  /// How many actions the plan has that are not over.
  public var openCount: Int
  /// How many of the open actions wait for something.
  public var waitingCount: Int
  /// The options with which commands look at the same KPIs, as typed: ` --owner CFO`.
  public var options = ""
  /// The options with which commands look at the same day, as typed: ` --as-of 2017-03-31`.
  public var dayOptions = ""

  /// Sums up a plan.
  ///
  /// - Parameters:
  ///   - subject: The plan as evaluated.
  ///   - moves: What moved since an earlier day.
  ///   - includes: Picks the actions.
  public init(
    _ subject: ReportSubject,
    _ moves: Moves,
    includes: (PlannedAction) -> Bool = { _ in true }
  ) {
    self.subject = subject
    self.moves = moves
    let standings = SchoolStandings(subject)
    counts = standings.counts(alone: subject.school)
    unknownKPIs = UnknownKPIs(subject, standings)
    laterSchools = standings.absent(.notYetJoined)
    silentSchools = standings.silent
    red = subject.misses(.red)
    amber = subject.misses(.amber)
    let actions = ActionSelection(
      trust: subject.trust,
      plan: subject.plan,
      asOf: subject.workDay,
      files: subject.files,
      includes: includes
    )
    overdue = actions.overdueByOwner()
    overdueCount = actions.overdue.count
    openCount = actions.actions.count { !$0.isClosed(by: subject.workDay) }
    waitingCount = actions.actions.count { $0.isWaiting }
  }
}

extension PlanSummary {
  /// Whether what is not known is counted for one scope: the trust, or a school.
  var isOfOne: Bool { counts.first?.scope == .trust || counts.count == 1 }

  /// What nothing can be said of: each outcome with its number.
  var unknown: [OutcomeCount] { unknownKPIs.outcomes }

  /// What is grey although nothing is missing: not due, not applicable, a question and the like.
  var notAsked: [OutcomeCount] { unknownKPIs.notAsked }
}

/// How many verdicts have an outcome.
public struct OutcomeCount: Sendable, Hashable {
  /// The outcome.
  public var outcome: Outcome
  /// How many have it.
  public var number: Int

  /// The outcomes of verdicts, the most frequent first.
  static func all(in verdicts: some Sequence<Verdict>) -> [OutcomeCount] {
    var counts: [OutcomeCount] = []
    for verdict in verdicts {
      if let index = counts.firstIndex(where: { $0.outcome == verdict.outcome }) {
        counts[index].number += 1
      } else {
        counts.append(OutcomeCount(outcome: verdict.outcome, number: 1))
      }
    }
    let order = counts.indices.sorted { first, second in
      (counts[second].number, first) < (counts[first].number, second)
    }
    return order.map { counts[$0] }
  }
}

extension Outcome {
  /// Whether it means that something is missing that somebody could find out.
  var isUnknown: Bool {
    switch self {
    case .undetermined, .noComparator, .noScale, .noReading, .awaited, .stale, .questionOpen: true
    case .missing(let why): why != .notApplicable
    default: false
    }
  }
}
