public import SourceText

/// A list: items one after the other.
public struct ListSyntax: Sendable {
  /// The list as a node.
  public let node: NodeSyntax

  /// The bytes of the list, from its first dash or bracket to the end of its last item.
  public var range: TextRange { node.range }

  /// Where the list is.
  public var place: Place { node.place }

  /// The items in the order of the text.
  public var items: Items { Items(list: self) }

  /// The items of a list.
  public struct Items: Sequence, Sendable {
    let list: ListSyntax

    /// Starts at the first item.
    public func makeIterator() -> Iterator {
      let node = list.node
      return Iterator(tree: node.tree, at: node.index + 1, end: Int(node.record.link))
    }

    /// Goes from item to item.
    public struct Iterator: IteratorProtocol, Sendable {
      let tree: SyntaxTree
      var at: Int
      let end: Int

      /// The next item, or `nil` after the last.
      public mutating func next() -> NodeSyntax? {
        guard at < end else { return nil }
        defer { at = tree.storage.next(after: at) }
        return NodeSyntax(tree: tree, index: at)
      }
    }
  }
}
