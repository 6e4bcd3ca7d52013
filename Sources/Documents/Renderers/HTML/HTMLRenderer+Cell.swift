extension HTMLRenderer {
  /// Draws what stands in a cell.
  func draw(_ cell: Cell, in html: inout HTMLWriter) {
    switch cell {
    case .empty: break
    case .text(let text): html.words(text)
    case .line(let line): draw(line, in: &html)
    case .number(let words, _): html.text(words)
    case .mark(let mark): draw(mark, in: &html)
    case .marked(let mark, let words):
      html.raw("<span class=\"mark\">")
      draw(letter: mark, in: &html)
      if !words.isEmpty {
        html.raw(" ")
        html.text(words)
      }
      html.raw("</span>")
    case .day(let words, let iso):
      guard isDay(iso) else {
        html.text(words)
        return
      }
      html.raw("<time datetime=\"")
      html.attribute(iso)
      html.raw("\">")
      html.text(words)
      html.raw("</time>")
    case .place(let file, let line):
      html.raw("<code>")
      html.text(file)
      html.raw(":")
      html.number(line)
      html.raw("</code>")
    case .chart(let chart): drawSmall(chart, in: &html)
    case .list(let cells):
      html.raw("<ul>")
      for cell in cells {
        html.raw("<li>")
        draw(cell, in: &html)
        html.raw("</li>")
      }
      html.raw("</ul>")
    }
  }

  /// Whether a text has the form `2017-03-31`.
  private func isDay(_ iso: String) -> Bool {
    iso.utf8.count == 10
      && iso.utf8.enumerated().allSatisfy { index, byte in
        index == 4 || index == 7 ? byte == UInt8(ascii: "-") : (0x30...0x39).contains(byte)
      }
  }
}

extension Cell {
  /// The colour that the cell is filled with in a table of tiles.
  var tone: Tone? {
    switch self {
    case .mark(let mark), .marked(let mark, _): mark.tone
    default: nil
    }
  }

  /// Whether it is a figure, or as short as one, which is never broken.
  var isFigure: Bool {
    switch self {
    case .number: true
    case .text(let text): text.utf8.count <= 10
    default: false
    }
  }

  /// Whether there is nothing to see.
  var isBlank: Bool {
    switch self {
    case .empty: true
    case .text(let text), .number(let text, _): text.utf8.isEmpty
    case .line(let line): line.isEmpty
    case .list(let cells): cells.allSatisfy(\.isBlank)
    default: false
    }
  }

  /// Roughly how many columns of text the cell takes in one line.
  var width: Int {
    func width(_ text: String) -> Int { displayWidth(safeText(text)) }
    return switch self {
    case .empty, .list: 0
    case .text(let text), .number(let text, _), .day(let text, _): width(text)
    case .line(let line): line.isEmpty ? 0 : 14
    case .mark(let mark): width(mark.letter) + width(mark.word) + 1
    case .marked(let mark, let words): width(mark.letter) + width(words) + 1
    case .place, .chart: 14
    }
  }
}
