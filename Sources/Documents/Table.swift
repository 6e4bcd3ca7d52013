/// Rows and columns of typed cells.
public struct Table: Sendable {
  /// The columns, from left to right.
  public var columns: [Column]
  /// The rows, from top to bottom.
  public var rows: [Row]
  /// Whether the titles of the columns are shown.
  public var showsTitles: Bool
  /// What the table holds, for those who hear the page; empty where the heading above says it.
  public var caption: String
  /// How the cells stand on a page that can be coloured.
  public var look: Look

  /// Creates a table.
  public init(
    columns: [Column],
    rows: [Row] = [],
    showsTitles: Bool = true,
    caption: String = "",
    look: Look = .rows
  ) {
    self.columns = columns
    self.rows = rows
    self.showsTitles = showsTitles
    self.caption = caption
    self.look = look
  }

  /// The ways in which cells stand on a page that can be coloured.
  public enum Look: Sendable, Hashable {
    /// Rows to read from left to right.
    case rows
    /// Tiles: each cell with a mark is filled with its colour.
    case tiles
  }
}

/// One column of a table and how it gives way when the page is narrow.
public struct Column: Sendable, Hashable {
  /// The title.
  public var title: String
  /// On which side its cells stand.
  public var side: Side
  /// The narrowest width to which its cells may be wrapped; `nil` where they are never wrapped.
  public var narrowest: Int?
  /// When the column is left out of a page too narrow: the highest goes first, `0` never goes.
  public var leavesOut: Int

  /// Creates a column.
  public init(_ title: String, side: Side = .left, narrowest: Int? = nil, leavesOut: Int = 0) {
    self.title = title
    self.side = side
    self.narrowest = narrowest
    self.leavesOut = leavesOut
  }

  /// The sides on which cells can stand.
  public enum Side: Sendable, Hashable {
    /// Words.
    case left
    /// Figures.
    case right
  }
}

/// One row of a table.
public struct Row: Sendable {
  /// What the row is.
  public var kind: Kind
  /// How many steps the first cell is set in.
  public var indent: Int
  /// Whether the row stands back, because there is nothing to act on.
  public var isQuiet: Bool

  /// Creates a row of cells, one for each column.
  public init(_ cells: [Cell], indent: Int = 0, isQuiet: Bool = false) {
    kind = .cells(cells)
    self.indent = indent
    self.isQuiet = isQuiet
  }

  /// Creates a row that names the rows under it and runs across all columns.
  public init(group line: Line, indent: Int = 0) {
    kind = .group(line)
    self.indent = indent
    isQuiet = false
  }

  /// Creates a row that says more of the row above it and runs across all columns.
  public init(note line: Line, indent: Int = 0) {
    kind = .note(line)
    self.indent = indent
    isQuiet = true
  }

  /// The kinds of row.
  public enum Kind: Sendable {
    /// One cell for each column.
    case cells([Cell])
    /// The name of the rows that follow.
    case group(Line)
    /// More words on the row before.
    case note(Line)
  }
}

/// What stands in one row and column.
public enum Cell: Sendable, Hashable {
  /// Nothing.
  case empty
  /// Words.
  case text(String)
  /// Words with emphasis.
  case line(Line)
  /// A figure as it is worded for people, with its digits for machines.
  case number(String, exact: String)
  /// A status.
  case mark(Mark)
  /// A status shown by its letter, with a figure or a word.
  case marked(Mark, String)
  /// A day as it is worded for people, with its ISO form for machines.
  case day(String, iso: String)
  /// A line of a file.
  case place(file: String, line: Int)
  /// A small picture of figures over time.
  case chart(Chart)
  /// Several cells after one another, wrapped between them and never inside them.
  case list([Cell])
}
