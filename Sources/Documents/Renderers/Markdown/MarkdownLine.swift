extension MarkdownRenderer {
  /// A piece of text on one line, with strong text and links as markup and all else as words.
  ///
  /// - Parameters:
  ///   - line: The text.
  ///   - startsBlock: Whether it stands first on its line.
  /// - Returns: The text as Markdown.
  func inline(_ line: Line, startsBlock: Bool = false) -> String {
    let pieces = pieces(of: line)
    var result = ""
    for (index, piece) in pieces.enumerated() {
      let text = markdownText(piece.text, startsBlock: startsBlock && result.isEmpty)
      switch piece.kind {
      case .plain: result += text
      case .link(let target): result += "[\(text)](\(target))"
      case .strong:
        let next = index + 1 < pieces.count ? pieces[index + 1].text : ""
        result += strong(text, after: result.utf8.last, before: next.utf8.first)
      }
    }
    while result.utf8.last == 0x20 { result.removeLast() }
    return result
  }

  /// Strong text between two others, plain where the stars would not be read as such.
  ///
  /// Stars beside a letter outside must stand beside a letter inside (CommonMark, "left-flanking
  /// delimiter run"); spaces at the edges of the text stay outside.
  private func strong(_ text: String, after: UInt8?, before: UInt8?) -> String {
    let bytes = text.utf8
    guard let first = bytes.firstIndex(where: { $0 != 0x20 }),
      let last = bytes.lastIndex(where: { $0 != 0x20 })
    else { return text }
    let end = bytes.index(after: last)
    let head = String(text[..<first])
    let tail = String(text[end...])
    let opens = !head.isEmpty || isLetter(bytes[first]) || !isLetter(after ?? 0x20)
    let closes = !tail.isEmpty || isLetter(bytes[last]) || !isLetter(before ?? 0x20)
    // What is not ASCII may be a space or a dash as well as a letter: no stars beside it inside.
    guard opens, closes, bytes[first] < 0x80, bytes[last] < 0x80, after != UInt8(ascii: "*") else {
      return text
    }
    return head + "**" + text[first..<end] + "**" + tail
  }

  /// Whether a byte may belong to a letter or a figure.
  private func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }

  /// The spans as text of three kinds, neighbours of one kind made into one.
  private func pieces(of line: Line) -> [Piece] {
    var result: [Piece] = []
    for span in line.spans {
      let piece =
        switch span {
        case .text(let text, .strong): Piece(.strong, text)
        case .text(let text, _), .toned(let text, _): Piece(.plain, text)
        case .mark(let mark): Piece(.strong, mark.letter + " " + mark.word)
        case .link(let text, let target):
          markdownTarget(target).map { Piece(.link($0), text) } ?? Piece(.plain, text)
        }
      if piece.text.isEmpty { continue }
      if let last = result.last, last.kind == piece.kind {
        result[result.count - 1].text += piece.text
      } else {
        result.append(piece)
      }
    }
    return result
  }

  private struct Piece {
    var kind: Kind
    var text: String

    init(_ kind: Kind, _ text: String) {
      self.kind = kind
      self.text = text
    }

    enum Kind: Equatable {
      case plain
      case strong
      case link(String)
    }
  }
}

/// A target as it may stand in the parentheses of a link; `nil` where it leads out of the site.
func markdownTarget(_ target: String) -> String? {
  guard let target = htmlTarget(target) else { return nil }
  var result = ""
  for scalar in target.unicodeScalars {
    switch scalar {
    // Parentheses that do not pair would end the link.
    case "(": result += "%28"
    case ")": result += "%29"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
