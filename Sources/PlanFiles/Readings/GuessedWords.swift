/// Gives each text of a column a number, and guesses the next from what followed last time.
///
/// Rows usually come in the order of the rows before, so that most texts are compared with one
/// other and never looked up.
struct GuessedWords {
  private var words = ByteInterner()
  /// The text that followed each text last time, plus one.
  private var successors: [UInt32] = []
  private var last = -1

  /// The number of a text, a new one where it has none.
  mutating func number(_ span: Span<UInt8>, _ lower: Int, _ upper: Int) -> Int {
    let word = words.intern(span, lower, upper)
    while successors.count <= word { successors.append(0) }
    return word
  }

  /// The number of the unquoted text of the field at an offset, which moves to its end.
  @inline(__always)
  mutating func next(_ span: Span<UInt8>, _ at: inout Int) -> Int {
    if last >= 0 {
      let guess = Int(successors[last]) - 1
      if guess >= 0 {
        let (lower, length) = words.range(guess)
        if span.matches(words.arena.span, lower, length, at: at), span.isFieldEnd(at &+ length) {
          at &+= length
          last = guess
          return guess
        }
      }
    }
    return lookedUp(span, &at)
  }

  private mutating func lookedUp(_ span: Span<UInt8>, _ at: inout Int) -> Int {
    let upper = span.endOfText(from: at)
    let word = number(span, at, upper)
    if last >= 0 { successors[last] = UInt32(word + 1) }
    last = word
    at = upper
    return word
  }
}
