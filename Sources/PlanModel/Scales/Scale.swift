public import SourceText

/// An ordered list of grades, with the days on which it was in use.
///
/// The order is the order of the list, best first; neither names nor codes are ever compared.
public struct Scale: Sendable, Hashable {
  /// The id, such as `ofsted-grade`.
  public var id: String
  /// The name that people use.
  public var title: String
  /// Its grades, best first.
  public var levels: [Level]
  /// Whether the order means better and worse; a list of names alone is not ordered.
  public var isOrdered = true
  /// The first day on which grades of this scale were given.
  public var from: Day?
  /// The last day on which grades of this scale were given.
  public var until: Day?
  /// The id of the scale that came after it; grades are never converted.
  public var successor: String?
  /// A note.
  public var note: String?
  /// The document and line it was taken from.
  public var source: String?
  /// Where it is described.
  public var place: Place

  /// Creates a scale from its grades, best first.
  public init(id: String, title: String, levels: [Level], at place: Place) {
    self.id = id
    self.title = title
    self.levels = levels
    self.place = place
  }

  /// One grade of a scale.
  public struct Level: Sendable, Hashable {
    /// The name of the grade.
    public var name: String
    /// Its code, such as `1`; lower may be better.
    public var code: String?
    /// Other names of the grade.
    public var aliases: [String]
    /// A note.
    public var note: String?
    /// The document and line it was taken from.
    public var source: String?

    /// Creates a grade.
    public init(
      _ name: String,
      code: String? = nil,
      aliases: [String] = [],
      note: String? = nil,
      source: String? = nil
    ) {
      self.name = name
      self.code = code
      self.aliases = aliases
      self.note = note
      self.source = source
    }
  }

  /// The rank of a grade given by name, code or alias, whatever the case; 0 is the best.
  public func rank(of text: String) -> Int? {
    let wanted = text.lowercased()
    return levels.firstIndex { level in
      level.name.lowercased() == wanted || level.code == text
        || level.aliases.contains { $0.lowercased() == wanted }
    }
  }

  /// Whether a grade given on a day belongs to this scale.
  public func isInUse(on day: Day) -> Bool {
    if let from, day < from { return false }
    if let until, day > until { return false }
    return true
  }
}
