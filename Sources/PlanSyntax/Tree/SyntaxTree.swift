public import SourceText

/// The whole of a plan file as it is written: every byte, and what it means as a tree.
///
/// A tree is a value that knows no meaning: no ids, no names resolved, no path. Copies share their
/// storage.
public struct SyntaxTree: Sendable {
  let storage: SyntaxStorage

  /// The number of the file the tree was read from.
  public var file: FileID { storage.file }

  /// The bytes of the file, unchanged.
  public var bytes: [UInt8] { storage.bytes }

  /// The outermost node, or `nil` for a file without content.
  public var root: NodeSyntax? {
    storage.nodes.isEmpty ? nil : NodeSyntax(tree: self, index: 0)
  }

  /// The comments of the file, in the order of the text.
  public var comments: some Sequence<CommentSyntax> {
    storage.comments.lazy.map { CommentSyntax(tree: self, range: $0) }
  }

  /// The texts that are only guessed at, because their writing is at fault.
  public var brokenTexts: [TextRange] {
    storage.nodes.compactMap { node in
      guard node.kind == .scalar || node.kind == .absent, node.flags.contains(.broken) else {
        return nil
      }
      return TextRange(Int(node.lower), Int(node.upper))
    }
  }

  /// Whether every line of the file is in the tree, and none is hidden by another of the same name.
  public var isWhole: Bool {
    !storage.nodes.contains { node in
      node.kind == .invalid || node.isContainer && node.flags.contains(.broken)
        || node.flags.contains(.duplicate)
    }
  }

  /// The place of a range of this file.
  public func place(of range: TextRange) -> Place { Place(storage.file, range) }
}

/// What the views of one tree share.
final class SyntaxStorage: Sendable {
  let file: FileID
  let bytes: [UInt8]
  let nodes: [NodeRecord]
  let comments: [TextRange]
  /// Text that no node holds because it could not be read.
  let skipped: [TextRange]
  /// Whether decoded texts must be searched for characters that no text may hold.
  let hasForbidden: Bool

  init(
    file: FileID,
    bytes: [UInt8],
    nodes: [NodeRecord],
    comments: [TextRange],
    skipped: [TextRange],
    hasForbidden: Bool
  ) {
    self.file = file
    self.bytes = bytes
    self.nodes = nodes
    self.comments = comments
    self.skipped = skipped
    self.hasForbidden = hasForbidden
  }

  /// The index of the node after this one and all below it.
  func next(after index: Int) -> Int {
    let record = nodes[index]
    return record.isContainer ? Int(record.link) : index + 1
  }
}
