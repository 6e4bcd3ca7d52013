import SourceText
import Testing

@Suite("Lines and columns")
struct LineTests {
  @Test("an empty file has one line")
  func empty() {
    let table = LineTable([])
    #expect(table.count == 1)
    #expect(table.line(at: 0) == 1)
    #expect(table.range(ofLine: 1) == TextRange(0, 0))
    #expect(table.range(ofLine: 2) == TextRange(0, 0))
  }

  @Test(
    "a line end belongs to its line",
    arguments: [(0, 1), (1, 1), (2, 2), (3, 2), (5, 3), (9, 3)]
  )
  func lines(offset: Int, line: Int) {
    let table = LineTable(Array("a\nb\r\nc".utf8))
    #expect(table.count == 3)
    #expect(table.line(at: offset) == line)
  }

  @Test("ranges of lines join to the whole file")
  func ranges() {
    let bytes = Array("a\n\nbc\r\nd".utf8)
    let table = LineTable(bytes)
    var at = 0
    for line in 1...table.count {
      #expect(table.range(ofLine: line).indices.lowerBound == at)
      at = table.range(ofLine: line).indices.upperBound
    }
    #expect(at == bytes.count)
  }

  @Test(
    "columns count scalars and leave out the byte order mark",
    arguments: [
      ("\u{FEFF}ab", 3, 1), ("\u{FEFF}ab", 4, 2), ("éa", 2, 2), ("e\u{301}a", 3, 3), ("\ta", 1, 2),
      ("a\n😀b", 6, 2),
      ("ab", 99, 3), ("ab", -1, 1),
    ]
  )
  func columns(text: String, offset: Int, column: Int) {
    let file = SourceFile(name: "x", bytes: Array(text.utf8))
    #expect(file.lineColumn(at: offset).column == column)
  }

  @Test("the line of an offset is the same from both")
  func same() {
    let file = SourceFile(name: "x", bytes: Array("a\nb\n\nc".utf8))
    for offset in 0...file.bytes.count {
      #expect(file.line(at: offset) == file.lineColumn(at: offset).line)
    }
  }
}
