internal import SourceText

/// The sign that starts a block text, and what follows it on its line.
struct BlockHeader {
  var isGood = true
  /// The first byte that is out of place, or the comment, or the line end.
  var end: Int
  var digit = 0
}

extension Parser {
  /// Reads `|` or `>` with its signs; nothing but a comment may follow.
  func blockHeader(_ text: Span<UInt8>, _ start: Int) -> BlockHeader {
    var header = BlockHeader(end: start + 1)
    var hasSign = false
    while true {
      let byte = text.byte(header.end)
      if byte == .dash || byte == UInt8(ascii: "+"), !hasSign {
        hasSign = true
      } else if byte.isDigit, byte != 0x30, header.digit == 0 {
        header.digit = Int(byte) - 0x30
      } else {
        break
      }
      header.end += 1
    }
    let signs = header.end
    while text.byte(header.end).isSpaceOrTab { header.end += 1 }
    if text.isLineEnd(header.end) { return header }
    header.isGood = text.byte(header.end) == .hash && header.end > signs
    return header
  }

  /// Reads the text below a `|` or `>` at an offset.
  mutating func blockText(_ text: Span<UInt8>, _ start: Int, _ column: Int) {
    let header = blockHeader(text, start)
    guard header.isGood else {
      let at = header.end
      report(.blockHeader, at, at + text.scalar(at: at).length, start, restEnd(text, start))
      return restAsText(text, start, column, .scalar)
    }
    var tab = start + 1
    while tab < header.end, text[tab] != .tab { tab += 1 }
    var next = header.end
    let isComment = text.byte(header.end) == .hash
    if tab < header.end { report(isComment ? .tab : .tabAtEnd, tab, tab + 1, tab, header.end) }
    let noted = comments.count
    next = isComment ? comment(text, header.end) : nextLine(text, header.end)
    var block = BlockReader(column: column, digit: header.digit, start: next)
    block.read(text)
    steps += block.at - next
    guard block.hasText else {
      report(.blockEmpty, start, start + 1, start, restEnd(text, start))
      comments.removeLast(comments.count - noted)
      restAsText(text, start, column, .scalar)
      if header.digit == 0 { textWithoutIndent(text) }
      return
    }
    if block.tab >= 0 { report(.tab, block.tab, block.tab + 1) }
    if block.lead >= 0 { report(.blockLead, block.lead, block.lead + 1, block.indent) }
    if block.dedent >= 0 { report(.blockDedent, block.dedent, block.dedent + 1, block.indent) }
    var record = NodeRecord(.scalar, start, block.end)
    record.style = text[start] == UInt8(ascii: "|") ? .literal : .folded
    record.flags = .multiLine
    record.link = UInt32(truncatingIfNeeded: block.indent)
    nodes.append(record)
    noteInline(nodes.count - 1)
    lastUpper = block.end
    loadLine(text, block.at)
  }

  /// Takes the lines of text that follow for the text that a sign announced: their indent is missing.
  private mutating func textWithoutIndent(_ text: Span<UInt8>) {
    let record = nodes.count - 1
    var isFirst = true
    while indent >= 0, !commentBefore, isParagraph(text) {
      let end = text.lineEnd(from: content)
      let upper = text.trimmedEnd(content, end)
      if isFirst { nodes[record].lower = UInt32(truncatingIfNeeded: content) }
      isFirst = false
      nodes[record].upper = UInt32(truncatingIfNeeded: upper)
      nodes[record].flags.insert(.multiLine)
      lastUpper = upper
      steps += end - content
      loadLine(text, nextLine(text, end))
    }
    noteInline(record)
  }
}

/// Finds where a block text ends, and what is wrong with its indents.
struct BlockReader {
  /// The indent of the name or dash that owns the text.
  let column: Int
  /// The start of the line that is read, and at the end that of the line after the text.
  var at: Int
  /// The indent of the text; 0 until it is known.
  var indent: Int
  /// The end of the last line of the text.
  var end: Int
  var hasText = false
  var tab = -1
  var lead = -1
  var dedent = -1
  private var isFixed: Bool
  private var widestBlank = 0

  init(column: Int, digit: Int, start: Int) {
    self.column = column
    isFixed = digit > 0
    indent = digit > 0 ? column + digit : 0
    at = start
    end = start
  }

  mutating func read(_ text: Span<UInt8>) {
    while at < text.count {
      var first = at
      while text.byte(first) == .space { first += 1 }
      let spaces = first - at
      let lineEnd = text.lineEnd(from: first)
      if first == lineEnd {
        if !isFixed {
          widestBlank = max(widestBlank, spaces)
        } else if spaces > indent {
          end = lineEnd
        }
      } else {
        if !isFixed {
          guard spaces > column else { return }
          if text[first] == .tab { tab = first }
          indent = spaces
          isFixed = true
          if widestBlank > spaces { lead = first }
        }
        if spaces < indent, !shallowLine(text, first, spaces) { return }
        end = lineEnd
        hasText = hasText || text.trimmedEnd(first, lineEnd) > first
      }
      at = lineEnd
      while at < text.count, text[at] != .lineFeed { at += 1 }
      at += 1
    }
    at = min(at, text.count)
  }

  /// Reads a line with less indent than the text; `false` where the text ends before it.
  private mutating func shallowLine(
    _ text: Span<UInt8>,
    _ first: Int,
    _ spaces: Int
  ) -> Bool {
    if text[first] == .tab {
      if tab < 0 { tab = first }
      return true
    }
    if spaces <= column || text[first] == .hash { return false }
    if dedent < 0 { dedent = first }
    return true
  }
}
