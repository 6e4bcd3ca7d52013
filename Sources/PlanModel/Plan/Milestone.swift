public import SourceText

/// A point on the way to what a priority promises.
public struct Milestone: Sendable {
  /// The id, unique in the plan.
  public var id: String
  /// Where it stands.
  public var place: Place
  /// What is to be reached.
  public var text: String
  /// The label that the plan's own pages give it, such as `M 4`.
  public var label: String?
  /// When it is due.
  public var due: Action.Due?
  /// How often it comes round again, where it does.
  public var every: Sourced<Frequency>?
  /// Whether the plan says that the date was moved.
  public var isRevised = false
  /// The dates it had before, oldest first, where they are known.
  public var earlier: [Action.Due] = []
  /// The day on which it was reached.
  public var reachedOn: Day?
  /// Who owes it.
  public var owners: [Sourced<String>] = []
  /// The KPIs it leads to.
  public var kpis: [Sourced<KPI.ID>] = []
  /// Other things it refers to, in words.
  public var refers: String?
  /// A note.
  public var note: String?
  /// The document and line it was taken from.
  public var source: String?

  /// Creates a milestone.
  public init(id: String, text: String, at place: Place) {
    self.id = id
    self.text = text
    self.place = place
  }
}
