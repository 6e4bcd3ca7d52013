public import SourceText

/// A school that is measured.
public struct School: Sendable {
  /// The name that files use: lower-case words joined by `-`.
  public typealias ID = String

  /// The id.
  public var id: ID
  /// Where the school is described.
  public var place: Place
  /// The name that people use.
  public var name: String
  /// Other names and spellings.
  public var aliases: [String] = []
  /// The unique reference number, six digits, as text; leading zeros are kept.
  public var urn: String?
  /// The phase, such as `primary`.
  public var phase: String?
  /// Whether it is a church school; `nil` where nobody has said.
  public var church: Bool?
  /// The number of pupils, where given.
  public var pupils: Int?
  /// Whether it belongs to the trust or is a candidate for joining.
  public var membership: Membership = .member
  /// The day, month or year in which it joined; `nil` where the trust has not said.
  public var joined: Sourced<Period>?
  /// The day, month or year in which it left.
  public var left: Sourced<Period>?
  /// How it joined or is to join, in the trust's words.
  public var route: String?
  /// Who speaks for it on the trust board, by role.
  public var champion: Sourced<String>?
  /// Its inspections, in the order of the file.
  public var inspections: [Inspection] = []
  /// A note.
  public var note: String?
  /// The document and line it was taken from.
  public var source: String?

  /// Creates a school.
  public init(id: ID, name: String, at place: Place) {
    self.id = id
    self.name = name
    self.place = place
  }

  /// Whether a school belongs to the trust.
  public enum Membership: String, Sendable, Hashable, CaseIterable {
    /// It belongs to the trust, or did between `joined` and `left`.
    case member
    /// It is in talks and is never counted.
    case candidate
  }
}

/// One inspection of a school.
public struct Inspection: Sendable {
  /// When it took place.
  public var on: Sourced<Period>
  /// Under which section of the law or which framework, such as `Section 48`.
  public var section: String
  /// The grade of each area, in the order of the file, on the scale named by `scale`.
  public var grades: [(area: String, grade: String)] = []
  /// The scale of the grades, by id.
  public var scale: String?
  /// A note.
  public var note: String?
  /// The document and line it was taken from.
  public var source: String?

  /// Creates an inspection.
  public init(on period: Sourced<Period>, section: String) {
    on = period
    self.section = section
  }
}
