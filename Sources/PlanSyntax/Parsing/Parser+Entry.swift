internal import SourceText

extension Parser {
  /// The bytes below 64 that a text must look at twice: tab, LF, CR, `#` and `:`.
  private static var special: UInt64 { 1 << 9 | 1 << 10 | 1 << 13 | 1 << 35 | 1 << 58 }

  /// The first byte at or after an offset that may end or break a text.
  @inline(__always)
  func scanPlain(_ text: Span<UInt8>, _ from: Int) -> Int {
    var at = from
    while at < text.count {
      let byte = text[at]
      if byte < 64, Self.special >> UInt64(byte) & 1 != 0 { break }
      at += 1
    }
    return at
  }

  /// The offset of the colon that ends the name at an offset, or -1.
  @inline(__always)
  mutating func scanName(_ text: Span<UInt8>, _ start: Int) -> Int {
    var at = start
    tabInName = -1
    while true {
      at = scanPlain(text, at)
      let byte = text.byte(at)
      if byte == .colon {
        if isWideSeparator(text, at + 1) { return at }
      } else if byte == .lineFeed {
        return -1
      } else if byte == .tab {
        if tabInName < 0 { tabInName = at }
      } else if byte == .hash, at > start, text[at - 1].isSpaceOrTab {
        return hashInName(text, at)
      }
      at += 1
    }
  }

  /// A number sign in a name: a comment without a space after it is meant as part of the name.
  private func hashInName(_ text: Span<UInt8>, _ hash: Int) -> Int {
    guard !isSeparator(text, hash + 1) else { return -1 }
    return nameEnd(text, hash)
  }

  /// Reads a line at the names of the innermost mapping.
  mutating func entry(_ text: Span<UInt8>, _ start: Int, _ column: Int) {
    let byte = text.byte(start)
    if byte == .quote || byte == .apostrophe {
      let quoted = scanQuoted(text, start, column)
      if let colon = colonAfterQuotedName(text, quoted) {
        quotedEntry(text, quoted, colon, column)
        return
      }
      if let colon = colonInBrokenName(text, quoted) {
        entry(text, start, colon, column)
      } else {
        entryWithoutColon(text, start, column)
      }
      return
    } else if byte == UInt8(ascii: "?"), isSeparator(text, start + 1) {
      explicitName(text, start, column, owesValue: false)
      return
    } else if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{"), nameEnd(text, start) >= 0 {
      report(.flowKey, start, start + 1, start, restEnd(text, start))
      leaveOut(text, deeperThan: column, all: true)
      return
    }
    let colon = scanName(text, start)
    if colon >= 0 {
      entry(text, start, colon, column)
    } else {
      entryWithoutColon(text, start, column)
    }
  }

  /// The colon after a name whose quotes are not round all of it, which is reported.
  private mutating func colonInBrokenName(_ text: Span<UInt8>, _ quoted: Quoted) -> Int? {
    let isOneLine = !quoted.record.flags.contains(.multiLine)
    let from = quoted.isClosed && isOneLine ? quoted.end : quoted.start
    let colon = nameEnd(text, from)
    guard colon >= 0 else { return nil }
    if quoted.isClosed, isOneLine {
      report(.afterQuote, from, from + 1)
    } else {
      let end = text.trimmedEnd(quoted.start, text.lineEnd(from: quoted.start))
      report(.unclosedQuote, quoted.start, quoted.start + 1, end)
    }
    return colon
  }

  /// Reads an entry whose plain name ends at a colon.
  mutating func entry(_ text: Span<UInt8>, _ start: Int, _ colon: Int, _ column: Int) {
    var end = colon
    while end > start, text[end - 1] == .space { end -= 1 }
    if end == start {
      report(.noName, colon, colon + 1)
    } else {
      let last = text[end - 1]
      if last >= 0x80 || last == .tab { end = trimOddName(text, start, end) }
    }
    if tabInName >= 0 {
      if tabInName < end { report(.tab, tabInName, tabInName + 1) }
      tabInName = -1
    }
    checkName(text, start, end)
    var record = NodeRecord(.scalar, start, end)
    record.link = nameHash(text, start, end)
    nodes.append(record)
    levels[levels.count - 1].count += 1
    value(text, colon + 1, column)
  }

  /// Reads an entry whose name is in quotes.
  mutating func quotedEntry(_ text: Span<UInt8>, _ quoted: Quoted, _ colon: Int, _ column: Int) {
    var record = quoted.record
    reportEscapes(text, quoted)
    if record.flags.contains(.multiLine) {
      report(.explicitKey, quoted.start, quoted.start + 1)
    }
    checkNameLength(text, quoted.start + 1, quoted.end - 1)
    record.link = nameHash(text, quoted.start + 1, quoted.end - 1)
    nodes.append(record)
    levels[levels.count - 1].count += 1
    value(text, colon + 1, column)
  }

  /// A number for the bytes of a name; equal names have equal numbers unless they are escaped.
  @inline(__always)
  func nameHash(_ text: Span<UInt8>, _ lower: Int, _ upper: Int) -> UInt32 {
    var hash: UInt32 = 0
    var at = lower
    while at < upper {
      hash = (hash << 5 | hash >> 27) ^ UInt32(text[at])
      at += 1
    }
    return hash &* 0x9E37_79B1
  }

  /// Cuts tabs and odd spaces between a name and its colon.
  private mutating func trimOddName(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var at = end
    while at > start {
      if text[at - 1].isSpaceOrTab {
        at -= 1
        continue
      }
      let (value, length) = text.scalar(before: at)
      guard isOddSpace(value) else { break }
      at -= length
    }
    guard at < end else { return end }
    var odd = at
    while odd < end, text[odd] == .space { odd += 1 }
    if text[odd] == .tab {
      report(.tab, odd, odd + 1, odd, odd + 1)
    } else {
      report(.oddSpace, odd, odd + text.scalar(at: odd).length, odd, end)
    }
    return at
  }

  /// Reports what a plain name may not start with or hold.
  @inline(__always)
  private mutating func checkName(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
    checkNameLength(text, start, end)
    let first = text.byte(start)
    // Letters and digits, which nearly all names start with, need no second look.
    if (first | 0x20) &- 0x61 < 26 { return }
    checkOddName(text, start, end)
  }

  private mutating func checkOddName(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
    guard start < end else { return }
    if end - start == 2, text[start] == UInt8(ascii: "<"), text[start + 1] == UInt8(ascii: "<") {
      report(.merge, start, end)
    } else if let code = reservedStart(text, start) {
      report(code, start, start + 1, start, end)
    }
  }

  mutating func checkNameLength(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
    guard end - start > Self.longestName else { return }
    var count = 0
    for index in start..<end where !text[index].isContinuation { count += 1 }
    if count > Self.longestName { report(.keyLong, start, start + 1) }
  }

  /// What is wrong with a plain text that starts with the byte at an offset.
  func reservedStart(_ text: Span<UInt8>, _ start: Int) -> ProblemCode? {
    switch text.byte(start) {
    case UInt8(ascii: "*"): .alias
    case UInt8(ascii: "&"): .anchor
    case UInt8(ascii: "!"): .tag
    case UInt8(ascii: "|"), UInt8(ascii: ">"): .blockHeader
    case UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: "%"), UInt8(ascii: ","),
      UInt8(ascii: "]"), UInt8(ascii: "}"):
      .reserved
    case UInt8(ascii: "?") where isSeparator(text, start + 1): .explicitKey
    default: nil
    }
  }

  /// `? name`: the line, what is below it and the `: value` after it are left out.
  mutating func explicitName(
    _ text: Span<UInt8>,
    _ start: Int,
    _ column: Int,
    owesValue: Bool
  ) {
    report(.explicitKey, start, start + 1)
    if owesValue {
      let end = restEnd(text, start)
      nodes.append(NodeRecord(.invalid, start, end))
      lastUpper = end
    }
    leaveOut(text, deeperThan: column, all: true)
    while indent == column, text.byte(content) == .colon, isSeparator(text, content + 1) {
      skipLine(text)
      swallow(text, deeperThan: column, all: true)
    }
  }
}
