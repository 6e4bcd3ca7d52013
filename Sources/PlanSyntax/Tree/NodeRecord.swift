/// What a node of the tree is.
public enum NodeKind: UInt8, Sendable, Hashable {
  /// Lines of `name: value`, or `{name: value}`.
  case mapping
  /// Lines that start with a dash, or `[a, b]`.
  case list
  /// A text, written in any of the ways of ``ScalarStyle``.
  case scalar
  /// Nothing was written where a value could stand.
  case absent
  /// Something was written that cannot be read; a diagnostic says why.
  case invalid
}

/// How a text is written.
public enum ScalarStyle: UInt8, Sendable, Hashable {
  /// As it is, without quotes.
  case plain
  /// In `'…'`.
  case singleQuoted
  /// In `"…"`.
  case doubleQuoted
  /// Below `|`, line by line.
  case literal
  /// Below `>`, lines joined.
  case folded
}

/// One node of a tree: sixteen bytes in a flat array, in the order of the text.
///
/// The children of a container follow it; `link` of a container is the index after its last
/// descendant, so the next sibling is found without a pointer. Children of a mapping come in
/// pairs: a name, which is always one record, and its value.
struct NodeRecord: Sendable {
  var kind: NodeKind
  var style: ScalarStyle = .plain
  var flags: NodeFlags = []
  var lower: UInt32
  var upper: UInt32
  /// What it is depends on the kind.
  ///
  /// Containers: the index after the last descendant. Block text: its indent. Names: a hash.
  var link: UInt32 = 0

  init(_ kind: NodeKind, _ lower: Int, _ upper: Int) {
    self.kind = kind
    self.lower = UInt32(truncatingIfNeeded: lower)
    self.upper = UInt32(truncatingIfNeeded: upper)
  }

  var isContainer: Bool { kind == .mapping || kind == .list }
}

/// Facts about a node that would cost a second look to find again.
struct NodeFlags: OptionSet, Sendable {
  let rawValue: UInt8
  /// The text runs over more than one line.
  static let multiLine = NodeFlags(rawValue: 1)
  /// The text in quotes holds an escape or a doubled quote.
  static let escapes = NodeFlags(rawValue: 2)
  /// The container is written in brackets.
  static let flow = NodeFlags(rawValue: 4)
  /// The name was given before in the same mapping.
  static let duplicate = NodeFlags(rawValue: 8)
  /// The entry was found at an indent that belongs to no level.
  static let misplaced = NodeFlags(rawValue: 16)
  /// A diagnostic was reported for this node, and the text is the best guess.
  static let broken = NodeFlags(rawValue: 32)
  /// The scalar holds the quotes' content up to the end of its line: no closing quote was found.
  static let unclosed = NodeFlags(rawValue: 64)
}
