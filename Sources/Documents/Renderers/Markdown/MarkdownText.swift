/// Text from outside as it may stand in CommonMark with the extensions of GitHub.
///
/// Every sign that could begin or end markup, HTML, an entity, a link or a cell of a table is
/// escaped, so that a reader sees the text and nothing else. It need not look the same byte for
/// byte before it is read: `a_b` becomes `a\_b`.
///
/// - Parameters:
///   - text: Text from outside; made safe by ``safeText(_:)`` first.
///   - startsBlock: Whether the text stands first on its line, where `-`, `+`, `>` and `1.` mean
///     something.
/// - Returns: The text as Markdown.
func markdownText(_ text: String, startsBlock: Bool = false) -> String {
  let bytes = Array(safeText(text).utf8)
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count + bytes.count / 8)
  var index = 0
  // Four spaces would make code of a line, two at its end a break.
  while startsBlock, index < bytes.count, bytes[index] == 0x20 { index += 1 }
  if startsBlock { escapeListMark(bytes, &index, &result) }
  while index < bytes.count {
    if let address = address(in: bytes, from: index) {
      // No escape keeps GitHub from making a link of an address, but code is never linked.
      result.append(UInt8(ascii: "`"))
      result += bytes[address]
      result.append(UInt8(ascii: "`"))
      index = address.upperBound
      continue
    }
    if isEscaped(bytes, index) { result.append(UInt8(ascii: "\\")) }
    result.append(bytes[index])
    index += 1
  }
  return String(decoding: result, as: UTF8.self)
}

/// Copies what would begin a point of a list or a quotation, escaped.
private func escapeListMark(_ bytes: [UInt8], _ index: inout Int, _ result: inout [UInt8]) {
  let digits = bytes[index...].prefix { $0 &- 0x30 < 10 }
  let at = digits.endIndex
  guard at < bytes.count else { return }
  let isNumber =
    !digits.isEmpty && (bytes[at] == UInt8(ascii: ".") || bytes[at] == UInt8(ascii: ")"))
  let isSign = digits.isEmpty && "-+>".utf8.contains(bytes[at])
  guard isNumber || isSign else { return }
  result += digits
  result.append(UInt8(ascii: "\\"))
  result.append(bytes[at])
  index = at + 1
}

/// Whether a byte could mean something where it stands.
private func isEscaped(_ bytes: [UInt8], _ index: Int) -> Bool {
  func byte(_ at: Int) -> UInt8 { bytes.indices.contains(at) ? bytes[at] : 0x20 }
  let next = byte(index + 1)
  switch bytes[index] {
  case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
    UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: "~"),
    UInt8(ascii: "|"), UInt8(ascii: "#"), UInt8(ascii: "$"):
    return true
  // A picture, where a link follows.
  case UInt8(ascii: "!"): return index + 1 == bytes.count
  // An entity: `&amp;`, `&#60;`.
  case UInt8(ascii: "&"): return isWordByte(next) || next == UInt8(ascii: "#")
  // The name of a host: `www.example.org`; a figure such as `96.2` stays as it is.
  case UInt8(ascii: "."):
    return byte(index - 1) | 0x20 == UInt8(ascii: "w") || (isWordByte(next) && next &- 0x30 >= 10)
  // An address of a page: `https://`.
  case UInt8(ascii: ":"): return next == UInt8(ascii: "/")
  case UInt8(ascii: "/"): return next == UInt8(ascii: "/") || byte(index - 1) == UInt8(ascii: "/")
  default: return false
  }
}

/// The mail address, or what could be taken for one, that begins at an index.
private func address(in bytes: [UInt8], from start: Int) -> Range<Int>? {
  func isLocal(_ byte: UInt8) -> Bool { isWordByte(byte) || ".+-_".utf8.contains(byte) }
  // Only at the beginning of a word, so that every byte is looked at a few times at most.
  if start > 0, isLocal(bytes[start - 1]), bytes[start] != UInt8(ascii: "@") { return nil }
  let local = bytes[start...].prefix(while: isLocal)
  guard local.endIndex < bytes.count, bytes[local.endIndex] == UInt8(ascii: "@") else { return nil }
  let rest = bytes[local.endIndex...].prefix { isLocal($0) || $0 == UInt8(ascii: "@") }
  let isAlone = local.isEmpty && rest.count == 1
  // The full stop of a sentence is not a part of it.
  let end = (rest.lastIndex { $0 != UInt8(ascii: ".") } ?? rest.startIndex) + 1
  return isAlone ? nil : start..<end
}

/// Whether a byte belongs to a word of any script.
private func isWordByte(_ byte: UInt8) -> Bool {
  byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
}
