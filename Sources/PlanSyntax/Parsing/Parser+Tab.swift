internal import SourceText

/// The level that a line with tabs before it may belong to.
private enum TabLevel: Equatable {
  /// A new one below the line above.
  case below
  /// One that is open.
  case open(Int)
  /// None: the line goes on with the text above.
  case text
}

/// Lines with tabs before their content.
///
/// Editors show a tab as wide as two, four or eight columns, so the level that was meant has to be
/// told from what the widths would give, and from the lines after it. Where more than one level
/// could have been meant, the line is read as the likeliest and no program corrects it.
extension Parser {
  /// Reads a line with a tab in its indent; returns the next line's start if it holds no structure.
  mutating func tabLine(_ text: Span<UInt8>, _ start: Int, _ tab: Int) -> Int? {
    var at = tab
    while text.byte(at).isSpaceOrTab { at += 1 }
    if text.isLineEnd(at) || text.byte(at) == .hash {
      report(.tab, tab, tab + 1, start, at)
      if text.isLineEnd(at) { return nextLine(text, at) }
      commentBefore = true
      return comment(text, at)
    }
    let found = column(text, start, at)
    report(.tabIndent, tab, tab + 1, found.column + 1, found.isCertain ? 1 : 0)
    (lineStart, content) = (start, at)
    indent = found.column
    return nil
  }

  /// The column that is meant by the tabs and spaces between two offsets, and whether no other can be.
  private mutating func column(
    _ text: Span<UInt8>,
    _ start: Int,
    _ content: Int
  ) -> (column: Int, isCertain: Bool) {
    let simple = columnOfTabs(text, start, content)
    guard care > 0 else { return (simple, false) }
    care -= 1
    let lines = shapes(text, after: content)
    guard let top = levels.last else { return (lines.first { !$0.hasTab }?.indent ?? 0, true) }
    let line = shape(text, content, indent: 0)
    if line.isText, !isPending {
      let isMore =
        lastValueIsText
        && Self.widths.allSatisfy {
          width(text, content, tab: $0) > width(text, Int(nodes[top.node].lower), tab: $0)
        }
      return (isMore ? top.column + 2 : max(simple, top.column + 2), isMore)
    }
    var possible: [TabLevel] = []
    for level in [level(at: simple, line)] + Self.widths.map({ level(text, line, tab: $0) }) {
      if let level, !possible.contains(level) { possible.append(level) }
    }
    var best = (column: simple, cost: Int.max, level: TabLevel.text)
    func consider(_ level: TabLevel, _ extra: Int) {
      var column = pendingIndent + 2
      switch level {
      case .open(let index): column = levels[index].column
      default: column = below(line, lines)
      }
      var outline = Outline(levels)
      outline.awaits = isPending
      outline.read(moved(line, to: column), at: column, self, text)
      _ = outline.read(lines, moving: 0, to: 0, self, text)
      var cost = 100 * outline.faults + extra
      if line.opens, !line.isDash, let next = lines.first, !next.hasTab, next.indent > column {
        cost += min(abs(next.indent - column - 2), 9)
      }
      if cost < best.cost { best = (column, cost, level) }
    }
    for level in possible { consider(level, 0) }
    let isOnly = possible.count == 1 && best.cost < 100
    if isPending { consider(.below, 5) }
    for (index, level) in levels.enumerated().reversed() where level.isList == line.isDash {
      consider(.open(index), 6)
    }
    return (best.column, isOnly && best.level == possible[0])
  }

  /// The line as it would be at a column.
  private func moved(_ line: LineShape, to column: Int) -> LineShape {
    var line = line
    line.inner += column - line.indent
    line.indent = column
    return line
  }

  // MARK: - Columns

  /// How wide editors show a tab.
  private static var widths: [Int] { [8, 4, 2] }

  /// The column in which an offset is shown where a tab goes to the next multiple of a width.
  private func width(_ text: Span<UInt8>, _ offset: Int, tab: Int) -> Int {
    var column = 0
    for index in text.startOfLine(at: offset)..<offset where !text[index].isContinuation {
      column = text[index] == .tab ? (column / tab + 1) * tab : column + 1
    }
    return column
  }

  /// The column that a person means by a number of tabs: that of the level as deep as that.
  private func columnOfTabs(_ text: Span<UInt8>, _ start: Int, _ content: Int) -> Int {
    var tabs = 0
    var spaces = 0
    for index in start..<content where text[index] == .tab { tabs += 1 }
    for index in start..<content { spaces = text[index] == .tab ? 0 : spaces + 1 }
    var columns: [Int] = []
    for level in levels where columns.last != level.column { columns.append(level.column) }
    if tabs < columns.count { return columns[tabs] + spaces }
    return (columns.last ?? 0) + 2 * (tabs - max(columns.count - 1, 0)) + spaces
  }

  // MARK: - Levels

  /// The level that the line fits where tabs are so wide, in it and in the lines above.
  private func level(_ text: Span<UInt8>, _ line: LineShape, tab: Int) -> TabLevel? {
    let column = width(text, line.content, tab: tab)
    if isPending {
      let owner =
        pendingIsValue ? Int(nodes[nodes.count - 2].lower) : Int(nodes[nodes.count - 1].lower) - 1
      let outer = width(text, owner, tab: tab)
      if column > outer || column == outer && pendingIsValue && line.isDash { return .below }
    }
    return levels.lastIndex {
      $0.isList == line.isDash && width(text, Int(nodes[$0.node].lower), tab: tab) == column
    }.map(TabLevel.open)
  }

  /// The level that the line fits at a column.
  private func level(at column: Int, _ line: LineShape) -> TabLevel? {
    if isPending {
      let isBelow =
        column > pendingIndent || column == pendingIndent && pendingIsValue && line.isDash
      if isBelow { return .below }
    }
    return levels.lastIndex { $0.column == column && $0.isList == line.isDash }.map(TabLevel.open)
  }

  /// The column of a line below the name above, as the lines after it have it.
  private func below(_ line: LineShape, _ lines: [LineShape]) -> Int {
    guard let next = lines.first, !next.hasTab, next.indent > pendingIndent, !next.isText else {
      return pendingIndent + 2
    }
    if line.isDash, next.isDash { return next.indent }
    if line.isDash, !line.name.isEmpty {
      let dash = next.indent - (line.inner - line.indent)
      return dash >= pendingIndent ? dash : pendingIndent + 2
    }
    return line.opens ? pendingIndent + 2 : next.indent
  }
}
