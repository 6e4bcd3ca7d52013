/// What a file is that holds no text.
public enum ForeignFile: Sendable {
  /// A workbook, a document or an archive.
  case office
  /// A PDF.
  case page
  /// A picture.
  case picture
  /// Something else for programs alone.
  case other

  /// Looks at the first bytes of a file, as those of workbooks, pages and pictures are always the same;
  /// at more of them only where the first are no text.
  ///
  /// - Parameter bytes: The bytes of the file.
  public init?(firstBytesOf bytes: Span<UInt8>) {
    // Most files begin with a letter or a number sign.
    guard bytes.count > 0 else { return nil }
    let first = bytes[0]
    guard first < 0x23 || first == 0x25 || first == 0x50 || first > 0x7A else { return nil }
    for (mark, kind) in Self.marks where mark.count <= bytes.count {
      if mark.indices.allSatisfy({ bytes[$0] == mark[$0] }) {
        self = kind
        return
      }
    }
    guard Self.isForPrograms(bytes) else { return nil }
    self = .other
  }

  /// Looks at how many of the bytes can stand in no text.
  ///
  /// A single one is a slip that has a message of its own. UTF-16 has many and is a text.
  ///
  /// - Parameter bytes: The bytes of the file.
  public init?(_ bytes: Span<UInt8>) {
    if let known = ForeignFile(firstBytesOf: bytes) {
      self = known
      return
    }
    guard Self.isForPrograms(bytes) else { return nil }
    self = .other
  }

  /// How the files of a kind begin.
  private static let marks: [([UInt8], ForeignFile)] = [
    ([0x50, 0x4B, 0x03, 0x04], .office), ([0xD0, 0xCF, 0x11, 0xE0], .office),
    ([0x1F, 0x8B], .office),
    ([0x25, 0x50, 0x44, 0x46, 0x2D], .page), ([0x89, 0x50, 0x4E, 0x47], .picture),
    ([0xFF, 0xD8, 0xFF], .picture),
  ]

  private static func isForPrograms(_ bytes: Span<UInt8>) -> Bool {
    let size = min(bytes.count, 8_192)
    var count = 0
    for index in 0..<size where bytes[index] < 0x20 || bytes[index] == 0x7F {
      let byte = bytes[index]
      if byte != 0x09, byte != 0x0A, byte != 0x0D { count += 1 }
    }
    return count > 3 && count * 20 > size && !bytes.isUTF16 && !bytes.isUTF32
  }

  /// What is wrong with such a file, for a message.
  public var message: String {
    let what =
      switch self {
      case .office: "a workbook, document or archive, whatever its name says"
      case .page: "a PDF, whatever its name says"
      case .picture: "a picture, whatever its name says"
      case .other: "no text"
      }
    return "this file is \(what), so nothing in it was read"
  }
}
