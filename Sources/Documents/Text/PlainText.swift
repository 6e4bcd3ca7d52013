extension Line {
  /// The text without emphasis, colours and targets; a mark by its word.
  ///
  /// It is as it came, not yet made safe.
  public var plainText: String {
    if spans.count == 1, case .text(let text, _) = spans[0] { return text }
    var result = ""
    for span in spans {
      switch span {
      case .text(let text, _), .toned(let text, _), .link(let text, _): result += text
      case .mark(let mark): result += mark.word
      }
    }
    return result
  }
}
