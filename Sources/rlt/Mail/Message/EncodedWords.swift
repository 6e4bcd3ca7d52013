/// Text as encoded words (RFC 2047), one on each line.
///
/// Each word holds whole characters, so that each can be read alone; the space and line end between
/// two of them are none of the text.
///
/// - Parameters:
///   - text: The text.
///   - used: How many bytes of the first line are taken.
/// - Returns: The bytes without the last line end.
func encodedWords(_ text: String, after used: Int) -> [UInt8] {
  let start = Array("=?utf-8?q?".utf8)
  let end = Array("?=".utf8)
  // A word has at most 75 bytes, and a line that holds one at most 76.
  let longest = 75 - start.count - end.count
  var words: [[UInt8]] = []
  var word: [UInt8] = []
  for scalar in text.unicodeScalars {
    let piece = encoded(scalar)
    let room = words.isEmpty ? min(longest, 76 - used - start.count - end.count) : longest
    if word.count + piece.count > room {
      words.append(word)
      word = []
    }
    word += piece
  }
  words.append(word)
  // What does not fit beside the name of the header begins on the next line.
  if words.count > 1, words[0].isEmpty { return MailLine.end + [0x20] + joined(words.dropFirst()) }
  return joined(words[...])

  func joined(_ words: ArraySlice<[UInt8]>) -> [UInt8] {
    Array(words.map { start + $0 + end }.joined(separator: MailLine.end + [0x20]))
  }
}

/// One character in the form that may stand in any header, beside addresses too.
private func encoded(_ scalar: Unicode.Scalar) -> [UInt8] {
  let value = scalar.value
  if value == 0x20 { return [UInt8(ascii: "_")] }
  if value < 0x80 {
    let byte = UInt8(value)
    let isPlain = (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || "!*+-/".utf8.contains(byte)
    if isPlain { return [byte] }
  }
  return UTF8.encode(scalar).map { $0.flatMap(escaped) } ?? []
}

/// A byte as `=` and two capital hexadecimal digits.
func escaped(_ byte: UInt8) -> [UInt8] {
  func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x41 + value - 10 }
  return [UInt8(ascii: "="), digit(byte >> 4), digit(byte & 15)]
}
