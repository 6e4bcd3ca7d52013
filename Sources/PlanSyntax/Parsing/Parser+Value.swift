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
      dashAfterName(text, at, column)
    default:
      plainOrReserved(text, at, column)
    }
  }

  /// Reads a list that starts on the line of its name, or a dash that stands for nothing.
  private mutating func dashAfterName(_ text: Span<UInt8>, _ at: Int, _ column: Int) {
    let end = restEnd(text, at)
    let next = shapes(text, after: at).first { !$0.hasTab }
    // Where the dash would be on a line of its own: that of the items below, if there are any.
    var dash = column + 2
    if let next, next.isDash, next.indent >= column {
      dash = next.indent
    } else if let next, !next.isText, next.indent > column + 2 {
      dash = next.indent - 2
    }
    report(.dashHere, at, at + 1, dash, end)
    if end == at + 1 {
      skipped.append(TextRange(at, end))
      addPending(at, column, isValue: true)
      nodes[nodes.count - 1].flags = .broken
      loadLine(text, nextLine(text, at))
      return
    }
    guard open(text, list: true, dash, at) else { return depthReached(text) }
    nodes[nodes.count - 1].flags.insert(.broken)
    (content, indent) = (at, dash)
    item(text, at + 1, dash)
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
          let first = itemName(text, start) ?? start
          report(.colonText, at, at + 1, first, restEnd(text, first))
          if first < start {
            nodes.removeLast(nodes.count - levels.removeLast().node)
            return restAsText(text, first, levels[levels.count - 1].column, .scalar)
          }
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

  /// Where a list item starts that was read as a name with a value, though it is a text with colons.
  ///
  /// So where the value that starts at an offset is the only one of the item, and the name is not
  /// written as names are: it has a space or a capital letter.
  private func itemName(_ text: Span<UInt8>, _ start: Int) -> Int? {
    guard levels.count > 1, let top = levels.last, top.count == 1, !top.isList,
      levels[levels.count - 2].isList, nodes.count == top.node + 2,
      nodes[top.node + 1].style == .plain
    else { return nil }
    let name = Int(nodes[top.node + 1].lower)..<Int(nodes[top.node + 1].upper)
    let isText =
      text[name.lowerBound] &- 0x41 < 26 || name.contains { text[$0] == .space }
    for index in name.upperBound..<start where text[index] == .lineFeed { return nil }
    let next = shapes(text, after: start).first
    return isText && next?.indent != top.column ? name.lowerBound : nil
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
        // Read as a line that does not fit here: most often a list is meant in place of the text.
        if isSeparator(text, at + 1) { return }
        report(.contDash, at, at + 1, start, Int(nodes[record].upper))
        return skipContinuation(text, column)
      }
      if bulletLength(text, at) > 0 { return }
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
}
