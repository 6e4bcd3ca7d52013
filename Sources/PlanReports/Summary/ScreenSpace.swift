import Documents

/// The lines of one screen, given out to what matters most.
///
/// A report knows no terminal, so a screen is what most of them hold at least: 80 columns, and so many
/// lines that a prompt still stands under 40.
struct ScreenSpace {
  /// The lines of a screen.
  static let lines = 38
  /// Its columns.
  static let columns = 80

  /// A list of points under a heading, of which as many are shown as there is room for.
  struct List {
    /// What the list is called.
    var title: Line
    /// The points in the order in which they stand.
    var points: [Candidate]
    /// What shows the rest: a command.
    var rest: String
  }

  /// A point with its place among all that want room.
  struct Candidate {
    var point: Point
    var kind: Kind
  }

  /// What a point tells, in the order in which room is given out.
  enum Kind: Int {
    case red, worse, unknown, amber, noLongerKnown, overdue, better, newlyKnown, newFigure
    case noLongerAsked

    /// Whether the first of its points has room before the second of any other.
    var comesFirst: Bool { [.red, .worse, .unknown, .overdue].contains(self) }
  }

  private var left: Int

  /// The room below what stands at the top in any case.
  init(below head: [Block]) {
    left = Self.lines - head.reduce(0) { $0 + Self.height($1) }
  }

  /// The lists with the points for which there is room.
  mutating func blocks(_ lists: [List]) -> [Block] {
    // Every list has its heading, and a line that says what is not shown.
    for list in lists { left -= Self.height(list.title, hang: 0) + (list.points.isEmpty ? 0 : 1) }
    var seen: Set<Kind> = []
    var order: [(list: Int, point: Int, rank: Int)] = []
    for (number, list) in lists.enumerated() {
      for (place, candidate) in list.points.enumerated() {
        let kind = candidate.kind
        let isFirst = seen.insert(kind).inserted && kind.comesFirst
        order.append((number, place, isFirst ? kind.rawValue : kind.rawValue + 100))
      }
    }
    let chosen = order.indices.sorted { (order[$0].rank, $0) < (order[$1].rank, $1) }
    var shown = [Set<Int>](repeating: [], count: lists.count)
    var full: Set<Kind> = []
    for index in chosen {
      let (list, place, _) = order[index]
      let candidate = lists[list].points[place]
      let height = Self.height(candidate.point.line, hang: candidate.point.mark == nil ? 2 : 4)
      // After one that did not fit, a later one would stand where it does not belong.
      guard !full.contains(candidate.kind), height <= left else {
        full.insert(candidate.kind)
        continue
      }
      left -= height
      shown[list].insert(place)
    }
    return zip(lists, shown).flatMap { list, shown -> [Block] in
      if list.points.isEmpty { return [.paragraph(list.title)] }
      var points = list.points.indices.filter(shown.contains).map { list.points[$0].point }
      let rest = list.points.count - points.count
      if rest > 0 {
        points.append(Point(nil, Line("\(shown.isEmpty ? "" : "and ")\(rest) more: \(list.rest)")))
      }
      return [.heading(list.title, level: 2), .points(points)]
    }
  }

  // MARK: - Heights

  /// How many lines a block takes.
  static func height(_ block: Block) -> Int {
    switch block {
    case .heading(let line, _, _), .paragraph(let line, _): height(line, hang: 0)
    case .points(let points): points.reduce(0) { $0 + height($1.line, hang: 4) }
    case .table(let table): table.rows.reduce(table.showsTitles ? 2 : 0) { $0 + height($1) }
    case .firstThatFits(let tables): tables.last.map { height(.table($0)) } ?? 0
    case .verbatim, .gap: 1
    default: 0
    }
  }

  /// How many lines a row takes whose first cell alone may be long.
  private static func height(_ row: Row) -> Int {
    guard case .cells(let cells) = row.kind, case .text(let name)? = cells.first else { return 1 }
    return height(Line(name), hang: columns - 44)
  }

  /// How many lines a text takes, broken at spaces.
  static func height(_ line: Line, hang: Int) -> Int {
    var (lines, column) = (1, 0)
    for word in line.plainText.split(separator: " ") {
      let width = word.count
      if column > 0, column + 1 + width > columns - hang {
        lines += 1
        column = width
      } else {
        column += (column > 0 ? 1 : 0) + width
      }
    }
    return lines
  }
}
