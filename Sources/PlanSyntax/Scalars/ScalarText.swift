internal import SourceText

/// What a text says, as UTF-8.
func decodedText(of record: NodeRecord, in storage: SyntaxStorage) -> [UInt8] {
  var decoder = ScalarDecoder(tracking: .max)
  let bytes = storage.bytes
  decoder.decode(record, bytes.span)
  return storage.hasForbidden ? replacingForbidden(decoder.out) : decoder.out
}

extension ScalarSyntax {
  /// The bytes of the file that a part of the decoded text came from.
  func sourceRange(ofUTF8Offset offset: Int, count: Int) -> TextRange? {
    guard offset >= 0, count >= 0 else { return nil }
    if let range = verbatimRange {
      let lower = min(Int(range.lower) + offset, Int(range.upper))
      return TextRange(lower, min(lower + count, Int(range.upper)))
    }
    let bytes = tree.storage.bytes
    let span = bytes.span
    var first = ScalarDecoder(tracking: offset)
    first.decode(record, span)
    guard let lower = first.position else { return nil }
    guard count > 0 else { return TextRange(lower, lower) }
    var last = ScalarDecoder(tracking: offset + count - 1)
    last.decode(record, span)
    guard let upper = last.position else { return TextRange(lower, lower) }
    return TextRange(lower, max(lower, upper + last.length))
  }
}

/// Turns a text as written into the text it says.
struct ScalarDecoder {
  var out: [UInt8] = []
  /// The offset in `out` whose place in the file is asked for.
  let tracking: Int
  /// Where the tracked byte came from, and how many bytes it took there.
  var position: Int?
  var length = 1

  init(tracking: Int) { self.tracking = tracking }

  mutating func decode(_ record: NodeRecord, _ bytes: Span<UInt8>) {
    let lower = Int(record.lower)
    let upper = Int(record.upper)
    out.reserveCapacity(upper - lower)
    switch record.style {
    case .plain: decodeLines(bytes, lower, upper, .plain)
    case .singleQuoted, .doubleQuoted:
      let closing = record.flags.contains(.unclosed) ? 0 : 1
      decodeLines(bytes, lower + 1, upper - closing, record.style)
    case .literal, .folded: decodeBlock(bytes, record)
    }
  }

  private mutating func append(_ byte: UInt8, from at: Int, length: Int = 1) {
    if out.count == tracking {
      position = at
      self.length = length
    }
    out.append(byte)
  }

  /// Plain and quoted text: line ends become spaces, blank lines line feeds.
  private mutating func decodeLines(
    _ bytes: Span<UInt8>,
    _ lower: Int,
    _ upper: Int,
    _ style: ScalarStyle
  ) {
    var at = lower
    var kept = 0
    while at < upper {
      let byte = bytes[at]
      if byte == .lineFeed
        || (byte == .carriageReturn && at + 1 < upper && bytes[at + 1] == .lineFeed)
      {
        drop(to: kept)
        foldBreak(bytes, &at, upper)
        kept = out.count
      } else if byte == .apostrophe, style == .singleQuoted {
        append(byte, from: at, length: 2)
        at += 2
        kept = out.count
      } else if byte == .backslash, style == .doubleQuoted {
        decodeEscape(bytes, &at, upper)
        kept = out.count
      } else {
        append(byte, from: at)
        at += 1
        if !byte.isSpaceOrTab { kept = out.count }
      }
    }
    if style == .plain { drop(to: kept) }
  }

  /// Drops the spaces at the end of a line.
  private mutating func drop(to kept: Int) {
    out.removeLast(out.count - kept)
    if position != nil, out.count <= tracking { position = nil }
  }

  private mutating func foldBreak(_ bytes: Span<UInt8>, _ at: inout Int, _ upper: Int) {
    let start = at
    var breaks = 0
    while at < upper {
      let byte = bytes[at]
      guard byte.isSpaceOrTab || byte == .lineFeed || byte == .carriageReturn else { break }
      if byte == .lineFeed { breaks += 1 }
      at += 1
    }
    if breaks == 1 {
      append(.space, from: start, length: at - start)
    } else {
      for _ in 1..<max(breaks, 1) { append(.lineFeed, from: start, length: at - start) }
    }
  }

  private mutating func decodeEscape(_ bytes: Span<UInt8>, _ at: inout Int, _ upper: Int) {
    let start = at
    let escape = readEscape(bytes, at, upper)
    at = escape.end
    switch escape.meaning {
    case .lineJoin: while at < upper, bytes[at].isSpaceOrTab { at += 1 }
    case .scalar(let value):
      let scalar = isForbidden(value) ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
      for byte in UTF8.encode(scalar) ?? .init() { append(byte, from: start, length: at - start) }
    case .unknown: for index in start..<at { append(bytes[index], from: index) }
    }
  }

  /// Block text: its indent is taken away, its last line ends as the sign says.
  private mutating func decodeBlock(_ bytes: Span<UInt8>, _ record: NodeRecord) {
    let indent = Int(record.link)
    let upper = Int(record.upper)
    var at = Int(record.lower)
    var chomp = UInt8.space
    while at < upper, bytes[at] != .lineFeed, bytes[at] != .hash {
      if bytes[at] == UInt8(ascii: "+") || bytes[at] == .dash { chomp = bytes[at] }
      at += 1
    }
    while at < upper, bytes[at] != .lineFeed { at += 1 }
    at += 1
    var blanks = 0
    var started = false
    var previousIndented = false
    while at < upper {
      let end = bytes.lineEnd(from: at)
      var text = at
      while text < end, text - at < indent, bytes[text] == .space { text += 1 }
      if text >= end {
        blanks += 1
      } else {
        let indented = bytes[text].isSpaceOrTab
        var breaks = started ? blanks + 1 : blanks
        if record.style == .folded, started, !indented, !previousIndented {
          breaks = blanks
          if blanks == 0 { append(.space, from: at) }
        }
        for _ in 0..<breaks { append(.lineFeed, from: at) }
        for index in text..<end { append(bytes[index], from: index) }
        started = true
        previousIndented = indented
        blanks = 0
      }
      at = end
      while at < bytes.count, bytes[at] != .lineFeed { at += 1 }
      at += 1
    }
    if chomp != .dash { append(.lineFeed, from: upper) }
    if chomp == UInt8(ascii: "+") {
      for _ in 0..<trailingBlankLines(bytes, from: at, indent) { append(.lineFeed, from: upper) }
    }
  }

  private func trailingBlankLines(_ bytes: Span<UInt8>, from start: Int, _ indent: Int) -> Int {
    var at = start
    var count = 0
    while at < bytes.count {
      while at < bytes.count, bytes[at] == .space { at += 1 }
      guard at < bytes.count, bytes.isLineEnd(at) else { break }
      count += 1
      at += bytes[at] == .carriageReturn ? 2 : 1
    }
    return count
  }
}

/// A text with U+FFFD in the place of each character that no text may hold.
private func replacingForbidden(_ bytes: [UInt8]) -> [UInt8] {
  var out: [UInt8] = []
  out.reserveCapacity(bytes.count)
  let span = bytes.span
  var at = 0
  while at < span.count {
    let (value, length) = span.scalar(at: at)
    if isForbidden(value) || (value == 0xFFFD && length == 1) {
      out += [0xEF, 0xBF, 0xBD]
    } else {
      for index in at..<at + length { out.append(span[index]) }
    }
    at += length
  }
  return out
}
