/// Which columns of a table are shown on a page, and how wide.
struct TableLayout {
  /// The columns shown, by index, from left to right.
  var columns: [Int]
  /// The width of each column shown.
  var widths: [Int]

  /// The number of spaces between two columns.
  static let gap = 2

  /// Lays columns out on a page.
  ///
  /// - Parameters:
  ///   - columns: The columns of the table.
  ///   - natural: The width that each column would like; 0 for one in which nothing stands.
  ///   - least: The width of the longest word of each column, where it may be wrapped.
  ///   - cells: The widths of the cells of each column.
  ///   - page: The width of the page.
  init(_ columns: [Column], natural: [Int], least: [Int], cells: [[Int]], page: Int) {
    var shown = columns.indices.filter { natural[$0] > 0 }
    func narrowest(_ index: Int) -> Int { least[index] }
    func total(_ width: (Int) -> Int) -> Int {
      shown.reduce(0) { $0 + width($1) } + Self.gap * max(0, shown.count - 1)
    }
    while total(narrowest) > page,
      let first = shown.filter({ columns[$0].leavesOut > 0 })
        .max(by: { columns[$0].leavesOut < columns[$1].leavesOut })
    {
      shown.removeAll { $0 == first }
    }
    var widths = shown.map(narrowest)
    var spare = page - total(narrowest)
    if total({ natural[$0] }) <= page {
      widths = shown.map { natural[$0] }
      spare = 0
    }
    // What is left goes, a column at a time, to where it spares most cells from being wrapped.
    var gains = shown.indices.map { Self.wider(than: widths[$0], cells[shown[$0]]) }
    while spare > 0 {
      var best = 0
      for position in gains.indices where gains[position] > gains[best] { best = position }
      guard !gains.isEmpty, gains[best] > 0 else { break }
      widths[best] += 1
      spare -= 1
      gains[best] = Self.wider(than: widths[best], cells[shown[best]])
    }
    self.columns = shown
    self.widths = widths
  }

  /// The number of cells that are wider than a column.
  private static func wider(than width: Int, _ cells: [Int]) -> Int {
    var count = 0
    for cell in cells where cell > width { count += 1 }
    return count
  }

  /// Whether all columns that hold something fit a page.
  static func fits(least: [Int], page: Int) -> Bool {
    let shown = least.filter { $0 > 0 }
    return shown.reduce(0, +) + gap * max(0, shown.count - 1) <= page
  }
}
