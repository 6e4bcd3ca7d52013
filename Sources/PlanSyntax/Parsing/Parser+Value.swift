internal import SourceText

extension Parser {
  /// Reads what follows the colon of a name at a column: a value, or the promise of one below.
  @inline(__always)
  mutating func value(_ text: Span<UInt8>, _ from: Int, _ column: Int) {
    let at = skipBlanks(text, from)
    let byte = text.byte(at)
    // Letters and digits start nearly every value and are never structure.
    if (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 {
      plain(text, at, column)
    } else {
      otherValue(text, from, at, column)
    }
  }

  private mutating func otherValue(
    _ text: Span<UInt8>,
    _ from: Int,
    _ at: Int,
    _ column: Int
  ) {
    if text.isLineEnd(at) {
      addPending(from, column, isValue: true)
      loadLine(text, nextLine(text, at))
      return
    }
    switch text.byte(at) {
    case .hash where hashIsComment(text, at):
      addPending(from, column, isValue: true)
      loadLine(text, comment(text, at))
    case .hash where text[at - 1].isSpaceOrTab:
      report(.hash, at, at + 1, at, restEnd(text, at))
      restAsText(text, at, column, .scalar)
    case .quote, .apostrophe:
      quotedText(text, scanQuoted(text, at, column), column)
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      flow(text, at, column, atLineStart: false)
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      blockText(text, at, column)
    case .dash where isSeparator(text, at + 1):
      report(.dashHere, at, at + 1, column, restEnd(text, at))
      skipped.append(TextRange(at, restEnd(text, at)))
      addPending(from, column, isValue: true)
      loadLine(text, nextLine(text, at))
    default:
      plainOrReserved(text, at, column)
    }
  }

  /// Reads a text without quotes whose first character has not been looked at.
  mutating func plainOrReserved(_ text: Span<UInt8>, _ at: Int, _ column: Int) {
    if text.byte(at) == .hash {
      report(.hash, at, at + 1, at, restEnd(text, at))
      restAsText(text, at, column, .scalar)
      return
    }
    guard let code = reservedStart(text, at) else {
      plain(text, at, column)
      return
    }
    report(code, at, at + 1, at, restEnd(text, at))
    restAsText(text, at, column, .scalar)
  }

  /// Reads a text without quotes that starts at an offset, and the lines that continue it.
  mutating func plain(_ text: Span<UInt8>, _ start: Int, _ column: Int) {
    var at = start
    var end = start
    var next = 0
    while true {
      at = scanPlain(text, at)
      let byte = text.byte(at)
      if byte == .lineFeed {
        end = at
        next = at + 1
        break
      }
      if byte == .colon {
        if isSeparator(text, at + 1) {
          report(.colonText, at, at + 1, start, restEnd(text, start))
          return restAsText(text, start, column, .scalar)
        }
      } else if byte == .hash {
        if at > start, text[at - 1] == .space {
          guard isSeparator(text, at + 1) else {
            report(.hash, at, at + 1, start, restEnd(text, start))
            return restAsText(text, start, column, .scalar)
          }
          end = at
          next = -1
          break
        }
      } else if byte == .carriageReturn {
        if text.byte(at + 1) == .lineFeed {
          end = at
          next = at + 2
          break
        }
      } else if byte == .tab {
        let run = tabInText(text, at)
        if run.ends {
          end = at
          at = run.next
          next = text.byte(at) == .hash ? -1 : nextLine(text, at)
          break
        }
        at = run.next - 1
      }
      at += 1
    }
    steps += at - start
    while end > start, text[end - 1] == .space { end -= 1 }
    if end > start, text[end - 1] >= 0x80 { checkOddEnd(text, start, end) }
    nodes.append(NodeRecord(.scalar, start, end))
    noteInline(nodes.count - 1)
    lastUpper = end
    if next < 0 {
      loadLine(text, comment(text, at))
      return
    }
    loadLine(text, next)
    if indent > column, !commentBefore { continuePlain(text, start, column) }
  }

  /// Looks at a tab in a text: where the run of spaces it is in ends, and whether the text ends too.
  private mutating func tabInText(_ text: Span<UInt8>, _ tab: Int) -> (next: Int, ends: Bool) {
    var at = tab
    while text.byte(at).isSpaceOrTab { at += 1 }
    steps += at - tab
    if text.isLineEnd(at) {
      report(.tabAtEnd, tab, tab + 1, tab, at)
      return (at, true)
    }
    // One report for a line, however many tabs there are.
    if tab >= tabLineEnd {
      report(.tab, tab, tab + 1, tab, at)
      tabLineEnd = text.lineEnd(from: at)
      steps += tabLineEnd - at
    }
    return (at, text.byte(at) == .hash && isSeparator(text, at + 1))
  }

  /// Reports a no-break space that a text seems to end with.
  private mutating func checkOddEnd(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
    let (value, length) = text.scalar(before: end)
    // U+200B ends words in Khmer and Burmese.
    guard isOddSpace(value), value != 0x200B else { return }
    report(.oddSpace, end - length, end, end - length, end)
  }

  /// Reads the lines that continue a text, the first of which is loaded.
  private mutating func continuePlain(_ text: Span<UInt8>, _ start: Int, _ column: Int) {
    let record = nodes.count - 1
    var wasNumbered = numberLength(text, start) > 0
    while indent > column, !commentBefore {
      let at = content
      let byte = text.byte(at)
      let isNumbered = numberLength(text, at) > 0
      if byte == .dash, text.byte(at + 1) != .dash {
        if isSeparator(text, at + 1) { return listUnderText(text) }
        report(.contDash, at, at + 1, start, Int(nodes[record].upper))
        return skipContinuation(text, column)
      }
      if bulletLength(text, at) > 0 { return listUnderText(text) }
      if isNumbered, wasNumbered {
        report(.bullet, at, at + numberLength(text, at), start, Int(nodes[record].upper))
        return skipContinuation(text, column)
      }
      wasNumbered = isNumbered
      if byte == UInt8(ascii: "?"), isSeparator(text, at + 1) {
        report(.explicitKey, at, at + 1)
        return skipContinuation(text, column)
      }
      if byte == .colon, isSeparator(text, at + 1) {
        report(.noName, at, at + 1)
        return skipContinuation(text, column)
      }
      if nameEnd(text, at) >= 0 { return }
      guard continueLine(text, record, column) else { return }
    }
  }

  /// Adds the loaded line to a text; `false` where the text cannot go on after it.
  private mutating func continueLine(
    _ text: Span<UInt8>,
    _ record: Int,
    _ column: Int
  ) -> Bool {
    let start = content
    var at = start
    var comment = -1
    let lineEnd = text.lineEnd(from: start)
    var end = lineEnd
    while at < lineEnd {
      let byte = text[at]
      if byte == .hash, at > start, text[at - 1].isSpaceOrTab {
        guard isSeparator(text, at + 1) else {
          report(.hash, at, at + 1, at, at)
          skipContinuation(text, column)
          return false
        }
        comment = at
        end = at
        break
      }
      if byte == .tab {
        let run = tabInText(text, at)
        if run.ends, text.byte(run.next) != .hash {
          end = at
          break
        }
        at = run.next - 1
      }
      at += 1
    }
    steps += lineEnd - start
    while end > start, text[end - 1].isSpaceOrTab { end -= 1 }
    if text[end - 1] >= 0x80 { checkOddEnd(text, start, end) }
    nodes[record].upper = UInt32(truncatingIfNeeded: end)
    nodes[record].flags.insert(.multiLine)
    lastUpper = end
    if comment >= 0 {
      loadLine(text, self.comment(text, comment))
      return false
    }
    loadLine(text, nextLine(text, lineEnd))
    return true
  }

  /// Leaves out the loaded line and the lines that seem to continue the same text.
  private mutating func skipContinuation(_ text: Span<UInt8>, _ column: Int) {
    nodes[nodes.count - 1].flags.insert(.broken)
    skipLine(text)
    swallow(text, deeperThan: column, all: false)
  }

  // MARK: - Lines without a colon

  /// Reads a line where `name: value` was expected and there is no colon with a space.
  mutating func entryWithoutColon(_ text: Span<UInt8>, _ start: Int, _ column: Int) {
    let end = restEnd(text, start)
    if let colon = tightColon(text, start, end) {
      report(.colonSpace, colon, colon + 1)
      checkNameLengthAndAdd(text, start, colon)
      value(text, colon + 1, column)
      return
    }
    if numberOrBulletLine(text, start) { return }
    if text.byte(start) == UInt8(ascii: "?"), isSeparator(text, start + 1) {
      explicitName(text, start, column, owesValue: false)
      return
    }
    if let hash = lostHash(text, start) {
      report(.hash, hash, hash + 1, start, end)
    } else if let code = reservedStart(text, start) {
      report(code, start, start + 1, start, end)
    } else if text.byte(start) == .quote || text.byte(start) == .apostrophe {
      quoteWithoutColon(text, start, column)
      return
    } else {
      let separator = separatorLike(text, start, end)
      if separator.0 > 0 || lineStart != afterNoColon {
        report(.noColon, start, start + 1, separator.0, separator.1)
      }
    }
    skipLine(text)
    // The lines of one paragraph are one problem.
    afterNoColon = commentBefore ? -1 : lineStart
    swallow(text, deeperThan: column, all: true)
  }

  private mutating func quoteWithoutColon(_ text: Span<UInt8>, _ start: Int, _ column: Int) {
    let quoted = scanQuoted(text, start, column)
    if quoted.isClosed {
      report(.noColon, start, start + 1)
    } else {
      report(.unclosedQuote, start, start + 1, quoted.end)
    }
    skipLine(text)
    swallow(text, deeperThan: column, all: true)
  }

  private mutating func checkNameLengthAndAdd(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
    var record = NodeRecord(.scalar, start, end)
    record.link = nameHash(text, start, end)
    nodes.append(record)
    levels[levels.count - 1].count += 1
  }

  private mutating func numberOrBulletLine(_ text: Span<UInt8>, _ start: Int) -> Bool {
    let bullet = bulletLength(text, start)
    guard bullet > 0 else { return false }
    report(.bullet, start, start + bullet)
    skipLine(text)
    swallow(text, deeperThan: levels.last?.column ?? -1, all: false)
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
