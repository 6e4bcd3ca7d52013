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

  /// The offset of the first of a letter from a to z, small or capital; the end where there is none.
  @inline(__always)
  func next(_ letter: UInt8, from start: Int, to end: Int) -> Int {
    var at = start
    while at &+ 8 <= end {
      let found = marks(word(at: at) | 0x2020_2020_2020_2020, letter)
      if found != 0 { return at &+ found.trailingZeroBitCount >> 3 }
      at &+= 8
    }
    while at < end, self[at] | 0x20 != letter { at &+= 1 }
    return at
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

  /// The end of the unquoted text of a field: a comma, a quotation mark, or the end of the line.
  @inline(__always)
  func endOfText(from start: Int) -> Int {
    let at = endOfField(from: start, to: count)
    let isLast = at == count || self[at] == 0x0A
    return isLast && at > start && self[at &- 1] == 0x0D ? at &- 1 : at
  }

  /// The end of a field, which may stand in quotation marks; where it is written in another way, a
  /// place at which no field ends.
  @inline(__always)
  func endOfFieldText(from start: Int) -> Int {
    guard start < count, self[start] == UInt8(ascii: "\"") else { return endOfText(from: start) }
    var at = endOfQuoted(from: start &+ 1, to: count)
    while at &+ 1 < count, self[at &+ 1] == UInt8(ascii: "\"") {
      at = endOfQuoted(from: at &+ 2, to: count)
    }
    // A mark that is never closed leaves the start, where a mark stands.
    return at < count ? at &+ 1 : start
  }

  /// Whether a field ends at an offset: before a comma or the end of the line.
  @inline(__always)
  func isFieldEnd(_ at: Int) -> Bool {
    guard at < count else { return true }
    switch self[at] {
    case UInt8(ascii: ","), 0x0A: return true
    case 0x0D: return at &+ 1 == count || self[at &+ 1] == 0x0A
    default: return false
    }
  }

  /// Whether a text is a plain figure, such as `74.96` or `-2.8`; other figures need a closer look.
  ///
  /// - Parameters:
  ///   - lower: Where the text begins.
  ///   - upper: Where it ends.
  ///   - isShare: Whether the figure must lie between 0 and 100.
  /// - Returns: Whether it is one of at most 15 digits.
  @inline(__always)
  func isFigure(_ lower: Int, _ upper: Int, isShare: Bool) -> Bool {
    var at = lower
    if at < upper, self[at] == UInt8(ascii: "-") {
      if isShare { return false }
      at &+= 1
    }
    guard at < upper, upper &- at <= 16, self[at].isDigit, self[upper &- 1].isDigit else {
      return false
    }
    var digits: UInt64 = 0
    var hundred: UInt64 = 0
    while at < upper {
      let byte = self[at]
      if byte.isDigit {
        digits = digits &* 10 &+ UInt64(byte &- 0x30)
        hundred = hundred &* 10
      } else {
        guard byte == UInt8(ascii: "."), hundred == 0 else { return false }
        hundred = 100
      }
      at &+= 1
    }
    return !isShare || digits <= (hundred == 0 ? 100 : hundred)
  }

  /// Whether a figure may be above zero and not above one, told from its first two signs.
  func mayBeOneOrLess(_ lower: Int, _ upper: Int) -> Bool {
    guard lower < upper else { return false }
    let isAlone = lower &+ 1 == upper
    switch self[lower] {
    case UInt8(ascii: "0"): return !isAlone
    case UInt8(ascii: "1"): return isAlone || !self[lower &+ 1].isDigit
    default: return false
    }
  }

  /// The offset of the first byte from one on that is no sign of plain English text: below a space
  /// and neither a tab nor the end of a line, or above `~`; the end where there is none.
  func endOfPlainText(from start: Int) -> Int {
    let end = count
    var at = start
    while at &+ 32 <= end {
      let odd =
        oddBytes(word(at: at)) | oddBytes(word(at: at &+ 8)) | oddBytes(word(at: at &+ 16))
        | oddBytes(word(at: at &+ 24))
      if odd != 0 {
        for offset in at..<(at &+ 32) where !self[offset].isPlain { return offset }
      }
      at &+= 32
    }
    while at < end, self[at].isPlain { at &+= 1 }
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

/// Not zero where a byte of a word is none of a space to `~` or a line feed.
@inline(__always)
private func oddBytes(_ word: UInt64) -> UInt64 {
  let top: UInt64 = 0x8080_8080_8080_8080
  let ones: UInt64 = 0x0101_0101_0101_0101
  let seven = word & ~top
  // A byte below a space borrows from its top bit; DEL carries into its own.
  let low = ~((word | top) &- (ones &* 0x20))
  let lineFeed = ~(((seven ^ (ones &* 0x0A)) &+ ~top) | word)
  return ((low & ~lineFeed) | word | (seven &+ ones)) & top
}

extension UInt8 {
  /// Whether it is a sign of plain English text: a printable ASCII character, a tab, or part of the
  /// end of a line.
  fileprivate var isPlain: Bool {
    self >= 0x20 ? self < 0x7F : self == 0x09 || self == 0x0A || self == 0x0D
  }
}
