/// A line of a file with a part of it pointed out.
public struct Excerpt: Sendable, Hashable {
  /// The number of the line, from 1.
  public var lineNumber: Int
  /// The bytes of the line, without its end.
  public var bytes: [UInt8]
  /// The part pointed out, as offsets into the bytes; may be empty, and may lie at the end.
  public var marked: Range<Int>
  /// What stands beside the caret; empty where there is no more to say.
  public var label: String
  /// The colour of the caret.
  public var tone: Tone
  /// Whether the marked part is pointed out; otherwise it is only the part that is seen in any case.
  public var hasCaret: Bool

  /// Creates an excerpt.
  public init(
    lineNumber: Int,
    bytes: [UInt8],
    marked: Range<Int>,
    label: String = "",
    tone: Tone = .red,
    hasCaret: Bool = true
  ) {
    self.lineNumber = lineNumber
    self.bytes = bytes
    self.marked = marked
    self.label = label
    self.tone = tone
    self.hasCaret = hasCaret
  }
}
