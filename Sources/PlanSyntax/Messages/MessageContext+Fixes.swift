internal import SourceText

/// The corrections: each is the smallest edit after which the problem is gone.
extension MessageContext {
  /// A text longer than this is not corrected: the correction would be as long.
  private static var longest: Int { 4096 }

  /// The edits that correct a problem; none where only a person can.
  func correction(of problem: Problem) -> [TextEdit] {
    let lower = Int(problem.lower)
    let upper = Int(problem.upper)
    switch problem.code {
    case .alias, .anchor, .tag, .reserved, .merge, .blockHeader, .colonText, .flowComma, .flowPair,
      .flowNovalue, .flowClose:
      return quoteText(problem)
    case .flowKey: return quoteText(problem)
    case .afterValue where problem.second > 0: return quoteText(problem)
    case .afterQuote: return requoteText(problem)
    case .blockEmpty: return textBelow(problem).isEmpty ? quoteText(problem) : indentBelow(problem)
    case .hash: return hashEdits(problem)
    case .bidi: return [TextEdit(replacing: TextRange(lower, upper), with: "")]
    case .control: return controlEdits(problem)
    case .blockDedent: return indentTo(Int(problem.first), lineOf: problem.lower)
    case .blockLead: return clearBlankLines(above: problem)
    case .bullet:
      let isClose = bytes.span.byte(upper) == .space
      return [TextEdit(replacing: TextRange(lower, upper), with: isClose ? "-" : "- ")]
    case .childOfText, .indent: return realign(problem)
    case .colonSpace, .dashText: return insert(" ", at: upper)
    case .contDash: return commentOut(problem)
    case .dashHere: return dashEdits(problem)
    case .directive, .docEnd, .multiDoc: return insert("# ", at: lower)
    case .docStart:
      return [TextEdit(replacing: TextRange(upper, Int(problem.first)), with: lineEnding(lower))]
    case .drivePath: return singleQuotes(problem)
    case .duplicate:
      return forgottenDash(problem).map {
        [TextEdit(replacing: TextRange($0, $0 + 1), with: "-")]
      } ?? []
    case .escape where problem.second > 0:
      return canUseSingleQuotes(problem) ? singleQuotes(problem) : insert("\\", at: lower)
    case .flowIndent:
      return indentTo(nameColumn(problem.first) + 2, lineOf: problem.lower)
    case .loneCR: return carriageReturns(problem)
    case .noColon: return colonEdits(problem)
    case .oddSpace: return oddSpaces(problem)
    case .tab: return tabEdits(problem)
    case .tabAtEnd:
      let end = bytes.span.lineEnd(from: lower)
      return [TextEdit(replacing: TextRange(bytes.span.trimmedEnd(0, lower), end), with: "")]
    case .unclosedFlow: return closeBrackets(problem)
    case .unclosedQuote: return closeQuote(problem)
    case .utf16: return convertUTF16()
    case .utf8: return convertBytes(problem)
    default: return []
    }
  }

  private func insert(_ text: String, at offset: Int) -> [TextEdit] {
    [TextEdit(replacing: TextRange(offset, offset), with: text)]
  }

  /// The line end that the line of an offset has.
  private func lineEnding(_ offset: Int) -> String {
    let end = bytes.span.lineEnd(from: offset)
    return bytes.span.byte(end) == .carriageReturn ? "\r\n" : "\n"
  }

  // MARK: - Quotes

  /// The text of a range, if it is short and on one line.
  private func oneLine(_ lower: UInt32, _ upper: UInt32) -> String? {
    guard lower < upper, Int(upper - lower) <= Self.longest, Int(upper) <= bytes.count else {
      return nil
    }
    let text = bytes[Int(lower)..<Int(upper)]
    return text.contains(.lineFeed) ? nil : String(decoding: text, as: UTF8.self)
  }

  private func quoteText(_ problem: Problem) -> [TextEdit] {
    guard var text = oneLine(problem.first, problem.second) else { return [] }
    // Curly quotes are letters here; a text that has them round it was meant to be quoted.
    if text.unicodeScalars.first == "“", text.unicodeScalars.last == "”" {
      text = String(String.UnicodeScalarView(text.unicodeScalars.dropFirst().dropLast()))
    }
    let range = TextRange(Int(problem.first), Int(problem.second))
    return [TextEdit(replacing: range, with: inQuotes(text))]
  }

  /// The whole of a text that has quotes in it in quotes of the other kind.
  private func requoteText(_ problem: Problem) -> [TextEdit] {
    guard let text = oneLine(problem.first, problem.second) else { return [] }
    let range = TextRange(Int(problem.first), Int(problem.second))
    let scalars = text.unicodeScalars
    // `'Don't stop'`: the outer quotes were meant as such.
    if scalars.count > 2, scalars.first == scalars.last {
      let inner = String(String.UnicodeScalarView(scalars.dropFirst().dropLast()))
      return [TextEdit(replacing: range, with: inQuotes(inner))]
    }
    return [TextEdit(replacing: range, with: inQuotes(text))]
  }

  private func inQuotes(_ text: String) -> String {
    let hasQuote = text.utf8.contains { $0 == .quote || $0 == .backslash }
    if hasQuote, !text.utf8.contains(.apostrophe) { return "'\(text)'" }
    return doubleQuoted(text)
  }

  private func singleQuotes(_ problem: Problem) -> [TextEdit] {
    guard let text = oneLine(problem.first, problem.second) else { return [] }
    var inner = ""
    for scalar in text.unicodeScalars.dropFirst().dropLast() {
      inner.unicodeScalars.append(scalar)
      if scalar == "'" { inner.unicodeScalars.append(scalar) }
    }
    let range = TextRange(Int(problem.first), Int(problem.second))
    return [TextEdit(replacing: range, with: "'\(inner)'")]
  }

  private func closeQuote(_ problem: Problem) -> [TextEdit] {
    // Inside brackets nobody knows where the text was meant to end.
    guard problem.second == 0 else { return [] }
    return insert(bytes[Int(problem.lower)] == .quote ? "\"" : "'", at: Int(problem.first))
  }

  private func hashEdits(_ problem: Problem) -> [TextEdit] {
    let first = bytes.span.byte(Int(problem.first))
    if first == UInt8(ascii: "["), problem.first < problem.lower { return [] }
    if first == UInt8(ascii: "{"), problem.first < problem.lower { return [] }
    if problem.first == problem.second { return insert(" ", at: Int(problem.upper)) }
    return quoteText(problem)
  }

  // MARK: - Brackets

  /// The brackets that are open at the end of the line, closed there.
  private func closeBrackets(_ problem: Problem) -> [TextEdit] {
    let span = bytes.span
    var closing: [UInt8] = []
    var end = Int(problem.second)
    for index in Int(problem.first)..<end {
      switch span[index] {
      case UInt8(ascii: "["): closing.append(UInt8(ascii: "]"))
      case UInt8(ascii: "{"): closing.append(UInt8(ascii: "}"))
      case UInt8(ascii: "]"), UInt8(ascii: "}"): _ = closing.popLast()
      default: break
      }
      if closing.count > Parser.deepest { return [] }
    }
    guard !closing.isEmpty else { return [] }
    while end > 0, span[end - 1].isSpaceOrTab { end -= 1 }
    return insert(String(decoding: closing.reversed(), as: UTF8.self), at: end)
  }

  // MARK: - Lines

  /// Gives a line an indent.
  private func indentTo(_ column: Int, lineOf offset: UInt32) -> [TextEdit] {
    let start = lineStart(offset)
    guard column <= Self.longest else { return [] }
    let range = TextRange(start, start + indent(offset))
    return [TextEdit(replacing: range, with: String(repeating: " ", count: column))]
  }

  /// Moves a line, and those that are as deep or deeper right after it, to a column.
  private func realign(_ problem: Problem) -> [TextEdit] {
    let span = bytes.span
    let wrong = indent(problem.lower)
    let right = Int(problem.first)
    guard right <= Self.longest else { return [] }
    var edits: [TextEdit] = []
    var at = lineStart(problem.lower)
    while at < span.count, edits.count < 100 {
      var content = at
      while span.byte(content) == .space { content += 1 }
      if !span.isLineEnd(content) {
        guard content - at >= wrong else { break }
        let column = max(0, content - at + right - wrong)
        let spaces = String(repeating: " ", count: column)
        edits.append(TextEdit(replacing: TextRange(at, content), with: spaces))
        if content - at > Self.longest { return [] }
      }
      at = span.endOfLine(at: content)
    }
    return edits
  }

  private func indentBelow(_ problem: Problem) -> [TextEdit] {
    let column = nameColumn(problem.lower) + 2
    guard column <= Self.longest else { return [] }
    return textBelow(problem).flatMap { indentTo(column, lineOf: UInt32($0)) }
  }

  private func clearBlankLines(above problem: Problem) -> [TextEdit] {
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
  private func commentOut(_ problem: Problem) -> [TextEdit] {
    guard
      bytes.span.byte(Int(problem.upper)) == .space || problem.upper == bytes.count
        || bytes.span.isLineEnd(Int(problem.upper)),
      oneLine(problem.first, problem.second) != nil
    else { return [] }
    return insert("# ", at: Int(problem.first))
  }

  private func dashEdits(_ problem: Problem) -> [TextEdit] {
    let dash = Int(problem.lower)
    guard problem.second > problem.upper else {
      return [TextEdit(replacing: TextRange(dash, dash + 1), with: "\"-\"")]
    }
    let span = bytes.span
    // The list goes where its other items are, if there are any below.
    var column = Int(problem.first) + 2
    let next = span.endOfLine(at: dash)
    var content = next
    while span.byte(content) == .space { content += 1 }
    if content < span.count, span.byte(content) == .dash, content - next >= Int(problem.first) {
      column = content - next
    }
    guard column <= Self.longest else { return [] }
    let text = lineEnding(dash) + String(repeating: " ", count: column)
    return [TextEdit(replacing: TextRange(span.trimmedEnd(0, dash), dash), with: text)]
  }

  private func colonEdits(_ problem: Problem) -> [TextEdit] {
    if problem.second > 0 {
      let range = TextRange(Int(problem.first), Int(problem.second))
      return [TextEdit(replacing: range, with: ": ")]
    }
    if isRule(problem) { return insert("# ", at: Int(problem.lower)) }
    guard continuedLine(problem) != nil else { return [] }
    // All lines of the paragraph go on with the same text.
    let span = bytes.span
    var edits: [TextEdit] = []
    var at = lineStart(problem.lower)
    let column = indent(problem.lower) + 2
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

  // MARK: - Characters

  private func oddSpaces(_ problem: Problem) -> [TextEdit] {
    guard let text = oneLine(problem.first, problem.second) else { return [] }
    let range = TextRange(Int(problem.first), Int(problem.second))
    let spaces = String(repeating: " ", count: text.unicodeScalars.count)
    return [TextEdit(replacing: range, with: spaces)]
  }

  private func tabEdits(_ problem: Problem) -> [TextEdit] {
    let span = bytes.span
    let start = lineStart(problem.lower)
    var end = Int(problem.lower)
    var width = 0
    let isIndent = span.trimmedEnd(start, end) == start
    while end < span.count, span[end].isSpaceOrTab {
      width += span[end] == .tab ? 2 : 1
      end += 1
    }
    guard width <= Self.longest else { return [] }
    let range = TextRange(Int(problem.lower), end)
    if span.isLineEnd(end) { return [TextEdit(replacing: range, with: "")] }
    return [
      TextEdit(replacing: range, with: isIndent ? String(repeating: " ", count: width) : " ")
    ]
  }

  private func controlEdits(_ problem: Problem) -> [TextEdit] {
    let value = bytes.span.scalar(at: Int(problem.lower)).value
    // Three of them are line ends somewhere: words would run together.
    let isBreak = value == 0x85 || value == 0x2028 || value == 0x2029
    let range = TextRange(Int(problem.lower), Int(problem.upper))
    return [TextEdit(replacing: range, with: isBreak ? " " : "")]
  }

  private func carriageReturns(_ problem: Problem) -> [TextEdit] {
    let span = bytes.span
    var edits: [TextEdit] = []
    var at = Int(problem.lower)
    while at < span.count, span[at] != .lineFeed, edits.count < 1000 {
      if span[at] == .carriageReturn, span.byte(at + 1) != .lineFeed {
        edits.append(TextEdit(replacing: TextRange(at, at + 1), with: "\n"))
      }
      at += 1
    }
    return edits
  }

  /// The bytes of a line that are no UTF-8, read as Windows-1252.
  private func convertBytes(_ problem: Problem) -> [TextEdit] {
    let span = bytes.span
    var edits: [TextEdit] = []
    var at = Int(problem.lower)
    while at < span.count, span[at] != .lineFeed, edits.count < 1000 {
      let length = span.scalar(at: at).length
      if span[at] >= 0x80, length == 1 {
        guard let scalar = windows1252(span[at]) else { return [] }
        let range = TextRange(at, at + 1)
        edits.append(TextEdit(replacing: range, with: String(Character(scalar))))
      }
      at += length
    }
    return edits
  }

  /// The whole file in UTF-8.
  private func convertUTF16() -> [TextEdit] {
    let span = bytes.span
    let isLittle = span[0] == 0xFF || (span[0] != 0xFE && span[0] != 0)
    let hasMark = span[0] >= 0xFE
    var units: [UInt16] = []
    var at = hasMark ? 2 : 0
    while at + 1 < span.count {
      let low = UInt16(span[isLittle ? at : at + 1])
      units.append(low | UInt16(span[isLittle ? at + 1 : at]) << 8)
      at += 2
    }
    let text = String(decoding: units, as: UTF16.self)
    return [TextEdit(replacing: TextRange(0, span.count), with: text)]
  }
}
