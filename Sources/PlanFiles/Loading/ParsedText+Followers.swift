internal import PlanSyntax
internal import SourceText

extension ParsedText {
  /// Whether the file holds anything that can be understood, or nothing at all; otherwise its
  /// problems have been told.
  var canBeLowered: Bool { isReadable && (tree.root != nil || diagnostics.isEmpty) }

  /// Problems of what a file says, without those of texts whose writing is at fault already: one
  /// mistake is told once.
  func withoutFollowers(_ findings: [Diagnostic]) -> [Diagnostic] {
    guard !diagnostics.isEmpty, !findings.isEmpty else { return findings }
    let broken = tree.brokenTexts
    guard !broken.isEmpty else { return findings }
    return findings.filter { found in
      guard found.place.file == tree.file else { return true }
      var low = 0
      var high = broken.count
      while low < high {
        let middle = (low + high) / 2
        if broken[middle].lower <= found.place.range.lower {
          low = middle + 1
        } else {
          high = middle
        }
      }
      return low == 0 || broken[low - 1].upper < found.place.range.upper
    }
  }
}
