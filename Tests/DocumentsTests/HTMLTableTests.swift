import Documents
import TestSupport
import Testing

private let red = Mark("R", "missed", .red)

private func drawn(_ table: Table) -> String {
  html(Page(title: "T", document: Document([.table(table)])))
}

/// A matrix of one KPI and so many schools.
private func matrix(schools: Int, words: String = "") -> Table {
  Table(
    columns: [Column("KPI")] + (0..<schools).map { Column("S\($0)") },
    rows: [Row([.text("Attendance")] + (0..<schools).map { _ in .marked(red, words) })],
    look: .tiles
  )
}

@Suite struct HTMLTableTests {
  @Test func `a column of empty words is left out`() {
    let nothing = Line([.text("", .strong), .text("")])
    let table = Table(
      columns: [Column("A"), Column("Stands")],
      rows: [Row([.text("a"), .line(nothing)]), Row([.text("b"), .line(Line(""))])]
    )
    #expect(nothing.isEmpty && !Line([.mark(red)]).isEmpty)
    #expect(!drawn(table).contains("Stands"))
  }

  @Test func `a figure is never broken, and stands under its title`() {
    let table = Table(
      columns: [Column("No.", side: .right), Column("KPI"), Column("Read", side: .right)],
      rows: [
        Row([.number("1", exact: "1"), .text("a"), .number("10 of 11", exact: "10")]),
        Row([.number("2", exact: "2"), .text("b"), .empty]),
      ]
    )
    let page = drawn(table)
    #expect(page.contains("<th scope=\"row\" class=\"n\">1</th>"))
    #expect(page.contains("<td class=\"n d\" data-of=\"Read\">10 of 11</td>"))
    #expect(page.contains("<td class=\"n\"></td>"))
  }

  @Test func `a mark says itself what it is, and so does a column without a title`() {
    let table = Table(
      columns: [Column("KPI"), Column("Status"), Column("Target")],
      rows: [Row([.text("a"), .mark(red), .text("b")])],
      showsTitles: true
    )
    #expect(
      drawn(table).contains("data-of=\"Target\"") && !drawn(table).contains("data-of=\"Status\"")
    )
    var untitled = table
    untitled.showsTitles = false
    #expect(!drawn(untitled).contains("data-of="))
  }

  @Test func `a note belongs to the row above and names none below`() {
    let table = Table(
      columns: [Column("A"), Column("B")],
      rows: [
        Row(group: "G"), Row([.text("a"), .text("b")]), Row(note: "Needs: time", indent: 3),
        Row([.text("c"), .text("d")]),
      ]
    )
    let page = drawn(table)
    #expect(
      page.contains("<tr class=\"note\"><td colspan=\"2\" class=\"i3\">Needs: time</td></tr>")
    )
    #expect(page.split(separator: "<tbody>").count == 2)
  }

  @Test(
    arguments: [
      (2, "", nil), (6, "", nil), (7, "", "h46"), (8, "", "h84"), (9, "", "h46"), (12, "", "h64"),
      (20, "", "h84"),
      (40, "", ""), (3, "never", "h46"),
    ] as [(Int, String, String?)]
  )
  func `a matrix too wide for a page says so there`(schools: Int, words: String, kind: String?) {
    let page = drawn(matrix(schools: schools, words: words))
    let found = page.split(separator: "<p class=\"hint").dropFirst().first
      .map { $0.prefix { $0 != "\"" }.drop { $0 == " " } }
    #expect(found.map(String.init) == kind)
    if kind != nil { #expect(page.contains("\(schools + 1) columns: scroll sideways")) }
  }

  @Test func `long names of schools make a matrix wide on a telephone`() {
    var table = matrix(schools: 4)
    #expect(!drawn(table).contains("class=\"hint"))
    for index in table.columns.indices.dropFirst() {
      table.columns[index].title = "St Wilfrid's Church of England Primary Academy"
    }
    #expect(drawn(table).contains("<p class=\"hint h46\">"))
  }

  @Test func `names of groups stay in sight over a matrix that is scrolled`() {
    var table = matrix(schools: 9)
    table.caption = "Every KPI"
    table.rows.insert(Row(group: "Working Together"), at: 0)
    let page = drawn(table)
    #expect(page.contains("<caption><span class=\"stay\">Every KPI</span></caption>"))
    #expect(page.contains("<span class=\"stay\">Working Together</span></th>"))
  }

  @Test(arguments: [
    (String(repeating: "W", count: 28), 0), (String(repeating: "W", count: 29), 1),
    (String(repeating: "W", count: 400), 14), (String(repeating: "word ", count: 80), 0),
    (String(repeating: "a", count: 28) + "e\u{301}", 1),
  ])
  func `a word longer than any of a language may break`(text: String, breaks: Int) {
    let page = drawn(Table(columns: [Column("A")], rows: [Row([.text(text)])]))
    #expect(page.split(separator: "<wbr>").count - 1 == breaks)
    #expect(tagFault(in: page) == nil)
    let whole = page.split(separator: "<wbr>").joined()
    #expect(whole.contains(text.split(separator: " ").joined(separator: " ")))
  }
}
