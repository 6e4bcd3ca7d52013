public import SourceText

/// A comment: a number sign and what follows it on its line.
public struct CommentSyntax: Sendable {
  let tree: SyntaxTree

  /// The bytes from the number sign to the last that is not a space.
  public let range: TextRange

  /// Where the comment is.
  public var place: Place { tree.place(of: range) }

  /// What the comment says, without the number sign and one space after it.
  public var text: String {
    let all = tree.storage.bytes
    let bytes = all.span
    var lower = Int(range.lower) + 1
    if lower < Int(range.upper), bytes[lower] == UInt8(ascii: " ") { lower += 1 }
    return String(decoding: bytes.extracting(lower..<Int(range.upper)))
  }
}

extension EntrySyntax {
  /// The comment on the line of the name, after the value if that is on one line.
  public var trailingComment: CommentSyntax? {
    let storage = tree.storage
    let all = storage.bytes
    let bytes = all.span
    let name = storage.nodes[index]
    let value = storage.nodes[index + 1]
    var at = Int(name.upper)
    if value.kind == .scalar || value.flags.contains(.flow) {
      // A block's comment stands on its first line, that of other values after their last.
      let isBlock = value.style == .literal || value.style == .folded
      at = value.kind == .scalar && isBlock ? Int(value.lower) : Int(value.upper)
    }
    let found = storage.firstComment(from: at)
    guard found < storage.comments.count else { return nil }
    let comment = storage.comments[found]
    while at < Int(comment.lower) {
      if bytes[at] == UInt8(ascii: "\n") { return nil }
      at += 1
    }
    return CommentSyntax(tree: tree, range: comment)
  }

  /// The comments on lines of their own directly above the entry, without a blank line between.
  public var leadingComments: [CommentSyntax] {
    let storage = tree.storage
    let all = storage.bytes
    let bytes = all.span
    var line = bytes.startOfLine(at: Int(storage.nodes[index].lower))
    var found = storage.firstComment(from: line) - 1
    var result: [CommentSyntax] = []
    while found >= 0 {
      let comment = storage.comments[found]
      let start = bytes.startOfLine(at: Int(comment.lower))
      guard bytes.endOfLine(at: Int(comment.upper)) == line,
        (start..<Int(comment.lower)).allSatisfy({ bytes[$0] == UInt8(ascii: " ") })
      else { break }
      result.append(CommentSyntax(tree: tree, range: comment))
      line = start
      found -= 1
    }
    return result.reversed()
  }
}

extension SyntaxStorage {
  /// The index of the first comment that starts at an offset or later.
  func firstComment(from offset: Int) -> Int {
    var low = 0
    var high = comments.count
    while low < high {
      let middle = (low + high) / 2
      if Int(comments[middle].lower) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Span<UInt8> {
  /// The offset of the first byte of the line that holds an offset.
  func startOfLine(at offset: Int) -> Int {
    var at = Swift.min(offset, count)
    while at > 0, self[at - 1] != UInt8(ascii: "\n") { at -= 1 }
    return at
  }

  /// The offset after the line end of the line that holds an offset.
  func endOfLine(at offset: Int) -> Int {
    var at = offset
    while at < count {
      at += 1
      if self[at - 1] == UInt8(ascii: "\n") { break }
    }
    return at
  }
}
