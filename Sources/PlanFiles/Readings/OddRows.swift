internal import SourceText

/// Rows with more or fewer fields than the header, or the header where it is the odd one.
///
/// - Parameters:
///   - rows: The problems of the rows, one for each.
///   - columns: What the header says of its columns.
///   - span: The bytes of the file.
///   - id: The number of the file.
/// - Returns: The problems of the rows; one of the header where every row has the same number of
///   fields and the header another.
func oddRows(
  _ rows: [Diagnostic],
  _ columns: ReadingColumns,
  _ span: Span<UInt8>,
  _ id: FileID
) -> [Diagnostic] {
  guard rows.count > 1 else { return rows }
  var row = CSVRow()
  var at = columns.firstRow
  var width: Int?
  while at < span.count {
    at = row.read(span, from: at)
    if row.isBlank { continue }
    if width == nil { width = row.fields.count }
    guard row.fields.count == width else { return rows }
  }
  let count = columns.columns.count
  guard let width, width != count else { return rows }
  _ = row.read(span, from: span.count >= 3 && span[0] == 0xEF ? 3 : 0)
  let last = row.fields[row.fields.count - 1]
  let more = count > width
  let first = more ? row.fields[width].lower : last.upper
  return [
    Diagnostic(
      .fieldCount,
      "the header has \(count) columns, and every row \(width)",
      at: Place(id, TextRange(first, last.upper)),
      label: more ? "no row has a field for this" : "the header ends here",
      help: more
        ? "remove what is too much, or add a comma to every row for each column that is empty"
        : "name the columns that are missing, or remove the commas at the end of the rows"
    )
  ]
}
