/// Writes JSON in the order in which it is told (RFC 8259).
///
/// Objects and arrays near the top are laid out over lines, deeper ones in one line, so that each
/// row of a list is one line that other tools can pick out.
/// Control characters and those that cannot be seen are escaped, so that JSON is safe to show.
public struct JSONWriter: Sendable {
  /// What has been written.
  public private(set) var bytes: [UInt8] = []
  /// The number of nested objects and arrays that are laid out over lines.
  private let openLevels: Int
  private var depth = 0
  private var isFirst = true
  private var followsKey = false

  /// Creates a writer.
  ///
  /// - Parameter openLevels: How many levels of objects and arrays are laid out over lines.
  public init(openLevels: Int = 2) { self.openLevels = openLevels }

  /// Writes an object; `body` writes its fields.
  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    nested(UInt8(ascii: "{"), UInt8(ascii: "}"), body)
  }

  /// Writes an array; `body` writes its elements.
  public mutating func array(_ body: (inout JSONWriter) -> Void) {
    nested(UInt8(ascii: "["), UInt8(ascii: "]"), body)
  }

  /// Writes the name of a field; its value must follow.
  public mutating func key(_ name: StaticString) {
    separate()
    quote(name.description)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(0x20)
    followsKey = true
  }

  /// Writes the name of a field that is not known before the program runs; its value must follow.
  public mutating func writtenKey(_ name: String) {
    separate()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(0x20)
    followsKey = true
  }

  /// Writes a text, or `null`.
  public mutating func value(_ text: String?) {
    separate()
    if let text { quote(text) } else { bytes += "null".utf8 }
  }

  /// Writes a whole number.
  public mutating func value(_ number: Int) {
    separate()
    bytes += String(number).utf8
  }

  /// Writes a truth value.
  public mutating func value(_ truth: Bool) {
    separate()
    bytes += (truth ? "true" : "false").utf8
  }

  /// Writes a number given by its decimal digits, such as `-2.80`, or `null`.
  public mutating func number(_ digits: String?) {
    separate()
    bytes += (digits ?? "null").utf8
  }

  /// Writes a field with a text, or with `null`.
  public mutating func field(_ name: StaticString, _ text: String?) {
    key(name)
    value(text)
  }

  /// Writes a field with a whole number.
  public mutating func field(_ name: StaticString, _ number: Int) {
    key(name)
    value(number)
  }

  /// Writes a field with a truth value.
  public mutating func field(_ name: StaticString, _ truth: Bool) {
    key(name)
    value(truth)
  }

  /// Writes a field with an object.
  public mutating func object(_ name: StaticString, _ body: (inout JSONWriter) -> Void) {
    key(name)
    object(body)
  }

  /// Writes a field with an array.
  public mutating func array(_ name: StaticString, _ body: (inout JSONWriter) -> Void) {
    key(name)
    array(body)
  }

  /// Writes a field with an array of texts.
  public mutating func array(_ name: StaticString, _ texts: [String]) {
    array(name) { json in for text in texts { json.value(text) } }
  }

  /// Ends the last line.
  public mutating func endLine() { bytes.append(0x0A) }

  private mutating func nested(
    _ opening: UInt8,
    _ closing: UInt8,
    _ body: (inout JSONWriter) -> Void
  ) {
    separate()
    bytes.append(opening)
    depth += 1
    isFirst = true
    body(&self)
    depth -= 1
    if !isFirst, depth < openLevels { newLine() }
    bytes.append(closing)
    isFirst = false
  }

  /// Writes what stands between two elements.
  private mutating func separate() {
    if followsKey {
      followsKey = false
      isFirst = false
      return
    }
    if depth > 0 {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      if depth <= openLevels { newLine() } else if !isFirst { bytes.append(0x20) }
    }
    isFirst = false
  }

  private mutating func newLine() {
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: depth * 2))
  }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    if isPlain(text.utf8), !text.utf8.contains(where: { $0 == 0x22 || $0 == 0x5C }) {
      bytes += text.utf8
    } else {
      for scalar in text.unicodeScalars { quote(scalar) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func quote(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": bytes += "\\\"".utf8
    case "\\": bytes += "\\\\".utf8
    case "\n": bytes += "\\n".utf8
    case "\r": bytes += "\\r".utf8
    case "\t": bytes += "\\t".utf8
    default:
      guard isHidden(scalar) else {
        bytes += String(Character(scalar)).utf8
        return
      }
      for unit in String(Character(scalar)).utf16 {
        let digits = String(unit, radix: 16)
        bytes += "\\u".utf8
        bytes.append(contentsOf: repeatElement(0x30, count: 4 - digits.utf8.count))
        bytes += digits.utf8
      }
    }
  }
}
