/// A value that is not in the file yet.
public indirect enum NewNode: Sendable, Hashable {
  /// A text; its role decides how carefully it is quoted.
  case text(String, ScalarRole = .value)
  /// Items, one after the other.
  case list([NewNode])
  /// Names with their values.
  case mapping([NewEntry])
}

/// One `name: value` that is not in the file yet.
public struct NewEntry: Sendable, Hashable {
  /// The name.
  public var name: String
  /// The value; `nil` leaves it empty.
  public var value: NewNode?

  /// Creates an entry from a name and a value.
  public init(_ name: String, _ value: NewNode?) {
    self.name = name
    self.value = value
  }
}

/// Why an edit was not made.
public enum EditRefused: Error, Sendable, Hashable {
  /// The mapping has an entry of that name already.
  case nameExists
  /// The text holds a character that no plan file may hold, or is too long for a name.
  case cannotBeWritten
  /// Comments stand in what would be replaced, and would be lost.
  case wouldLoseComments
  /// The place cannot be edited: it could not be read, or is a name, or is inside brackets.
  case notEditable
  /// The file could not be read after the edit as it was meant.
  case wouldNotReadBack
}

/// What a tree says, without where and how it is written.
public indirect enum TreeValue: Sendable, Hashable {
  /// Nothing, or nothing readable.
  case absent
  /// A text.
  case text(String)
  /// Items.
  case list([TreeValue])
  /// Names with values, in order.
  case mapping([Pair])

  /// A name with its value.
  public struct Pair: Sendable, Hashable {
    /// The name.
    public var name: String
    /// The value.
    public var value: TreeValue

    /// Creates a pair of a name and a value.
    public init(_ name: String, _ value: TreeValue) {
      self.name = name
      self.value = value
    }
  }
}

extension NodeSyntax {
  /// What the node says.
  public var value: TreeValue {
    if let mapping = asMapping {
      return .mapping(mapping.entries.map { TreeValue.Pair($0.name.text, $0.value.value) })
    }
    if let list = asList { return .list(list.items.map(\.value)) }
    if let scalar = asScalar { return .text(scalar.text) }
    return .absent
  }
}

extension NewNode {
  /// What the node will say once it is written.
  public var value: TreeValue {
    switch self {
    case .text(let text, _): return .text(text)
    case .list(let items): return .list(items.map(\.value))
    case .mapping(let entries):
      return .mapping(entries.map { TreeValue.Pair($0.name, $0.value?.value ?? .absent) })
    }
  }
}
