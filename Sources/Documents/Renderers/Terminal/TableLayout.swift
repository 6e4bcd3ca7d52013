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
  ///   - page: The width of the page.
  init(_ columns: [Column], natural: [Int], least: [Int], page: Int) {
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
    // What is left goes first to the column that lacks least, so that most columns do not wrap.
    let byNeed = shown.indices.sorted {
      let first = natural[shown[$0]] - widths[$0]
      let second = natural[shown[$1]] - widths[$1]
      return (first, $0) < (second, $1)
    }
    for (position, index) in byNeed.enumerated() where spare > 0 {
      let share = spare / (byNeed.count - position)
      let need = natural[shown[index]] - widths[index]
      // The last takes all that is left; the others at most an equal share.
      let given = min(need, position == byNeed.count - 1 ? spare : max(share, 1))
      widths[index] += given
      spare -= given
    }
    self.columns = shown
    self.widths = widths
  }

  /// Whether all columns that hold something fit a page.
  static func fits(least: [Int], page: Int) -> Bool {
    let shown = least.filter { $0 > 0 }
    return shown.reduce(0, +) + gap * max(0, shown.count - 1) <= page
  }
}
