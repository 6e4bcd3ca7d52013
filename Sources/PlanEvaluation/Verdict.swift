public import PlanModel

/// What evaluation found for one KPI, strand and scope on a day, with its proof.
public struct Verdict: Sendable {
  /// Where the KPI stands in the plan.
  public var path: KPIPath
  /// The strand, where the verdict is of one strand of the KPI.
  public var strand: String?
  /// What the verdict speaks of: a school or the trust.
  public var scope: Scope
  /// What was found, before any colour.
  public var outcome: Outcome
  /// Where the outcome is `stale`: what the old reading gave, shown hollow.
  public var staleOutcome: Outcome?
  /// The miss that is not held against anyone: `missed` or `nearly`, where the outcome is that it is
  /// not due, or that nobody can tell whether it is.
  public var openMiss: Outcome?
  /// Whether a miss, if it is one, lies inside the tolerance; of verdicts that are undetermined.
  var isTolerated = false
  /// The reading that decided, where one did.
  public var reading: Reading?
  /// The target in force.
  public var target: Target?
  /// How far the reading is from the target.
  public var margin: Margin?
  /// The last day of the deadline, where it could be worked out.
  public var due: Day?
  /// The members counted, for a roll-up over schools or strands.
  public var members: MemberCount?
  /// The verdicts that were rolled up into this one.
  public var parts: [Verdict] = []
  /// The proof, in order; never empty.
  public var reasons: [Reason] = []

  /// Creates a verdict.
  public init(path: KPIPath, strand: String? = nil, scope: Scope, outcome: Outcome) {
    self.path = path
    self.strand = strand
    self.scope = scope
    self.outcome = outcome
  }

  /// The colour drawn from the outcome.
  public var status: Status { outcome.status }
}

/// The colour drawn from an outcome.
public enum Status: String, Sendable, Hashable, CaseIterable {
  /// Met.
  case green
  /// Nearly met, or excepted.
  case amber
  /// Missed.
  case red
  /// Not known, not due, or not asked.
  case grey
}

/// What evaluation found, before any colour.
public enum Outcome: Hashable, Sendable {
  /// The reading satisfies the target.
  case met
  /// It misses, inside the declared amber.
  case nearly
  /// It misses.
  case missed
  /// A censored or band reading, or an unknown member, could go either way.
  case undetermined
  /// The comparator has no value.
  case noComparator
  /// The grade belongs to a scale that was not in use on that day.
  case noScale
  /// There is no reading.
  case noReading
  /// A reading is due by the KPI's frequency and has not come.
  case awaited
  /// The reading is older than the KPI's frequency allows.
  case stale
  /// There is no figure, and the reason is known.
  case missing(MissingValue)
  /// The KPI does not apply to the school.
  case notApplicable
  /// The school had not joined on that day.
  case notYetJoined
  /// The school had left by that day.
  case left
  /// The deadline lies ahead and the target is not met yet.
  case notDue
  /// Over a cap, with a recorded exception.
  case excepted
  /// The question has no answer yet.
  case questionOpen
  /// The question has been answered.
  case questionAnswered
  /// The KPI is kept in another document.
  case external
  /// The plan sets no target.
  case noTarget

  /// The colour.
  public var status: Status {
    switch self {
    case .met: .green
    case .nearly, .excepted: .amber
    case .missed: .red
    default: .grey
    }
  }

  /// The name in kebab-case, as JSON and `--status` write it.
  public var name: String {
    switch self {
    case .met: "met"
    case .nearly: "nearly"
    case .missed: "missed"
    case .undetermined: "undetermined"
    case .noComparator: "no-comparator"
    case .noScale: "no-scale-on-that-day"
    case .noReading: "no-reading"
    case .awaited: "awaited"
    case .stale: "stale"
    case .missing(let value):
      switch value {
      case .suppressed: "suppressed"
      case .noEntries: "no-entries"
      case .notPublished: "not-published"
      case .lowCoverage: "low-coverage"
      case .notApplicable: "not-applicable"
      case .notAvailable: "not-available"
      case .confidential: "confidential"
      case .low: "low"
      case .unreliable: "unreliable"
      case .notCollected: "not-collected"
      case .awaited: "awaited"
      }
    case .notApplicable: "not-applicable"
    case .notYetJoined: "not-yet-joined"
    case .left: "left"
    case .notDue: "not-due"
    case .excepted: "excepted"
    case .questionOpen: "question-open"
    case .questionAnswered: "question-answered"
    case .external: "external"
    case .noTarget: "no-target"
    }
  }
}

/// How far a reading is from its target.
///
/// Positive where the target is met with room to spare, negative where it is missed, zero on the
/// boundary; `strict` tells whether the boundary itself is a miss.
public struct Margin: Hashable, Sendable {
  /// The distance in the unit of the KPI; for grades, the number of levels.
  public var amount: ExactNumber
  /// Whether the distance is counted in levels of a scale.
  public var isLevels: Bool
  /// Whether the boundary itself does not satisfy the target.
  public var isStrict: Bool

  /// Creates a distance.
  public init(_ amount: ExactNumber, isLevels: Bool = false, isStrict: Bool = false) {
    self.amount = amount
    self.isLevels = isLevels
    self.isStrict = isStrict
  }
}

/// How many members of a roll-up satisfied the target.
public struct MemberCount: Hashable, Sendable {
  /// Those that did.
  public var met: Int
  /// All that count: members to which the KPI applies.
  public var of: Int
  /// Those of which nothing can be said.
  public var unknown: Int

  /// Creates a count.
  public init(met: Int, of total: Int, unknown: Int) {
    self.met = met
    of = total
    self.unknown = unknown
  }
}
