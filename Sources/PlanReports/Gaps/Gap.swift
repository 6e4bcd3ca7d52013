public import SourceText

/// Something that a plan or its readings leave open, shown so that it is not taken for settled.
public struct Gap: Sendable {
  /// What sort of thing is open.
  public var kind: Kind
  /// The id of what it concerns: a KPI, an action, a milestone, a risk.
  public var id: String
  /// What it is called.
  public var title: String
  /// What exactly is open, where there is more to say.
  public var detail: String
  /// Where it stands.
  public var place: Place?

  /// Creates a gap.
  public init(_ kind: Kind, _ id: String, _ title: String, detail: String = "", at place: Place?) {
    self.kind = kind
    self.id = id
    self.title = title
    self.detail = detail
    self.place = place
  }

  /// The sorts of gap, in the order in which they are told.
  public enum Kind: String, Sendable, CaseIterable {
    /// Words of the plan that the figures do not bear out.
    case contradiction
    /// What follows for a share from the shares beside it.
    case derived
    /// A KPI that nobody has ever read, as every report counts it.
    case noReading = "no-reading"
    /// A target that looks at a reference of which no figure is known.
    case noComparator = "no-comparator"
    /// A word for which nobody has declared a number.
    case undeclaredWord = "undeclared-word"
    /// A KPI that promises nothing that could be judged.
    case noTarget = "no-target"
    /// A target without a day by which it is to be met.
    case noDeadline = "no-deadline"
    /// A target whose "at least" or "at most" was supplied.
    case assumedOperator = "assumed-operator"
    /// A row without a value, or with words where a figure or grade is asked for.
    case readingInWords = "reading-in-words"
    /// Readings that no KPI of the plan asks for.
    case readingWithoutKPI = "reading-without-kpi"
    /// An action that nobody owns.
    case actionWithoutOwner = "action-without-owner"
    /// An action without a day.
    case actionWithoutDay = "action-without-day"
    /// Dates of which it is not known to which work they belong.
    case datesUnaligned = "dates-unaligned"
    /// A milestone without a day.
    case milestoneWithoutDay = "milestone-without-day"
    /// A risk about which nothing is done.
    case riskWithoutMitigation = "risk-without-mitigation"
    /// A school for which nobody speaks on the board, where others have somebody.
    case schoolWithoutChampion = "school-without-champion"
  }
}

extension Gap.Kind {
  /// The heading under which gaps of the kind are listed.
  var heading: String {
    switch self {
    case .contradiction: "Words that the figures do not bear out"
    case .derived: "What the other shares of a whole leave, worked out and not read"
    case .noReading: "KPIs that have never been read"
    case .noComparator: "Targets without a figure to compare with"
    case .undeclaredWord: "Words without a declared number"
    case .noTarget: "KPIs without a target in any year"
    case .noDeadline: "Targets without a deadline"
    case .assumedOperator: "Targets with an assumed “at least” or “at most”"
    case .readingInWords: "Readings without a figure"
    case .readingWithoutKPI: "Readings that no KPI asks for"
    case .actionWithoutOwner: "Actions without an owner"
    case .actionWithoutDay: "Actions without a day"
    case .datesUnaligned: "Dates that are paired with no work"
    case .milestoneWithoutDay: "Milestones without a day"
    case .riskWithoutMitigation: "Risks without a mitigation"
    case .schoolWithoutChampion: "Schools without a champion"
    }
  }
}
