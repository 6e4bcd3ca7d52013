internal import PlanModel
internal import SourceText

extension ReadingCheck {
  /// Reports characters that nobody can see or type, such as NUL: the first of each row.
  mutating func checkControls(_ span: Span<UInt8>, _ id: FileID) {
    var at = 0
    while true {
      at = plainEnd(span, at)
      guard at < span.count else { return }
      let digits = String(span[at], radix: 16, uppercase: true)
      let code = String(repeating: "0", count: 4 - digits.utf8.count) + digits
      report(
        Diagnostic(
          .readingsControl,
          "an invisible character, U+\(code)",
          at: Place(id, TextRange(at, at + 1)),
          help: "delete it"
        )
      )
      while at < span.count, span[at] != 0x0A { at += 1 }
    }
  }

  /// The offset of the next control character that is neither a tab nor the end of a line.
  private func plainEnd(_ span: Span<UInt8>, _ from: Int) -> Int {
    var at = from
    // Sixteen at a time without a branch, which the compiler turns into vector instructions.
    while at <= span.count - 16 {
      var plain = 1
      for step in 0..<16 {
        let byte = span[at &+ step]
        plain &= (byte >= 0x20 ? 1 : 0) & (byte != 0x7F ? 1 : 0)
      }
      if plain == 0 {
        for step in 0..<16 where isControl(span[at &+ step]) { return at &+ step }
      }
      at += 16
    }
    while at < span.count, !isControl(span[at]) { at += 1 }
    return at
  }

  private func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D || byte == 0x7F
  }
}
