/// Text from outside as it may stand between the tags of a page.
///
/// Made safe by ``safeText(_:)`` first, so that nothing hidden is left in it.
func htmlText(_ text: String) -> String { escaped(safeText(text), quotes: false) }

/// Text from outside as it may stand in an attribute between double or single quotation marks.
func htmlAttribute(_ text: String) -> String { escaped(safeText(text), quotes: true) }

/// A target that a link may lead to: a place in the page or a page beside it, nothing else.
///
/// - Parameter target: A path relative to the page, a fragment, or both: `schools/ketton.html#a`.
/// - Returns: The target with every other character than those of a URL encoded (RFC 3986,
///   section 2), ready for an attribute; `nil` where it would lead out of the site or is no target
///   at all, so that the words are shown without a link.
func htmlTarget(_ target: String) -> String? {
  guard let first = target.utf8.first, first != UInt8(ascii: "/") else { return nil }
  var bytes: [UInt8] = []
  for byte in target.utf8 {
    switch byte {
    // A scheme, a path that another system reads as one from the root, a line end in a header.
    case UInt8(ascii: ":"), UInt8(ascii: "\\"), 0x00...0x1F, 0x7F: return nil
    case UInt8(ascii: "&"): bytes += "&amp;".utf8
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"), UInt8(ascii: "#"),
      UInt8(ascii: "?"), UInt8(ascii: "="), UInt8(ascii: "%"), UInt8(ascii: "+"),
      UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "("), UInt8(ascii: ")"):
      bytes.append(byte)
    default:
      bytes.append(UInt8(ascii: "%"))
      bytes.append(hexDigit(byte >> 4))
      bytes.append(hexDigit(byte & 0xF))
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// A name that a place of a page can be linked by, as the target of a link spells it.
///
/// - Returns: The name with hyphens for spaces; `nil` where there is none.
func htmlID(_ anchor: String) -> String? {
  let safe = safeText(anchor)
  if safe.isEmpty { return nil }
  return String(decoding: safe.utf8.map { $0 == 0x20 ? UInt8(ascii: "-") : $0 }, as: UTF8.self)
}

/// Text with the characters that mean something to HTML and XML written as references.
private func escaped(_ text: String, quotes: Bool) -> String {
  var bytes: [UInt8] = []
  appendEscaped(text, quotes: quotes, to: &bytes)
  return String(decoding: bytes, as: UTF8.self)
}

/// Appends safe text with the characters that mean something to HTML and XML as references.
func appendEscaped(_ text: String, quotes: Bool, to bytes: inout [UInt8]) {
  guard text.utf8.contains(where: { needsReference($0, quotes: quotes) }) else {
    bytes += text.utf8
    return
  }
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "&"): bytes += "&amp;".utf8
    case UInt8(ascii: "<"): bytes += "&lt;".utf8
    // Not needed in HTML, but `]]>` may not stand in XML, and SVG is cut out and kept as such.
    case UInt8(ascii: ">"): bytes += "&gt;".utf8
    case UInt8(ascii: "\"") where quotes: bytes += "&quot;".utf8
    case UInt8(ascii: "'") where quotes: bytes += "&#39;".utf8
    default: bytes.append(byte)
    }
  }
}

private func needsReference(_ byte: UInt8, quotes: Bool) -> Bool {
  switch byte {
  case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"): true
  case UInt8(ascii: "\""), UInt8(ascii: "'"): quotes
  default: false
  }
}

private func hexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
}
