/// Text in quoted-printable form (RFC 2045, 6.7): ASCII lines of at most 76 bytes.
///
/// No line begins with a full stop or with `From `, which some mailers change on the way, and none
/// ends in a space, which some drop.
///
/// - Parameter text: UTF-8, its lines ended by line feeds.
/// - Returns: Lines ended as on the wire.
func quotedPrintable(_ text: [UInt8]) -> [UInt8] {
  var output: [UInt8] = []
  output.reserveCapacity(text.count + text.count / 8)
  let bytes = text.span
  var column = 0
  for index in bytes.indices {
    let byte = bytes[index]
    if byte == 0x0A {
      output.append(0x0D)
      output.append(0x0A)
      column = 0
      continue
    }
    let isLast = index + 1 == bytes.count || bytes[index + 1] == 0x0A
    let isLiteral = byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "=")
    let isSpace = byte == 0x20 && !isLast
    var width = isLiteral || isSpace ? 1 : 3
    // The last column is for the sign that the line goes on.
    if column + width > (isLast ? 76 : 75) {
      output.append(UInt8(ascii: "="))
      output.append(0x0D)
      output.append(0x0A)
      column = 0
    }
    if column == 0, isChangedAtStart(bytes, index) { width = 3 }
    if width == 1 { output.append(byte) } else { append(byte, to: &output) }
    column += width
  }
  // A part that ends within a line would run into what follows it.
  if let last = text.last, last != 0x0A { output += MailLine.end }
  return output
}

/// Whether mailers may change a line that begins here.
private func isChangedAtStart(_ bytes: Swift.Span<UInt8>, _ index: Int) -> Bool {
  if bytes[index] == UInt8(ascii: ".") { return true }
  return bytes[index] == UInt8(ascii: "F") && index + 4 < bytes.count
    && bytes[index + 1] == UInt8(ascii: "r") && bytes[index + 2] == UInt8(ascii: "o")
    && bytes[index + 3] == UInt8(ascii: "m") && bytes[index + 4] == 0x20
}

private func append(_ byte: UInt8, to output: inout [UInt8]) {
  func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x41 + value - 10 }
  output.append(UInt8(ascii: "="))
  output.append(digit(byte >> 4))
  output.append(digit(byte & 15))
}

/// Bytes in base64 (RFC 2045, 6.8), in lines of 76 ended as on the wire.
func base64(_ bytes: [UInt8]) -> [UInt8] {
  let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var output: [UInt8] = []
  for start in stride(from: 0, to: bytes.count, by: 3) {
    if start > 0, start % 57 == 0 { output += MailLine.end }
    let rest = bytes[start..<min(start + 3, bytes.count)]
    let group = rest.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - rest.count))
    for place in 0..<4 {
      let isFilled = place <= rest.count
      output.append(isFilled ? letters[group >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
    }
  }
  return bytes.isEmpty ? [] : output + MailLine.end
}
