internal import SourceText

/// A text in quotes, as far as it could be read.
struct Quoted {
  var start: Int
  /// After the closing quote, or the end of the first line where there is none.
  var end: Int
  var isClosed: Bool
  var record: NodeRecord
  /// The first offset in the text's continuation lines that is a tab, or -1.
  var tab = -1
  /// A blank line after a backslash that joins lines, or -1.
  var badJoin = -1
}

extension Parser {
  /// Finds the end of the quoted text whose opening quote is at an offset.
  mutating func scanQuoted(_ text: Span<UInt8>, _ start: Int, _ column: Int) -> Quoted {
    let quote = text[start]
    var record = NodeRecord(.scalar, start, start)
    record.style = quote == .quote ? .doubleQuoted : .singleQuoted
    var found = Quoted(start: start, end: start, isClosed: true, record: record)
    var at = start + 1
    scan: while at < text.count {
      let byte = text[at]
      if byte == quote {
        if quote == .apostrophe, text.byte(at + 1) == quote {
          found.record.flags.insert(.escapes)
          at += 2
          continue
        }
        found.end = at + 1
        found.record.upper = UInt32(truncatingIfNeeded: at + 1)
        steps += at - start
        return found
      }
      if byte == .backslash, quote == .quote {
        found.record.flags.insert(.escapes)
        let joins = text.isLineEnd(at + 1)
        at += joins ? 1 : 2
        if joins, isBlankLine(text, nextLine(text, at)), found.badJoin < 0 {
          found.badJoin = at - 1
        }
        continue
      }
      if byte == .lineFeed {
        found.record.flags.insert(.multiLine)
        guard let next = continuation(text, at + 1, column, &found.tab) else { break scan }
        at = next
        continue
      }
      at += 1
    }
    steps += at - start
    return unclosed(text, found)
  }

  private func isBlankLine(_ text: Span<UInt8>, _ start: Int) -> Bool {
    var at = start
    while text.byte(at).isSpaceOrTab { at += 1 }
    return at < text.count && text.isLineEnd(at)
  }

  /// The content of the next line that is not blank, if it is deep enough to continue a value.
  func continuation(_ text: Span<UInt8>, _ from: Int, _ column: Int, _ tab: inout Int) -> Int? {
    var start = from
    while start < text.count {
      var at = start
      while text.byte(at) == .space { at += 1 }
      let spaces = at - start
      if text.byte(at) == .tab {
        if tab < 0 { tab = at }
        while text.byte(at).isSpaceOrTab { at += 1 }
      }
      if text.isLineEnd(at) {
        start = nextLine(text, at)
        continue
      }
      guard spaces > column else { return nil }
      if spaces == 0, isMarker(text, at) { return nil }
      return at
    }
    return nil
  }

  private func isMarker(_ text: Span<UInt8>, _ at: Int) -> Bool {
    let byte = text.byte(at)
    return (byte == .dash || byte == UInt8(ascii: ".")) && text.byte(at + 1) == byte
      && text.byte(at + 2) == byte && isSeparator(text, at + 3)
  }

  private func unclosed(_ text: Span<UInt8>, _ quoted: Quoted) -> Quoted {
    var found = quoted
    found.isClosed = false
    found.end = text.trimmedEnd(found.start + 1, text.lineEnd(from: found.start))
    found.record.upper = UInt32(truncatingIfNeeded: found.end)
    found.record.flags.remove(.multiLine)
    found.record.flags.formUnion([.unclosed, .broken])
    return found
  }

  /// The colon that makes a quoted text a name, if one follows it.
  mutating func colonAfterQuotedName(_ text: Span<UInt8>, _ quoted: Quoted) -> Int? {
    guard quoted.isClosed else { return nil }
    var at = quoted.end
    while text.byte(at) == .space { at += 1 }
    guard text.byte(at) == .colon else { return nil }
    if !isSeparator(text, at + 1) { report(.colonSpace, at, at + 1) }
    return at
  }

  /// Adds a quoted text as a value and reads to the end of its line.
  mutating func quotedText(_ text: Span<UInt8>, _ quoted: Quoted, _ column: Int) {
    guard quoted.isClosed else {
      report(.unclosedQuote, quoted.start, quoted.start + 1, quoted.end)
      nodes.append(quoted.record)
      noteInline(nodes.count - 1)
      lastUpper = quoted.end
      loadLine(text, nextLine(text, quoted.end))
      swallow(text, deeperThan: column, all: false)
      return
    }
    let at = skipBlanks(text, quoted.end)
    let isComment = text.byte(at) == .hash && at > quoted.end
    guard isComment || text.isLineEnd(at) else {
      report(.afterQuote, at, at + text.scalar(at: at).length, quoted.start, restEnd(text, at))
      afterBroken(text, quoted, column)
      return
    }
    reportEscapes(text, quoted)
    nodes.append(quoted.record)
    noteInline(nodes.count - 1)
    lastUpper = quoted.end
    loadLine(text, isComment ? comment(text, at) : nextLine(text, at))
  }

  /// Keeps a quoted text with more after it as one plain text.
  private mutating func afterBroken(_ text: Span<UInt8>, _ quoted: Quoted, _ column: Int) {
    guard quoted.record.flags.contains(.multiLine) else {
      restAsText(text, quoted.start, column, .scalar)
      return
    }
    nodes.append(quoted.record)
    noteInline(nodes.count - 1)
    lastUpper = quoted.end
    let end = text.lineEnd(from: quoted.end)
    skipped.append(TextRange(quoted.end, text.trimmedEnd(quoted.end, end)))
    loadLine(text, nextLine(text, end))
    swallow(text, deeperThan: column, all: false)
  }

  /// Reports escapes that mean nothing or give a character that no text may hold.
  mutating func reportEscapes(_ text: Span<UInt8>, _ quoted: Quoted) {
    if quoted.tab >= 0 { report(.tab, quoted.tab, quoted.tab + 1) }
    guard quoted.record.style == .doubleQuoted, quoted.record.flags.contains(.escapes) else {
      return
    }
    if quoted.badJoin >= 0 { report(.escape, quoted.badJoin, quoted.badJoin + 1, quoted.start, 0) }
    let first = text.byte(quoted.start + 1)
    let isDrive =
      (first | 0x20) &- 0x61 < 26 && text.byte(quoted.start + 2) == .colon
      && text.byte(quoted.start + 3) == .backslash
      && text.byte(quoted.start + 4) != .backslash
    let before = problems.count
    var at = quoted.start + 1
    while at < quoted.end - 1 {
      guard text[at] == .backslash else {
        at += 1
        continue
      }
      let escape = readEscape(text, at, quoted.end - 1)
      switch escape.meaning {
      case .unknown:
        report(.escape, at, min(at + 2, quoted.end), quoted.start, quoted.end)
      case .scalar(let value):
        if isForbidden(value) {
          report(.escapeChar, at, escape.end, quoted.start, quoted.end)
        }
      case .lineJoin: break
      }
      at = max(escape.end, at + 2)
      // One problem for a value; the corrected text puts all of it right.
      if problems.count > before { break }
    }
    if isDrive, problems.count == before {
      report(.drivePath, quoted.start + 3, quoted.start + 5, quoted.start, quoted.end)
    }
  }
}
