/// Bytes by name, so that the grammar reads as words.
extension UInt8 {
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let tab: UInt8 = 0x09
  static let space: UInt8 = 0x20
  static let dash = UInt8(ascii: "-")
  static let colon = UInt8(ascii: ":")
  static let hash = UInt8(ascii: "#")
  static let quote = UInt8(ascii: "\"")
  static let apostrophe = UInt8(ascii: "'")
  static let backslash = UInt8(ascii: "\\")

  /// Whether the byte continues a UTF-8 sequence.
  var isContinuation: Bool { self & 0xC0 == 0x80 }

  var isSpaceOrTab: Bool { self == .space || self == .tab }

  var isDigit: Bool { self &- 0x30 < 10 }

  /// The value of a hexadecimal digit.
  var hexadecimal: UInt32? {
    switch self {
    case 0x30...0x39: UInt32(self) - 0x30
    case 0x41...0x46: UInt32(self) - 0x41 + 10
    case 0x61...0x66: UInt32(self) - 0x61 + 10
    default: nil
    }
  }
}

/// Whether a plan file may not hold a scalar, not even in quotes or comments.
///
/// Line separators other than LF are among them: some tools see a line end there and others do not.
func isForbidden(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x09, 0x0A: false
  case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xD800..<0xE000, 0xFDD0..<0xFDF0: true
  default: scalar & 0xFFFE == 0xFFFE || scalar > 0x10FFFF
  }
}

/// Whether a scalar looks like a space but is none for the grammar: no-break spaces and the like.
func isOddSpace(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0xA0, 0x1680, 0x2000...0x200B, 0x202F, 0x205F, 0x2060, 0x3000: true
  default: false
  }
}

extension Span<UInt8> {
  /// The byte at an offset; past the end it is as if the line ended.
  @inline(__always)
  func byte(_ offset: Int) -> UInt8 { offset < count ? self[offset] : .lineFeed }

  /// The scalar that starts at an offset and its length; broken UTF-8 gives U+FFFD and 1.
  func scalar(at offset: Int) -> (value: UInt32, length: Int) {
    let first = byte(offset)
    if first < 0x80 { return (UInt32(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first < 0xF5, offset + length <= count else { return (0xFFFD, 1) }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for index in 1..<length {
      let next = self[offset + index]
      guard next.isContinuation else { return (0xFFFD, 1) }
      value = value << 6 | UInt32(next & 0x3F)
    }
    let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard value >= least, value < 0x11_0000, !(0xD800..<0xE000).contains(value) else {
      return (0xFFFD, 1)
    }
    return (value, length)
  }

  /// The scalar that ends before an offset and its length.
  func scalar(before offset: Int) -> (value: UInt32, length: Int) {
    var start = offset - 1
    while start > 0, offset - start < 4, self[start].isContinuation { start -= 1 }
    let found = scalar(at: start)
    return found.length == offset - start ? found : (0xFFFD, 1)
  }

  /// The length of the odd space at an offset, or 0.
  func oddSpace(at offset: Int) -> Int {
    guard byte(offset) >= 0x80 else { return 0 }
    let found = scalar(at: offset)
    return isOddSpace(found.value) ? found.length : 0
  }

  /// Whether the line ends at an offset: LF, CRLF or the end of the file.
  @inline(__always)
  func isLineEnd(_ offset: Int) -> Bool {
    let byte = byte(offset)
    return byte == .lineFeed || (byte == .carriageReturn && self.byte(offset + 1) == .lineFeed)
  }

  /// The offset of the line end at or after an offset, before its CR.
  func lineEnd(from offset: Int) -> Int {
    var at = offset
    while at < count, self[at] != .lineFeed { at += 1 }
    return at > offset && at < count && self[at - 1] == .carriageReturn ? at - 1 : at
  }

  /// The offset after the last byte of a range that is no space or tab, or the range's start.
  func trimmedEnd(_ lower: Int, _ upper: Int) -> Int {
    var at = upper
    while at > lower, self[at - 1].isSpaceOrTab { at -= 1 }
    return at
  }
}
