/// The parts of messages that depend on what is written.
extension MessageContext {
  /// `U+202E` for the character of a problem.
  func codePoint(_ problem: Problem) -> String {
    let digits = String(bytes.span.scalar(at: Int(problem.lower)).value, radix: 16, uppercase: true)
    return "U+\(String(repeating: "0", count: max(0, 4 - digits.utf8.count)))\(digits)"
  }

  /// `3 spaces`, for the indent of the line of a problem.
  func spaces(_ problem: Problem) -> String {
    let count = Int(problem.lower) - lineStart(problem.lower)
    return count == 1 ? "1 space" : "\(count) spaces"
  }

  /// What a space that is none is called.
  func spaceName(_ problem: Problem) -> String {
    switch bytes.span.scalar(at: Int(problem.lower)).value {
    case 0xA0, 0x202F: "a no-break space"
    case 0x3000: "an ideographic space"
    case 0x200B: "a zero-width space"
    default: codePoint(problem)
    }
  }

  /// `0x92, "’" in Windows-1252` for a byte that is no UTF-8.
  func byteName(_ problem: Problem) -> String {
    let byte = bytes[Int(problem.lower)]
    let digits = String(byte, radix: 16, uppercase: true)
    guard let scalar = windows1252(byte) else { return "0x\(digits)" }
    return "0x\(digits), \"\(Character(scalar))\" in Windows-1252"
  }

  /// Whether the text that a block sign announces stands below it without an indent.
  func indentsTextBelow(_ problem: Problem) -> Bool { !textBelow(problem).isEmpty }

  /// The starts of the lines below an empty block that are text without an indent.
  func textBelow(_ problem: Problem) -> [Int] {
    let span = bytes.span
    // A digit after the sign: more likely `>5` than a text.
    for index in Int(problem.first)..<Int(problem.second) where span[index].isDigit { return [] }
    var starts: [Int] = []
    var at = span.endOfLine(at: Int(problem.lower))
    let parser = Parser()
    while at < span.count, starts.count < 100 {
      var content = at
      while span.byte(content) == .space { content += 1 }
      if !span.isLineEnd(content) {
        let isDash = span.byte(content) == .dash && parser.isSeparator(span, content + 1)
        guard !isDash, span.byte(content) != .hash, parser.nameEnd(span, content) < 0 else { break }
        starts.append(at)
      }
      at = span.endOfLine(at: content)
    }
    return starts
  }

  /// Where the forgotten dash of a list item belongs.
  func forgottenDash(_ problem: Problem) -> Int? {
    let span = bytes.span
    let first = Int(problem.first)
    var dash = first - 1
    while dash >= 0, span[dash] == .space { dash -= 1 }
    guard dash >= 0, span[dash] == .dash, dash < first - 1 else { return nil }
    let gap = first - dash
    let start = lineStart(problem.lower)
    guard Int(problem.lower) - gap >= start else { return nil }
    for index in start..<Int(problem.lower) where span[index] != .space { return nil }
    return Int(problem.lower) - gap
  }

  /// Whether a text in double quotes says the same in single ones but for its odd escapes.
  func canUseSingleQuotes(_ problem: Problem) -> Bool {
    let span = bytes.span
    for index in Int(problem.first) + 1..<max(Int(problem.first) + 1, Int(problem.second) - 1) {
      if span[index] == .lineFeed { return false }
      if span[index] == .backslash {
        let next = span.byte(index + 1)
        if next == .quote || next == .backslash { return false }
      }
    }
    return true
  }

  /// Whether a problem with braces is a placeholder of a template.
  func isPlaceholder(_ problem: Problem) -> Bool {
    let brace = UInt8(ascii: "{")
    let at = Int(problem.lower)
    return bytes.span.byte(at) == brace && bytes.span.byte(at + 1) == brace
  }

  /// What to do about a line without a colon.
  func noColonHelp(_ problem: Problem) -> String {
    if problem.second > 0 {
      return "write a colon and a space in place of \(separatorText(problem))"
    }
    if isRule(problem) || isHeading(problem) { return "make it a comment" }
    if let above = continuedLine(problem) {
      let column = nameColumn(above) + 2
      let spaces = column == 2 ? "two spaces" : "\(column) spaces"
      return "to continue line \(line(above)), indent this line by \(spaces)"
    }
    return "write a name, a colon and a space before the text"
  }

  private func separatorText(_ problem: Problem) -> String {
    var lower = problem.first
    var upper = problem.second
    while lower < upper, bytes[Int(lower)] == .space { lower += 1 }
    while upper > lower, bytes[Int(upper) - 1] == .space { upper -= 1 }
    return quote(lower, upper)
  }

  /// Whether a line is a rule drawn between sections: `-----` or `=====`.
  func isRule(_ problem: Problem) -> Bool {
    let span = bytes.span
    let start = Int(problem.lower)
    return Parser().isRule(span, start, span.trimmedEnd(start, span.lineEnd(from: start)))
  }

  /// Whether a line without a colon is a heading: capital letters alone.
  func isHeading(_ problem: Problem) -> Bool {
    let start = Int(problem.lower)
    let span = bytes.span
    var letters = 0
    for index in start..<span.lineEnd(from: start) {
      if span[index] &- 0x61 < 26 || span[index] >= 0x80 { return false }
      if span[index] &- 0x41 < 26 { letters += 1 }
    }
    return letters > 2
  }

  /// Whether the file has carriage returns alone for line ends.
  var isWithoutLineFeed: Bool { !bytes.contains(.lineFeed) }

  /// Whether a dash without a space stands before a figure, so that it may be a minus.
  func isMinus(_ problem: Problem) -> Bool { isFigure(at: Int(problem.upper)) }

  /// Whether a figure stands at an offset, a sign of money before it passed over.
  func isFigure(at offset: Int) -> Bool {
    let span = bytes.span
    var at = offset
    while span.byte(at) == .space { at += 1 }
    switch span.scalar(at: at).value {
    case 0x24, 0xA3, 0x20AC, 0x2E: at += span.scalar(at: at).length
    default: break
    }
    return span.byte(at).isDigit
  }

  /// Whether the text of a problem is `>` or `|` and a figure.
  func isFigure(_ problem: Problem) -> Bool {
    let at = Int(problem.first) + 1
    return isFigure(at: bytes.span.byte(at) == UInt8(ascii: "=") ? at + 1 : at)
  }

  /// The words for a target that was written with `>`: `above 75%`; empty for any other text.
  func targetInWords(_ problem: Problem) -> String {
    let span = bytes.span
    let first = Int(problem.first)
    guard span.byte(first) == UInt8(ascii: ">"), isFigure(problem) else { return "" }
    let isEqual = span.byte(first + 1) == UInt8(ascii: "=")
    var at = first + (isEqual ? 2 : 1)
    while span.byte(at) == .space { at += 1 }
    let figure = quote(UInt32(at), problem.second).unicodeScalars.dropFirst().dropLast()
    return (isEqual ? "at least " : "above ") + String(String.UnicodeScalarView(figure))
  }

  /// The start of the line above whose text a line without a colon may continue.
  func continuedLine(_ problem: Problem) -> UInt32? {
    let span = bytes.span
    var end = lineStart(problem.lower)
    while end > 0 {
      let start = span.startOfLine(at: end - 1)
      let upper = span.trimmedEnd(start, span.lineEnd(from: start))
      if upper > start {
        let parser = Parser()
        let content = start + indent(UInt32(start))
        let colon = parser.nameEnd(span, content)
        guard colon >= 0, colon + 1 < upper, span[content] != .hash else { return nil }
        var value = colon + 1
        while value < upper, span[value] == .space { value += 1 }
        switch span[value] {
        case .quote, .apostrophe, UInt8(ascii: "["), UInt8(ascii: "{"), .hash, UInt8(ascii: "|"),
          UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "*"):
          return nil
        default: return UInt32(truncatingIfNeeded: start)
        }
      }
      end = start
    }
    return nil
  }
}

/// The character of a byte above 0x7F in Windows-1252, which Western editors call ANSI.
func windows1252(_ byte: UInt8) -> Unicode.Scalar? {
  let high: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
  guard byte >= 0x80 else { return nil }
  guard byte < 0xA0 else { return Unicode.Scalar(byte) }
  let value = high[Int(byte) - 0x80]
  return value == 0 ? nil : Unicode.Scalar(value)
}
