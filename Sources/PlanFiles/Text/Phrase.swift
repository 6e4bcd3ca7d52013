/// A short text that is read word by word, whatever its case.
///
/// Works on bytes: a word ends where the letters end, never where a `Character` does.
struct Phrase: Sendable {
  /// The text.
  let bytes: [UInt8]
  /// The offset of the next byte that is not a space.
  private(set) var at = 0
  /// The offset after the last byte that is not a space.
  let end: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var end = bytes.count
    while end > 0, bytes[end - 1].isSpace { end -= 1 }
    self.end = end
    skipSpaces()
  }

  init(_ text: String) { self.init(Array(text.utf8)) }

  /// Whether nothing is left.
  var isAtEnd: Bool { at >= end }

  /// What is left.
  var rest: String { text(at..<max(at, end)) }

  /// A part of the text.
  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// Goes to an offset, to try something else.
  mutating func back(to offset: Int) { at = offset }

  /// Takes words if they come next, a space of theirs standing for any number of spaces.
  mutating func take(_ words: String) -> Bool {
    guard let after = match(words, from: at) else { return false }
    at = after
    skipSpaces()
    return true
  }

  /// Takes the first of several wordings that comes next.
  mutating func take(anyOf wordings: [String]) -> Bool {
    for words in wordings where take(words) { return true }
    return false
  }

  /// Whether the text goes on with these bytes, whatever follows them.
  func beginsWith(_ sign: String) -> Bool { bytes[at...].starts(with: sign.utf8) }

  /// Whether words come next.
  func isNext(_ words: String) -> Bool { match(words, from: at) != nil }

  /// The offset after words at an offset, or `nil` where they do not stand there.
  ///
  /// Case is ignored for a to z; a space and a hyphen stand for each other.
  func match(_ words: String, from start: Int) -> Int? {
    let wanted = words.utf8.span
    // Most words are told apart by their first letter.
    guard start < end, wanted.count > 0, bytes[start].lowercased == wanted[0].lowercased else {
      return nil
    }
    var position = start
    for index in wanted.indices {
      let byte = wanted[index]
      if byte == 0x20 || byte == UInt8(ascii: "-") && wanted.count > 1 {
        let before = position
        while position < end, spaceLength(at: position) > 0 {
          position += spaceLength(at: position)
        }
        if position == before {
          guard position < end, bytes[position] == UInt8(ascii: "-") else { return nil }
          position += 1
        }
        continue
      }
      guard position < end, bytes[position].lowercased == byte.lowercased else { return nil }
      position += 1
    }
    guard position > start else { return nil }
    guard position < end, continuesWord(bytes[position - 1]),
      !(wanted.count <= 3 && startsSymbol(at: start))
    else { return position }
    // A word is not the beginning of a longer one; `-` joins words but also begins a figure.
    if bytes[position] == UInt8(ascii: "-") {
      return position + 1 < end && bytes[position + 1].isLetter ? nil : position
    }
    return continuesWord(bytes[position]) && !startsSymbol(at: position) ? nil : position
  }

  /// Takes the longest of the spellings that comes next.
  mutating func take<Value>(longestOf spellings: [(spelling: String, value: Value)]) -> Value? {
    var best: (after: Int, value: Value)?
    for (spelling, value) in spellings where !spelling.isEmpty {
      if let after = match(spelling, from: at), after > best?.after ?? -1 { best = (after, value) }
    }
    guard let best else { return nil }
    at = best.after
    skipSpaces()
    return best.value
  }

  /// The next word, or the next run of other bytes; empty at the end.
  var nextWord: Range<Int> {
    var upper = at
    while upper < end, spaceLength(at: upper) == 0, bytes[upper] != UInt8(ascii: ",") { upper += 1 }
    if upper == at, at < end { upper += 1 }
    return at..<upper
  }

  /// Skips the next word.
  mutating func skipWord() {
    at = nextWord.upperBound
    skipSpaces()
  }

  /// Takes a whole number in digits or in a word up to `ten`.
  mutating func takeCount() -> Int? {
    let words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    for (index, word) in words.enumerated() where take(word) { return index + 1 }
    var position = at
    var value = 0
    while position < end, bytes[position].isDigit, position - at < 6 {
      value = value * 10 + Int(bytes[position] &- 0x30)
      position += 1
    }
    guard position > at, position == end || !continuesWord(bytes[position]) else { return nil }
    at = position
    skipSpaces()
    return value
  }

  /// Goes to an offset that lies after what was taken, and past the spaces there.
  mutating func advance(to offset: Int) {
    at = offset
    skipSpaces()
  }

  /// The number of bytes of the space at an offset: 0 where there is none; no-break spaces count.
  func spaceLength(at offset: Int) -> Int {
    if bytes[offset].isSpace { return 1 }
    return bytes[offset] == 0xC2 && offset + 1 < bytes.count && bytes[offset + 1] == 0xA0 ? 2 : 0
  }

  private mutating func skipSpaces() {
    while at < end, spaceLength(at: at) > 0 { at += spaceLength(at: at) }
  }

  private func continuesWord(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte >= 0x80 || byte == UInt8(ascii: "'")
  }

  /// Whether one of × ≤ ≥ − – £ or a no-break space stands at an offset.
  private func startsSymbol(at offset: Int) -> Bool {
    for symbol in ["×", "≤", "≥", "−", "–", "£", "\u{A0}"] {
      if bytes[offset...].starts(with: symbol.utf8) { return true }
    }
    return false
  }
}
