public import SourceText

/// Any node of a tree: a mapping, a list, a text, nothing, or something unreadable.
public struct NodeSyntax: Sendable {
  /// The tree the node belongs to.
  public let tree: SyntaxTree
  let index: Int

  var record: NodeRecord { tree.storage.nodes[index] }

  /// What the node is.
  public var kind: NodeKind { record.kind }

  /// The bytes of the node, from its first to after its last; empty for an absent value.
  public var range: TextRange {
    let record = record
    return TextRange(Int(record.lower), Int(record.upper))
  }

  /// Where the node is; an absent value is where it could have been written.
  public var place: Place { tree.place(of: range) }

  /// Whether the node is written in brackets: `[a, b]` or `{a: b}`.
  public var isFlow: Bool { record.flags.contains(.flow) }

  /// Whether a problem of the writing was found here, so that this is a guess at what was meant.
  ///
  /// For a mapping or list: whether a line is missing that could not be read.
  public var isBroken: Bool { record.flags.contains(.broken) }

  /// The node as a mapping, if it is one.
  public var asMapping: MappingSyntax? { kind == .mapping ? MappingSyntax(node: self) : nil }

  /// The node as a list, if it is one.
  public var asList: ListSyntax? { kind == .list ? ListSyntax(node: self) : nil }

  /// The node as a text, if it is one.
  public var asScalar: ScalarSyntax? {
    kind == .scalar ? ScalarSyntax(tree: tree, index: index) : nil
  }
}
