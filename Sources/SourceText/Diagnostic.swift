/// How much a problem matters.
public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Something to know; never changes an exit status.
  case note
  /// Something that is likely wrong; changes the exit status only when asked for.
  case warning
  /// Something that is wrong: what it stands in is not used.
  case error

  /// Whether the first matters less than the second.
  public static func < (first: Severity, second: Severity) -> Bool { first.rank < second.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// The name of a rule, in words, such as `colon-text`; it never changes once published.
public struct DiagnosticID: Hashable, Sendable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  /// The words, in lower case, joined by hyphens.
  public let description: String

  /// Creates the name of a rule.
  public init(_ name: String) { description = name }

  /// Creates the name of a rule from a literal.
  public init(stringLiteral name: String) { description = name }
}

/// A correction that can be made for the person.
public struct FixIt: Hashable, Sendable {
  /// What the correction does, as an instruction: `put the text in quotes`.
  public var message: String
  /// The changes of the file.
  public var edits: [TextEdit]
  /// Whether it may be made without asking: it leaves no doubt about what was meant, and loses no
  /// text.
  public var isSafe: Bool

  /// Creates a correction.
  public init(_ message: String, edits: [TextEdit], isSafe: Bool = false) {
    self.message = message
    self.edits = edits
    self.isSafe = isSafe
  }
}

/// A second place that helps to understand a problem.
public struct Note: Hashable, Sendable {
  /// What is to be seen there.
  public var message: String
  /// Where.
  public var place: Place

  /// Creates a note on a place.
  public init(_ message: String, at place: Place) {
    self.message = message
    self.place = place
  }
}

/// One problem of a file: what it is, where, and what to do next.
public struct Diagnostic: Hashable, Sendable {
  /// The rule that found it.
  public var id: DiagnosticID
  /// How much it matters.
  public var severity: Severity
  /// What is wrong, in one line without a full stop.
  public var message: String
  /// Where it is wrong.
  public var place: Place
  /// What stands under the caret: what was expected there, if there is more to say than `message`.
  public var label: String
  /// What to do next, in one line; empty where a correction says it all.
  public var help: String
  /// A correction that a program can make.
  public var fixIt: FixIt?
  /// Other places that belong to the problem.
  public var notes: [Note]

  /// Creates a problem.
  public init(
    _ id: DiagnosticID,
    _ severity: Severity = .error,
    _ message: String,
    at place: Place,
    label: String = "",
    help: String = "",
    fixIt: FixIt? = nil,
    notes: [Note] = []
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.place = place
    self.label = label
    self.help = help
    self.fixIt = fixIt
    self.notes = notes
  }
}
