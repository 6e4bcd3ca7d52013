/// What a backslash in double quotes stands for.
enum EscapeMeaning {
  /// The line and the next are joined without a space.
  case lineJoin
  /// One character, which may be one that no text may hold.
  case scalar(UInt32)
  /// Nothing.
  case unknown
}

/// Reads the escape whose backslash stands at an offset; `end` is where it ends.
func readEscape(
  _ bytes: Span<UInt8>,
  _ at: Int,
  _ upper: Int
) -> (meaning: EscapeMeaning, end: Int) {
  guard at + 1 < upper else { return (.unknown, at + 1) }
  switch bytes[at + 1] {
  case UInt8(ascii: "n"): return (.scalar(0x0A), at + 2)
  case UInt8(ascii: "t"): return (.scalar(0x09), at + 2)
  case UInt8(ascii: "_"): return (.scalar(0xA0), at + 2)
  case .quote, .backslash, UInt8(ascii: "/"), .space:
    return (.scalar(UInt32(bytes[at + 1])), at + 2)
  case .lineFeed: return (.lineJoin, at + 2)
  case .carriageReturn where at + 2 < upper && bytes[at + 2] == .lineFeed:
    return (.lineJoin, at + 3)
  case UInt8(ascii: "x"): return hexadecimal(bytes, at, upper, 2)
  case UInt8(ascii: "u"): return hexadecimal(bytes, at, upper, 4)
  case UInt8(ascii: "U"): return hexadecimal(bytes, at, upper, 8)
  default: return (.unknown, at + 1)
  }
}

private func hexadecimal(
  _ bytes: Span<UInt8>,
  _ at: Int,
  _ upper: Int,
  _ digits: Int
) -> (meaning: EscapeMeaning, end: Int) {
  guard at + 2 + digits <= upper else { return (.unknown, at + 1) }
  var value: UInt32 = 0
  for index in at + 2..<at + 2 + digits {
    guard let digit = bytes[index].hexadecimal else { return (.unknown, at + 1) }
    value = value << 4 | digit
  }
  return (.scalar(value), at + 2 + digits)
}
