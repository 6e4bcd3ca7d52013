/// The words of a file that could not all be understood: what it may have meant to declare.
struct FileWords: Sendable {
  private var words = ByteInterner()
  /// How often each word stands in the file; 2 for more.
  private var counts: [Int] = []

  init(_ bytes: [UInt8]) {
    let span = bytes.span
    forEachWord(of: span) { word in
      let number = words.intern(word.span, 0, word.count)
      if number == counts.count { counts.append(0) }
      counts[number] = min(2, counts[number] + 1)
    }
  }

  /// Whether every word of a name stands in the file so many times, once or twice.
  func hold(_ name: String, times: Int) -> Bool {
    var isHeld = false
    var isMissing = false
    forEachWord(of: name.utf8.span) { word in
      let count = words.find(word).map { counts[$0] } ?? 0
      if count >= times { isHeld = true } else { isMissing = true }
    }
    return isHeld && !isMissing
  }
}

/// Goes through the words of a text: small letters and digits, without the signs in and around them.
private func forEachWord(of span: Span<UInt8>, _ body: ([UInt8]) -> Void) {
  var word: [UInt8] = []
  var at = 0
  while at < span.count {
    let byte = span[at]
    var step = 1
    if byte.isLetter || byte.isDigit {
      word.append(byte.lowercased)
    } else if byte >= 0x80 {
      // Dashes and curly quotation marks are no letters.
      let isMark = byte == 0xE2 && at + 2 < span.count && span[at + 1] == 0x80
      if isMark { step = 3 } else { word.append(byte) }
      if isMark, !word.isEmpty {
        body(word)
        word.removeAll(keepingCapacity: true)
      }
    } else if byte != UInt8(ascii: "-"), byte != UInt8(ascii: "."), byte != UInt8(ascii: "'") {
      if !word.isEmpty {
        body(word)
        word.removeAll(keepingCapacity: true)
      }
    }
    at += step
  }
  if !word.isEmpty { body(word) }
}
