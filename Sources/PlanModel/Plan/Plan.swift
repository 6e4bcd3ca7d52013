public import SourceText

/// One strategy document over a span of school years.
public struct Plan: Sendable {
  /// The id, unique in the trust.
  public var id: String
  /// Where the id stands.
  public var place: Place
  /// The title.
  public var title: String
  /// The first and last school year.
  public var years: ClosedRange<AcademicYear>
  /// The plan it follows, by id.
  public var supersedes: Sourced<String>?
  /// What stars and colours mean in this plan, printed with every report.
  public var legend: String?
  /// Statements of the plan that carry no measure: vision, aims, values, notes.
  public var statements: [Statement] = []
  /// The strategies, in order.
  public var strategies: [Strategy] = []
  /// The risks, in order.
  public var risks: [Risk] = []
  /// What the trust offers everyone of an audience, in order.
  public var offers: [Offer] = []
  /// Shares that together fill a whole, in order.
  public var wholes: [Whole] = []
  /// The document and line it was taken from.
  public var source: String?

  /// Creates a plan.
  public init(id: String, title: String, years: ClosedRange<AcademicYear>, at place: Place) {
    self.id = id
    self.title = title
    self.years = years
    self.place = place
  }
}

/// A statement of a plan or priority that carries no measure.
public struct Statement: Sendable, Hashable {
  /// What sort of statement it is.
  public var kind: Kind
  /// The words.
  public var text: String
  /// The document and line it was taken from.
  public var source: String?
  /// Where it stands.
  public var place: Place

  /// Creates a statement.
  public init(_ kind: Kind, _ text: String, source: String? = nil, at place: Place) {
    self.kind = kind
    self.text = text
    self.source = source
    self.place = place
  }

  /// The sorts of statement; each is a key of the plan file.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// What the plan hopes for.
    case vision
    /// What the plan sets out to do.
    case aims
    /// What the trust holds dear.
    case values
    /// Anything else to keep.
    case notes
  }
}

/// A strategy: the first level of a plan.
public struct Strategy: Sendable {
  /// The id, unique in the plan.
  public var id: String
  /// Where the id stands.
  public var place: Place
  /// The title.
  public var title: String
  /// Other names, as the plan's own pages vary.
  public var aliases: [String] = []
  /// Who leads it.
  public var leads: [Sourced<String>] = []
  /// Its statements without measure.
  public var statements: [Statement] = []
  /// The priorities, in order.
  public var priorities: [Priority] = []
  /// The document and line it was taken from.
  public var source: String?

  /// Creates a strategy.
  public init(id: String, title: String, at place: Place) {
    self.id = id
    self.title = title
    self.place = place
  }
}

/// A priority: the second level of a plan.
public struct Priority: Sendable {
  /// The id, unique in the plan.
  public var id: String
  /// Where the id stands.
  public var place: Place
  /// The title.
  public var title: String
  /// The label that the plan's own pages give it, such as `1 a)`.
  public var label: String?
  /// Other names, as the plan's own pages vary.
  public var aliases: [String] = []
  /// Whether the plan marks it with a star.
  public var isStarred = false
  /// Who leads it.
  public var leads: [Sourced<String>] = []
  /// The first of those who lead it.
  public var lead: Sourced<String>? { leads.first }
  /// What it speaks of, in words.
  public var refers: String?
  /// Its statements without measure.
  public var statements: [Statement] = []
  /// The KPIs, in order.
  public var kpis: [KPI] = []
  /// What was reported without a KPI that asks for it; readings may carry these ids.
  public var evidence: [Evidence] = []
  /// The points on the way, in order.
  public var milestones: [Milestone] = []
  /// Impact and actions that serve the whole priority.
  public var years: [YearEntry] = []
  /// Standing work that belongs to no school year.
  public var actions: [Action] = []
  /// Dates given beside the milestones and the standing work, of which it is not known whose.
  public var datesAsGiven: [Sourced<String>] = []
  /// The document and line it was taken from.
  public var source: String?

  /// Creates a priority.
  public init(id: String, title: String, at place: Place) {
    self.id = id
    self.title = title
    self.place = place
  }
}

/// Something reported without a KPI that asks for it.
public struct Evidence: Sendable, Hashable {
  /// The id that readings carry.
  public var id: KPI.ID
  /// What it is about.
  public var title: String
  /// What its figures count.
  public var unit: Unit?
  /// The scale of its grades, by id.
  public var scale: Sourced<String>?
  /// The parts that are read apart, in order.
  public var strands: [KPI.Strand] = []
  /// A note.
  public var note: String?
  /// Where it stands.
  public var place: Place

  /// Creates a piece of evidence.
  public init(id: KPI.ID, title: String, at place: Place) {
    self.id = id
    self.title = title
    self.place = place
  }
}

/// What was achieved and planned in one school year, or in a run of school years.
public struct YearEntry: Sendable {
  /// The school year, or the first of the run.
  public var year: AcademicYear
  /// The last school year of the run; `nil` for a single school year.
  public var through: AcademicYear?
  /// Where it stands.
  public var place: Place
  /// What was achieved, in words that are never read for a status.
  public var impact: [Statement] = []
  /// The pieces of work.
  public var actions: [Action] = []
  /// Dates given beside the pieces of work, of which it is not known whose; none of them is due by one.
  public var datesAsGiven: [Sourced<String>] = []
  /// A note.
  public var note: String?

  /// Creates the entry of a school year.
  public init(_ year: AcademicYear, at place: Place) {
    self.year = year
    self.place = place
  }
}
