/// The colour of a mark; it never stands alone, a letter and a word say the same.
public enum Tone: Sendable, Hashable, CaseIterable {
  /// All is well.
  case green
  /// Nearly.
  case amber
  /// Not well.
  case red
  /// Nothing can be said.
  case grey
}

/// A status as it stands on a page: a letter, a word and a colour.
public struct Mark: Sendable, Hashable {
  /// The letter: `R`.
  public var letter: String
  /// The word: `missed`.
  public var word: String
  /// The colour.
  public var tone: Tone

  /// Creates a mark.
  public init(_ letter: String, _ word: String, _ tone: Tone) {
    self.letter = letter
    self.word = word
    self.tone = tone
  }
}
