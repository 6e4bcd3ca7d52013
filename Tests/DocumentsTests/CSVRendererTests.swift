import Documents
import TestSupport
import Testing

private func written(_ table: Table) -> String {
  String(decoding: CSVRenderer().render(table), as: UTF8.self)
}

private func written(_ cell: Cell) -> String {
  let text = written(Table(columns: [Column("a")], rows: [Row([cell])]))
  return String(decoding: text.utf8.dropFirst(3).dropLast(2), as: UTF8.self)
}

private let red = Mark("R", "missed", .red)

@Suite struct CSVRendererTests {
  @Test func `titles first, then rows, each ended by CRLF, and no group`() {
    let table = Table(
      columns: [Column("kpi"), Column("value", side: .right), Column("day"), Column("status")],
      rows: [
        Row(group: "Left out"),
        Row([
          .text("Staff, central"), .number("−2.8 points", exact: "-2.8"),
          .day("31 March 2017", iso: "2017-03-31"), .mark(red),
        ]),
        Row([.text("Short")]),
      ],
      showsTitles: false
    )
    #expect(
      written(table) == "kpi,value,day,status\r\n\"Staff, central\",-2.8,2017-03-31,missed\r\n"
        + "Short,,,\r\n"
    )
  }

  @Test(arguments: [
    (Cell.empty, "\"\""),
    (.text("a \"word\""), "\"a \"\"word\"\"\""),
    (.text("a\r\nb\u{1B}[31m"), "\"a b\\u{1b}[31m\""),
    (.text("=1+1"), "\"'=1+1\""), (.text("-2.8"), "\"'-2.8\""), (.text("+44 20"), "\"'+44 20\""),
    (.text("@SUM(A1)"), "\"'@SUM(A1)\""), (.text("\t=1"), "\"' =1\""), (.text("\r=1"), "\"' =1\""),
    (.text(" =1"), "\"' =1\""), (.text("\u{A0}=1"), "\"'\u{A0}=1\""), (.text("＝1"), "\"'＝1\""),
    (.text("2.8"), "2.8"), (.text("a-b"), "a-b"),
    (.number("x", exact: "-2.80"), "-2.80"), (.number("x", exact: "0"), "0"),
    (.number("x", exact: "-2+cmd|' /C calc'!A0"), "\"'-2+cmd|' /C calc'!A0\""),
    (.number("x", exact: "-"), "\"'-\""), (.number("x", exact: "1.2.3"), "1.2.3"),
    (.number("x", exact: "-1."), "\"'-1.\""), (.number("x", exact: "٣"), "٣"),
    (.marked(red, "77%"), "\"missed: 77%\""), (.marked(red, ""), "missed"),
    (.line(Line([.mark(red), .text(", "), .link("here", to: "a")])), "\"missed, here\""),
    (.place(file: "a.yaml", line: 3), "a.yaml:3"),
    (.list([.text("a"), .empty, .text("=b")]), "\"a; =b\""),
    (.list([.text("=b"), .text("a")]), "\"'=b; a\""),
    (.chart(Chart(title: "t", summary: "rising", kind: .strip([]))), "rising"),
  ])
  func `cells stand in the form for machines, and cannot be formulas`(cell: Cell, field: String) {
    #expect(Array(written(cell).utf8) == Array(field.utf8))
  }

  @Test func `whatever the words, the same rows and columns are read back`() {
    var pages = HostilePages(seed: 4180)
    for _ in 0..<2_000 {
      let table = pages.table()
      let records = readCSV(CSVRenderer().render(table))
      let rows = table.rows.filter { if case .cells = $0.kind { true } else { false } }
      #expect(records?.count == rows.count + 1)
      for (row, record) in zip([Row(table.columns.map { .text($0.title) })] + rows, records ?? []) {
        guard case .cells(let cells) = row.kind else { continue }
        #expect(record.count == table.columns.count)
        for (cell, field) in zip(cells, record) {
          if case .text(let text) = cell {
            let bare = field.utf8.first == UInt8(ascii: "'") ? String(field.dropFirst()) : field
            #expect(bare == safeText(text) || field == safeText(text))
          }
          let isFigure = if case .number = cell { Double(field) != nil } else { false }
          let first = field.unicodeScalars.first { !$0.properties.isWhitespace }
          #expect(isFigure || first.map { !"=+-@＝＋－＠".unicodeScalars.contains($0) } ?? true)
          #expect(field.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
        }
      }
    }
  }
}

/// The records of a CSV text, read as RFC 4180 says and no other way; `nil` where it is broken.
private func readCSV(_ bytes: [UInt8]) -> [[String]]? {
  var records: [[String]] = []
  var record: [String] = []
  var field: [UInt8] = []
  var index = 0
  func next() -> UInt8? { index < bytes.count ? bytes[index] : nil }
  while index < bytes.count {
    field = []
    if next() == UInt8(ascii: "\"") {
      index += 1
      while true {
        guard let byte = next() else { return nil }
        index += 1
        if byte == UInt8(ascii: "\"") {
          guard next() == UInt8(ascii: "\"") else { break }
          index += 1
        }
        field.append(byte)
      }
    } else {
      while let byte = next(), byte != UInt8(ascii: ","), byte != 0x0D {
        if byte == UInt8(ascii: "\"") || byte == 0x0A { return nil }
        field.append(byte)
        index += 1
      }
    }
    record.append(String(decoding: field, as: UTF8.self))
    guard let end = next() else { return nil }
    index += 1
    if end == UInt8(ascii: ",") { continue }
    guard end == 0x0D, next() == 0x0A else { return nil }
    index += 1
    records.append(record)
    record = []
  }
  return records
}
