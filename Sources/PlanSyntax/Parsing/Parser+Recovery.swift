internal import SourceText

extension Parser {
  /// Notes that the value that starts at a record is complete.
  @inline(__always)
  mutating func noteInline(_ node: Int) { lastInline = (node, nodes.count) }

  /// Leaves out the loaded line, keeping its bytes, and loads the next.
  mutating func skipLine(_ text: Span<UInt8>) {
    let end = text.lineEnd(from: content)
    skipped.append(TextRange(content, text.trimmedEnd(content, end)))
    steps += end - content
    lastInline = (-1, -1)
    loadLine(text, nextLine(text, end))
  }

  /// Leaves out the loaded line and the lines below it; what it stands in is not whole any more.
  mutating func leaveOut(_ text: Span<UInt8>, deeperThan column: Int, all: Bool) {
    if let level = levels.last { nodes[level.node].flags.insert(.broken) }
    skipLine(text)
    swallow(text, deeperThan: column, all: all)
  }

  /// Leaves out lines deeper than an indent: all of them, or those that are plainly more text.
  mutating func swallow(_ text: Span<UInt8>, deeperThan column: Int, all: Bool) {
    while indent > column, indent >= 0 {
      if !all {
        let isDash = text.byte(content) == .dash && isSeparator(text, content + 1)
        if isDash || nameEnd(text, content) >= 0 { return }
      }
      skipLine(text)
    }
  }

  /// Gives up on everything below the line that would be one level too deep.
  mutating func depthReached(_ text: Span<UInt8>) {
    nodes.append(NodeRecord(.invalid, content, content))
    lastUpper = max(lastUpper, content)
    let column = levels.last?.column ?? -1
    skipLine(text)
    swallow(text, deeperThan: column, all: true)
  }

  /// Takes the rest of a line as a text that is broken, and leaves out what continues it.
  mutating func restAsText(_ text: Span<UInt8>, _ start: Int, _ column: Int, _ kind: NodeKind) {
    let end = text.lineEnd(from: start)
    var stop = end
    var at = start
    while at < end {
      if text[at] == .hash, at > start, text[at - 1] == .space, isSeparator(text, at + 1) {
        stop = at
        break
      }
      at += 1
    }
    let upper = text.trimmedEnd(start, stop)
    var record = NodeRecord(kind, start, upper)
    record.flags = .broken
    nodes.append(record)
    noteInline(nodes.count - 1)
    lastUpper = upper
    steps += end - start
    loadLine(text, stop < end ? comment(text, stop) : nextLine(text, end))
    let isMore = indent > column && !commentBefore && stop == end
    let left = skipped.count
    swallow(text, deeperThan: column, all: false)
    // The lines that went on with the text are a part of it.
    guard isMore, skipped.count > left, let last = skipped.last else { return }
    nodes[nodes.count - 1].upper = last.upper
    nodes[nodes.count - 1].flags.insert(.multiLine)
    lastUpper = Int(last.upper)
    noteInline(nodes.count - 1)
    if let index = problems.indices.last, Int(problems[index].first) == start,
      Int(problems[index].second) == upper
    {
      problems[index].second = last.upper
    }
  }

  /// The end of the text that `restAsText` would take from an offset.
  func restEnd(_ text: Span<UInt8>, _ start: Int) -> Int {
    let end = text.lineEnd(from: start)
    var at = start + 1
    while at < end {
      if text[at] == .hash, text[at - 1] == .space, isSeparator(text, at + 1) {
        return text.trimmedEnd(start, at)
      }
      at += 1
    }
    return text.trimmedEnd(start, end)
  }

  /// The offset of the colon that ends a name which starts at an offset, or -1.
  func nameEnd(_ text: Span<UInt8>, _ start: Int) -> Int {
    var at = start
    while at < text.count {
      let byte = text[at]
      if byte == .lineFeed { return -1 }
      if byte == .colon, isSeparator(text, at + 1) { return at }
      if byte == .hash, at > start, text[at - 1].isSpaceOrTab { return -1 }
      at += 1
    }
    return -1
  }

  /// The length of a sign that people use for a list item in place of the hyphen, or 0.
  func bulletLength(_ text: Span<UInt8>, _ at: Int) -> Int {
    let byte = text.byte(at)
    if byte == UInt8(ascii: "*") { return isSeparator(text, at + 1) ? 1 : 0 }
    guard byte >= 0x80 else { return 0 }
    let (value, length) = text.scalar(at: at)
    switch value {
    // • ‣ ◦ ▪ ■ ● ○ · ➢ and Word's own.
    case 0x2022, 0x2023, 0x25E6, 0x25AA, 0x25A0, 0x25CF, 0x25CB, 0xB7, 0x27A2, 0xF0B7:
      return length
    // En dash, em dash, minus: a minus may also start a number.
    case 0x2013, 0x2014, 0x2212:
      return isSeparator(text, at + length) || text.oddSpace(at: at + length) > 0 ? length : 0
    default: return 0
    }
  }

  /// The length of `1.` or `12)` before a space, or 0.
  func numberLength(_ text: Span<UInt8>, _ start: Int) -> Int {
    var at = start
    // Four digits are a year.
    while text.byte(at).isDigit, at - start < 3 { at += 1 }
    let byte = text.byte(at)
    guard at > start, byte == UInt8(ascii: ".") || byte == UInt8(ascii: ")"),
      text.byte(at + 1) == .space
    else { return 0 }
    return at + 1 - start
  }
}
