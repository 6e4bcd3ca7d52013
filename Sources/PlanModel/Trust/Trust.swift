public import SourceText

/// An organisation with schools, as `trust.yaml` describes it.
public struct Trust: Sendable {
  /// The id, which is also the name of its folder as a rule.
  public var id: String
  /// The file that describes it.
  public var place: Place
  /// The name that people use.
  public var name: String
  /// Other names.
  public var aliases: [String] = []
  /// The id of the plan that is meant where none is named.
  public var currentPlan: Sourced<String>?
  /// When its years and terms begin.
  public var calendar = SchoolCalendar()
  /// Its schools, in the order of the file, which is the order of every report.
  public var schools: [School] = []
  /// Its people by role, committees, documents and the like.
  public var entities: [Entity] = []
  /// The references that targets compare with.
  public var comparators: [Comparator] = []
  /// The scales of grades that its KPIs use.
  public var scales: [Scale] = []
  /// The words for "how many" that its plans use, such as `almost all`.
  public var quantifierWords: [QuantifierWord] = []
  /// The number of people under which a group is small, so that its figures stay in the trust;
  /// `nil` where the trust has not said.
  public var smallCohort: Int?
  /// Those to whom its mail goes, in the order of the file.
  public var recipients: [Recipient] = []
  /// How its mail is sent.
  public var mail = MailSettings()
  /// A note.
  public var note: String?
  /// The document and line it was taken from.
  public var source: String?

  /// Creates a trust.
  public init(id: String, name: String, at place: Place) {
    self.id = id
    self.name = name
    self.place = place
  }
}

extension Trust {
  /// The number of people from which on the figures of a group are shown outside the trust: what
  /// the trust says, else 6, as the Department for Education and Ofsted do it.
  public var leastCohort: Int { smallCohort ?? 6 }
}

/// Something a plan names besides schools: a role, a committee, a document, a partner.
public struct Entity: Sendable, Hashable {
  /// The id.
  public var id: String
  /// What it is.
  public var kind: Kind
  /// The name that people use.
  public var name: String
  /// Other names and spellings.
  public var aliases: [String] = []
  /// A note.
  public var note: String?
  /// The document and line it was taken from.
  public var source: String?
  /// Where it is described.
  public var place: Place

  /// Creates an entity.
  public init(id: String, kind: Kind, name: String, at place: Place) {
    self.id = id
    self.kind = kind
    self.name = name
    self.place = place
  }

  /// The kinds of entity; each is a section of `trust.yaml`.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A post or duty that owns KPIs and actions.
    case role = "roles"
    /// A set of people who are measured, such as disadvantaged pupils.
    case group = "groups"
    /// A board, committee, alliance or network.
    case body = "bodies"
    /// A document that the plan refers to.
    case document = "documents"
    /// A named programme or method.
    case scheme = "schemes"
    /// An organisation outside the trust.
    case partner = "partners"
  }
}

/// A reference that readings are compared with, such as the national average.
///
/// Its own readings stand in the readings files with its id as their scope.
public struct Comparator: Sendable, Hashable {
  /// The id, such as `national`.
  public var id: String
  /// The name that people use.
  public var name: String
  /// Other names.
  public var aliases: [String] = []
  /// How far above counts as "well above", where the trust has declared it.
  public var wellAbove: Quantity?
  /// How near counts as "in line", where the trust has declared it.
  public var inLine: Quantity?
  /// How near counts as "close to", where the trust has declared it.
  public var closeTo: Quantity?
  /// The one period whose figure counts, whatever the period compared; each its own where `nil`.
  public var period: Sourced<Period>?
  /// A note.
  public var note: String?
  /// The document and line it was taken from.
  public var source: String?
  /// Where it is described.
  public var place: Place

  /// Creates a comparator.
  public init(id: String, name: String, at place: Place) {
    self.id = id
    self.name = name
    self.place = place
  }
}

/// A word for "how many", such as `almost all`, and what the trust has declared it to mean.
public struct QuantifierWord: Sendable, Hashable {
  /// The word, in lower case.
  public var word: String
  /// The bound on the share that it stands for, in percent; `nil` where nobody has declared one.
  public var meaning: Bound?
  /// Where it is declared.
  public var place: Place

  /// Creates a word.
  public init(_ word: String, meaning: Bound?, at place: Place) {
    self.word = word
    self.meaning = meaning
    self.place = place
  }
}
