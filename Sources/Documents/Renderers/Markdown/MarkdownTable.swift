extension MarkdownRenderer {
  /// The rows of a table: its titles, the line under them, and its cells.
  ///
  /// A row that names others stands in the first column. Columns in which nothing stands are left
  /// out, as on a terminal.
  func table(_ table: Table) -> [String] {
    let rows = table.rows.map { row -> [String] in
      let set = String(repeating: "&emsp;", count: max(0, row.indent))
      switch row.kind {
      case .group(let line): return [set + inline(strong(line))]
      case .note(let line): return [set + inline(line)]
      case .cells(let cells):
        return table.columns.indices.map { index in
          let text = index < cells.count ? text(of: cells[index]) : ""
          return index == 0 && !text.isEmpty ? set + text : text
        }
      }
    }
    let shown = table.columns.indices.filter { index in
      rows.contains { index < $0.count && !$0[index].isEmpty }
    }
    guard !shown.isEmpty else { return [] }
    func line(_ cells: [String]) -> String {
      "|" + shown.map { " " + ($0 < cells.count ? cells[$0] : "") + " |" }.joined()
    }
    let titles = table.columns.map { table.showsTitles ? inline(Line($0.title)) : "" }
    let sides = table.columns.map { $0.side == .right ? "---:" : "---" }
    return [line(titles), line(sides)] + rows.map(line)
  }

  private func strong(_ line: Line) -> Line {
    Line(
      line.spans.map { span in
        if case .text(let text, _) = span { .text(text, .strong) } else { span }
      }
    )
  }

  /// The words of a cell for people, a mark with its letter.
  private func text(of cell: Cell) -> String {
    switch cell {
    case .empty: ""
    case .text(let text), .number(let text, _), .day(let text, _): inline(Line(text))
    case .line(let line): inline(line)
    case .mark(let mark): inline(Line([.mark(mark)]))
    case .marked(let mark, let text):
      inline(Line([.text(mark.letter, .strong), .text(text.isEmpty ? "" : " " + text)]))
    case .chart(let chart): inline(Line(chart.summary))
    case .place(let file, let line): inline(Line("\(file):\(line)"))
    case .list(let cells):
      cells.map(self.text).filter { !$0.isEmpty }.joined(separator: ", ")
    }
  }

  /// The anchors of a page that its own links lead to.
  func anchors(linkedIn page: Page) -> Set<String> {
    var result: Set<String> = []
    func take(_ target: String) {
      if target.utf8.first == UInt8(ascii: "#") { result.insert(String(target.dropFirst())) }
    }
    func take(_ line: Line) {
      for case .link(_, let target) in line.spans { take(target) }
    }
    func take(_ cell: Cell) {
      switch cell {
      case .line(let line): take(line)
      case .list(let cells): cells.forEach(take)
      default: break
      }
    }
    func take(_ table: Table) {
      for row in table.rows {
        switch row.kind {
        case .cells(let cells): cells.forEach(take)
        case .group(let line), .note(let line): take(line)
        }
      }
    }
    func take(_ nodes: [TreeNode]) {
      for node in nodes {
        take(node.line)
        take(node.children)
      }
    }
    for link in page.navigation { take(link.target) }
    for block in page.document.blocks {
      switch block {
      case .heading(let line, _, _), .paragraph(let line, _), .verbatim(let line): take(line)
      case .points(let points): for point in points { take(point.line) }
      case .table(let table): take(table)
      case .firstThatFits(let tables): if let table = tables.first { take(table) }
      case .tree(let nodes): take(nodes)
      default: break
      }
    }
    return result
  }
}
