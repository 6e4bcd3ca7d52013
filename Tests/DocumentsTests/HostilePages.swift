import Documents
import TestSupport

/// Pages of random blocks, the words of which try to be something else.
struct HostilePages {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// Pieces that mean something to one of the forms.
  private static let pieces = [
    "a", "Ketton", "St Mary’s", "96.2%", "-2.8", "=1+1", "+44", "@SUM(A1)", "-", "–", "é", "日本",
    "\u{1B}[31m", "\u{202E}", "\t", "\r\n", "\n", "\r", "\0", "\u{7F}", "\u{FEFF}", " ", "  ",
    "    ", "|", "\\", "\\|", "`", "``", "```", "*", "**", "***", "_", "__", "~", "~~", "~~~", "#",
    "##", "1.", "1)", "12. ", "- ", "+ ", "* ", "> ", ">", "<", "<b>", "</td>", "<!--", "-->",
    "<script>alert(1)</script>", "&", "&amp;", "&#60;", "&copy", "[", "]", "(", ")", "![", "[a](b)",
    "![a](b)", "[x]: http://a.b", "[^1]", "[ ]", "www.", "www.example.org", "http://",
    "https://example.org/a?b=c", "ftp://a.b", "mailto:", "a@b.c", "xmpp:a@b.c/d", "@head", "#12",
    "<http://a.b>", "<a@b.c>", "example.org", "//example.org", "---", "===", "|---|", ":--:", "$x$",
    "\"", "'", ",", ";", "\u{A0}", "!", ":", "{{a}}", ":smile:", "javascript:alert(1)",
    "]]>", "<![CDATA[", "<?php", "\u{FF1D}1", "x.y.z", "Ö", "plan.yaml:12",
  ]

  mutating func words() -> String {
    var result = ""
    for _ in 0..<random.below(6) { result += random.pick(Self.pieces) }
    return result
  }

  mutating func mark() -> Mark {
    Mark(
      random.pick(["R", "A", "G", "-", "|", "<"]),
      random.pick(["missed", "met", words()]),
      random.pick(Tone.allCases)
    )
  }

  mutating func line() -> Line {
    var spans: [Span] = []
    for _ in 0..<random.below(4) {
      switch random.below(7) {
      case 0: spans.append(.text(words(), .strong))
      case 1: spans.append(.text(words(), .quiet))
      case 2: spans.append(.toned(words(), .red))
      case 3: spans.append(.mark(mark()))
      case 4: spans.append(.link(words(), to: random.pick(["#a", "b.html", words()])))
      default: spans.append(.text(words()))
      }
    }
    return Line(spans)
  }

  mutating func cell(depth: Int = 0) -> Cell {
    switch random.below(depth == 0 ? 11 : 9) {
    case 0: return .empty
    case 1: return .line(line())
    case 2: return .number(words(), exact: random.pick(["-2.8", "0", "1250", "74.96", words()]))
    case 3: return .mark(mark())
    case 4: return .marked(mark(), words())
    case 5: return .day("31 March 2017", iso: "2017-03-31")
    case 6: return .place(file: words(), line: random.below(90))
    case 7: return .chart(Chart(title: words(), summary: words(), kind: .strip([])))
    case 8, 9: return .text(words())
    default:
      var cells: [Cell] = []
      for _ in 0..<random.below(4) { cells.append(cell(depth: 1)) }
      return .list(cells)
    }
  }

  /// A table whose columns all hold something.
  mutating func table(hasGroups: Bool = true) -> Table {
    let width = 1 + random.below(5)
    var columns: [Column] = []
    for _ in 0..<width {
      columns.append(Column(words(), side: random.below(2) == 0 ? .left : .right))
    }
    var rows = [Row(columns.map { _ in .text("full") })]
    for _ in 0..<random.below(5) {
      if hasGroups, random.below(4) == 0 {
        let line = line()
        let indent = random.below(2)
        rows.append(
          random.below(3) == 0 ? Row(note: line, indent: indent) : Row(group: line, indent: indent)
        )
      } else {
        var cells: [Cell] = []
        for _ in 0..<width { cells.append(cell()) }
        rows.append(Row(cells, indent: random.below(3)))
      }
    }
    return Table(columns: columns, rows: rows)
  }

  mutating func page() -> Page {
    var blocks: [Block] = []
    for _ in 0..<(1 + random.below(8)) { blocks.append(block()) }
    return Page(
      title: words(),
      navigation: [PageLink(words(), to: words()), PageLink(words(), to: "#a", isCurrent: true)],
      document: Document(blocks),
      legend: [LegendEntry(line(), words())],
      foot: words()
    )
  }

  private mutating func block() -> Block {
    switch random.below(13) {
    case 0: return .heading(line(), level: 1 + random.below(4), anchor: random.pick(["", "a"]))
    case 1: return .paragraph(line(), indent: random.below(5))
    case 2: return .verbatim(line())
    case 3: return .points([Point(mark(), line()), Point(nil, line())])
    case 4: return .tree([TreeNode(line(), [TreeNode(line(), [TreeNode(line())])])])
    case 5: return .counts([Count(mark(), random.below(9), detail: words())])
    case 6: return .legend([LegendEntry(line(), words()), LegendEntry(line(), words())])
    case 7: return .chart(Chart(title: words(), summary: words(), kind: .strip([Count(mark(), 2)])))
    case 8: return .firstThatFits([table(), table()])
    case 9:
      let bytes = Array(words().utf8)
      return .excerpt(Excerpt(lineNumber: 1, bytes: bytes, marked: 0..<0, label: words()))
    case 10: return random.pick([.gap, .pageBreak])
    default: return .table(table())
    }
  }
}
