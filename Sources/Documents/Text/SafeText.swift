/// Text from a file made safe to show.
///
/// Control characters, escape sequences, marks that reverse the direction of writing and
/// characters that cannot be seen are written out, as `\u{1b}`; tabs and line ends become a space.
/// Accents beyond the fourth on one letter, which no language has, are left out, because they would
/// be drawn over the lines above and below. Everything else stays as it is.
///
/// - Parameter text: Text from outside.
/// - Returns: Text that a terminal shows as what it is.
public func safeText(_ text: String) -> String {
  if isPlain(text.utf8) { return text }
  var result = ""
  var isChanged = false
  var accents = 0
  for scalar in text.unicodeScalars {
    if scalar == "\t" || scalar == "\n" || scalar == "\r" {
      // One space for CRLF: the line feed after a carriage return adds nothing.
      if scalar != "\n" || !result.hasSuffix(" ") { result += " " }
      isChanged = true
    } else if isHidden(scalar) {
      result += "\\u{" + String(scalar.value, radix: 16) + "}"
      isChanged = true
    } else if isAccent(scalar) {
      accents += 1
      if accents > mostAccents {
        isChanged = true
      } else {
        result.unicodeScalars.append(scalar)
      }
      continue
    } else {
      result.unicodeScalars.append(scalar)
    }
    accents = 0
  }
  return isChanged ? result : text
}

/// The most accents that one letter keeps.
private let mostAccents = 4

/// Whether a scalar is drawn on the letter before it and takes no room of its own.
private func isAccent(_ scalar: Unicode.Scalar) -> Bool {
  // Nearly all that is asked about is a letter or the punctuation of one.
  guard scalar.value >= 0x300, !(0x2000...0x20cf).contains(scalar.value) else { return false }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark: return true
  default: return false
  }
}

/// Whether text consists of printable ASCII alone, as most text does.
func isPlain(_ bytes: String.UTF8View) -> Bool {
  let span = bytes.span
  for index in span.indices where span[index] &- 0x20 >= 0x5F { return false }
  return true
}

/// Whether a scalar is a control character or one that cannot be seen or turns the text around.
func isHidden(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x00...0x1F, 0x7F...0x9F: true  // C0, DEL and C1, ESC and CSI among them.
  case 0xAD, 0x34F, 0x61C, 0x180E: true
  case 0x200B, 0x200E, 0x200F: true
  case 0x2028...0x202E, 0x2060...0x206F: true  // Line ends, embeddings, overrides, isolates.
  case 0xFEFF, 0xFFF9...0xFFFB, 0xFDD0...0xFDEF: true
  case 0xE0000...0xE007F: true  // Tags.
  // The last two of every plane are no characters; a page that holds one is not valid HTML.
  default: scalar.value & 0xFFFE == 0xFFFE
  }
}
