/// A change of a file: bytes that replace a range of it.
public struct TextEdit: Hashable, Sendable {
  /// The bytes that go.
  public var range: TextRange
  /// The bytes that come in their place.
  public var replacement: [UInt8]

  /// Creates an edit that puts `replacement` where `range` is.
  public init(replacing range: TextRange, with replacement: [UInt8]) {
    self.range = range
    self.replacement = replacement
  }

  /// Creates an edit that puts text where `range` is.
  public init(replacing range: TextRange, with replacement: String) {
    self.init(replacing: range, with: Array(replacement.utf8))
  }
}

extension [TextEdit] {
  /// Applies edits that do not overlap; returns `nil` where two overlap or one lies outside.
  public func applied(to bytes: [UInt8]) -> [UInt8]? {
    let ordered = sorted { ($0.range.lower, $0.range.upper) < ($1.range.lower, $1.range.upper) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + reduce(0) { $0 + $1.replacement.count })
    var at = 0
    for edit in ordered {
      guard edit.range.lower >= at, edit.range.upper <= bytes.count else { return nil }
      result += bytes[at..<Int(edit.range.lower)]
      result += edit.replacement
      at = Int(edit.range.upper)
    }
    result += bytes[at...]
    return result
  }
}
