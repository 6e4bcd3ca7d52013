/// Appends a coordinate, rounded to one decimal, without any locale.
///
/// What is no number, or too far out for any picture, is written as the nearest that is.
func appendCoordinate(_ value: Double, to bytes: inout [UInt8]) {
  let limit = 100_000.0
  let inside = value.isNaN ? 0 : min(max(value, -limit), limit)
  let tenths = Int((inside * 10).rounded())
  if tenths < 0 { bytes.append(UInt8(ascii: "-")) }
  let magnitude = tenths.magnitude
  bytes += String(magnitude / 10).utf8
  if magnitude % 10 != 0 {
    bytes.append(UInt8(ascii: "."))
    bytes.append(UInt8(ascii: "0") + UInt8(magnitude % 10))
  }
}

/// The width that text takes in a picture in a font of a size, roughly: the font is the reader's.
func pictureWidth(_ text: String, size: Double) -> Double {
  Double(displayWidth(safeText(text))) * size * 0.55
}

/// Text cut to what has room in a picture.
func pictureText(_ text: String, columns: Int) -> String {
  let safe = safeText(text)
  if safe.utf8.count <= columns { return safe }
  var kept = ""
  var width = 0
  for character in safe {
    width += displayWidth(String(character))
    // A character can carry any number of accents.
    if width > columns || kept.utf8.count > columns * 16 { return kept + "…" }
    kept.append(character)
  }
  return kept
}
