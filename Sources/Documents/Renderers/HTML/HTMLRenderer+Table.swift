extension HTMLRenderer {
  /// Draws a table, inside a region of its own that can be scrolled where the page is narrow.
  ///
  /// The label, which is the heading above, names the region of a table without a caption.
  func draw(_ table: Table, label: String, in html: inout HTMLWriter) {
    let shown = shownColumns(table)
    if shown.isEmpty && !table.rows.contains(where: \.isGroup) { return }
    if table.look == .tiles || shown.count > Self.columnsThatFit {
      html.raw("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
      html.attribute(html.label(table.caption.isEmpty ? label : table.caption))
      html.raw("\">\n")
    } else {
      html.raw("<div class=\"scroll\">\n")
    }
    html.raw(table.look == .tiles ? "<table class=\"tiles\">\n" : "<table class=\"rows\">\n")
    if !table.caption.isEmpty {
      html.raw("<caption>")
      html.text(table.caption)
      html.raw("</caption>\n")
    }
    drawHead(table, shown, in: &html)
    drawBody(table, shown, in: &html)
    html.raw("</table>\n</div>\n")
  }

  /// The most columns of words that a page of any width holds, their words wrapped.
  private static var columnsThatFit: Int { 5 }

  /// Whether a table is too wide for an upright sheet of paper, judged by its first rows.
  func isWide(_ table: Table) -> Bool {
    let shown = shownColumns(table)
    var width = 28
    for column in shown.dropFirst() {
      var widest = 0
      for row in table.rows.prefix(200) {
        guard case .cells(let cells) = row.kind, column < cells.count else { continue }
        widest = max(widest, cells[column].width)
      }
      width += min(widest, 14) + 3
    }
    // Words can be wrapped, tiles only made narrower.
    return width > (table.look == .tiles ? 105 : 150)
  }

  /// The columns in which something stands; all that have a title where there is no row.
  private func shownColumns(_ table: Table) -> [Int] {
    let found = table.columns.indices.filter { column in
      table.rows.contains { row in
        guard case .cells(let cells) = row.kind, column < cells.count else { return false }
        return !cells[column].isBlank
      }
    }
    if !found.isEmpty || table.rows.contains(where: { !$0.isGroup }) { return found }
    return table.columns.indices.filter {
      table.showsTitles && !table.columns[$0].title.isEmpty
    }
  }

  private func drawHead(_ table: Table, _ shown: [Int], in html: inout HTMLWriter) {
    guard shown.contains(where: { !table.columns[$0].title.isEmpty }) else { return }
    html.raw(table.showsTitles ? "<thead>\n<tr>" : "<thead class=\"heard\">\n<tr>")
    let isSteep = table.look == .tiles && shown.count > 9
    for column in shown {
      let title = table.columns[column].title
      if title.isEmpty {
        html.raw("<td></td>")
      } else if isSteep, isTileColumn(column, of: table) {
        html.raw("<th scope=\"col\" class=\"steep\"><span>")
        html.text(title)
        html.raw("</span></th>")
      } else {
        let isRight = table.columns[column].side == .right
        html.raw(isRight ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">")
        html.text(title)
        html.raw("</th>")
      }
    }
    html.raw("</tr>\n</thead>\n")
  }

  /// Whether nothing but marks stand in a column.
  private func isTileColumn(_ column: Int, of table: Table) -> Bool {
    table.rows.allSatisfy { row in
      guard case .cells(let cells) = row.kind, column < cells.count else { return true }
      switch cells[column] {
      case .mark, .marked, .empty: return true
      default: return false
      }
    }
  }

  /// Draws the rows, each group of them a part of its own, so that its name belongs to it alone.
  private func drawBody(_ table: Table, _ shown: [Int], in html: inout HTMLWriter) {
    var isOpen = false
    var isAfterGroup = false
    for row in table.rows {
      if !isOpen || (row.isGroup && !isAfterGroup) {
        html.raw(isOpen ? "</tbody>\n<tbody>\n" : "<tbody>\n")
        isOpen = true
      }
      isAfterGroup = row.isGroup
      switch row.kind {
      case .group(let line):
        html.raw("<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"")
        html.number(max(1, shown.count))
        html.raw("\"")
        drawIndent(row.indent, in: &html)
        html.raw(">")
        draw(line, in: &html)
        html.raw("</th></tr>\n")
      case .cells(let cells):
        html.raw(row.isQuiet ? "<tr class=\"quiet\">" : "<tr>")
        // A status in front does not name its row: what stands after it does.
        let startsMarked = shown.first.map { $0 < cells.count && cells[$0].tone != nil } ?? false
        for (position, column) in shown.enumerated() {
          let cell = column < cells.count ? cells[column] : .empty
          if position == (startsMarked && shown.count > 1 ? 1 : 0) {
            drawFirst(cell, indent: row.indent, in: &html)
          } else {
            drawCell(cell, table.columns[column], table, in: &html)
          }
        }
        html.raw("</tr>\n")
      }
    }
    if isOpen { html.raw("</tbody>\n") }
  }

  /// Draws the cell that names its row.
  private func drawFirst(_ cell: Cell, indent: Int, in html: inout HTMLWriter) {
    if cell.isBlank {
      html.raw("<td></td>")
      return
    }
    html.raw("<th scope=\"row\"")
    drawIndent(indent, in: &html)
    html.raw(">")
    draw(cell, in: &html)
    html.raw("</th>")
  }

  private func drawIndent(_ indent: Int, in html: inout HTMLWriter) {
    switch indent {
    case ...0: break
    case 1: html.raw(" class=\"i1\"")
    case 2: html.raw(" class=\"i2\"")
    default: html.raw(" class=\"i3\"")
    }
  }

  private func drawCell(
    _ cell: Cell,
    _ column: Column,
    _ table: Table,
    in html: inout HTMLWriter
  ) {
    if cell.isBlank {
      html.raw("<td></td>")
      return
    }
    html.raw("<td")
    if table.look == .tiles, let tone = cell.tone {
      html.raw(" class=\"tile ")
      html.raw(tone.name)
      html.raw("\"")
    } else if column.side == .right {
      html.raw(" class=\"n\"")
    }
    if table.look == .rows, !column.title.isEmpty {
      // Says on a narrow page, where cells stand one below the other, what each of them is.
      html.raw(" data-of=\"")
      html.attribute(column.title)
      html.raw("\"")
    }
    html.raw(">")
    draw(cell, in: &html)
    html.raw("</td>")
  }

  /// Draws what stands in a cell.
  private func draw(_ cell: Cell, in html: inout HTMLWriter) {
    switch cell {
    case .empty: break
    case .text(let text): html.text(text)
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

extension Row {
  /// Whether the row names the rows under it.
  var isGroup: Bool { if case .group = kind { true } else { false } }
}

extension Cell {
  /// The colour that the cell is filled with in a table of tiles.
  var tone: Tone? {
    switch self {
    case .mark(let mark), .marked(let mark, _): mark.tone
    default: nil
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
    switch self {
    case .empty, .list: 0
    case .text(let text), .number(let text, _), .day(let text, _): text.utf8.count
    case .line(let line): line.spans.isEmpty ? 0 : 14
    case .mark(let mark): mark.letter.utf8.count + mark.word.utf8.count + 1
    case .marked(let mark, let words): mark.letter.utf8.count + words.utf8.count + 1
    case .place, .chart: 14
    }
  }
}
