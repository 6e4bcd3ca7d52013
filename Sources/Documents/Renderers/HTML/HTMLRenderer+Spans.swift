extension HTMLRenderer {
  /// Draws a piece of text.
  func draw(_ line: Line, in html: inout HTMLWriter) {
    for span in line.spans { draw(span, in: &html) }
  }

  private func draw(_ span: Span, in html: inout HTMLWriter) {
    switch span {
    case .text(let text, .plain): html.words(text)
    case .text(let text, .strong):
      html.raw("<strong>")
      html.words(text)
      html.raw("</strong>")
    case .text(let text, .quiet):
      html.raw("<span class=\"quiet\">")
      html.words(text)
      html.raw("</span>")
    case .toned(let text, let tone):
      html.raw("<span class=\"")
      html.raw(tone.name)
      html.raw("\">")
      html.words(text)
      html.raw("</span>")
    case .mark(let mark): draw(mark, in: &html)
    case .link(let text, let to):
      guard let target = htmlTarget(to) else {
        html.words(text)
        return
      }
      html.raw("<a href=\"")
      html.target(target)
      html.raw("\">")
      html.words(text)
      html.raw("</a>")
    }
  }

  /// Draws the letter and the word of a mark.
  func draw(_ mark: Mark, in html: inout HTMLWriter) {
    html.raw("<span class=\"mark\"><b class=\"")
    html.raw(mark.tone.name)
    html.raw("\">")
    html.text(mark.letter)
    html.raw("</b> ")
    html.text(mark.word)
    html.raw("</span>")
  }

  /// Draws the letter of a mark; the word is heard, and seen where a pointer rests on the letter.
  func draw(letter mark: Mark, in html: inout HTMLWriter) {
    html.raw("<b class=\"")
    html.raw(mark.tone.name)
    html.raw("\" title=\"")
    html.attribute(mark.word)
    html.raw("\">")
    html.text(mark.letter)
    html.raw("<span class=\"heard\"> ")
    html.text(mark.word)
    html.raw("</span></b>")
  }

  /// A piece of text as words alone, for a label.
  func plainText(_ line: Line) -> String {
    var text = ""
    for span in line.spans {
      switch span {
      case .text(let words, _), .toned(let words, _), .link(let words, _): text += words
      case .mark(let mark): text += mark.letter + " " + mark.word
      }
    }
    return text
  }
}

extension Tone {
  /// The class that colours what bears it.
  var name: StaticString {
    switch self {
    case .green: "g"
    case .amber: "a"
    case .red: "r"
    case .grey: "x"
    }
  }
}
