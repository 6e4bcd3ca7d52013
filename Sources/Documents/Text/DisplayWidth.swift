/// The number of columns that text takes on a terminal.
///
/// Combining marks take none, East Asian wide characters and pictures take two
/// (Unicode Standard Annex 11, "East Asian Width").
public func displayWidth(_ text: String) -> Int {
  if isPlain(text.utf8) { return text.utf8.count }
  var width = 0
  for scalar in text.unicodeScalars { width += displayWidth(scalar) }
  return width
}

/// The number of columns that a scalar takes: 0, 1 or 2.
func displayWidth(_ scalar: Unicode.Scalar) -> Int {
  let value = scalar.value
  if value < 0x300 { return 1 }
  if value == 0x200D || (0xFE00...0xFE0F).contains(value) { return 0 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark: return 0
  default: break
  }
  if value < 0x1100 { return 1 }
  return isWide(value) ? 2 : 1
}

/// Whether a character takes two columns.
private func isWide(_ value: UInt32) -> Bool {
  switch value {
  case 0x1100...0x115F, 0x231A...0x231B, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF,
    0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
    0x1F900...0x1F9FF, 0x20000...0x3FFFD:
    true
  default: false
  }
}
