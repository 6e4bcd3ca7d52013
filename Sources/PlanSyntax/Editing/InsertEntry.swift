public import SourceText

extension SyntaxTree {
  /// The edits that add an entry to a mapping: after one of its entries, or at its end.
  public func inserting(
    _ entry: NewEntry,
    into mapping: MappingSyntax,
    after previous: EntrySyntax? = nil
  ) throws(EditRefused) -> [TextEdit] {
    for old in mapping.entries where old.name.isEqual(to: entry.name) { throw .nameExists }
    let context = EditContext(self)
    let all = Array(mapping.entries)
    let index = previous.map { entry in all.firstIndex { $0.index == entry.index } } ?? nil
    let position = index ?? all.count - 1
    var writer = context.writer(near: all.isEmpty ? mapping.range.lower : all[position].range.upper)
    if mapping.node.isFlow {
      let text = try writer.flowEntry(entry)
      guard !all.isEmpty else { return context.insert(text, at: Int(mapping.range.lower) + 1) }
      return context.insert(", " + text, at: Int(all[position].range.upper))
    }
    guard !all.isEmpty else { throw .notEditable }
    let column = context.column(of: all[0].range.lower)
    writer.allowsBlocks = context.hasRoomForBlock(below: all[position].range.upper, under: column)
    let text = try writer.entry(entry, at: column)
    let isSpaced = context.isSpaced(all.map { ($0.range.lower, $0.range.upper) }, position)
    return context.addLine(
      writer.spaces(column) + text,
      after: all[position].index + 1,
      writer.lineEnd,
      isSpaced: isSpaced
    )
  }

  /// The edits that add the first entries to a file without content.
  public func insertingFirst(_ entries: [NewEntry]) throws(EditRefused) -> [TextEdit] {
    guard root == nil else { throw .notEditable }
    let context = EditContext(self)
    let count = UInt32(truncatingIfNeeded: bytes.count)
    let writer = context.writer(near: count)
    let text = try writer.mapping(entries, at: 0) + writer.lineEnd
    let needsEnd = bytes.last.map { $0 != .lineFeed } ?? false
    let isMark = bytes == [0xEF, 0xBB, 0xBF]
    return context.insert((needsEnd && !isMark ? writer.lineEnd : "") + text, at: bytes.count)
  }
}

extension EditContext {
  func insert(_ text: String, at offset: Int) -> [TextEdit] {
    [TextEdit(replacing: TextRange(offset, offset), with: text)]
  }

  /// Whether the neighbours of a position in a mapping or list are apart by a blank line.
  func isSpaced(_ ranges: [(lower: UInt32, upper: UInt32)], _ position: Int) -> Bool {
    guard ranges.count > 1 else { return false }
    let first = min(position, ranges.count - 2)
    return hasBlankLine(ranges[first].upper, ranges[first + 1].lower)
  }

  /// Adds a line below a node, with the line end that the line above lacks.
  func addLine(
    _ line: String,
    after node: Int,
    _ lineEnd: String,
    isSpaced: Bool
  ) -> [TextEdit] {
    let point = insertionPoint(after: node)
    // A blank line after a text that keeps them would become part of it.
    let keeps = keepsBlankLines(tree.storage.next(after: node) - 1)
    let gap = isSpaced && !keeps ? lineEnd : ""
    if point.hasEnd { return insert(gap + line + lineEnd, at: point.offset) }
    return insert(lineEnd + gap + line + lineEnd, at: point.offset)
  }
}
