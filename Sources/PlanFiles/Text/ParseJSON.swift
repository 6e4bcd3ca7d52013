public import SourceText

/// A JSON value with the bytes it was read from (RFC 8259).
public struct JSONValue: Sendable, Hashable {
  /// What it says.
  public var content: Content
  /// Where it stands.
  public var range: TextRange

  /// What a JSON value says; a number stays the text it was typed as.
  public indirect enum Content: Sendable, Hashable {
    /// A text.
    case text(String)
    /// A number, as typed.
    case number(String)
    /// `true` or `false`.
    case truth(Bool)
    /// `null`.
    case nothing
    /// An array.
    case array([JSONValue])
    /// An object; where a name is given twice, both stay.
    case object([Field])
  }

  /// A field of an object.
  public struct Field: Sendable, Hashable {
    /// The name.
    public var name: String
    /// The value.
    public var value: JSONValue
  }

  /// The value of a field, where this is an object that has it.
  public subscript(_ name: String) -> JSONValue? {
    guard case .object(let fields) = content else { return nil }
    return fields.first { $0.name == name }?.value
  }

  /// The text, where this is one.
  public var text: String? {
    if case .text(let text) = content { return text }
    return nil
  }

  /// The elements, where this is an array.
  public var elements: [JSONValue] {
    if case .array(let elements) = content { return elements }
    return []
  }

  /// The whole number, where this is one.
  public var integer: Int? {
    if case .number(let digits) = content { return Int(digits) }
    return nil
  }
}

/// Reads one JSON value and nothing else from a part of some bytes.
///
/// - Parameters:
///   - bytes: The bytes.
///   - part: The part to read.
/// - Returns: The value.
/// - Throws: Where it cannot be read.
public func parseJSON(
  _ bytes: [UInt8],
  _ part: Range<Int>
) throws(JSONProblem) -> JSONValue {
  var parser = JSONParser(bytes: bytes, at: part.lowerBound, end: part.upperBound)
  let value = try parser.value(depth: 0)
  parser.skipSpace()
  guard parser.at == parser.end else { throw parser.problem("nothing more") }
  return value
}

/// Where JSON cannot be read.
public struct JSONProblem: Error, Sendable, Hashable {
  /// The offset.
  public var offset: Int
  /// What was expected there.
  public var expected: String
}

private struct JSONParser {
  let bytes: [UInt8]
  var at: Int
  let end: Int

  /// Deeper than any value that is of use here.
  static let deepest = 64

  func problem(_ expected: String) -> JSONProblem { JSONProblem(offset: at, expected: expected) }

  mutating func skipSpace() { while at < end, bytes[at].isSpace { at += 1 } }

  mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard at < end, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  mutating func value(depth: Int) throws(JSONProblem) -> JSONValue {
    skipSpace()
    let start = at
    guard at < end, depth < Self.deepest else { throw problem("a value") }
    let content: JSONValue.Content
    switch bytes[at] {
    case UInt8(ascii: "{"): content = try object(depth)
    case UInt8(ascii: "["): content = try array(depth)
    case UInt8(ascii: "\""): content = .text(try text())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): content = try number()
    default: content = try word()
    }
    return JSONValue(content: content, range: TextRange(start, at))
  }

  private mutating func object(_ depth: Int) throws(JSONProblem) -> JSONValue.Content {
    at += 1
    var fields: [JSONValue.Field] = []
    if take(UInt8(ascii: "}")) { return .object(fields) }
    repeat {
      skipSpace()
      guard at < end, bytes[at] == UInt8(ascii: "\"") else { throw problem("a name in quotes") }
      let name = try text()
      guard take(UInt8(ascii: ":")) else { throw problem("`:`") }
      fields.append(JSONValue.Field(name: name, value: try value(depth: depth + 1)))
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw problem("`,` or `}`") }
    return .object(fields)
  }

  private mutating func array(_ depth: Int) throws(JSONProblem) -> JSONValue.Content {
    at += 1
    var elements: [JSONValue] = []
    if take(UInt8(ascii: "]")) { return .array(elements) }
    repeat { elements.append(try value(depth: depth + 1)) } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw problem("`,` or `]`") }
    return .array(elements)
  }

  private mutating func word() throws(JSONProblem) -> JSONValue.Content {
    let words: [(String, JSONValue.Content)] = [
      ("true", .truth(true)), ("false", .truth(false)), ("null", .nothing),
    ]
    for (word, content) in words where bytes[at..<end].starts(with: word.utf8) {
      at += word.utf8.count
      return content
    }
    throw problem("a value; texts stand in quotes")
  }

  private mutating func number() throws(JSONProblem) -> JSONValue.Content {
    let start = at
    while at < end, bytes[at].isDigit || "+-.eE".utf8.contains(bytes[at]) { at += 1 }
    return .number(String(decoding: bytes[start..<at], as: UTF8.self))
  }

  private mutating func text() throws(JSONProblem) -> String {
    at += 1
    var result: [UInt8] = []
    while at < end, bytes[at] != UInt8(ascii: "\"") {
      let byte = bytes[at]
      guard byte >= 0x20 else { throw problem("the rest of a text") }
      at += 1
      if byte == UInt8(ascii: "\\") { try escape(&result) } else { result.append(byte) }
    }
    guard at < end else { throw problem("the end of a text") }
    at += 1
    return String(decoding: result, as: UTF8.self)
  }

  private mutating func escape(_ result: inout [UInt8]) throws(JSONProblem) {
    guard at < end else { throw problem("the rest of a text") }
    let sign = bytes[at]
    at += 1
    switch sign {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(sign)
    case UInt8(ascii: "n"): result.append(0x0A)
    case UInt8(ascii: "r"): result.append(0x0D)
    case UInt8(ascii: "t"): result.append(0x09)
    case UInt8(ascii: "b"): result.append(0x08)
    case UInt8(ascii: "f"): result.append(0x0C)
    case UInt8(ascii: "u"):
      var units = [try unit()]
      if units[0] & 0xFC00 == 0xD800, at + 1 < end, bytes[at] == UInt8(ascii: "\\"),
        bytes[at + 1] == UInt8(ascii: "u")
      {
        at += 2
        units.append(try unit())
      }
      result += String(decoding: units, as: UTF16.self).utf8
    default: throw problem("one of the signs that may follow `\\`")
    }
  }

  private mutating func unit() throws(JSONProblem) -> UInt16 {
    guard at + 4 <= end,
      let unit = UInt16(String(decoding: bytes[at..<(at + 4)], as: UTF8.self), radix: 16)
    else { throw problem("four hexadecimal digits") }
    at += 4
    return unit
  }
}
