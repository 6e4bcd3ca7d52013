internal import SourceText

/// Looks for bytes that no plan file may hold, before its structure is read.
struct CharacterCheck {
  var problems: [Problem] = []
  /// Whether a decoded text may hold a character that must not come out.
  var hasForbidden = false

  /// Checks every byte; `false` where the file is not UTF-8 text at all.
  mutating func check(_ text: Span<UInt8>) -> Bool {
    if text.isUTF32 || text.isUTF16 {
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
    if ForeignFile(text) != nil {
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
}
