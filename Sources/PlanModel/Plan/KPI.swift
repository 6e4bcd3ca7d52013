public import SourceText

/// What is measured, and the promise made about it.
public struct KPI: Sendable {
  /// The id: lower-case words joined by `-` and `.`, unique in a plan.
  public typealias ID = String

  /// The id.
  public var id: ID
  /// Where its id stands.
  public var place: Place
  /// The name that people use.
  public var title: String
  /// The label that the plan's own pages give it, such as `KPI 7`.
  public var label: String?
  /// What its figures count.
  public var unit: Unit?
  /// The scale of its grades, by id; `yes-no` is built in.
  public var scale: Sourced<String>?
  /// Whether schools are read one by one, or the trust as a whole.
  public var level: Level = .school
  /// Which figures are better, where the plan says so; its targets tell where it does not.
  public var better: Sourced<Better>?
  /// The people or things it is measured on, where not the whole: `disadvantaged pupils`.
  public var population: String?
  /// The parts that are read apart, such as subjects or inspection areas, in order.
  public var strands: [Strand] = []
  /// The offer whose entitlements are its strands, by id.
  public var checklist: Sourced<String>?
  /// The target that holds where no other does.
  public var target: Target?
  /// Targets from a school year on; the latest year not after the period holds.
  public var targetsByYear: [(year: AcademicYear, target: Target)] = []
  /// Targets of single schools.
  public var overrides: [TargetOverride] = []
  /// The tolerance inside which a miss is "nearly"; without it there is no amber.
  public var amber: Amber?
  /// How many schools must satisfy the target.
  public var quantifier: Quantifier?
  /// The schools to which it applies.
  public var appliesTo: SchoolPredicate?
  /// By when the target is to be met.
  public var deadline: Deadline?
  /// The first and last period in which the KPI is in force.
  public var valid: Validity?
  /// The stretch before the day looked at in which a reading has to lie: `3 years`.
  public var window: Window?
  /// How often it is read.
  public var frequency: Sourced<Frequency>?
  /// Who answers for it.
  public var owners: [Sourced<String>] = []
  /// The KPI of the same plan that this one repeats, and so is not counted twice.
  public var sameAs: Sourced<KPI.ID>?
  /// A question to be answered in place of a target.
  public var question: String?
  /// The document that holds the KPI, where it is kept elsewhere.
  public var reference: String?
  /// Recorded excuses for counts over a cap.
  public var exceptions: [CapException] = []
  /// Where the first mistake in its entry stands, if what is judged by may be lost with it.
  public var mistake: Place?
  /// A note.
  public var note: String?
  /// The document and line it was taken from.
  public var source: String?
  /// What was done and planned, year by year.
  public var years: [YearEntry] = []
  /// Standing work that belongs to no school year.
  public var actions: [Action] = []

  /// Creates a KPI.
  public init(id: ID, title: String, at place: Place) {
    self.id = id
    self.title = title
    self.place = place
  }

  /// What one reading speaks of.
  public enum Level: String, Sendable, Hashable, CaseIterable {
    /// A school: the trust's verdict is rolled up from the schools'.
    case school
    /// The trust as a whole.
    case trust
  }

  /// A part of a KPI that is read apart.
  public struct Strand: Sendable, Hashable {
    /// The id, unique in the KPI.
    public var id: String
    /// The name that people use.
    public var title: String
    /// Its own target, where it has one.
    public var target: Target?
    /// What its figures count, where not what those of the KPI do.
    public var unit: Unit?
    /// The scale of its grades by id, where not that of the KPI.
    public var scale: Sourced<String>?
    /// Which of its figures are better, where not those that are of the KPI.
    public var better: Sourced<Better>?
    /// Where it stands.
    public var place: Place

    /// Creates a strand.
    public init(id: String, title: String, target: Target? = nil, at place: Place) {
      self.id = id
      self.title = title
      self.target = target
      self.place = place
    }

    /// Whether it is read in another unit or on another scale than the KPI.
    ///
    /// Its own unit and scale stand in place of both of the KPI's.
    public var hasOwnMeasure: Bool { unit != nil || scale != nil }

    /// Whether its figures are another matter than those of the KPI.
    public var isReadDifferently: Bool { hasOwnMeasure || better != nil }
  }

  /// The KPI as one of its strands is read: with the unit, scale and direction of the strand.
  public func read(as strand: Strand) -> KPI {
    guard strand.isReadDifferently else { return self }
    var kpi = self
    if strand.hasOwnMeasure {
      kpi.unit = strand.unit
      kpi.scale = strand.scale
    }
    if let better = strand.better { kpi.better = better }
    return kpi
  }

  /// The KPI as the strand with an id is read; the KPI itself where it has no such strand.
  public func read(as strand: String?) -> KPI {
    guard let own = strands.first(where: { $0.id == strand }) else { return self }
    return read(as: own)
  }

  /// The stretch of time in which a KPI is in force.
  public struct Validity: Sendable, Hashable {
    /// The first period; from the beginning where `nil`.
    public var from: Period?
    /// The last period; to the end where `nil`.
    public var to: Period?
    /// Where it stands.
    public var place: Place

    /// Creates a stretch of time.
    public init(from: Period?, to: Period?, at place: Place) {
      self.from = from
      self.to = to
      self.place = place
    }
  }

  /// A dated, signed judgement that excuses a count over a cap.
  public struct CapException: Sendable, Hashable {
    /// The period it holds for.
    public var period: Period
    /// Who judged.
    public var by: String
    /// When, where known.
    public var on: Day?
    /// Why.
    public var reason: String
    /// Where it stands.
    public var place: Place

    /// Creates an exception.
    public init(period: Period, by: String, on day: Day?, reason: String, at place: Place) {
      self.period = period
      self.by = by
      on = day
      self.reason = reason
      self.place = place
    }
  }
}

/// How often something is read or done.
public enum Frequency: String, Sendable, Hashable, CaseIterable {
  /// Every day.
  case daily
  /// Every week.
  case weekly
  /// Every two weeks.
  case fortnightly
  /// Every month.
  case monthly
  /// Six times a year.
  case halfTermly = "half-termly"
  /// Four times a year.
  case fourTimesAYear = "four times a year"
  /// Three times a year.
  case termly
  /// Twice a year.
  case twiceAYear = "twice a year"
  /// Once a year.
  case yearly

  /// How many days may pass between two readings, rounded up to the longest usual gap.
  public var days: Int {
    switch self {
    case .daily: 1
    case .weekly: 7
    case .fortnightly: 14
    case .monthly: 31
    case .halfTermly: 62
    case .fourTimesAYear: 92
    case .termly: 123
    case .twiceAYear: 184
    case .yearly: 366
    }
  }
}
