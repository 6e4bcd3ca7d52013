import SourceText
import Testing

@Suite("Text edits")
struct EditTests {
  private let bytes = Array("one two three".utf8)

  private func applied(_ edits: [TextEdit]) -> String? {
    edits.applied(to: bytes).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test("apply in any order")
  func order() {
    let edits = [
      TextEdit(replacing: TextRange(8, 13), with: "3"),
      TextEdit(replacing: TextRange(0, 3), with: "1"),
      TextEdit(replacing: TextRange(7, 7), with: "!"),
    ]
    #expect(applied(edits) == "1 two! 3")
    #expect(applied(edits.reversed()) == "1 two! 3")
  }

  @Test("that overlap or lie outside are refused")
  func refused() {
    let first = TextEdit(replacing: TextRange(0, 5), with: "")
    #expect(applied([first, TextEdit(replacing: TextRange(4, 6), with: "")]) == nil)
    #expect(applied([TextEdit(replacing: TextRange(10, 14), with: "")]) == nil)
  }

  @Test("none leave the bytes as they are")
  func none() { #expect(applied([]) == "one two three") }

  @Test("a range is never negative")
  func range() {
    #expect(TextRange(5, 3).isEmpty)
    #expect(TextRange(-1, 3).count == 3)
    #expect(TextRange(2, 4).indices == 2..<4)
  }
}

@Suite("Diagnostics")
struct DiagnosticTests {
  @Test("severities are in order")
  func severity() {
    #expect(Severity.note < .warning)
    #expect(Severity.warning < .error)
    #expect(Severity.allCases.max() == .error)
  }

  @Test("files keep their numbers")
  func files() {
    var files = SourceFiles()
    let first = files.add(SourceFile(name: "a", bytes: [1]))
    let second = files.add(SourceFile(name: "b", bytes: [2]))
    #expect(files[first].name == "a")
    #expect(files[second].name == "b")
    #expect(first != second)
  }

  @Test("a value keeps its place when it is changed")
  func sourced() {
    let place = Place(FileID(0), TextRange(1, 2))
    #expect(Sourced("1", at: place).map { Int($0) }.place == place)
  }
}
