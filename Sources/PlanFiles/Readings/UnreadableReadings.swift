internal import PlanModel
internal import SourceText

/// Says why a file of readings is no table of commas at all, where it is none.
///
/// One problem stands for the file: what would be said of its columns and rows follows from it.
///
/// - Parameters:
///   - file: The file.
///   - id: Its number.
///   - columns: What its header was taken to say.
/// - Returns: The problem; `nil` where the header and the rows can be looked at one by one.
func unreadableReadings(
  _ file: SourceFile,
  _ id: FileID,
  _ columns: ReadingColumns
) -> Diagnostic? {
  let bytes = file.bytes
  let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  func place(_ lower: Int, _ upper: Int) -> Place { Place(id, TextRange(lower, upper)) }
  if bytes.span.isUTF16 {
    return Diagnostic(
      .readingsEncoding,
      "this file is saved as \"Unicode\" (UTF-16), so nothing in it was read",
      at: place(0, 0),
      help: inExcel
    )
  }
  // A header with every column and a row below it: the file is a table.
  if columns.isComplete, columns.firstRow < bytes.count { return nil }
  if let foreign = ForeignFile(bytes.span) { return noText(foreign, .readings, at: place(0, 0)) }
  guard let first = bytes[start...].firstIndex(where: { !$0.isSpace }) else {
    return Diagnostic(
      .fileEmpty,
      "this file holds no readings",
      at: place(0, 0),
      help: "begin it with a line such as `kpi,scope,period,value,recorded,note`, or remove it"
    )
  }
  let end = bytes[first...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
  let rest = bytes[end...]
  if rest.contains(where: { !$0.isSpace }), !rest.contains(0x0A) {
    return Diagnostic(
      .readingsLineEnds,
      "the lines of this file end in a way that is read as one long line",
      at: place(end, end + 1),
      label: "the first line ends here, as on old Macintosh computers",
      help: "save it as \"CSV UTF-8 (comma delimited)\", not as \"CSV (Macintosh)\""
    )
  }
  if columns.isComplete { return nil }
  return delimiterProblem(bytes[first..<end], place)
}

/// What to do in a spreadsheet about a file in the wrong form.
private let inExcel =
  "in Excel choose File › Save As › \"CSV UTF-8 (Comma delimited)\""

/// Says that something else than commas divides the columns of a header.
private func delimiterProblem(
  _ header: ArraySlice<UInt8>,
  _ place: (Int, Int) -> Place
) -> Diagnostic? {
  if header.prefix(4).map(\.lowercased).elementsEqual("sep=".utf8) {
    return Diagnostic(
      .readingsDelimiter,
      "the first line is a sign for Excel, and no header",
      at: place(header.startIndex, header.endIndex),
      label: "expected the names of the columns",
      help: "remove the line; columns are divided by commas"
    )
  }
  let delimiters: [(UInt8, String)] = [
    (UInt8(ascii: ";"), "semicolons"), (0x09, "tabs"), (UInt8(ascii: "|"), "upright strokes"),
  ]
  for (delimiter, words) in delimiters {
    let names = header.split(separator: delimiter, omittingEmptySubsequences: false)
    let known = names.count { name in
      let bare = name.filter { !$0.isSpace && $0 != UInt8(ascii: "\"") }
      return ReadingColumns.column(named: String(decoding: bare, as: UTF8.self)) != nil
    }
    guard known > 1, let at = header.firstIndex(of: delimiter) else { continue }
    let isSemicolon = delimiter == UInt8(ascii: ";")
    return Diagnostic(
      .readingsDelimiter,
      "\(words) divide the columns of this file, so nothing in it was read",
      at: place(at, at + 1),
      label: "expected a comma",
      help: isSemicolon
        ? inExcel
          + "; if that writes semicolons again, set the list separator of Windows to a comma"
        : inExcel
    )
  }
  return nil
}
