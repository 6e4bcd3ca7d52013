extension HTMLRenderer {
  /// Draws a table, inside a region of its own that can be scrolled where the page is narrow.
  ///
  /// The label, which is the heading above, names the region of a table without a caption.
  func draw(_ table: Table, label: String, in html: inout HTMLWriter) {
    let shown = shownColumns(table)
    if shown.isEmpty && !table.rows.contains(where: \.isGroup) { return }
    drawHint(table, shown, in: &html)
    if table.look == .tiles || shown.count > Self.columnsThatFit {
      html.raw("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
      html.attribute(html.label(table.caption.isEmpty ? label : table.caption))
      html.raw("\">\n")
    } else {
      html.raw("<div class=\"scroll\">\n")
    }
    switch table.look {
    case .rows: html.raw("<table class=\"rows\">\n")
    case .tiles where shown.count > Self.namesThatFit:
      html.raw("<table class=\"tiles steep\">\n")
    case .tiles: html.raw("<table class=\"tiles\">\n")
    }
    if !table.caption.isEmpty {
      html.raw("<caption>")
      drawStaying(table, in: &html) { $0.text(table.caption) }
      html.raw("</caption>\n")
    }
    drawHead(table, shown, in: &html)
    drawBody(table, shown, in: &html)
    html.raw("</table>\n</div>\n")
  }

  /// The most columns of words that a page of any width holds, their words wrapped.
  private static var columnsThatFit: Int { 5 }

  /// The most columns of tiles whose names stand upright beside each other.
  static var namesThatFit: Int { 9 }

  /// Draws words of a table of tiles that stay in sight while the tiles under them are scrolled.
  private func drawStaying(
    _ table: Table,
    in html: inout HTMLWriter,
    _ words: (inout HTMLWriter) -> Void
  ) {
    if table.look == .tiles { html.raw("<span class=\"stay\">") }
    words(&html)
    if table.look == .tiles { html.raw("</span>") }
  }

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
    for (position, column) in shown.enumerated() {
      let title = table.columns[column].title
      if title.isEmpty {
        html.raw("<td></td>")
      } else if table.look == .tiles, position > 0, isTileColumn(column, of: table) {
        html.raw("<th scope=\"col\" class=\"t\"><span>")
        html.words(title)
        html.raw("</span></th>")
      } else {
        let isRight = table.columns[column].side == .right
        html.raw(isRight ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">")
        html.words(title)
        html.raw("</th>")
      }
    }
    html.raw("</tr>\n</thead>\n")
  }

  /// Whether nothing but marks stand in a column.
  func isTileColumn(_ column: Int, of table: Table) -> Bool {
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
        drawStaying(table, in: &html) { draw(line, in: &$0) }
        html.raw("</th></tr>\n")
      case .note(let line):
        html.raw("<tr class=\"note\"><td colspan=\"")
        html.number(max(1, shown.count))
        html.raw("\"")
        drawIndent(row.indent, in: &html)
        html.raw(">")
        drawStaying(table, in: &html) { draw(line, in: &$0) }
        html.raw("</td></tr>\n")
      case .cells(let cells): draw(cells, row, table, shown, in: &html)
      }
    }
    if isOpen { html.raw("</tbody>\n") }
  }

  private func draw(
    _ cells: [Cell],
    _ row: Row,
    _ table: Table,
    _ shown: [Int],
    in html: inout HTMLWriter
  ) {
    html.raw(row.isQuiet ? "<tr class=\"quiet\">" : "<tr>")
    // A status in front does not name its row: what stands after it does.
    let startsMarked = shown.first.map { $0 < cells.count && cells[$0].tone != nil } ?? false
    for (position, column) in shown.enumerated() {
      let cell = column < cells.count ? cells[column] : .empty
      if position == (startsMarked && shown.count > 1 ? 1 : 0) {
        drawFirst(cell, table.columns[column], indent: row.indent, in: &html)
      } else {
        drawCell(cell, table.columns[column], table, in: &html)
      }
    }
    html.raw("</tr>\n")
  }

  /// Draws the cell that names its row.
  private func drawFirst(
    _ cell: Cell,
    _ column: Column,
    indent: Int,
    in html: inout HTMLWriter
  ) {
    if cell.isBlank {
      html.raw("<td></td>")
      return
    }
    html.raw("<th scope=\"row\"")
    if column.side == .right {
      html.raw(" class=\"n\"")
    } else {
      drawIndent(indent, in: &html)
    }
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
      html.raw(column.side == .right ? "<td class=\"n\"></td>" : "<td></td>")
      return
    }
    html.raw("<td")
    if table.look == .tiles, let tone = cell.tone {
      html.raw(" class=\"tile ")
      html.raw(tone.name)
      html.raw("\"")
    } else if column.side == .right {
      html.raw(cell.isFigure ? " class=\"n d\"" : " class=\"n\"")
    }
    if table.look == .rows, table.showsTitles, !column.title.isEmpty, cell.tone == nil {
      // Says on a narrow page, where cells stand one below the other, what each of them is; a mark
      // says it itself.
      html.raw(" data-of=\"")
      html.attribute(column.title)
      html.raw("\"")
    }
    html.raw(">")
    draw(cell, in: &html)
    html.raw("</td>")
  }
}

extension Row {
  /// Whether the row names the rows under it.
  var isGroup: Bool { if case .group = kind { true } else { false } }
}
