public import SourceText

/// One case of a trust's own tests: given readings, a day, and what is to come of them.
public struct ThresholdCase: Sendable {
  /// The id of the test that it belongs to.
  public var test: String
  /// What the test shows, in words.
  public var title: String?
  /// The value that tells the case from others of its test; empty where there is one alone.
  public var value = ""
  /// The plan, by id.
  public var plan: String
  /// The KPI.
  public var kpi: KPI.ID
  /// The readings there are: these, and no others.
  public var given: [Reading]
  /// The day on which things are looked at.
  public var asOf: Day
  /// What is to come of it, in the order of the file.
  public var expected: [Expected]

  /// Creates a case that expects nothing yet.
  public init(test: String, plan: String, kpi: KPI.ID, given: [Reading], asOf: Day) {
    self.test = test
    self.plan = plan
    self.kpi = kpi
    self.given = given
    self.asOf = asOf
    expected = []
  }

  /// What is to come of a case for one scope.
  public struct Expected: Sendable {
    /// Of what it is to come.
    public var scope: Scope
    /// The strand; `nil` for the KPI as a whole.
    public var strand: String?
    /// The status or outcome.
    public var result: ResultWord
    /// Where it stands.
    public var place: Place

    /// Creates an expectation.
    public init(_ result: ResultWord, scope: Scope, strand: String? = nil, at place: Place) {
      self.result = result
      self.scope = scope
      self.strand = strand
      self.place = place
    }
  }
}

/// The words for what may come of a reading: the statuses and the outcomes, by name.
public enum ResultWord: String, Sendable, Hashable, CaseIterable {
  /// The colour green, whatever the outcome.
  case green
  /// The colour amber, whatever the outcome.
  case amber
  /// The colour red, whatever the outcome.
  case red
  /// No colour, whatever the reason.
  case grey
  /// The reading satisfies the target.
  case met
  /// It misses, inside the declared tolerance.
  case nearly
  /// It misses.
  case missed
  /// It could go either way.
  case undetermined
  /// The comparator has no value.
  case noComparator = "no-comparator"
  /// The grade belongs to a scale that was not in use on that day.
  case noScale = "no-scale-on-that-day"
  /// There is no reading.
  case noReading = "no-reading"
  /// A reading is due and has not come.
  case awaited
  /// The reading is older than the frequency allows.
  case stale
  /// The group is too small to show.
  case suppressed
  /// There were no entries.
  case noEntries = "no-entries"
  /// It was not published.
  case notPublished = "not-published"
  /// Too few are in the measure.
  case lowCoverage = "low-coverage"
  /// It is not available.
  case notAvailable = "not-available"
  /// It is confidential.
  case confidential
  /// It rounds to zero but is not zero.
  case low
  /// It is too unreliable to use.
  case unreliable
  /// Nobody measured it.
  case notCollected = "not-collected"
  /// The KPI does not apply.
  case notApplicable = "not-applicable"
  /// The school had not joined.
  case notYetJoined = "not-yet-joined"
  /// The school had left.
  case left
  /// The deadline lies ahead.
  case notDue = "not-due"
  /// Over a cap, with a recorded exception.
  case excepted
  /// The question has no answer.
  case questionOpen = "question-open"
  /// The question has an answer.
  case questionAnswered = "question-answered"
  /// The KPI is kept in another document.
  case external
  /// The plan sets no target.
  case noTarget = "no-target"

  /// Whether it is a colour and no outcome.
  public var isStatus: Bool {
    switch self {
    case .green, .amber, .red, .grey: true
    default: false
    }
  }
}
