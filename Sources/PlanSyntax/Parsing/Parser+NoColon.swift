internal import SourceText

/// Lines where a name and a colon were expected.
extension Parser {
  /// Reads a line where `name: value` was expected and there is no colon with a space.
  mutating func entryWithoutColon(_ text: Span<UInt8>, _ start: Int, _ column: Int) {
    let end = restEnd(text, start)
    if let colon = tightColon(text, start, end) {
      report(.colonSpace, colon, colon + 1, start, 1)
      addName(text, start, colon)
      value(text, colon + 1, column)
      return
    }
    if numberOrBulletLine(text, start) { return }
    if text.byte(start) == UInt8(ascii: "?"), isSeparator(text, start + 1) {
      explicitName(text, start, column, owesValue: false)
      return
    }
    if text.byte(start) == .quote || text.byte(start) == .apostrophe {
      quoteWithoutColon(text, start, column)
      return
    }
    if isRule(text, start, end) {
      report(.noColon, start, start + 1)
      leaveOut(text, deeperThan: .max, all: true)
      return
    }
    if let hash = lostHash(text, start) {
      report(.hash, hash, hash + 1, start, end)
    } else if let code = reservedStart(text, start) {
      report(code, start, start + 1, start, end)
    } else {
      let separator = separatorLike(text, start, end)
      if separator.0 > 0, isWord(text, start, separator.0) {
        report(.noColon, start, start + 1, separator.0, separator.1)
        addName(text, start, separator.0)
        value(text, separator.1, column)
        return
      } else if hasLinesBelow(text) {
        report(.colonMissing, start, start + 1, end)
        addName(text, start, end)
        addPending(end, column, isValue: true)
        loadLine(text, nextLine(text, end))
        return
      } else if lineStart != afterNoColon {
        report(.noColon, start, start + 1, separator.0, separator.1)
      }
    }
    // The lines of one paragraph are one problem.
    leaveOut(text, deeperThan: column, all: true)
    afterNoColon = commentBefore ? -1 : lineStart
  }

  // MARK: - Paragraphs

  /// Whether the loaded line is text and nothing else: no name, no item, nothing like them.
  func isParagraph(_ text: Span<UInt8>) -> Bool {
    guard nameEnd(text, content) < 0 else { return false }
    let end = restEnd(text, content)
    if isRule(text, content, end) { return true }
    switch text.byte(content) {
    case .dash, .quote, .apostrophe, UInt8(ascii: "["), UInt8(ascii: "{"): return false
    default: break
    }
    return bulletLength(text, content) == 0 && numberLength(text, content) == 0
      && reservedStart(text, content) == nil && tightColon(text, content, end) == nil
      && separatorLike(text, content, end).0 == 0
  }

  /// Reads a line of text at an indent at which no text goes on: the levels stay as they are.
  mutating func paragraph(_ text: Span<UInt8>) {
    let end = restEnd(text, content)
    if isWord(text, content, end), hasLinesBelow(text), !isRule(text, content, end),
      let level = levels.lastIndex(where: { $0.column == indent && !$0.isList })
    {
      isPending = false
      closeLevels(text, downTo: level + 1)
      entryWithoutColon(text, content, indent)
      return
    }
    if lineStart != afterNoColon { report(.noColon, content, content + 1) }
    leaveOut(text, deeperThan: .max, all: true)
    afterNoColon = commentBefore ? -1 : lineStart
  }

  /// Whether the next structural line is deeper than the loaded one, and a name or an item.
  private func hasLinesBelow(_ text: Span<UInt8>) -> Bool {
    guard let next = shapes(text, after: content).first else { return false }
    return next.indent > indent && !next.isText
  }

  /// Whether a range is one word.
  private func isWord(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    for index in start..<end where text[index].isSpaceOrTab { return false }
    return start < end
  }

  /// Whether a text is a line drawn between sections: `-----`, `=====` or `*****`.
  func isRule(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let first = text.byte(start)
    switch first {
    case .dash, UInt8(ascii: "="), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "*"),
      UInt8(ascii: "+"), UInt8(ascii: "."):
      break
    default: return false
    }
    for index in start..<end where text[index] != first { return false }
    return end - start >= 3
  }

  private mutating func quoteWithoutColon(_ text: Span<UInt8>, _ start: Int, _ column: Int) {
    let quoted = scanQuoted(text, start, column)
    if quoted.isClosed {
      report(.noColon, start, start + 1)
    } else {
      report(.unclosedQuote, start, start + 1, quoted.end)
    }
    leaveOut(text, deeperThan: column, all: true)
  }

  private mutating func addName(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
    var record = NodeRecord(.scalar, start, end)
    record.link = nameHash(text, start, end)
    nodes.append(record)
    levels[levels.count - 1].count += 1
  }

  private mutating func numberOrBulletLine(_ text: Span<UInt8>, _ start: Int) -> Bool {
    let bullet = bulletLength(text, start)
    guard bullet > 0 else { return false }
    report(.bullet, start, start + bullet)
    leaveOut(text, deeperThan: levels.last?.column ?? -1, all: false)
    return true
  }

  /// A colon that lacks its space: `title:Reading`, but not `https://` and not `12:30`.
  private func tightColon(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    guard start < end, reservedStart(text, start) == nil else { return nil }
    var at = start
    while at < end {
      let byte = text[at]
      if byte == .colon {
        guard at > start, at + 1 < end, text.byte(at + 1) != UInt8(ascii: "/"),
          !(text[at - 1].isDigit && text[at + 1].isDigit)
        else { return nil }
        return at
      }
      // A name is a few words; a colon far into a sentence is none of its own.
      if byte == .quote || byte == .apostrophe || byte == .hash { return nil }
      at += 1
    }
    return nil
  }

  /// A number sign that would take the rest of the line away.
  private func lostHash(_ text: Span<UInt8>, _ start: Int) -> Int? {
    let end = text.lineEnd(from: start)
    var at = start + 1
    while at < end {
      if text[at] == .hash, text[at - 1] == .space { return isSeparator(text, at + 1) ? nil : at }
      at += 1
    }
    return nil
  }

  /// What was written in place of a colon: the range of `=`, `：` or ` - ` with the spaces round it.
  private func separatorLike(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> (Int, Int) {
    var at = start + 1
    while at < end {
      let byte = text[at]
      var length = 0
      if byte == UInt8(ascii: "=") {
        length = text.byte(at + 1) == byte || text[at - 1] == byte ? 0 : 1
      } else if byte == 0xEF, text.byte(at + 1) == 0xBC, text.byte(at + 2) == 0x9A {
        length = 3
      } else if byte == .dash, text[at - 1] == .space, text.byte(at + 1) == .space {
        length = 1
      }
      if length > 0 {
        var lower = at
        var upper = at + length
        while lower > start, text[lower - 1] == .space { lower -= 1 }
        while upper < end, text[upper] == .space { upper += 1 }
        return lower > start ? (lower, upper) : (0, 0)
      }
      at += 1
    }
    return (0, 0)
  }
}
