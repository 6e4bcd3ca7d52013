public import SourceText

extension SyntaxTree {
  /// The edits that remove an entry from its mapping, with the comment on its own lines' ends.
  ///
  /// Comments on lines of their own above the entry stay. An only entry leaves its name empty.
  public func removing(
    _ entry: EntrySyntax,
    from mapping: MappingSyntax
  ) throws(EditRefused) -> [TextEdit] {
    let all = Array(mapping.entries)
    guard let position = all.firstIndex(where: { $0.index == entry.index }) else {
      throw .notEditable
    }
    let starts = all.map { Int($0.range.lower) }
    let ends = all.map { Int($0.range.upper) }
    let context = EditContext(self)
    let range = (entry.index, entry.index + 1)
    return try context.remove(position, starts, ends, mapping.node, range)
  }

  /// The edits that remove an item from its list, with the comment on its own lines' ends.
  public func removing(
    itemAt position: Int,
    from list: ListSyntax
  ) throws(EditRefused) -> [TextEdit] {
    let items = Array(list.items)
    guard items.indices.contains(position) else { throw .notEditable }
    let context = EditContext(self)
    let ends = items.map { Int($0.range.upper) }
    let starts =
      list.node.isFlow
      ? items.map { Int($0.range.lower) }
      : context.dashes(of: list, ends)
    let range = (items[position].index, items[position].index)
    return try context.remove(position, starts, ends, list.node, range)
  }
}

extension EditContext {
  /// Where the dashes of a list stand.
  func dashes(of list: ListSyntax, _ ends: [Int]) -> [Int] {
    let span = bytes.span
    var dashes = [Int(list.range.lower)]
    for end in ends.dropLast() {
      var at = span.endOfLine(at: end)
      while at < span.count {
        var content = at
        while span.byte(content) == .space { content += 1 }
        if span.byte(content) == .dash {
          dashes.append(content)
          break
        }
        at = span.endOfLine(at: content)
      }
    }
    return dashes
  }

  func remove(
    _ position: Int,
    _ starts: [Int],
    _ ends: [Int],
    _ container: NodeSyntax,
    _ nodes: (first: Int, last: Int)
  ) throws(EditRefused) -> [TextEdit] {
    guard starts.count == ends.count else { throw .notEditable }
    let isFlow = container.isFlow
    let start = starts[position]
    if isFlow {
      if position + 1 < starts.count { return try cut(start, starts[position + 1]) }
      if position > 0 { return try cut(ends[position - 1], ends[position]) }
      return try cut(Int(container.range.lower) + 1, Int(container.range.upper) - 1)
    }
    if startsLine(UInt32(start)) {
      let lower = bytes.span.startOfLine(at: start)
      let mark = lower == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : lower
      var end = insertionPoint(after: nodes.last)
      // The blank lines that follow must not come under a text that keeps them.
      if keepsBlankLines(nodes.first - 1) { end = skipBlankLines(end) }
      let column = start - mark
      return [TextEdit(replacing: TextRange(mark, end.offset), with: "")]
        + shallowComment(from: end.offset, to: column, after: nodes.first - 1)
    }
    // The first on the line of a dash: the next takes its place.
    if position + 1 < starts.count { return try cut(start, starts[position + 1]) }
    return try cut(bytes.span.trimmedEnd(0, start), ends[position])
  }

  /// Moves a comment that would come under a block text to a column where it stays a comment.
  private func shallowComment(from offset: Int, to column: Int, after node: Int) -> [TextEdit] {
    guard node >= 0, records[node].kind == .scalar,
      records[node].style == .literal || records[node].style == .folded
    else { return [] }
    let span = bytes.span
    let line = skipBlankLines((offset, true)).offset
    var content = line
    while span.byte(content) == .space { content += 1 }
    guard span.byte(content) == .hash, content - line >= Int(records[node].link) else { return [] }
    return [TextEdit(replacing: TextRange(line + column, content), with: "")]
  }

  /// Cuts a range in which no comment stands.
  private func cut(_ lower: Int, _ upper: Int) throws(EditRefused) -> [TextEdit] {
    if hasComment(UInt32(lower), UInt32(upper)) { throw .wouldLoseComments }
    return [TextEdit(replacing: TextRange(lower, upper), with: "")]
  }
}
