/// A name as it is compared: small letters and digits, without accents, stops, hyphens and spaces.
///
/// `St. Nicholas`, `st nicholas` and `ST-NICHOLAS` are the same folded name.
struct FoldedName: Hashable, Sendable {
  /// The folded bytes.
  let bytes: [UInt8]
  /// Where in `bytes` each word of the name begins.
  let wordStarts: [Int]

  init(_ name: String) {
    var bytes: [UInt8] = []
    var starts: [Int] = []
    bytes.reserveCapacity(name.utf8.count)
    var startsWord = true
    if Self.fold(name.utf8.span, &bytes, &starts) {
      self.bytes = bytes
      wordStarts = starts
      return
    }
    bytes = []
    starts = []
    for scalar in name.unicodeScalars {
      switch scalar.value {
      case 0x20, 0x09, 0x0A, 0xA0, 0x2D, 0x2F, 0x2010...0x2015:
        startsWord = true
        continue
      case 0x27, 0x2E, 0x2C, 0x60, 0xB4, 0x2018, 0x2019, 0x300...0x36F: continue
      default: break
      }
      if startsWord { starts.append(bytes.count) }
      startsWord = false
      if scalar.value < 0x80 {
        bytes.append(UInt8(scalar.value).lowercased)
      } else if let plain = plainLetters(scalar.value) {
        bytes += Array(plain.utf8)
      } else {
        bytes += Array(String(scalar).lowercased().utf8)
      }
    }
    self.bytes = bytes
    wordStarts = starts
  }

  /// Folds a name of ASCII letters, as most are; false where it has others.
  private static func fold(
    _ name: Span<UInt8>,
    _ bytes: inout [UInt8],
    _ starts: inout [Int]
  ) -> Bool {
    var startsWord = true
    for index in name.indices {
      let byte = name[index]
      switch byte {
      case 0x20, 0x09, 0x0A, 0x2D, 0x2F: startsWord = true
      case 0x27, 0x2E, 0x2C, 0x60: break
      case 0x80...: return false
      default:
        if startsWord { starts.append(bytes.count) }
        startsWord = false
        bytes.append(byte.lowercased)
      }
    }
    return true
  }

  static func == (first: FoldedName, second: FoldedName) -> Bool { first.bytes == second.bytes }

  func hash(into hasher: inout Hasher) { hasher.combine(bytes) }

  /// Whether this name begins with another.
  func begins(with other: FoldedName) -> Bool {
    !other.bytes.isEmpty && bytes.starts(with: other.bytes)
  }

  /// Whether one of the words of this name, and those after it, begin with another name.
  func hasWord(beginning other: FoldedName) -> Bool {
    !other.bytes.isEmpty
      && wordStarts.contains { bytes[$0...].starts(with: other.bytes) }
  }
}

/// The letters without accents that a Latin letter with an accent is folded to.
func plainLetters(_ value: UInt32) -> String? {
  switch value {
  case 0xC0...0xC5, 0xE0...0xE5, 0x100...0x105: "a"
  case 0xC6, 0xE6: "ae"
  case 0xC7, 0xE7, 0x106...0x10D: "c"
  case 0x10E...0x111: "d"
  case 0xC8...0xCB, 0xE8...0xEB, 0x112...0x11B: "e"
  case 0x11C...0x123: "g"
  case 0xCC...0xCF, 0xEC...0xEF, 0x128...0x131: "i"
  case 0x139...0x142: "l"
  case 0xD1, 0xF1, 0x143...0x148: "n"
  case 0xD2...0xD6, 0xD8, 0xF2...0xF6, 0xF8, 0x14C...0x151: "o"
  case 0x152, 0x153: "oe"
  case 0x154...0x159: "r"
  case 0xDF: "ss"
  case 0x15A...0x161: "s"
  case 0x162...0x167: "t"
  case 0xD9...0xDC, 0xF9...0xFC, 0x168...0x173: "u"
  case 0x174, 0x175: "w"
  case 0xDD, 0xFD, 0xFF, 0x176...0x178: "y"
  case 0x179...0x17E: "z"
  default: nil
  }
}
