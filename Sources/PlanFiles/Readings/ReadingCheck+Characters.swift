internal import PlanModel
internal import SourceText

extension ReadingCheck {
  /// Reports what is no text: once where the file is not UTF-8, and the first character of each row
  /// that nobody can see or type, such as NUL.
  ///
  /// - Returns: Whether the file is UTF-8.
  mutating func checkCharacters(_ span: Span<UInt8>, _ id: FileID) -> Bool {
    var isUTF8 = true
    var endOfTold = 0
    // Nearly every byte is plain English text, which is skipped many at a time.
    var at = span.endOfPlainText(from: 0)
    while at < span.count {
      if span[at] >= 0x80 {
        let length = span.scalarLength(at)
        if length == 0, isUTF8 {
          isUTF8 = false
          reportEncoding(Place(id, TextRange(at, at + 1)))
        }
        at = span.endOfPlainText(from: at + max(1, length))
      } else {
        if at >= endOfTold {
          reportControl(span[at], Place(id, TextRange(at, at + 1)))
          endOfTold = span.endOfLine(from: at)
        }
        at = span.endOfPlainText(from: at + 1)
      }
    }
    return isUTF8
  }

  private mutating func reportEncoding(_ place: Place) {
    report(
      Diagnostic(
        .readingsEncoding,
        "this file is not saved as UTF-8",
        at: place,
        label: "the first byte that is not",
        help: "save it in the spreadsheet as \"CSV UTF-8 (comma delimited)\""
      )
    )
  }

  private mutating func reportControl(_ byte: UInt8, _ place: Place) {
    let digits = String(byte, radix: 16, uppercase: true)
    let code = String(repeating: "0", count: 4 - digits.utf8.count) + digits
    report(
      Diagnostic(
        .readingsControl,
        "an invisible character, U+\(code)",
        at: place,
        help: "delete it"
      )
    )
  }
}

extension Span<UInt8> {
  /// The length of the UTF-8 scalar beyond ASCII at an offset; 0 where there is none.
  fileprivate func scalarLength(_ at: Int) -> Int {
    let length = self[at] >= 0xF0 ? 4 : self[at] >= 0xE0 ? 3 : 2
    guard at + length <= count,
      (try? UTF8Span(validating: extracting(at..<(at + length)))) != nil
    else { return 0 }
    return length
  }

  /// The offset of the next line feed; the end where there is none.
  fileprivate func endOfLine(from start: Int) -> Int {
    var at = start
    while at < count, self[at] != 0x0A { at += 1 }
    return at
  }
}
