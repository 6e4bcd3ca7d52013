internal import SourceText

/// Corrections of single characters, and of the encoding of a whole file.
extension MessageContext {
  func oddSpaces(_ problem: Problem) -> [TextEdit] {
    guard let text = oneLine(problem.first, problem.second) else { return [] }
    let range = TextRange(Int(problem.first), Int(problem.second))
    let spaces = String(repeating: " ", count: text.unicodeScalars.count)
    return [TextEdit(replacing: range, with: spaces)]
  }

  /// Spaces up to the column that is meant, in place of tabs before a line.
  func tabIndent(_ problem: Problem) -> [TextEdit] {
    let start = lineStart(problem.lower)
    var end = start
    while bytes.span.byte(end).isSpaceOrTab, end < bytes.count { end += 1 }
    let column = Int(problem.first) - 1
    guard column <= Self.longest else { return [] }
    let spaces = String(repeating: " ", count: max(0, column))
    return [TextEdit(replacing: TextRange(start, end), with: spaces)]
  }

  func tabEdits(_ problem: Problem) -> [TextEdit] {
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

  func controlEdits(_ problem: Problem) -> [TextEdit] {
    let value = bytes.span.scalar(at: Int(problem.lower)).value
    let range = TextRange(Int(problem.lower), Int(problem.upper))
    // Text of Windows that was taken for another encoding.
    if (0x80..<0xA0).contains(value), let meant = windows1252(UInt8(value)) {
      return [TextEdit(replacing: range, with: String(Character(meant)))]
    }
    // Some of them are line ends somewhere: words would run together.
    let isBreak = value == 0x0B || value == 0x0C || value == 0x2028 || value == 0x2029
    return [TextEdit(replacing: range, with: isBreak ? " " : "")]
  }

  /// Line feeds in place of carriage returns: in the line, or in the whole file where it has none.
  func carriageReturns(_ problem: Problem) -> [TextEdit] {
    let span = bytes.span
    if isWithoutLineFeed {
      let whole = bytes.map { $0 == .carriageReturn ? UInt8.lineFeed : $0 }
      return [TextEdit(replacing: TextRange(0, bytes.count), with: whole)]
    }
    var edits: [TextEdit] = []
    var at = Int(problem.lower)
    while at < span.count, span[at] != .lineFeed, edits.count < 1000 {
      if span[at] == .carriageReturn, span.byte(at + 1) != .lineFeed {
        // One before a line end of its own is only left over.
        let isLeft = span.isLineEnd(at + 1)
        edits.append(TextEdit(replacing: TextRange(at, at + 1), with: isLeft ? "" : "\n"))
      }
      at += 1
    }
    return edits
  }

  /// The bytes of a line that are no UTF-8, read as Windows-1252.
  func convertBytes(_ problem: Problem) -> [TextEdit] {
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
  func convertWide() -> [TextEdit] {
    let span = bytes.span
    let text = span.isUTF32 ? textOfQuads() : textOfPairs()
    return [TextEdit(replacing: TextRange(0, span.count), with: text)]
  }

  private func textOfPairs() -> String {
    let span = bytes.span
    let isLittle = span[0] == 0xFF || (span[0] != 0xFE && span[0] != 0)
    var units: [UInt16] = []
    var at = span[0] >= 0xFE ? 2 : 0
    while at + 1 < span.count {
      let low = UInt16(span[isLittle ? at : at + 1])
      units.append(low | UInt16(span[isLittle ? at + 1 : at]) << 8)
      at += 2
    }
    return String(decoding: units, as: UTF16.self)
  }

  private func textOfQuads() -> String {
    let span = bytes.span
    let isLittle = span[0] != 0
    let hasMark = span[0] == 0xFF || span[2] == 0xFE
    var text = ""
    var at = hasMark ? 4 : 0
    while at + 3 < span.count {
      var value: UInt32 = 0
      for index in 0..<4 {
        value = value << 8 | UInt32(span[isLittle ? at + 3 - index : at + index])
      }
      text.unicodeScalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
      at += 4
    }
    return text
  }
}
