import Documents

/// Text that may stand in a header of a message: it cannot end a line, so it cannot begin another
/// header.
///
/// Whatever a plan or a trust calls itself comes through here before it reaches a message.
struct HeaderText: Hashable {
  /// The text: line ends and tabs have become spaces, characters that cannot be seen are written
  /// out.
  let text: String

  init(_ text: String) { self.text = safeText(text) }

  /// The text as unstructured words, folded.
  ///
  /// - Parameter used: How many bytes of the first line the name of the header has taken.
  /// - Returns: The bytes without the last line end.
  func unstructured(after used: Int) -> [UInt8] {
    if text.isEmpty { return [] }
    return plainWords(after: used) ?? encodedWords(text, after: used)
  }

  /// The text as the name beside an address.
  ///
  /// - Parameter used: How many bytes of the first line are taken.
  /// - Returns: The bytes; a quoted string, or encoded words.
  func phrase(after used: Int) -> [UInt8] {
    var quoted: [UInt8] = [UInt8(ascii: "\"")]
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        quoted.append(UInt8(ascii: "\\"))
      }
      quoted.append(byte)
    }
    quoted.append(UInt8(ascii: "\""))
    let fits = used + quoted.count <= MailLine.longest
    return isPlainASCII && fits ? quoted : encodedWords(text, after: used)
  }

  /// Whether the text is ASCII that nobody takes for encoded words.
  private var isPlainASCII: Bool {
    text.utf8.allSatisfy { $0 < 0x80 } && !text.utf8.contains("=?".utf8)
  }

  /// The words as they are, broken between lines; `nil` where they do not come back so.
  private func plainWords(after used: Int) -> [UInt8]? {
    guard isPlainASCII else { return nil }
    var bytes: [UInt8] = []
    var column = used
    let words = text.utf8.split(separator: 0x20, omittingEmptySubsequences: false)
    for (index, word) in words.enumerated() {
      // Two spaces in a row could leave a line of spaces alone, which mailers drop.
      guard !word.isEmpty, word.count < MailLine.longest - used else { return nil }
      if index > 0 {
        if column + 1 + word.count > MailLine.longest {
          bytes += MailLine.end
          column = 0
        }
        bytes.append(0x20)
        column += 1
      }
      bytes += word
      column += word.count
    }
    return bytes
  }
}

/// The lines of a message.
enum MailLine {
  /// The longest that a line of a header should be (RFC 5322, 2.1.1).
  static let longest = 78
  /// The longest with an encoded word in it (RFC 2047, 2).
  static let longestWithWord = 76
  /// The end of a line on the wire.
  static let end: [UInt8] = [0x0D, 0x0A]
}

extension Sequence<UInt8> {
  /// Whether some bytes occur in a row.
  fileprivate func contains(_ bytes: some Collection<UInt8>) -> Bool {
    let all = Array(self)
    guard all.count >= bytes.count else { return false }
    return (0...(all.count - bytes.count)).contains { all[$0...].starts(with: bytes) }
  }
}
