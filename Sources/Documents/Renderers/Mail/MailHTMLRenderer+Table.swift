extension MailHTMLRenderer {
  /// The room for a table on a telephone, in pixels: 360 less the margins.
  private static let room = 312

  /// Whether a table fits a telephone without leaving anything out.
  func fits(_ table: Table) -> Bool { width(of: shown(table), in: table) <= Self.room }

  /// Writes a table as rows and columns where they fit a telephone, else as a block a row.
  func write(_ table: Table, to writer: inout MailWriter) {
    var columns = shown(table)
    if columns.isEmpty { return }
    while width(of: columns, in: table) > Self.room,
      let first = columns.filter({ table.columns[$0].leavesOut > 0 })
        .max(by: { table.columns[$0].leavesOut < table.columns[$1].leavesOut })
    {
      columns.removeAll { $0 == first }
    }
    if width(of: columns, in: table) <= Self.room {
      rows(of: table, columns, to: &writer)
    } else {
      blocks(of: table, shown(table), to: &writer)
    }
  }

  // MARK: - Rows and columns

  private func rows(of table: Table, _ columns: [Int], to writer: inout MailWriter) {
    writer.tag("<table width=\"100%\" cellpadding=\"4\" cellspacing=\"0\" border=\"0\"")
    writer.tag(" style=\"margin:0 0 12px;border-collapse:collapse;font-size:14px;\">")
    if !table.caption.isEmpty {
      writer.tag("<caption style=\"text-align:left;overflow-wrap:anywhere;")
      writer.inline("color:\(MailColour.quiet);\">")
      writer.text(table.caption)
      writer.inline("</caption>")
    }
    if table.showsTitles {
      writer.tag("<thead><tr>")
      for index in columns {
        let column = table.columns[index]
        writer.tag("<th scope=\"col\" style=\"\(side(column))")
        writer.inline("border-bottom:2px solid \(MailColour.text);vertical-align:bottom;\">")
        writer.text(column.title)
        writer.inline("</th>")
      }
      writer.tag("</tr></thead>")
    }
    writer.tag("<tbody>")
    for row in table.rows {
      switch row.kind {
      case .group(let line):
        writer.tag("<tr><th colspan=\"\(columns.count)\" scope=\"colgroup\"")
        writer.tag(" style=\"text-align:left;padding-top:12px;overflow-wrap:anywhere;\">")
        write(line, to: &writer)
        writer.inline("</th></tr>")
      case .note(let line):
        writer.tag("<tr><td colspan=\"\(columns.count)\" style=\"text-align:left;")
        writer.inline("padding-left:\(4 + min(4, row.indent) * 8)px;overflow-wrap:anywhere;")
        writer.inline("color:\(MailColour.quiet);border-bottom:1px solid \(MailColour.line);\">")
        write(line, to: &writer)
        writer.inline("</td></tr>")
      case .cells(let cells):
        writer.tag("<tr>")
        for (position, index) in columns.enumerated() {
          // The first cell names the row.
          let tag = position == 0 ? "th" : "td"
          writer.tag("<\(tag)\(position == 0 ? " scope=\"row\"" : "") style=\"")
          writer.inline(side(table.columns[index]))
          if position == 0 {
            writer.inline("font-weight:normal;")
            if row.indent > 0 { writer.inline("padding-left:\(4 + min(4, row.indent) * 8)px;") }
          }
          writer.inline("border-bottom:1px solid \(MailColour.line);vertical-align:top;")
          if row.isQuiet { writer.inline("color:\(MailColour.quiet);") }
          writer.inline("\">")
          if index < cells.count { write(cells[index], to: &writer) }
          writer.inline("</\(tag)>")
        }
        writer.tag("</tr>")
      }
    }
    writer.tag("</tbody></table>")
  }

  private func side(_ column: Column) -> String {
    column.side == .right ? "text-align:right;" : "text-align:left;"
  }

  // MARK: - A block a row

  private func blocks(of table: Table, _ columns: [Int], to writer: inout MailWriter) {
    for row in table.rows {
      switch row.kind {
      case .group(let line):
        writer.tag("<p style=\"margin:12px 0 4px;font-size:15px;font-weight:bold;\">")
        write(line, to: &writer)
        writer.inline("</p>")
      case .note(let line):
        writer.tag("<p style=\"margin:0;padding:2px 0 6px 12px;font-size:14px;")
        writer.inline("color:\(MailColour.quiet);\">")
        write(line, to: &writer)
        writer.inline("</p>")
      case .cells(let cells):
        let color = row.isQuiet ? "color:\(MailColour.quiet);" : ""
        writer.tag("<p style=\"margin:0;padding:6px 0;font-size:14px;\(color)")
        writer.inline("border-bottom:1px solid \(MailColour.line);\">")
        var isFirst = true
        for index in columns where index < cells.count && !words(of: cells[index]).isEmpty {
          if isFirst {
            writer.inline("<strong>")
            write(cells[index], to: &writer)
            writer.inline("</strong>")
          } else {
            writer.tag("<br>")
            let title = table.showsTitles ? table.columns[index].title : ""
            if !title.isEmpty { writer.text(title + ": ") }
            write(cells[index], to: &writer)
          }
          isFirst = false
        }
        writer.inline("</p>")
      }
    }
    writer.tag("<p style=\"margin:0 0 12px;font-size:1px;line-height:1px;\">&nbsp;</p>")
  }

  // MARK: - Cells

  private func write(_ cell: Cell, to writer: inout MailWriter) {
    switch cell {
    case .mark(let mark): badge(mark.letter + " " + mark.word, mark.tone, to: &writer)
    case .marked(let mark, let text):
      badge(mark.letter, mark.tone, to: &writer)
      if !text.isEmpty { writer.text(" " + text) }
    case .line(let line): write(line, to: &writer)
    case .list(let cells):
      var isFirst = true
      for cell in cells where !words(of: cell).isEmpty {
        if !isFirst { writer.text(", ") }
        write(cell, to: &writer)
        isFirst = false
      }
    default: writer.text(words(of: cell))
    }
  }

  /// The words of a cell for people.
  private func words(of cell: Cell) -> String {
    switch cell {
    case .empty: ""
    case .text(let text), .number(let text, _), .day(let text, _): text
    case .line(let line): line.plainText
    case .mark(let mark): mark.letter + " " + mark.word
    case .marked(let mark, let text): text.isEmpty ? mark.letter : mark.letter + " " + text
    case .chart(let chart): chart.summary
    case .place(let file, let line): "\(file):\(line)"
    case .list(let cells): cells.map(words).filter { !$0.isEmpty }.joined(separator: ", ")
    }
  }

  // MARK: - Widths

  /// The columns in which something stands.
  private func shown(_ table: Table) -> [Int] {
    table.columns.indices.filter { index in
      table.rows.contains { row in
        guard case .cells(let cells) = row.kind, index < cells.count else { return false }
        return !words(of: cells[index]).isEmpty
      }
    }
  }

  /// The narrowest width of columns, in pixels, with no word broken.
  private func width(of columns: [Int], in table: Table) -> Int {
    var width = 0
    for index in columns {
      var longest = table.showsTitles ? longestWord(table.columns[index].title) : 0
      for row in table.rows {
        guard case .cells(let cells) = row.kind, index < cells.count else { continue }
        longest = max(longest, longestWord(of: cells[index]))
      }
      // Letters of 14 pixels are 7 to 8 wide in the mean; 4 pixels stand on either side.
      width += longest * 8 + 8
    }
    return width
  }

  private func longestWord(of cell: Cell) -> Int {
    switch cell {
    // A mark stays on one line, in bold, between two hard spaces.
    case .mark(let mark): displayWidth(mark.letter + mark.word) + 3
    case .marked(let mark, let text): max(displayWidth(mark.letter) + 2, longestWord(text))
    case .list(let cells): cells.map(longestWord(of:)).max() ?? 0
    default: longestWord(words(of: cell))
    }
  }

  private func longestWord(_ text: String) -> Int {
    text.utf8.split { $0 == 0x20 || $0 == 0x2D }
      .map { displayWidth(String(Substring($0))) + 1 }.max() ?? 0
  }
}
