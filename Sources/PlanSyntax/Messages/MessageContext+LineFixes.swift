internal import SourceText

/// Corrections that move, divide or mark lines.
extension MessageContext {
  /// Gives a line an indent.
  func indentTo(_ column: Int, lineOf offset: UInt32) -> [TextEdit] {
    let start = lineStart(offset)
    guard column <= Self.longest else { return [] }
    let range = TextRange(start, start + indent(offset))
    return [TextEdit(replacing: range, with: String(repeating: " ", count: column))]
  }

  /// Moves a line, and those after it that have the same wrong indent, to a column.
  func realign(_ problem: Problem) -> [TextEdit] {
    let span = bytes.span
    let wrong = indent(problem.lower)
    let right = Int(problem.first)
    guard right <= Self.longest else { return [] }
    var edits: [TextEdit] = []
    var at = lineStart(problem.lower)
    while at < span.count, edits.count < 100 {
      var content = at
      while span.byte(content) == .space { content += 1 }
      let column = content - at
      if !span.isLineEnd(content), span.byte(content) != .hash {
        guard column >= wrong, column != right else { break }
        // Lines below stay where they are, unless they would not be below any more.
        if column == wrong || column < right {
          let spaces = String(repeating: " ", count: column + right - wrong)
          edits.append(TextEdit(replacing: TextRange(at, content), with: spaces))
        }
        if column > Self.longest { return [] }
      }
      at = span.endOfLine(at: content)
    }
    return edits
  }

  /// Writes a text that stands after a name on a line below it, where other lines stand already.
  func titleBelow(_ problem: Problem) -> [TextEdit] {
    guard let text = oneLine(problem.first, problem.second) else { return [] }
    if hasTitleBelow(problem) { return insert("# ", at: Int(problem.first)) }
    let lower = bytes.span.trimmedEnd(0, Int(problem.first))
    let spaces = String(repeating: " ", count: min(indent(problem.lower), Self.longest))
    let range = TextRange(lower, Int(problem.second))
    return [
      TextEdit(replacing: range, with: lineEnding(lower) + spaces + "title: " + text)
    ]
  }

  /// Whether one of the lines under a text is a title.
  func hasTitleBelow(_ problem: Problem) -> Bool {
    let span = bytes.span
    let wanted = Array("title:".utf8)
    let column = indent(problem.lower)
    var at = lineStart(problem.lower)
    for _ in 0..<100 where at < span.count {
      var content = at
      while span.byte(content) == .space { content += 1 }
      if !span.isLineEnd(content), span.byte(content) != .hash {
        guard content - at >= column else { return false }
        if content - at == column,
          wanted.indices.allSatisfy({ span.byte(content + $0) == wanted[$0] })
        {
          return true
        }
      }
      at = span.endOfLine(at: content)
    }
    return false
  }

  /// A name before a text that is the whole file.
  func titleText(_ problem: Problem) -> [TextEdit] {
    let lower = Int(problem.lower)
    let end = bytes.span.lineEnd(from: lower)
    guard bytes.span.endOfLine(at: end) >= bytes.count, end - lower <= Self.longest else {
      return []
    }
    return insert("title: ", at: lower)
  }

  /// The sign of a block text on the line above, where it belongs.
  func signAbove(_ problem: Problem) -> [TextEdit] {
    let span = bytes.span
    let start = lineStart(problem.lower)
    guard start > 3 else { return [] }
    let above = span.trimmedEnd(0, span.lineEnd(from: span.startOfLine(at: start - 1)))
    let end = span.trimmedEnd(start, span.lineEnd(from: start))
    guard above > 0, span[above - 1] == .colon || span[above - 1] == .dash, end > start,
      let sign = oneLine(problem.lower, UInt32(end))
    else { return [] }
    return [TextEdit(replacing: TextRange(above, end), with: " " + sign)]
  }

  func indentBelow(_ problem: Problem) -> [TextEdit] {
    let column = nameColumn(problem.lower) + 2
    guard column <= Self.longest else { return [] }
    return textBelow(problem).flatMap { indentTo(column, lineOf: UInt32($0)) }
  }

  func clearBlankLines(above problem: Problem) -> [TextEdit] {
    let span = bytes.span
    var edits: [TextEdit] = []
    var end = lineStart(problem.lower)
    while end > 0, edits.count < 100 {
      let start = span.startOfLine(at: end - 1)
      let upper = span.lineEnd(from: start)
      for index in start..<upper where span[index] != .space { return edits }
      if upper > start { edits.append(TextEdit(replacing: TextRange(start, upper), with: "")) }
      end = start
    }
    return edits
  }

  /// Turns the text that stands in the way of a list into a comment.
  func commentOut(_ problem: Problem) -> [TextEdit] {
    guard
      bytes.span.byte(Int(problem.upper)) == .space || problem.upper == bytes.count
        || bytes.span.isLineEnd(Int(problem.upper)),
      oneLine(problem.first, problem.second) != nil
    else { return [] }
    return insert("# ", at: Int(problem.first))
  }

  func dashEdits(_ problem: Problem) -> [TextEdit] {
    let dash = Int(problem.lower)
    // A dash alone may be meant for nothing or for itself.
    guard problem.second > problem.upper else { return [] }
    let span = bytes.span
    let column = Int(problem.first)
    guard column <= Self.longest else { return [] }
    let text = lineEnding(dash) + String(repeating: " ", count: column)
    return [TextEdit(replacing: TextRange(span.trimmedEnd(0, dash), dash), with: text)]
  }

  func colonEdits(_ problem: Problem) -> [TextEdit] {
    if problem.second > 0 {
      let range = TextRange(Int(problem.first), Int(problem.second))
      return [TextEdit(replacing: range, with: ": ")]
    }
    if isRule(problem) || isHeading(problem) { return insert("# ", at: Int(problem.lower)) }
    guard let above = continuedLine(problem) else { return [] }
    // All lines of the paragraph go on with the same text.
    let span = bytes.span
    var edits: [TextEdit] = []
    var at = lineStart(problem.lower)
    let column = nameColumn(above) + 2
    let parser = Parser()
    while at < span.count, edits.count < 100, column <= Self.longest {
      let content = at + indent(UInt32(at))
      guard !span.isLineEnd(content), parser.nameEnd(span, content) < 0, span[content] != .hash,
        span[content] != .dash
      else { break }
      edits += indentTo(column, lineOf: UInt32(at))
      at = span.endOfLine(at: content)
    }
    return edits
  }
}
