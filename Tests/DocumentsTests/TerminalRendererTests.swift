import Documents
import TestSupport
import Testing

private func drawn(_ blocks: [Block], width: Int, color: Bool = false, ascii: Bool = false)
  -> String
{
  let renderer = TerminalRenderer(width: width, usesColor: color, isASCII: ascii)
  return String(decoding: renderer.render(Document(blocks)), as: UTF8.self)
}

private let red = Mark("R", "missed", .red)

/// A page with one of every block.
private let everything: [Block] = [
  .heading(Line([.text("A page", .strong)]), level: 1),
  .paragraph(
    "A sentence that is long enough to be wrapped wherever the page is a narrow one.",
    indent: 2
  ),
  .gap,
  .points([
    Point(
      red,
      Line([.text("Staff costs", .strong), .text(": 77%, target below 75%, 2 points over")])
    ),
    Point(nil, "A plain point."),
  ]),
  .table(
    Table(
      columns: [
        Column("Name", narrowest: 10), Column("Status", narrowest: 6),
        Column("Value", side: .right), Column("Gone first", leavesOut: 2),
        Column("Gone last", leavesOut: 1), Column("Never there"),
      ],
      rows: [
        Row(group: "A group of rows with a name longer than most pages are wide, so that it wraps"),
        Row(
          [
            .text("Title of some length"), .mark(red), .number("1,250", exact: "1250"),
            .day("31 March 2017", iso: "2017-03-31"), .place(file: "a.yaml", line: 3), .empty,
          ],
          indent: 1
        ),
        Row(
          [
            .line(Line([.text("Other "), .toned("title", .green)])),
            .marked(Mark("-", "grey", .grey), ""),
            .text("–"), .list([.text("one"), .text("two")]), .empty, .empty,
          ],
          indent: 1,
          isQuiet: true
        ),
      ]
    )
  ),
  .tree([
    TreeNode(
      "Top",
      [TreeNode("Below, with enough words to be wrapped on a narrow page", [TreeNode("Deep")])]
    )
  ]),
  .counts([Count(red, 3), Count(Mark("-", "grey", .grey), 2, detail: "1 awaited, 1 no reading")]),
  .legend([
    LegendEntry(Line([.mark(red)]), "the target is missed"),
    LegendEntry("*", "a star, which is explained at a length that needs more than one line"),
  ]),
  .verbatim("A line that is never wrapped however narrow the page may be in the end, I promise"),
  .excerpt(
    Excerpt(
      lineNumber: 7,
      bytes: Array("target: less 75%".utf8),
      marked: 8..<12,
      label: "expected a bound"
    )
  ),
]

@Suite struct TerminalRendererTests {
  @Test(arguments: [40, 80, 120])
  func `every block at every width`(width: Int) {
    expectGolden(
      drawn(everything, width: width),
      at: "Tests/DocumentsTests/Golden/everything-\(width).txt"
    )
  }

  @Test func `every block in colour and in ASCII`() {
    expectGolden(
      drawn(everything, width: 80, color: true),
      at: "Tests/DocumentsTests/Golden/everything-colour.txt"
    )
    #expect(drawn(everything, width: 80, ascii: true).utf8.allSatisfy { $0 < 0x80 })
  }

  @Test(arguments: 20...130)
  func `nothing but verbatim lines passes the edge, and no line ends with a space`(width: Int) {
    let blocks = everything.filter { if case .verbatim = $0 { false } else { true } }
    for line in drawn(blocks, width: width).split(separator: "\n") {
      // Below 46 columns the table has no more columns to leave out.
      #expect(displayWidth(String(line)) <= max(width, 46), "\(width): \(line)")
      #expect(line.last != " ")
    }
  }

  @Test func `hostile text never reaches the terminal raw`() {
    let evil = "\u{1B}]0;owned\u{07}\u{9B}2J\u{202E}\r\n\u{8}x"
    let blocks: [Block] = [
      .heading(Line(evil), level: 1), .paragraph(Line(evil)), .verbatim(Line(evil)),
      .points([Point(Mark(evil, evil, .red), Line(evil))]),
      .table(
        Table(
          columns: [Column(evil), Column("b")],
          rows: [
            Row(group: Line(evil)), Row([.text(evil), .mark(Mark(evil, evil, .red))]),
            Row([.place(file: evil, line: 1), .marked(red, evil)]),
            Row([.list([.text(evil)]), .day(evil, iso: evil)]),
          ]
        )
      ),
      .tree([TreeNode(Line(evil))]), .counts([Count(Mark(evil, evil, .red), 1, detail: evil)]),
      .legend([LegendEntry(Line(evil), evil)]),
      .excerpt(Excerpt(lineNumber: 1, bytes: Array(evil.utf8), marked: 0..<3, label: evil)),
    ]
    let text = drawn(blocks, width: 80)
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || ($0.value >= 0x20 && $0.value != 0x7F) })
    #expect(!text.unicodeScalars.contains("\u{202E}"))
    #expect(!text.unicodeScalars.contains("\u{9B}"))
  }

  @Test(arguments: [
    ("a\tb: x", 5..<6, "    1 | a    b: x\n      |         ^ here\n"),
    ("日本: x", 8..<9, "    1 | 日本: x\n      |       ^ here\n"),
    ("e\u{301}: x", 5..<6, "    1 | e\u{301}: x\n      |    ^ here\n"),
    ("abc", 3..<3, "    1 | abc\n      |    ^ here\n"),
    ("", 0..<0, "    1 |\n      | ^ here\n"),
  ])
  func `the caret stands under the right column`(line: String, marked: Range<Int>, expected: String)
  {
    let excerpt = Excerpt(lineNumber: 1, bytes: Array(line.utf8), marked: marked, label: "here")
    #expect(drawn([.excerpt(excerpt)], width: 60) == expected)
  }

  @Test(arguments: [0, 40, 150, 290])
  func `long lines are cut around the caret`(at: Int) {
    let line = String(repeating: "abcdefghi ", count: 30)
    let excerpt = Excerpt(lineNumber: 12, bytes: Array(line.utf8), marked: at..<(at + 9))
    let lines = drawn([.excerpt(excerpt)], width: 60).split(separator: "\n").map(String.init)
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { displayWidth($0) <= 60 })
    let column = lines[1].split(separator: "^", omittingEmptySubsequences: false)[0].count
    #expect(lines[0].dropFirst(column).hasPrefix("abcdefghi"))
    #expect(lines[1].hasSuffix("^^^^^^^^^"))
  }

  @Test func `broken UTF-8 is shown, not trusted`() {
    let excerpt = Excerpt(lineNumber: 1, bytes: [0x61, 0xFF, 0xFE, 0x62], marked: 1..<3)
    #expect(drawn([.excerpt(excerpt)], width: 60) == "    1 | a\u{FFFD}\u{FFFD}b\n      |  ^^\n")
  }

  @Test func `the first table that fits is drawn`() {
    let wide = Table(
      columns: [Column("A")],
      rows: [Row([.text(String(repeating: "x", count: 50))])]
    )
    let narrow = Table(columns: [Column("B")], rows: [Row([.text("y")])])
    #expect(drawn([.firstThatFits([wide, narrow])], width: 60).hasPrefix("A"))
    #expect(drawn([.firstThatFits([wide, narrow])], width: 40).hasPrefix("B"))
  }

  @Test func `words too long for the page are cut, and nothing is lost`() {
    let word = String(repeating: "x", count: 95)
    let text = drawn([.paragraph(Line("a " + word + " b"))], width: 30)
    #expect(text.filter { $0 == "x" }.count == 95)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 30 })
  }
}
