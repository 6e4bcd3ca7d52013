internal import SourceText

/// What a file is that holds no text.
enum ForeignFile {
  /// A workbook, a document or an archive.
  case office
  /// A PDF.
  case page
  /// Something else for programs alone.
  case other

  /// Looks at the first bytes of a file, as those of workbooks and pages are always the same; at more
  /// of them only where the first are no text.
  init?(firstBytesOf bytes: [UInt8]) {
    // Most files begin with a letter or a number sign.
    guard let first = bytes.first, first < 0x23 || first == 0x25 || first == 0x50 || first > 0x7A
    else { return nil }
    let office: [[UInt8]] = [[0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0]]
    if office.contains(where: { bytes.starts(with: $0) }) {
      self = .office
    } else if bytes.starts(with: "%PDF-".utf8) {
      self = .page
    } else if Self.isForPrograms(bytes) {
      self = .other
    } else {
      return nil
    }
  }

  /// Looks at how many of the bytes can stand in no text.
  ///
  /// A single one is a slip that has a message of its own. UTF-16 has many and is a text.
  init?(_ bytes: [UInt8]) {
    if let known = ForeignFile(firstBytesOf: bytes) {
      self = known
      return
    }
    guard Self.isForPrograms(bytes) else { return nil }
    self = .other
  }

  private static func isForPrograms(_ bytes: [UInt8]) -> Bool {
    let part = bytes.prefix(8_192)
    let count = part.count { $0 < 0x20 && !$0.isSpace || $0 == 0x7F }
    return count > 3 && count * 20 > part.count && !isUTF16(bytes)
  }

  /// The problem of such a file.
  ///
  /// - Parameters:
  ///   - isReadings: Whether readings were expected; a plan or a trust otherwise.
  ///   - place: The beginning of the file.
  /// - Returns: The problem, which stands for all that is wrong with the file.
  func problem(isReadings: Bool, at place: Place) -> Diagnostic {
    let what =
      switch self {
      case .office: "a workbook, document or archive, whatever its name says"
      case .page: "a PDF, whatever its name says"
      case .other: "no text"
      }
    let help =
      isReadings
      ? "open it in the spreadsheet and save it as \"CSV UTF-8 (comma delimited)\""
      : "open it in its own program and save it as plain text (UTF-8)"
    return Diagnostic(
      "not-text",
      .error,
      "this file is \(what), so nothing in it was read",
      at: place,
      help: help
    )
  }
}

/// Whether a file is saved as UTF-16: it says so, or every other byte is zero.
func isUTF16(_ bytes: [UInt8]) -> Bool {
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
  guard bytes.count >= 4 else { return false }
  let pairs = min(bytes.count / 2, 512)
  let first = (0..<pairs).count { bytes[2 * $0] == 0 }
  let second = (0..<pairs).count { bytes[2 * $0 + 1] == 0 }
  return first * 10 >= pairs * 9 && second * 10 < pairs
    || second * 10 >= pairs * 9
      && first * 10 < pairs
}
