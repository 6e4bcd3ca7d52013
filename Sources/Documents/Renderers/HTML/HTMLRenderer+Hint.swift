extension HTMLRenderer {
  /// Says above a table of tiles that there is more to the side, on pages too narrow for it.
  ///
  /// A style cannot ask whether a table fits, so its width is reckoned here; the words are right on
  /// a page where all fits after all.
  func drawHint(_ table: Table, _ shown: [Int], in html: inout HTMLWriter) {
    guard table.look == .tiles, let first = shown.first else { return }
    // On a telephone, on a page of 46 rem, and of 64 rem: the column of names, then the others.
    var widths = (small: 120, middle: 240, large: 240)
    for column in shown where column != first {
      guard isTileColumn(column, of: table) else {
        widths = (widths.small + 72, widths.middle + 104, widths.large + 104)
        continue
      }
      let widest = table.rows.reduce(0) { widest, row in
        guard case .cells(let cells) = row.kind, column < cells.count else { return widest }
        return max(widest, cells[column].width)
      }
      let tile = widest * 8 + 16
      // Names stand upright on a telephone, a long one on lines beside each other.
      let lines = (displayWidth(safeText(table.columns[column].title)) + 13) / 14
      widths.small += max(34, tile, lines * 20 + 13)
      widths.middle += max(46, tile)
      widths.large += max(shown.count > Self.namesThatFit ? 46 : 92, tile)
    }
    switch widths {
    case (_, _, 1217...): html.raw("<p class=\"hint\">")
    case (_, _, 961...): html.raw("<p class=\"hint h84\">")
    case (_, 673..., _): html.raw("<p class=\"hint h64\">")
    case (325..., _, _): html.raw("<p class=\"hint h46\">")
    default: return
    }
    html.number(shown.count)
    html.raw(" columns: scroll sideways to those that do not fit.</p>\n")
  }
}
