public import SourceText

/// A mapping: names, each with a value.
public struct MappingSyntax: Sendable {
  /// The mapping as a node.
  public let node: NodeSyntax

  /// The bytes of the mapping, from its first name to the end of its last value.
  public var range: TextRange { node.range }

  /// Where the mapping is.
  public var place: Place { node.place }

  /// The entries in the order of the text, those with a repeated name included.
  public var entries: Entries { Entries(mapping: self) }

  /// The first entry with a name, or `nil`.
  ///
  /// Linear in the number of entries; names are compared byte by byte.
  public func entry(named name: String) -> EntrySyntax? {
    for entry in entries where entry.name.isEqual(to: name) { return entry }
    return nil
  }

  /// The entries of a mapping.
  public struct Entries: Sequence, Sendable {
    let mapping: MappingSyntax

    /// Starts at the first entry.
    public func makeIterator() -> Iterator {
      let node = mapping.node
      return Iterator(tree: node.tree, at: node.index + 1, end: Int(node.record.link))
    }

    /// Goes from entry to entry.
    public struct Iterator: IteratorProtocol, Sendable {
      let tree: SyntaxTree
      var at: Int
      let end: Int

      /// The next entry, or `nil` after the last.
      public mutating func next() -> EntrySyntax? {
        guard at < end else { return nil }
        defer { at = tree.storage.next(after: at + 1) }
        return EntrySyntax(tree: tree, index: at)
      }
    }
  }
}
