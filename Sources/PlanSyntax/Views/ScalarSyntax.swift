public import SourceText

/// A text as it is written, and what it says.
public struct ScalarSyntax: Sendable {
  /// The tree the text belongs to.
  public let tree: SyntaxTree
  let index: Int

  var record: NodeRecord { tree.storage.nodes[index] }

  /// How the text is written.
  public var style: ScalarStyle { record.style }

  /// The bytes of the text, quotes and the sign of a block included.
  public var range: TextRange {
    let record = record
    return TextRange(Int(record.lower), Int(record.upper))
  }

  /// Where the text is.
  public var place: Place { tree.place(of: range) }

  /// Whether the text runs over more than one line of the file.
  public var isMultiLine: Bool { record.flags.contains(.multiLine) }

  /// The bytes of the file that are exactly the decoded text, if there are such.
  ///
  /// So for every text on one line without an escape, which is nearly all of them.
  public var verbatimRange: TextRange? {
    let record = record
    guard record.flags.isDisjoint(with: [.multiLine, .escapes]), !tree.storage.hasForbidden
    else { return nil }
    switch record.style {
    case .plain: return TextRange(Int(record.lower), Int(record.upper))
    case .singleQuoted, .doubleQuoted:
      let closing: UInt32 = record.flags.contains(.unclosed) ? 0 : 1
      return TextRange(Int(record.lower) + 1, Int(record.upper - closing))
    case .literal, .folded: return nil
    }
  }

  /// What the text says.
  ///
  /// Bytes that are not UTF-8 come out as U+FFFD.
  public var text: String { withBytes { String(decoding: $0) } }

  /// The decoded text as UTF-8, without making a string where that is possible.
  public func withBytes<Result>(_ body: (Span<UInt8>) throws -> Result) rethrows -> Result {
    if let range = verbatimRange {
      let bytes = tree.storage.bytes
      return try body(bytes.span.extracting(range.indices))
    }
    return try body(decodedText(of: record, in: tree.storage).span)
  }

  /// Whether the text has exactly the bytes of another.
  ///
  /// Not canonical equivalence: `é` as one or as two scalars are two texts here.
  public func isEqual(to other: String) -> Bool {
    let other = other.utf8.span
    if let range = verbatimRange, range.count != other.count { return false }
    return withBytes { bytes in
      guard bytes.count == other.count else { return false }
      for index in bytes.indices where bytes[index] != other[index] { return false }
      return true
    }
  }

  /// The place of a part of the decoded text.
  ///
  /// `offset` and `count` are in UTF-8 bytes of ``text``. Where the text is folded, escaped or a
  /// block, and a part of it cannot be shown exactly, the place is that of the whole text.
  public func place(ofUTF8Offset offset: Int, count: Int) -> Place {
    guard let range = sourceRange(ofUTF8Offset: offset, count: count) else { return place }
    return tree.place(of: range)
  }
}

extension String {
  /// The text of UTF-8 bytes, with U+FFFD in the place of what is not UTF-8.
  init(decoding bytes: Span<UInt8>) {
    if let checked = try? UTF8Span(validating: bytes) {
      self.init(copying: checked)
    } else {
      self.init(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self)
    }
  }
}
