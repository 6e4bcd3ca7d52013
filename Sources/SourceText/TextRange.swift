/// A half-open range of bytes in one file.
///
/// Offsets count bytes from the start of the file, byte order mark included, from zero.
/// Files are bounded well below 4 GiB (see `docs/format/text.md`, "Limits"), so 32 bits hold them.
public struct TextRange: Hashable, Sendable {
  /// The offset of the first byte in the range.
  public var lower: UInt32
  /// The offset after the last byte in the range.
  public var upper: UInt32

  /// Creates a range from byte offsets.
  ///
  /// An upper bound below the lower one is read as an empty range at `lower`.
  public init(_ lower: Int, _ upper: Int) {
    self.lower = UInt32(clamping: lower)
    self.upper = max(self.lower, UInt32(clamping: upper))
  }

  /// The number of bytes in the range.
  public var count: Int { Int(upper - lower) }

  /// Whether the range holds no byte.
  public var isEmpty: Bool { lower == upper }

  /// The range as indices into an array of the file's bytes.
  public var indices: Range<Int> { Int(lower)..<Int(upper) }
}
