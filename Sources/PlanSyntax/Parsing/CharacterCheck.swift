extension Span<UInt8> {
  /// Whether the file starts with the mark of UTF-32, or with characters of four bytes each.
  var isUTF32: Bool {
    guard count >= 8, self[1] == 0 || self[2] == 0 else { return false }
    if self[0] == 0xFF, self[1] == 0xFE, self[2] == 0, self[3] == 0 { return true }
    if self[0] == 0, self[1] == 0, self[2] == 0xFE, self[3] == 0xFF { return true }
    for kept in [0, 3] {
      var isWide = true
      for quad in 0..<min(count / 4, 16) {
        for index in 0..<4 where (self[4 * quad + index] == 0) == (index == kept) {
          isWide = false
        }
      }
      if isWide { return true }
    }
    return false
  }
}

/// Looks for bytes that no plan file may hold, before its structure is read.
struct CharacterCheck {
  var problems: [Problem] = []
  /// Whether a decoded text may hold a character that must not come out.
  var hasForbidden = false

  /// Checks every byte; `false` where the file is not UTF-8 text at all.
  mutating func check(_ text: Span<UInt8>) -> Bool {
    if text.isUTF32 || isUTF16(text) {
      problems.append(Problem(.utf16, 0, 0))
      return false
    }
    var at = text.count >= 3 && text[0] == 0xEF && text[1] == 0xBB && text[2] == 0xBF ? 3 : 0
    // One problem for a line: the end of the line of the last one.
    var reported = -1
    while at < text.count {
      at = plainEnd(text, at)
      if at < text.count { at = odd(text, at, &reported) }
    }
    guard hasForbidden else { return true }
    if isBinary(text) {
      problems = [Problem(.notText, 0, 0)]
      return false
    }
    // Without a line feed the whole file is one line.
    guard problems.contains(where: { $0.code == .loneCR }), !hasLineFeed(text) else { return true }
    problems.removeAll { $0.code != .loneCR }
    return false
  }

  private func hasLineFeed(_ text: Span<UInt8>) -> Bool {
    for index in 0..<text.count where text[index] == .lineFeed { return true }
    return false
  }

  /// Whether the file is no text at all: a workbook, a document, a picture, an archive.
  private func isBinary(_ text: Span<UInt8>) -> Bool {
    let marks: [[UInt8]] = [
      [0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0], [0x25, 0x50, 0x44, 0x46],
      [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], [0x1F, 0x8B],
    ]
    for mark in marks where text.count >= mark.count {
      if mark.indices.allSatisfy({ text[$0] == mark[$0] }) { return true }
    }
    guard text.count >= 64 else { return false }
    var controls = 0
    let seen = min(text.count, 1024)
    for index in 0..<seen where text[index] < 0x20 {
      switch text[index] {
      case .tab, .lineFeed, .carriageReturn, 0x0B, 0x0C: break
      default: controls += 1
      }
    }
    return controls * 10 > seen
  }

  /// The offset of the first byte that is neither printable ASCII nor a line feed.
  private func plainEnd(_ text: Span<UInt8>, _ from: Int) -> Int {
    var at = from
    // Sixteen at a time without a branch, which the compiler turns into vector instructions.
    while at >= 0, at <= text.count - 16 {
      var plain = 1
      for step in 0..<16 {
        let byte = text[at &+ step]
        let isPlain = (byte &- 0x20 < 0x5F ? 1 : 0) | (byte == .lineFeed ? 1 : 0)
        plain &= isPlain
      }
      if plain == 0 { break }
      at += 16
    }
    while at < text.count, text[at] &- 0x20 < 0x5F || text[at] == .lineFeed { at += 1 }
    return at
  }

  /// Looks at a byte that is not plain ASCII, and returns where to go on.
  private mutating func odd(_ text: Span<UInt8>, _ at: Int, _ reported: inout Int) -> Int {
    let byte = text[at]
    if byte == .lineFeed || byte == .tab { return at + 1 }
    if byte == .carriageReturn, text.byte(at + 1) == .lineFeed, at + 1 < text.count {
      return at + 1
    }
    let (value, length) = text.scalar(at: at)
    if byte >= 0x80, length == 1 {
      note(text, .utf8, at, 1, &reported)
    } else if byte == .carriageReturn {
      note(text, .loneCR, at, 1, &reported)
    } else if isForbidden(value) {
      note(text, .control, at, length, &reported)
    } else if (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value) {
      if at >= reported { problems.append(Problem(.bidi, at, at + length)) }
    }
    return at + length
  }

  private mutating func note(
    _ text: Span<UInt8>,
    _ code: ProblemCode,
    _ at: Int,
    _ length: Int,
    _ reported: inout Int
  ) {
    hasForbidden = true
    guard at >= reported else { return }
    problems.append(Problem(code, at, at + length))
    reported = text.lineEnd(from: at)
  }

  /// Whether the file starts with the mark of UTF-16, or every second of its first bytes is NUL.
  private func isUTF16(_ text: Span<UInt8>) -> Bool {
    guard text.count >= 2 else { return false }
    if (text[0] == 0xFF && text[1] == 0xFE) || (text[0] == 0xFE && text[1] == 0xFF) { return true }
    let pairs = min(text.count / 2, 32)
    guard pairs >= 2 else { return false }
    for odd in 0...1 {
      var isAlternating = true
      for pair in 0..<pairs
      where text[2 * pair + odd] != 0 || text[2 * pair + 1 - odd] == 0 {
        isAlternating = false
      }
      if isAlternating { return true }
    }
    return false
  }
}
