public import PlanSyntax
public import SourceText

/// A short text, and the way back from each of its bytes to the file.
public struct SourcedText: Sendable {
  /// What the text says, as UTF-8.
  public let bytes: [UInt8]
  private let origin: Origin

  private enum Origin: Sendable {
    /// The bytes stand in the file as they are, from an offset on.
    case file(FileID, Int)
    /// The bytes are what a text of a plan file says.
    case scalar(ScalarSyntax)
    /// The bytes come from somewhere in a range, such as a quoted field.
    case whole(Place)
  }

  /// Takes a text whose bytes stand in a file as they are.
  public init(_ text: String, in file: FileID, at offset: Int = 0) {
    bytes = Array(text.utf8)
    origin = .file(file, offset)
  }

  /// Takes bytes that stand in a file as they are.
  init(bytes: [UInt8], in file: FileID, at offset: Int) {
    self.bytes = bytes
    origin = .file(file, offset)
  }

  /// Takes bytes that were decoded from a place.
  init(bytes: [UInt8], from place: Place) {
    self.bytes = bytes
    origin = .whole(place)
  }

  /// Takes what a text of a plan file says.
  public init(_ scalar: ScalarSyntax) {
    bytes = scalar.withBytes { span in
      [UInt8](capacity: span.count) { output in
        for index in span.indices { output.append(span[index]) }
      }
    }
    origin = .scalar(scalar)
  }

  /// The text as a string, without spaces and line ends around it.
  public var text: String {
    var lower = 0
    var upper = bytes.count
    while lower < upper, bytes[lower].isSpace { lower += 1 }
    while upper > lower, bytes[upper - 1].isSpace { upper -= 1 }
    return String(decoding: bytes[lower..<upper], as: UTF8.self)
  }

  /// Where the text stands.
  public var place: Place {
    switch origin {
    case .file(let file, let offset): Place(file, TextRange(offset, offset + bytes.count))
    case .scalar(let scalar): scalar.place
    case .whole(let place): place
    }
  }

  /// Where a part of the text stands.
  public func place(of part: Range<Int>) -> Place {
    switch origin {
    case .file(let file, let offset):
      Place(file, TextRange(offset + part.lowerBound, offset + part.upperBound))
    case .scalar(let scalar):
      scalar.place(ofUTF8Offset: part.lowerBound, count: part.count)
    case .whole(let place): place
    }
  }
}

extension UInt8 {
  /// Whether the byte is a space, a tab or part of a line end.
  var isSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
  /// Whether the byte is one of 0 to 9.
  var isDigit: Bool { self &- 0x30 < 10 }
  /// Whether the byte is one of a to z or A to Z.
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  /// The byte with A to Z as a to z.
  var lowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}
