import Documents
import TestSupport
import Testing

/// Pages for programs of others to read, written where `RLT_SAMPLES` says (`Tests/Scripts/forms.sh`).
@Suite(.enabled(if: environment("RLT_SAMPLES") != nil))
struct WrittenSamples {
  @Test func `random pages in every form, with the words that must be read back`() throws {
    let folder = try #require(environment("RLT_SAMPLES"))
    for number in 0..<400 {
      var pages = HostilePages(seed: UInt64(number))
      let table = pages.table()
      let page = pages.page()
      let sheet = Page(title: "t", document: Document([.table(table)]))
      try write(MarkdownRenderer().render(sheet), to: "\(folder)/\(number).table.md")
      try write(CSVRenderer().render(table), to: "\(folder)/\(number).csv")
      try write(MarkdownRenderer().render(page), to: "\(folder)/\(number).page.md")
      try write(MailHTMLRenderer().render(page), to: "\(folder)/\(number).mail.html")
      try write(words(of: table), to: "\(folder)/\(number).json")
    }
    let sample = EveryBlock.everything
    try write(MailHTMLRenderer().render(sample), to: "\(folder)/sample.mail.html")
    try write(MarkdownRenderer().render(sample), to: "\(folder)/sample.page.md")
  }

  /// The titles and the cells as people and as machines must find them.
  private func words(of table: Table) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.array("titles", table.columns.map { safeText($0.title) })
      json.array("rows") { json in
        for row in table.rows {
          json.object { json in
            switch row.kind {
            case .group(let line), .note(let line):
              json.field("isGroup", true)
              json.array("people", [people(line)])
              json.array("machines", [])
            case .cells(let cells):
              json.field("isGroup", false)
              json.array("people", cells.map(people))
              json.array("machines", cells.map(machines))
            }
          }
        }
      }
    }
    return json.bytes
  }

  private func people(_ line: Line) -> String {
    line.spans.map { span in
      switch span {
      case .text(let text, _), .toned(let text, _), .link(let text, _): safeText(text)
      case .mark(let mark): safeText("\(mark.letter) \(mark.word)")
      }
    }.joined()
  }

  private func people(_ cell: Cell) -> String {
    switch cell {
    case .empty: ""
    case .text(let text), .number(let text, _), .day(let text, _): safeText(text)
    case .line(let line): people(line)
    case .mark(let mark): safeText("\(mark.letter) \(mark.word)")
    case .marked(let mark, let text): safeText("\(mark.letter) \(text)")
    case .chart(let chart): safeText(chart.summary)
    case .place(let file, let line): safeText("\(file):\(line)")
    case .list(let cells):
      cells.map(people).filter { !$0.utf8.allSatisfy { $0 == 0x20 } }.joined(separator: ", ")
    }
  }

  private func machines(_ cell: Cell) -> String {
    switch cell {
    case .number(_, let exact): safeText(exact)
    case .mark(let mark): safeText(mark.word)
    case .day(_, let iso): iso
    case .text(let text): safeText(text)
    default: "?"
    }
  }
}
