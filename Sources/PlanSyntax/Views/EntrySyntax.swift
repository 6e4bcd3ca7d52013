public import SourceText

/// One `name: value` of a mapping.
public struct EntrySyntax: Sendable {
  /// The tree the entry belongs to.
  public let tree: SyntaxTree
  /// The index of the name; the value follows it.
  let index: Int

  /// The name.
  public var name: ScalarSyntax { ScalarSyntax(tree: tree, index: index) }

  /// The name as a node, so that it can be edited.
  public var nameNode: NodeSyntax { NodeSyntax(tree: tree, index: index) }

  /// The value; absent where nothing is written after the colon.
  public var value: NodeSyntax { NodeSyntax(tree: tree, index: index + 1) }

  /// Whether an earlier entry of the mapping has the same name.
  public var isDuplicate: Bool { tree.storage.nodes[index].flags.contains(.duplicate) }

  /// The bytes from the first of the name to after the last of the value.
  public var range: TextRange {
    TextRange(Int(name.range.lower), Int(Swift.max(name.range.upper, value.range.upper)))
  }

  /// Where the entry is.
  public var place: Place { tree.place(of: range) }
}
