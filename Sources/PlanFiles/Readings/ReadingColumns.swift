internal import SourceText

/// The columns that files of readings know.
enum ReadingColumn: String, Sendable, Hashable, CaseIterable {
  case kpi, strand, scope, period, value, recorded, basis, source, note, cohort, weight

  /// The columns that hold words of people's own, in which pupils could be named.
  static let texts: [ReadingColumn] = [.basis, .source, .note]

  /// Whether a file must have the column.
  var isRequired: Bool {
    switch self {
    case .kpi, .scope, .period, .value: true
    default: false
    }
  }
}

/// What the header of a file of readings says of its columns.
struct ReadingColumns: Sendable {
  /// The meaning of each column; `nil` for those that mean nothing.
  private(set) var columns: [ReadingColumn?] = []
  /// The position of each known column, or -1.
  private var positions: [Int] = Array(repeating: -1, count: ReadingColumn.allCases.count)
  /// Where the first row starts.
  private(set) var firstRow = 0
  /// Whether every required column is there.
  private(set) var isComplete = true

  init(_ span: Span<UInt8>) {
    var start = 0
    if span.count >= 3, span[0] == 0xEF, span[1] == 0xBB, span[2] == 0xBF { start = 3 }
    var row = CSVRow()
    firstRow = row.read(span, from: start)
    for (index, field) in row.fields.enumerated() {
      let column = Self.column(named: field.string(in: span))
      columns.append(column)
      if let column, let place = ReadingColumn.allCases.firstIndex(of: column),
        positions[place] < 0
      {
        positions[place] = index
      }
    }
    for column in ReadingColumn.allCases where column.isRequired && self[column] == nil {
      isComplete = false
    }
  }

  /// The position of a column.
  subscript(column: ReadingColumn) -> Int? {
    for (place, known) in ReadingColumn.allCases.enumerated() where known == column {
      return positions[place] < 0 ? nil : positions[place]
    }
    return nil
  }

  static func column(named name: String) -> ReadingColumn? {
    ReadingColumn(rawValue: String(decoding: name.utf8.map(\.lowercased), as: UTF8.self))
  }
}
