/// A stretch of text that is drawn in one ink, safe to show.
struct Run: Hashable {
  var text: String
  var ink: Ink
  /// The columns it takes.
  var width: Int
  /// Whether it begins with the letter of a mark, which stays with the word after it.
  var isMark = false

  init(_ text: String, _ ink: Ink = Ink(), isMark: Bool = false) {
    self.text = text
    self.ink = ink
    self.isMark = isMark
    width = displayWidth(text)
  }

  /// The bytes up to the first space at which the run may be broken.
  var firstBreak: Int {
    guard isMark, let space = text.utf8.firstIndex(of: 0x20) else { return 0 }
    return text.utf8.distance(from: text.utf8.startIndex, to: space) + 1
  }
}

/// How a stretch of text is drawn.
struct Ink: Hashable {
  var tone: Tone?
  var isStrong = false
  var isQuiet = false

  /// The same ink, standing back.
  func quiet(_ isQuiet: Bool) -> Ink {
    var ink = self
    if isQuiet { ink.isQuiet = true }
    return ink
  }

  /// The numbers of the terminal's own select-graphic-rendition codes (ECMA-48, 8.3.117).
  var codes: String? {
    var codes: [String] = []
    if isStrong { codes.append("1") }
    switch tone {
    case .green: codes.append("32")
    case .amber: codes.append("33")
    case .red: codes.append("31")
    case .grey: codes.append("2")
    case nil: if isQuiet { codes.append("2") }
    }
    return codes.isEmpty ? nil : codes.joined(separator: ";")
  }
}
