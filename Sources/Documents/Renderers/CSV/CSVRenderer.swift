/// Writes a table as comma-separated values (RFC 4180) in UTF-8, a header row first.
///
/// Lines end with CRLF as the RFC says: readers that follow it to the letter ask for it, and
/// spreadsheets and libraries take either. There is no byte order mark, because programs would
/// take it for a part of the first title.
///
/// Figures and days stand in the form for machines. A spreadsheet runs a cell of words that
/// begins with a sign such as `=`: such words get an apostrophe before them, as OWASP advises
/// ("CSV Injection"). Figures keep their sign, because a figure is checked to be nothing else.
public struct CSVRenderer: Sendable {
  /// Creates a renderer.
  public init() {}

  /// Writes the columns' titles and the rows of cells; rows that only name others are left out.
  public func render(_ table: Table) -> [UInt8] {
    var bytes: [UInt8] = []
    append(table.columns.map { guarded($0.title) }, to: &bytes)
    for row in table.rows {
      guard case .cells(let cells) = row.kind else { continue }
      append(
        table.columns.indices.map { $0 < cells.count ? field(cells[$0]) : "" },
        to: &bytes
      )
    }
    return bytes
  }

  private func append(_ fields: [String], to bytes: inout [UInt8]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      // A line with nothing on it is no row to most readers.
      let isOnly = fields.count == 1 && field.isEmpty
      guard isOnly || field.utf8.contains(where: needsQuotes) else {
        bytes += field.utf8
        continue
      }
      bytes.append(UInt8(ascii: "\""))
      for byte in field.utf8 {
        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(UInt8(ascii: "\""))
    }
    bytes += [0x0D, 0x0A]
  }

  /// Whether a field with a byte is written between quotation marks.
  ///
  /// A space, because some readers trim; a semicolon and an apostrophe, because some take them
  /// for a separator or a mark.
  private func needsQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: ";"), UInt8(ascii: "'"), 0...0x20:
      true
    default: false
    }
  }

  private func field(_ cell: Cell) -> String {
    switch cell {
    case .number(_, let exact) where isNumber(exact): exact
    case .number(_, let exact): guarded(exact)
    default: guarded(words(of: cell))
    }
  }

  /// The words of a cell as they are, a mark by its word.
  private func words(of cell: Cell) -> String {
    switch cell {
    case .empty: ""
    case .text(let text): text
    case .line(let line): line.plainText
    case .number(_, let exact): exact
    case .mark(let mark): mark.word
    case .marked(let mark, let text):
      text.isEmpty ? mark.word : mark.word + ": " + text
    case .day(_, let iso): iso
    case .place(let file, let line): "\(file):\(line)"
    case .chart(let chart): chart.summary
    case .list(let cells): cells.map(words).filter { !$0.isEmpty }.joined(separator: "; ")
    }
  }

  /// Words made safe to show and to open in a spreadsheet.
  private func guarded(_ text: String) -> String {
    let safe = safeText(text)
    // A tab or a line end at the start has become a space, which some spreadsheets skip.
    let first = safe.unicodeScalars.first { !$0.properties.isWhitespace }
    switch first {
    // The wide forms of the signs mean the same to East Asian editions of spreadsheets.
    case "=", "+", "-", "@", "＝", "＋", "－", "＠": return "'" + safe
    default: return safe
    }
  }

  /// Whether text is digits with at most a sign before and a point between them.
  private func isNumber(_ text: String) -> Bool {
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count <= 2
      && parts.allSatisfy { part in !part.isEmpty && part.allSatisfy { $0 &- 0x30 < 10 } }
  }
}
