/// A page that has not been drawn yet: what it says, in order, without colour, width or format.
public struct Document: Sendable {
  /// The blocks, from top to bottom.
  public var blocks: [Block]

  /// Creates a page from its blocks.
  public init(_ blocks: [Block] = []) { self.blocks = blocks }

  /// Adds a block at the foot of the page.
  public mutating func append(_ block: Block) { blocks.append(block) }

  /// Adds the blocks of another page at the foot of this one.
  public mutating func append(contentsOf other: Document) { blocks += other.blocks }
}

/// One part of a page.
public enum Block: Sendable {
  /// The title of the page or of a part of it; level 1 is the page, and links lead to the anchor.
  case heading(Line, level: Int, anchor: String = "")
  /// Running text, wrapped to the width of the page.
  case paragraph(Line, indent: Int = 0)
  /// One line that is never wrapped or cut, because a program or an editor may read it.
  case verbatim(Line)
  /// Points one below the other, each beginning with its mark.
  case points([Point])
  /// Rows and columns.
  case table(Table)
  /// The first table whose columns all fit the width of the page; the last where none does.
  case firstThatFits([Table])
  /// Lines inside lines.
  case tree([TreeNode])
  /// How many of each mark there are.
  case counts([Count])
  /// What marks and signs mean.
  case legend([LegendEntry])
  /// A line of a file with a part of it pointed out.
  case excerpt(Excerpt)
  /// A picture with its words.
  case chart(Chart)
  /// Where a printed page may begin anew.
  case pageBreak
  /// An empty line.
  case gap
}

/// One point of a list: a mark, and what there is to say.
public struct Point: Sendable, Hashable {
  /// The mark in front; none for a plain point.
  public var mark: Mark?
  /// What there is to say.
  public var line: Line

  /// Creates a point.
  public init(_ mark: Mark? = nil, _ line: Line) {
    self.mark = mark
    self.line = line
  }
}

/// A line with the lines that belong under it.
public struct TreeNode: Sendable, Hashable {
  /// The line.
  public var line: Line
  /// What belongs under it, in order.
  public var children: [TreeNode]

  /// Creates a line with the lines under it.
  public init(_ line: Line, _ children: [TreeNode] = []) {
    self.line = line
    self.children = children
  }
}

/// How many there are of one mark.
public struct Count: Sendable, Hashable {
  /// The mark.
  public var mark: Mark
  /// How many.
  public var number: Int
  /// What they are made of: `30 no reading, 2 awaited`; empty where there is no more to say.
  public var detail: String

  /// Creates a count.
  public init(_ mark: Mark, _ number: Int, detail: String = "") {
    self.mark = mark
    self.number = number
    self.detail = detail
  }
}

/// What a mark or sign means.
public struct LegendEntry: Sendable, Hashable {
  /// The mark or sign, as it stands on the page.
  public var sign: Line
  /// What it means.
  public var meaning: String

  /// Creates the explanation of a sign.
  public init(_ sign: Line, _ meaning: String) {
    self.sign = sign
    self.meaning = meaning
  }
}
