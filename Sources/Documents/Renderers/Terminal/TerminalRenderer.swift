/// Draws a page for a terminal or a text file.
public struct TerminalRenderer: Sendable {
  /// The number of columns.
  public var width: Int
  /// Whether colours are used; without them the same words and letters are there.
  public var usesColor: Bool
  /// Whether only ASCII characters may be shown.
  public var isASCII: Bool

  /// Creates a renderer for a page of a width.
  public init(width: Int = 80, usesColor: Bool = false, isASCII: Bool = false) {
    self.width = max(20, width)
    self.usesColor = usesColor
    self.isASCII = isASCII
  }

  /// Draws a page as UTF-8 bytes, each line ended by a line feed.
  public func render(_ document: Document) -> [UInt8] {
    var canvas = Canvas(usesColor: usesColor)
    for block in document.blocks { draw(block, on: &canvas) }
    return canvas.bytes
  }

  private func draw(_ block: Block, on canvas: inout Canvas) {
    switch block {
    case .heading(let line, _, _):
      draw(runs(of: line, isStrong: true), first: 0, rest: 0, on: &canvas)
    case .paragraph(let line, let indent):
      draw(runs(of: line), first: indent, rest: indent, on: &canvas)
    case .verbatim(let line):
      for run in runs(of: line) { canvas.put(run) }
      canvas.endLine()
    case .points(let points):
      for point in points {
        var all: [Run] = []
        if let mark = point.mark { all += [run(mark.letter, Ink(tone: mark.tone)), Run(" ")] }
        let hang = point.mark.map { displayWidth($0.letter) + 1 } ?? 0
        all += runs(of: point.line)
        draw(all, first: 2, rest: 2 + hang, on: &canvas)
      }
    case .table(let table): draw(table, on: &canvas)
    case .firstThatFits(let tables):
      if let table = tables.first(where: { fits($0) }) ?? tables.last {
        draw(table, on: &canvas)
      }
    case .tree(let nodes): draw(nodes, depth: 0, on: &canvas)
    case .counts(let counts):
      for count in counts {
        let words = "\(count.number) \(count.mark.word)"
        var all = [
          run(count.mark.letter, Ink(tone: count.mark.tone)), Run(" "),
          run(words, Ink(tone: count.mark.tone)),
        ]
        if !count.detail.isEmpty { all.append(run(": " + count.detail)) }
        draw(all, first: 2, rest: 4, on: &canvas)
      }
    case .legend(let entries): draw(entries, on: &canvas)
    case .excerpt(let excerpt): draw(excerpt, on: &canvas)
    case .chart(let chart): draw(chart, on: &canvas)
    case .gap, .pageBreak: canvas.endLine()
    }
  }

  private func draw(_ entries: [LegendEntry], on canvas: inout Canvas) {
    let signs = entries.map { runs(of: $0.sign) }
    let widest = signs.map { $0.reduce(0) { $0 + $1.width } }.max() ?? 0
    for (sign, entry) in zip(signs, entries) {
      let meaning = [run(entry.meaning, Ink(isQuiet: true))]
      let lines = wrapped(meaning, to: max(10, width - widest - 4))
      canvas.skip(2)
      for run in sign { canvas.put(run) }
      canvas.skip(widest - sign.reduce(0) { $0 + $1.width } + 2)
      canvas.put(lines.first ?? [], indent: 0)
      for line in lines.dropFirst() { canvas.put(line, indent: widest + 4) }
    }
  }

  private func draw(_ nodes: [TreeNode], depth: Int, on canvas: inout Canvas) {
    for node in nodes {
      let indent = min(depth * 2, width / 2)
      draw(runs(of: node.line), first: indent, rest: indent + 2, on: &canvas)
      draw(node.children, depth: depth + 1, on: &canvas)
    }
  }

  /// Draws runs as wrapped lines, the first and the others each set in.
  func draw(_ runs: [Run], first: Int, rest: Int, on canvas: inout Canvas) {
    let lines = wrapped(runs, first: max(10, width - first), rest: max(10, width - rest))
    for (index, line) in lines.enumerated() { canvas.put(line, indent: index == 0 ? first : rest) }
  }

  /// The runs of a piece of text.
  func runs(of line: Line, isStrong: Bool = false, isQuiet: Bool = false) -> [Run] {
    line.spans.map { span in
      switch span {
      case .text(let text, let emphasis):
        run(
          text,
          Ink(isStrong: isStrong || emphasis == .strong, isQuiet: isQuiet || emphasis == .quiet)
        )
      case .toned(let text, let tone): run(text, Ink(tone: tone, isStrong: isStrong))
      case .link(let text, _): run(text, Ink(isStrong: isStrong, isQuiet: isQuiet))
      case .mark(let mark):
        run(mark.letter + " " + mark.word, Ink(tone: mark.tone, isStrong: isStrong))
      }
    }
  }

  /// A run of text from outside: made safe, and made ASCII where the terminal needs it.
  func run(_ text: String, _ ink: Ink = Ink()) -> Run {
    let safe = safeText(text)
    return Run(isASCII ? asciiText(safe) : safe, ink)
  }
}
