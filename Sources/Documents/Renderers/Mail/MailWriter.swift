/// The lines of the HTML part of a message, none longer than mail may carry.
///
/// RFC 5322 allows 998 bytes a line. Tags begin a line of their own, and long text is broken at
/// spaces; a word too long for a line is broken inside a tag that allows a break.
struct MailWriter {
  private(set) var bytes: [UInt8] = []
  private var column = 0

  /// The length after which text goes on in the next line.
  private static let longest = 160
  /// The longest piece of a word.
  private static let longestWord = 300

  /// Writes a tag, or several, of our own at the beginning of a line.
  mutating func tag(_ text: String) {
    if column > 0 { endLine() }
    put(text)
  }

  /// Writes a tag of our own within a line.
  mutating func inline(_ text: String) {
    put(text)
  }

  /// Writes text from outside.
  mutating func text(_ text: String) {
    let safe = htmlText(text)
    var word: [UInt8] = []
    for byte in safe.utf8 {
      guard byte == 0x20 else {
        // Neither inside a character nor inside a reference.
        let isInside = byte & 0xC0 == 0x80 || word.last == UInt8(ascii: "&") || byte == 0x3B
        if word.count >= Self.longestWord, !isInside, !endsInReference(word) {
          put(word)
          word = []
          put("<wbr")
          endLine()
          put(">")
        }
        word.append(byte)
        continue
      }
      put(word)
      word = []
      if column > Self.longest { endLine() } else { put(" ") }
    }
    put(word)
  }

  mutating func endLine() {
    bytes.append(0x0A)
    column = 0
  }

  private mutating func put(_ text: String) { put(Array(text.utf8)) }

  private mutating func put(_ text: [UInt8]) {
    bytes += text
    column += text.count
  }

  /// Whether a reference such as `&amp;` has begun and not ended.
  private func endsInReference(_ word: [UInt8]) -> Bool {
    let tail = word.suffix(6)
    guard let start = tail.lastIndex(of: UInt8(ascii: "&")) else { return false }
    return !tail[start...].contains(0x3B)
  }
}
