internal import PlanModel
internal import SourceText

/// Says what is wrong with the header of a file of readings.
///
/// Where a column is missing, that is said alone, and which other may have been meant as it.
///
/// - Parameters:
///   - span: The bytes of the file.
///   - columns: What the header says of its columns.
///   - id: The number of the file.
/// - Returns: The problems, in the order of the header.
func headerProblems(
  _ span: Span<UInt8>,
  _ columns: ReadingColumns,
  _ id: FileID
) -> [Diagnostic] {
  var row = CSVRow()
  let start = span.count >= 3 && span[0] == 0xEF ? 3 : 0
  let end = row.read(span, from: start)
  func place(_ field: CSVField) -> Place { Place(id, TextRange(field.lower, field.upper)) }
  var problems: [Diagnostic] = []
  var seen: Set<ReadingColumn> = []
  var unknown: [(field: CSVField, name: String)] = []
  for (field, column) in zip(row.fields, columns.columns) {
    let name = field.string(in: span)
    guard let column else {
      unknown.append((field, name))
      continue
    }
    if !seen.insert(column).inserted {
      problems.append(
        Diagnostic(
          .duplicateColumn,
          "the column '\(name)' is given twice",
          at: place(field),
          help: "remove one of the two, or give it another name"
        )
      )
    }
  }
  let missing = ReadingColumn.allCases.filter { $0.isRequired && columns[$0] == nil }
  if missing.isEmpty {
    if let first = unknown.first {
      problems.append(ignored(unknown.map(\.name), at: place(first.field)))
    }
    return problems
  }
  let names = missing.map { "`\($0.rawValue)`" }.joined(separator: ", ")
  for (field, name) in unknown {
    guard let meant = meant(by: name, among: missing) else { continue }
    problems.append(
      Diagnostic(
        .missingColumn,
        "the header lacks \(names)",
        at: place(field),
        label: "did you mean `\(meant.rawValue)`?",
        help: "write `\(meant.rawValue)` in place of `\(name)`"
      )
    )
    return problems
  }
  problems.append(
    Diagnostic(
      .missingColumn,
      "the header lacks \(names)",
      at: Place(id, TextRange(start, max(start, end - 1))),
      help: "begin the file with a line such as `kpi,scope,period,value,recorded,note`"
    )
  )
  return problems
}

/// Says that columns are kept and not read.
private func ignored(_ names: [String], at place: Place) -> Diagnostic {
  let known = ReadingColumn.allCases.map(\.rawValue)
  let named = names.filter { !$0.isEmpty }
  let list = named.prefix(12).map { "'\($0)'" }.joined(separator: ", ")
  let more = named.count > 12 ? " and \(named.count - 12) more" : ""
  let near = names.first.flatMap { nearestNames(to: $0, among: known).first }
  let message =
    switch (named.count, names.count) {
    case (0, 1): "a column without a name is ignored"
    case (0, _): "columns without a name are ignored"
    case (1, _): "the column \(list) is ignored"
    default: "the columns \(list)\(more) are ignored"
    }
  return Diagnostic(
    .unknownColumn,
    message,
    at: place,
    label: near.map { "did you mean `\($0)`?" } ?? "",
    help: "the columns are " + known.map { "`\($0)`" }.joined(separator: ", ")
  )
}

/// The missing column that the name of another was meant as: a slip of the pen, or another word.
private func meant(by name: String, among missing: [ReadingColumn]) -> ReadingColumn? {
  let lower = String(decoding: name.utf8.map(\.lowercased), as: UTF8.self)
  let words: [(ReadingColumn, [String])] = [
    (.kpi, ["measure", "indicator", "id", "metric"]), (.scope, ["school", "academy", "where"]),
    (.period, ["year", "date", "term", "when", "academic year"]),
    (.value, ["figure", "result", "reading", "score", "amount"]),
  ]
  for (column, others) in words where missing.contains(column) && others.contains(lower) {
    return column
  }
  return nearestNames(to: name, among: missing.map(\.rawValue)).first.flatMap {
    ReadingColumn(rawValue: $0)
  }
}
