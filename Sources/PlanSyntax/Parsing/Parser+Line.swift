internal import SourceText

extension Parser {
  /// Reads the structural line that is loaded: finds the level it belongs to, then its content.
  mutating func structuralLine(_ text: Span<UInt8>) {
    if text.byte(content) >= 0x80, skipOddSpaces(text) { return }
    let byte = text.byte(content)
    let isDash = byte == .dash && isWideSeparator(text, content + 1)
    if indent == 0, byte == .dash || byte == UInt8(ascii: "."), markerLine(text) { return }
    if endMarker >= 0 {
      report(.docEnd, endMarker, endMarker + 3)
      endMarker = -1
    }
    if isPending {
      let isBelow =
        indent > pendingIndent
        || (indent == pendingIndent && pendingIsValue
          && (isDash || bulletLength(text, content) > 0))
      // What stands in between is left out, and the lines below are still awaited.
      if !isBelow, !isDash, isParagraph(text) { return paragraph(text) }
      isPending = false
      if isBelow {
        nodes.removeLast()
        below(text, pendingIndent, isValue: pendingIsValue)
        return
      }
    }
    if levels.isEmpty {
      if rootEnded { textAfterRoot(text) } else { rootLine(text) }
      return
    }
    levelLine(text, isDash)
  }

  private mutating func rootLine(_ text: Span<UInt8>) {
    if text.byte(content) == UInt8(ascii: "%"), indent == 0 {
      report(.directive, content, text.lineEnd(from: content))
      skipLine(text)
      return
    }
    below(text, -1, isValue: true)
    if levels.isEmpty { rootEnded = true }
  }

  private mutating func textAfterRoot(_ text: Span<UInt8>) {
    report(.afterValue, content, content + text.scalar(at: content).length)
    skipLine(text)
    swallow(text, deeperThan: -1, all: true)
  }

  /// Reads a line while levels are open and none of them awaits a value.
  private mutating func levelLine(_ text: Span<UInt8>, _ isDash: Bool) {
    var at = levels.count - 1
    while at >= 0, levels[at].column > indent { at -= 1 }
    let fits = at >= 0 && levels[at].column == indent
    if !fits || at < levels.count - 1, !isDash, isParagraph(text) {
      paragraph(text)
      return
    }
    guard fits else {
      misplacedLine(text, isDash)
      return
    }
    var dash = isDash ? 1 : 0
    if levels[at].isList, !isDash {
      dash = almostDash(text)
      // Names at the column of the dashes: the mapping that holds this list goes on.
      if dash == 0, at > 0, levels[at - 1].column == indent, !levels[at - 1].isList { at -= 1 }
    }
    let isTop = at == levels.count - 1
    closeLevels(text, downTo: at + 1)
    if levels[at].isList == (dash > 0) {
      levels[at].wrong = -1
      if dash > 0 {
        item(text, content + dash, indent)
      } else {
        entry(text, content, indent)
      }
    } else if dash > 0, isTop, lastValueIsText {
      listUnderText(text)
    } else if dash == 0, levels[at].isList, almostBullet(text) {
      return
    } else {
      mixedLine(text, at)
    }
  }

  /// Whether the line before was a text or brackets, under which nothing can stand.
  var lastValueIsText: Bool { lastInline.end == nodes.count }

  /// The length of a dash that lacks its space, at a place where a list item is expected.
  private mutating func almostDash(_ text: Span<UInt8>) -> Int {
    if text.byte(content) == .dash, text.byte(content + 1) != .dash {
      report(.dashText, content, content + 1)
      return 1
    }
    let bullet = bulletLength(text, content)
    if bullet > 0 { report(.bullet, content, content + bullet) }
    return bullet
  }

  private mutating func almostBullet(_ text: Span<UInt8>) -> Bool {
    let number = numberLength(text, content)
    guard number > 0, nameEnd(text, content) < 0 else { return false }
    report(.bullet, content, content + number, levels[levels.count - 1].count + 1)
    item(text, content + number, indent)
    return true
  }

  /// A list item among names, or the reverse: the line and what is below it are left out.
  private mutating func mixedLine(_ text: Span<UInt8>, _ level: Int) {
    if levels[level].wrong != indent {
      report(.mixed, content, content + 1, levels[level].isList ? 1 : 0)
      levels[level].wrong = indent
    }
    leaveOut(text, deeperThan: indent, all: true)
  }

  /// A list where a text was given already: the list is what was meant.
  mutating func listUnderText(_ text: Span<UInt8>) {
    let bullet = bulletLength(text, content)
    if lastValueIsText {
      let last = nodes[lastInline.node]
      nodes.removeLast(nodes.count - lastInline.node)
      report(
        bullet > 0 ? .bullet : .contDash,
        content,
        content + max(1, bullet),
        Int(last.lower),
        Int(last.upper)
      )
      skipped.append(TextRange(Int(last.lower), Int(last.upper)))
    }
    guard open(text, list: true, indent, content) else {
      depthReached(text)
      return
    }
    item(text, content + max(1, bullet), indent)
  }

  // MARK: - What is not structure

  /// Treats odd spaces before the content as spaces; `true` where nothing else is on the line.
  private mutating func skipOddSpaces(_ text: Span<UInt8>) -> Bool {
    var at = content
    var columns = 0
    while true {
      let length = text.oddSpace(at: at)
      if length > 0 {
        at += length
      } else if columns > 0, text.byte(at) == .space {
        at += 1
      } else {
        break
      }
      columns += 1
    }
    guard columns > 0 else { return false }
    report(.oddSpace, content, content + text.oddSpace(at: content), content, at)
    content = at
    indent += columns
    if text.isLineEnd(at) {
      loadLine(text, nextLine(text, at))
      return true
    }
    if text.byte(at) == .hash {
      loadLine(text, comment(text, at))
      return true
    }
    return false
  }

  /// Reads `---` and `...` at the margin; `false` where the line is something else.
  private mutating func markerLine(_ text: Span<UInt8>) -> Bool {
    let byte = text.byte(content)
    guard text.byte(content + 1) == byte, text.byte(content + 2) == byte,
      isSeparator(text, content + 3)
    else { return false }
    let end = text.lineEnd(from: content)
    var at = content + 3
    while at < end, text[at].isSpaceOrTab {
      if text[at] == .tab { report(.tab, at, at + 1) }
      at += 1
    }
    let hasText = at < end && text.byte(at) != .hash
    if byte == .dash {
      if startMarker >= 0 || !nodes.isEmpty || endMarker >= 0 {
        report(.multiDoc, content, content + 3)
        endMarker = -1
      } else {
        startMarker = content
        if hasText { report(.docStart, content, content + 3, at, text.trimmedEnd(at, end)) }
      }
    } else if hasText || endMarker >= 0 {
      report(.docEnd, content, content + 3)
    } else {
      endMarker = content
    }
    skipped.append(TextRange(content, hasText ? text.trimmedEnd(at, end) : content + 3))
    if at < end, text.byte(at) == .hash {
      loadLine(text, comment(text, at))
    } else {
      loadLine(text, nextLine(text, end))
    }
    return true
  }
}
