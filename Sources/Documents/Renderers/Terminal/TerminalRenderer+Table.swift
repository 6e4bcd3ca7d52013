extension TerminalRenderer {
  /// Whether every column of a table that holds something fits the page.
  func fits(_ table: Table) -> Bool {
    let cells = cells(of: table)
    let natural = naturalWidths(table, cellWidths(table, cells))
    return TableLayout.fits(least: leastWidths(table, cells, natural), page: width)
  }

  func draw(_ table: Table, on canvas: inout Canvas) {
    let cells = cells(of: table)
    let widths = cellWidths(table, cells)
    let natural = naturalWidths(table, widths)
    let isFit = TableLayout.fits(least: natural, page: width)
    let layout = TableLayout(
      table.columns,
      natural: natural,
      least: isFit ? natural : leastWidths(table, cells, natural),
      cells: widths,
      page: width
    )
    if table.showsTitles, !layout.columns.isEmpty {
      let titles = table.columns.map { [[run($0.title, Ink(isStrong: true))]] }
      draw(titles, indent: 0, layout, table.columns, on: &canvas)
      canvas.put([Run(String(repeating: "-", count: min(width, tableWidth(layout))))], indent: 0)
    }
    for (row, cells) in zip(table.rows, cells) {
      switch row.kind {
      case .group(let line):
        let set = row.indent * 2
        let lines = wrapped(runs(of: line, isStrong: true), to: max(10, width - set))
        for line in lines { canvas.put(line, indent: set) }
      case .note(let line):
        draw(
          runs(of: line, isQuiet: true),
          first: row.indent * 2,
          rest: row.indent * 2,
          on: &canvas
        )
      case .cells: draw(cells, indent: row.indent * 2, layout, table.columns, on: &canvas)
      }
    }
  }

  /// Draws one row; each cell is a list of items that are wrapped between each other.
  private func draw(
    _ cells: [[[Run]]],
    indent: Int,
    _ layout: TableLayout,
    _ columns: [Column],
    on canvas: inout Canvas
  ) {
    var lines: [[[Run]]] = []
    var height = 1
    for (position, column) in layout.columns.enumerated() {
      let set = position == 0 ? indent : 0
      let items = column < cells.count ? cells[column] : []
      let wrapped = wrappedItems(items, to: max(4, layout.widths[position] - set))
      height = max(height, wrapped.count)
      lines.append(wrapped)
    }
    for number in 0..<height {
      for (position, column) in layout.columns.enumerated() {
        let width = layout.widths[position]
        let line = number < lines[position].count ? lines[position][number] : []
        let used = line.reduce(0) { $0 + $1.width }
        let set = position == 0 ? indent : 0
        let before = columns[column].side == .right ? max(0, width - used) : set
        canvas.skip(before + (position == 0 ? 0 : TableLayout.gap))
        for run in line { canvas.put(run) }
        canvas.skip(width - before - used)
      }
      canvas.endLine()
    }
  }

  /// Items one after another with two spaces between, wrapped between items where they can be.
  private func wrappedItems(_ items: [[Run]], to width: Int) -> [[Run]] {
    guard items.count > 1 else { return wrappedItem(items.first ?? [], to: width) }
    var lines: [[Run]] = []
    var line: [Run] = []
    var used = 0
    for item in items {
      let itemWidth = item.reduce(0) { $0 + $1.width }
      if used > 0, used + 2 + itemWidth > width {
        lines.append(line)
        line = []
        used = 0
      }
      if itemWidth > width {
        lines += wrappedItem(item, to: width)
        continue
      }
      if used > 0 { line.append(Run("  ")) }
      line += item
      used += itemWidth + (used > 0 ? 2 : 0)
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// One item, whose mark hangs out before the lines that follow.
  private func wrappedItem(_ item: [Run], to width: Int) -> [[Run]] {
    guard let first = item.first, first.isMark else { return wrapped(item, to: width) }
    let hang = displayWidth(String(Substring(first.text.utf8.prefix(first.firstBreak))))
    let lines = wrapped(item, first: width, rest: max(1, width - hang))
    return lines.enumerated().map { index, line in
      index == 0 ? line : [Run(String(repeating: " ", count: hang))] + line
    }
  }

  private func cells(of table: Table) -> [[[[Run]]]] {
    table.rows.map { row in
      guard case .cells(let cells) = row.kind else { return [] }
      return cells.map { items(of: $0, isQuiet: row.isQuiet) }
    }
  }

  /// The widths of the cells of each column, 0 where nothing stands.
  private func cellWidths(_ table: Table, _ rows: [[[[Run]]]]) -> [[Int]] {
    var widths = [[Int]](
      repeating: [Int](repeating: 0, count: rows.count),
      count: table.columns.count
    )
    for (number, cells) in rows.enumerated() {
      for (column, items) in cells.enumerated() where column < widths.count && !items.isEmpty {
        var width = column == 0 ? table.rows[number].indent * 2 : 0
        for (index, item) in items.enumerated() {
          if index > 0 { width += 2 }
          for run in item { width += run.width }
        }
        widths[column][number] = width
      }
    }
    return widths
  }

  private func naturalWidths(_ table: Table, _ cells: [[Int]]) -> [Int] {
    table.columns.enumerated().map { index, column in
      let widest = cells[index].max() ?? 0
      return widest > 0 && table.showsTitles ? max(widest, displayWidth(column.title)) : widest
    }
  }

  /// The widths to which columns may be wrapped without cutting a word of usual length.
  private func leastWidths(_ table: Table, _ rows: [[[[Run]]]], _ natural: [Int]) -> [Int] {
    var widths = natural
    for (index, column) in table.columns.enumerated() where natural[index] > 0 {
      guard let narrowest = column.narrowest, narrowest < natural[index] else { continue }
      var longest = table.showsTitles ? longestWord([run(column.title)]) : 0
      // As wide as it gets: the words that are left can say no more.
      let most = min(natural[index], Self.longestKept)
      for (row, cells) in zip(table.rows, rows) where index < cells.count && longest < most {
        let set = index == 0 ? row.indent * 2 : 0
        for item in cells[index] { longest = max(longest, longestWord(item) + set) }
      }
      widths[index] = min(natural[index], max(narrowest, min(longest, Self.longestKept)))
    }
    return widths
  }

  /// The longest word that a column makes room for; longer ones are cut.
  private static let longestKept = 24

  private func longestWord(_ runs: [Run]) -> Int {
    var longest = 0
    for run in runs where run.width > longest {
      let skipped = run.firstBreak
      let isASCII = run.width == run.text.utf8.count
      var length = 0
      // Bytes stand for columns here: more of them than columns only makes a column wider.
      for byte in run.text.utf8.dropFirst(skipped) {
        if byte == 0x20 || byte == 0x2D {
          length = 0
        } else if isASCII || byte & 0xC0 != 0x80 {
          length += 1
          if length + skipped > longest { longest = length + skipped }
        }
      }
    }
    return longest
  }

  private func tableWidth(_ layout: TableLayout) -> Int {
    layout.widths.reduce(0, +) + TableLayout.gap * max(0, layout.widths.count - 1)
  }

  /// The items of a cell, each a list of runs.
  private func items(of cell: Cell, isQuiet: Bool) -> [[Run]] {
    let ink = Ink(isQuiet: isQuiet)
    return switch cell {
    case .empty: []
    case .text(let text), .number(let text, _), .day(let text, _):
      text.isEmpty ? [] : [[run(text, ink)]]
    case .line(let line): line.isEmpty ? [] : [runs(of: line, isQuiet: isQuiet)]
    case .mark(let mark):
      [[marked(mark, mark.word, isQuiet: isQuiet)]]
    case .marked(let mark, let text):
      [[marked(mark, text, isQuiet: isQuiet)]]
    case .chart(let chart): items(of: chart, isQuiet: isQuiet)
    case .place(let file, let line): [[run("\(file):\(line)", ink)]]
    case .list(let cells): cells.flatMap { items(of: $0, isQuiet: isQuiet) }
    }
  }

  /// A letter and a text that stays with it.
  func marked(_ mark: Mark, _ text: String, isQuiet: Bool) -> Run {
    let ink = Ink(tone: mark.tone, isQuiet: isQuiet)
    if text.isEmpty { return run(mark.letter, ink) }
    var result = run(mark.letter + " " + text, ink)
    result.isMark = true
    return result
  }
}
