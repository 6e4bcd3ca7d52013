internal import SourceText

extension Parser {
  /// Reads a value that starts on a line of its own, below its name or dash or at the root.
  mutating func below(_ text: Span<UInt8>, _ parent: Int, isValue: Bool) {
    let column = indent
    let start = content
    let byte = text.byte(start)
    var dash = 0
    if byte == .dash {
      if isWideSeparator(text, start + 1) {
        dash = 1
      } else if isValue, text.byte(start + 1) != .dash {
        report(.dashText, start, start + 1)
        dash = 1
      }
    } else {
      dash = bulletLength(text, start)
      if dash == 0 { dash = numberedList(text, start, column) }
      if dash > 0 { report(.bullet, start, start + dash, 1) }
    }
    if dash > 0 {
      guard open(text, list: true, column, start) else { return depthReached(text) }
      item(text, start + dash, column)
      return
    }
    if byte == UInt8(ascii: "|") || byte == UInt8(ascii: ">"), blockHeader(text, start).isGood {
      report(.blockPlace, start, start + 1)
      blockText(text, start, parent)
      return
    }
    inlineNode(text, start, column, parent, isBelow: true)
  }

  /// Whether two lines that start with numbers follow one another; the length of the first number.
  private func numberedList(_ text: Span<UInt8>, _ start: Int, _ column: Int) -> Int {
    let length = numberLength(text, start)
    guard length > 0, nameEnd(text, start) < 0 else { return 0 }
    var at = nextLine(text, start)
    let line = at
    while text.byte(at) == .space { at += 1 }
    return at - line == column && numberLength(text, at) > 0 ? length : 0
  }

  /// Reads what follows a dash: an item on the same line, or the promise of one below.
  mutating func item(_ text: Span<UInt8>, _ from: Int, _ column: Int) {
    levels[levels.count - 1].count += 1
    let at = skipBlanks(text, from)
    let byte = text.byte(at)
    if text.isLineEnd(at) {
      addPending(from, column, isValue: false)
      loadLine(text, nextLine(text, at))
      return
    }
    if byte == .hash, hashIsComment(text, at) {
      addPending(from, column, isValue: false)
      loadLine(text, comment(text, at))
      return
    }
    // The column of the text, with the dash line's own indent wherever tabs made it differ.
    var inner = indent + columns(text, content, at)
    // The space that is missing counts, unless the lines below do without it.
    if at == from, shapes(text, after: at).first?.indent != inner { inner += 1 }
    if byte == .dash, isSeparator(text, at + 1) {
      guard open(text, list: true, inner, at) else { return depthReached(text) }
      item(text, at + 1, inner)
      return
    }
    if byte == UInt8(ascii: "|") || byte == UInt8(ascii: ">") {
      blockText(text, at, column)
      return
    }
    inlineNode(text, at, inner, column, isBelow: false)
  }

  /// The number of columns between two offsets of a line.
  private func columns(_ text: Span<UInt8>, _ lower: Int, _ upper: Int) -> Int {
    var count = 0
    for index in lower..<upper where !text[index].isContinuation { count += 1 }
    return count
  }

  /// Reads a mapping, brackets or a text that starts where a line's content or an item starts.
  private mutating func inlineNode(
    _ text: Span<UInt8>,
    _ start: Int,
    _ column: Int,
    _ parent: Int,
    isBelow: Bool
  ) {
    let byte = text.byte(start)
    switch byte {
    case .quote, .apostrophe:
      let quoted = scanQuoted(text, start, parent)
      if let colon = colonAfterQuotedName(text, quoted) {
        guard open(text, list: false, column, start) else { return depthReached(text) }
        quotedEntry(text, quoted, colon, column)
        return
      }
      if parent < 0 { report(.rootScalar, start, start + 1) }
      quotedText(text, quoted, parent)
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      flow(text, start, parent, atLineStart: true)
    default:
      let colon = scanName(text, start)
      if colon >= 0 {
        guard open(text, list: false, column, start) else { return depthReached(text) }
        entry(text, start, colon, column)
        return
      }
      if parent < 0 {
        guard open(text, list: false, column, start) else { return depthReached(text) }
        entryWithoutColon(text, start, column)
        return
      }
      if text.byte(start) == UInt8(ascii: "?"), isSeparator(text, start + 1) {
        explicitName(text, start, column, owesValue: true)
        return
      }
      textOrBrokenEntry(text, start, column, parent)
    }
  }

  /// A text; but where a name stands below it, a name without its colon.
  private mutating func textOrBrokenEntry(
    _ text: Span<UInt8>,
    _ start: Int,
    _ column: Int,
    _ parent: Int
  ) {
    let mark = (problems.count, comments.count, nodes.count, skipped.count)
    let line = (lineStart, content, indent)
    plainOrReserved(text, start, parent)
    guard indent >= column, nodes.count == mark.2 + 1, nodes[mark.2].kind == .scalar,
      !nodes[mark.2].flags.contains(.multiLine), problems.count == mark.0,
      nameEnd(text, content) >= 0
    else { return }
    comments.removeLast(comments.count - mark.1)
    nodes.removeLast(nodes.count - mark.2)
    skipped.removeLast(skipped.count - mark.3)
    lastInline = (-1, -1)
    (lineStart, content, indent) = line
    guard open(text, list: false, column, start) else { return depthReached(text) }
    entryWithoutColon(text, start, column)
  }

  /// The offset of the first byte that is no space; tabs and odd spaces are reported and skipped.
  @inline(__always)
  mutating func skipBlanks(_ text: Span<UInt8>, _ from: Int) -> Int {
    var at = from
    while text.byte(at) == .space { at += 1 }
    if text.byte(at) == .tab || text.byte(at) >= 0x80 { return skipOddBlanks(text, at) }
    return at
  }

  private mutating func skipOddBlanks(_ text: Span<UInt8>, _ from: Int) -> Int {
    var at = from
    var isReported = false
    while true {
      let byte = text.byte(at)
      if byte == .space {
        at += 1
      } else if byte == .tab {
        var end = at
        while text.byte(end).isSpaceOrTab { end += 1 }
        if text.isLineEnd(end) {
          // Some parsers read nothing after a lone dash and a tab.
          let isLone = text.trimmedEnd(0, at) > 0 && text[text.trimmedEnd(0, at) - 1] == .dash
          report(isLone ? .tab : .tabAtEnd, at, at + 1, at, end)
          return end
        }
        if !isReported { report(.tab, at, at + 1, at, end) }
        isReported = true
        at = end
      } else {
        let length = text.oddSpace(at: at)
        if length == 0 { return at }
        if !isReported { report(.oddSpace, at, at + length, at, at + length) }
        isReported = true
        at += length
      }
    }
  }

  /// Whether a number sign after a space starts a comment; text that would be lost is reported.
  func hashIsComment(_ text: Span<UInt8>, _ at: Int) -> Bool {
    at > 0 && text[at - 1].isSpaceOrTab && isSeparator(text, at + 1)
  }
}
