internal import SourceText

/// What edits ask of the text round a node.
struct EditContext {
  let tree: SyntaxTree
  let bytes: [UInt8]

  init(_ tree: SyntaxTree) {
    self.tree = tree
    bytes = tree.storage.bytes
  }

  var records: [NodeRecord] { tree.storage.nodes }

  /// The column of an offset: scalars from the start of its line.
  func column(of offset: UInt32) -> Int {
    let span = bytes.span
    var start = span.startOfLine(at: Int(offset))
    if start == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = min(3, Int(offset)) }
    var count = 0
    for index in start..<Int(offset) where !span[index].isContinuation { count += 1 }
    return count
  }

  /// The offset after the line that holds an offset, and whether that line has an end.
  func lineAfter(_ offset: UInt32) -> (offset: Int, hasEnd: Bool) {
    let end = bytes.span.endOfLine(at: Int(offset))
    return (end, end > 0 && end > Int(offset) && bytes[end - 1] == .lineFeed)
  }

  /// The line end used on the line of an offset, or on the line above where it has none.
  func lineEnd(near offset: UInt32) -> String {
    let span = bytes.span
    var after = span.endOfLine(at: Int(offset))
    if after == 0 || span[after - 1] != .lineFeed { after = span.startOfLine(at: Int(offset)) }
    return after > 1 && span[after - 1] == .lineFeed && span[after - 2] == .carriageReturn
      ? "\r\n" : "\n"
  }

  /// Whether only spaces stand before an offset on its line.
  func startsLine(_ offset: UInt32) -> Bool {
    let start = bytes.span.startOfLine(at: Int(offset))
    for index in start..<Int(offset) where bytes[index] != .space {
      if !(start == 0 && index < 3 && bytes.starts(with: [0xEF, 0xBB, 0xBF])) { return false }
    }
    return true
  }

  /// Whether a record is a block text that keeps the blank lines after it.
  func keepsBlankLines(_ node: Int) -> Bool {
    guard node >= 0, records[node].kind == .scalar else { return false }
    guard records[node].style == .literal || records[node].style == .folded else { return false }
    let span = bytes.span
    var at = Int(records[node].lower)
    while at < span.count, span[at] != .lineFeed, span[at] != .hash {
      if span[at] == UInt8(ascii: "+") { return true }
      at += 1
    }
    return false
  }

  /// Whether the lines below an offset leave room for a block text under a column: a comment that is
  /// indented more would become part of it.
  func hasRoomForBlock(below offset: UInt32, under column: Int) -> Bool {
    let span = bytes.span
    var at = span.endOfLine(at: Int(offset))
    while at < span.count {
      var content = at
      while span.byte(content) == .space { content += 1 }
      if !span.isLineEnd(content) { return span[content] != .hash || content - at <= column }
      at = span.endOfLine(at: content)
    }
    return true
  }

  /// Where a line may be added after a node: after its last line, and after the blank lines that
  /// belong to a text which keeps them.
  func insertionPoint(after node: Int) -> (offset: Int, hasEnd: Bool) {
    let point = lineAfter(records[node].upper)
    let keeps = keepsBlankLines(tree.storage.next(after: node) - 1)
    return keeps ? skipBlankLines(point) : point
  }

  /// The start of the first line from a point on that is not blank.
  func skipBlankLines(_ start: (offset: Int, hasEnd: Bool)) -> (offset: Int, hasEnd: Bool) {
    let span = bytes.span
    var point = start
    while point.hasEnd, point.offset < span.count {
      let end = span.lineEnd(from: point.offset)
      for index in point.offset..<end where span[index] != .space { return point }
      point = lineAfter(UInt32(point.offset))
    }
    return point
  }

  /// Whether a blank line stands somewhere between two offsets.
  func hasBlankLine(_ lower: UInt32, _ upper: UInt32) -> Bool {
    let span = bytes.span
    var at = span.endOfLine(at: Int(lower))
    while at < Int(upper) {
      let end = span.lineEnd(from: at)
      if span.trimmedEnd(at, end) == at { return true }
      at = span.endOfLine(at: end)
    }
    return false
  }

  /// Whether a comment stands in a range.
  func hasComment(_ lower: UInt32, _ upper: UInt32) -> Bool {
    let found = tree.storage.firstComment(from: Int(lower))
    return found < tree.storage.comments.count && tree.storage.comments[found].lower < upper
  }

  /// A writer in the style of the file and of the lines next to an offset.
  func writer(near offset: UInt32) -> NodeWriter {
    var writer = NodeWriter(lineEnd: lineEnd(near: offset))
    var seenList = false
    var seenMapping = false
    var index = 0
    // The first list and the first mapping below a name show the habits of the file.
    while index + 1 < records.count, !(seenList && seenMapping) {
      let name = records[index]
      let value = records[index + 1]
      if name.kind == .scalar, value.isContainer, !value.flags.contains(.flow),
        startsLine(value.lower), startsLine(name.lower)
      {
        let deeper = column(of: value.lower) - column(of: name.lower)
        if value.kind == .list, !seenList, deeper >= 0 {
          writer.listIndent = deeper
          seenList = true
        } else if value.kind == .mapping, !seenMapping, deeper > 0 {
          writer.mappingIndent = deeper
          seenMapping = true
        }
      }
      index += 1
    }
    return writer
  }

  /// The containers round a node, from the outermost in, and whether the node is a name.
  func ancestors(of node: Int) -> (containers: [Int], isName: Bool) {
    var containers: [Int] = []
    var at = 0
    var isName = false
    while at < node {
      guard records[at].isContainer, Int(records[at].link) > node else { break }
      containers.append(at)
      let isMapping = records[at].kind == .mapping
      var child = at + 1
      var position = 0
      while tree.storage.next(after: child) <= node {
        child = tree.storage.next(after: child)
        position += 1
      }
      isName = isMapping && position % 2 == 0
      at = child
    }
    return (containers, isName)
  }
}
