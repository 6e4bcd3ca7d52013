/// What is wrong with the tags of an HTML page; `nil` where every tag is closed in its order.
///
/// Knows elements, attributes in double quotation marks, references and style. Anything else that
/// a browser would forgive is a fault here.
public func tagFault(in page: String) -> String? {
  let bytes = Array(page.utf8)
  var open: [String] = []
  var at = 0
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
  func context() -> String { text(max(0, at - 60)..<min(bytes.count, at + 60)) }
  let isDoctype = bytes.starts(with: "<!DOCTYPE html>\n".utf8)
  if !isDoctype { return "no document type" }
  at = 16
  while at < bytes.count {
    guard bytes[at] == UInt8(ascii: "<") else {
      if bytes[at] == UInt8(ascii: ">"), open.last != "style" { return "a bare > at \(context())" }
      if bytes[at] == UInt8(ascii: "&"), !isReference(bytes[at...]) {
        return "a bare & at \(context())"
      }
      at += 1
      continue
    }
    let isEnd = at + 1 < bytes.count && bytes[at + 1] == UInt8(ascii: "/")
    var end = at + (isEnd ? 2 : 1)
    let start = end
    while end < bytes.count, isNameByte(bytes[end]) { end += 1 }
    let name = text(start..<end)
    if name.isEmpty { return "a bare < at \(context())" }
    var isClosed = false
    while end < bytes.count, bytes[end] != UInt8(ascii: ">") {
      if bytes[end] == UInt8(ascii: "\"") {
        repeat {
          end += 1
          guard end < bytes.count, bytes[end] != UInt8(ascii: "<") else {
            return "an open attribute at \(context())"
          }
        } while bytes[end] != UInt8(ascii: "\"")
      } else if bytes[end] == UInt8(ascii: "<") || bytes[end] == UInt8(ascii: "'") {
        return "a broken tag at \(context())"
      }
      isClosed = bytes[end] == UInt8(ascii: "/")
      end += 1
    }
    if end == bytes.count { return "a tag without an end" }
    if isEnd {
      if open.popLast() != name { return "</\(name)> closes nothing at \(context())" }
    } else if !isClosed, !voidElements.contains(name) {
      open.append(name)
    }
    at = end + 1
  }
  return open.isEmpty ? nil : "<\(open.joined(separator: "><"))> is never closed"
}

private let voidElements: Set<String> = ["br", "hr", "img", "input", "link", "meta", "wbr"]

private func isNameByte(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}

private func isReference(_ bytes: ArraySlice<UInt8>) -> Bool {
  ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"].contains { bytes.starts(with: $0.utf8) }
}
