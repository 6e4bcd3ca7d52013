/// A text with markers in it, such as `a: 1️⃣b`, without them, and where they were.
public struct MarkedText: Sendable {
  /// The text without its markers.
  public let text: String
  /// The UTF-8 offsets of the markers `1️⃣`, `2️⃣`, … in the text without them, in the order of the text.
  public let offsets: [Int]

  /// Takes the markers out of a text.
  public init(_ marked: String) {
    var bytes: [UInt8] = []
    var offsets: [Int] = []
    let scalars = Array(marked.unicodeScalars)
    var index = 0
    while index < scalars.count {
      // A keycap: a digit, a variation selector and the key round it.
      if index + 2 < scalars.count, scalars[index + 1].value == 0xFE0F,
        scalars[index + 2].value == 0x20E3
      {
        offsets.append(bytes.count)
        index += 3
      } else {
        bytes += Array(String(Character(scalars[index])).utf8)
        index += 1
      }
    }
    text = String(decoding: bytes, as: UTF8.self)
    self.offsets = offsets
  }
}
