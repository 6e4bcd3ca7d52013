/// Eight bytes at once, so that commas and line ends are found faster than one by one.
///
/// The only place where bytes are read as something wider. `RawSpan` checks the bounds of every
/// load; the mark `unsafe` stands for reading bytes as another type, which is harmless for a
/// plain integer.
extension Span<UInt8> {
  /// The eight bytes at an offset, the first in the lowest place.
  @inline(__always)
  func word(at offset: Int) -> UInt64 {
    unsafe UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The offset of the first comma, quotation mark or line feed; the end where there is none.
  @inline(__always)
  func endOfField(from start: Int, to end: Int) -> Int {
    var at = start
    while at &+ 8 <= end {
      let word = word(at: at)
      let found =
        marks(word, UInt8(ascii: ",")) | marks(word, 0x0A) | marks(word, UInt8(ascii: "\""))
      if found != 0 { return at &+ found.trailingZeroBitCount >> 3 }
      at &+= 8
    }
    while at < end {
      let byte = self[at]
      if byte == UInt8(ascii: ",") || byte == 0x0A || byte == UInt8(ascii: "\"") { return at }
      at &+= 1
    }
    return end
  }

  /// The offset of the first quotation mark or line feed; the end where there is none.
  @inline(__always)
  func endOfLineOrQuote(from start: Int, to end: Int) -> Int {
    var at = start
    while at &+ 8 <= end {
      let word = word(at: at)
      let found = marks(word, 0x0A) | marks(word, UInt8(ascii: "\""))
      if found != 0 { return at &+ found.trailingZeroBitCount >> 3 }
      at &+= 8
    }
    while at < end {
      if self[at] == 0x0A || self[at] == UInt8(ascii: "\"") { return at }
      at &+= 1
    }
    return end
  }

  /// The offset of the first quotation mark; the end where there is none.
  @inline(__always)
  func endOfQuoted(from start: Int, to end: Int) -> Int {
    var at = start
    while at &+ 8 <= end {
      let found = marks(word(at: at), UInt8(ascii: "\""))
      if found != 0 { return at &+ found.trailingZeroBitCount >> 3 }
      at &+= 8
    }
    while at < end, self[at] != UInt8(ascii: "\"") { at &+= 1 }
    return at
  }

  /// Whether the bytes at an offset equal those of another text; `false` past the end.
  @inline(__always)
  func matches(_ other: Span<UInt8>, _ lower: Int, _ length: Int, at offset: Int) -> Bool {
    guard offset &+ length <= count else { return false }
    var done = 0
    while done &+ 8 <= length {
      if word(at: offset &+ done) != other.word(at: lower &+ done) { return false }
      done &+= 8
    }
    if length >= 8 {
      // The last eight bytes, some of them a second time.
      return done == length
        || word(at: offset &+ length &- 8) == other.word(at: lower &+ length &- 8)
    }
    while done < length {
      if self[offset &+ done] != other[lower &+ done] { return false }
      done &+= 1
    }
    return true
  }

  /// A number that tells texts apart, for a table of them.
  @inline(__always)
  func hash(_ lower: Int, _ upper: Int) -> UInt64 {
    var hash = 0x9E37_79B9_7F4A_7C15 &* UInt64(truncatingIfNeeded: upper &- lower)
    var at = lower
    while at &+ 8 <= upper {
      hash = (hash ^ word(at: at)) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 32
      at &+= 8
    }
    var rest: UInt64 = 0
    while at < upper {
      rest = rest << 8 | UInt64(self[at])
      at &+= 1
    }
    hash = (hash ^ rest) &* 0xFF51_AFD7_ED55_8CCD
    return hash ^ hash >> 29
  }
}

/// The top bit of each byte of a word that equals a byte; the lowest such bit is exact.
@inline(__always)
private func marks(_ word: UInt64, _ byte: UInt8) -> UInt64 {
  let difference = word ^ (0x0101_0101_0101_0101 &* UInt64(byte))
  return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
}
