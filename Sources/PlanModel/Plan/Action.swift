public import SourceText

/// A piece of work of one school year.
public struct Action: Sendable {
  /// The id, unique in the plan and stable for ever.
  public var id: String
  /// Where it stands.
  public var place: Place
  /// What is to be done.
  public var text: String
  /// The label that the plan's own pages give it.
  public var label: String?
  /// Who owes it; none where nobody has been named.
  public var owners: [Sourced<String>] = []
  /// When it is due.
  public var due: Due?
  /// How often it is repeated.
  public var every: Sourced<Frequency>?
  /// The day on which a repeated action was last done.
  public var lastDone: Day?
  /// How it stands; `nil` where nobody has said.
  public var status: Sourced<Status>?
  /// The day on which it was completed.
  public var doneOn: Day?
  /// Money, time and people, in words.
  public var resources: String?
  /// The KPIs it serves.
  public var kpis: [Sourced<KPI.ID>] = []
  /// Other things it refers to, in words.
  public var refers: String?
  /// What must come true first, in words.
  public var condition: String?
  /// The action of which it is a part, by id.
  public var partOf: Sourced<String>?
  /// An action that it repeats, by id.
  public var repeats: Sourced<String>?
  /// What came of it.
  public var impact: String?
  /// A note.
  public var note: String?
  /// The document and line it was taken from.
  public var source: String?

  /// Creates an action.
  public init(id: String, text: String, at place: Place) {
    self.id = id
    self.text = text
    self.place = place
  }

  /// How an action stands; a scale of its own, never mixed with the colour of a KPI.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    /// Agreed, not begun.
    case open
    /// Begun.
    case started
    /// Waiting for something outside.
    case waiting
    /// Completed.
    case done
    /// Given up.
    case stopped
  }

  /// When an action is due, as typed and as understood.
  public struct Due: Sendable, Hashable {
    /// The words, as typed.
    public var text: String
    /// The period on whose last day it is due; `nil` where the words name none.
    public var period: Period?
    /// Where it stands.
    public var place: Place

    /// Creates a due date.
    public init(_ text: String, period: Period?, at place: Place) {
      self.text = text
      self.period = period
      self.place = place
    }
  }
}

/// Something that may go wrong, and what is done about it.
public struct Risk: Sendable {
  /// The id, unique in the plan.
  public var id: String
  /// Where it stands.
  public var place: Place
  /// What may go wrong.
  public var text: String
  /// The label that the plan's own pages give it, such as `R 4`.
  public var label: String?
  /// Whether the plan states it or only implies it.
  public var isImplied = false
  /// What is done about it.
  public var mitigations: [Mitigation] = []
  /// Who watches it.
  public var owners: [Sourced<String>] = []
  /// The KPIs it threatens.
  public var kpis: [Sourced<KPI.ID>] = []
  /// A note.
  public var note: String?
  /// The document and line it was taken from.
  public var source: String?

  /// Creates a risk.
  public init(id: String, text: String, at place: Place) {
    self.id = id
    self.text = text
    self.place = place
  }

  /// One thing done about a risk.
  public struct Mitigation: Sendable, Hashable {
    /// The id, unique in the risk.
    public var id: String
    /// What is done.
    public var text: String
    /// Who does it.
    public var owners: [Sourced<String>] = []
    /// A note.
    public var note: String?
    /// The risk whose mitigations are meant, by id, where the plan says "as above".
    public var sameAs: Sourced<String>?
    /// The document and line it was taken from.
    public var source: String?
    /// Where it stands.
    public var place: Place

    /// Creates a mitigation.
    public init(id: String, text: String, source: String? = nil, at place: Place) {
      self.id = id
      self.text = text
      self.source = source
      self.place = place
    }
  }
}
