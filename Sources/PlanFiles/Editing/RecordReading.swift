public import PlanModel
public import SourceText

/// A reading as it is typed in order to be recorded; what is empty is not given.
public struct NewReading: Sendable, Equatable {
  /// The KPI or piece of evidence, by id.
  public var kpi: KPI.ID
  /// The strand of the KPI, by id.
  public var strand = ""
  /// The scope, as files write it.
  public var scope: String
  /// The period.
  public var period: String
  /// The value, in words.
  public var value: String
  /// The day on which it is recorded.
  public var recorded = ""
  /// On what it rests.
  public var basis = ""
  /// Where it comes from.
  public var source = ""
  /// Anything else.
  public var note = ""
  /// How many people were measured.
  public var cohort = ""
  /// What it weighs in a total.
  public var weight = ""
  /// The input and the part of it from which it was taken.
  public var place: Place?

  /// Creates a reading.
  public init(_ kpi: KPI.ID, of scope: String, in period: String, value: String) {
    self.kpi = kpi
    self.scope = scope
    self.period = period
    self.value = value
  }

  subscript(column: ReadingColumn) -> String {
    get {
      switch column {
      case .kpi: kpi
      case .strand: strand
      case .scope: scope
      case .period: period
      case .value: value
      case .recorded: recorded
      case .basis: basis
      case .source: source
      case .note: note
      case .cohort: cohort
      case .weight: weight
      }
    }
    set {
      switch column {
      case .kpi: kpi = newValue
      case .strand: strand = newValue
      case .scope: scope = newValue
      case .period: period = newValue
      case .value: value = newValue
      case .recorded: recorded = newValue
      case .basis: basis = newValue
      case .source: source = newValue
      case .note: note = newValue
      case .cohort: cohort = newValue
      case .weight: weight = newValue
      }
    }
  }
}

/// The rows that are to be added at the end of one file of readings.
public struct ReadingsEdit: Sendable {
  /// The bytes to append; the header too, where the file is new.
  public var bytes: [UInt8]
  /// The number of the first new line.
  public var line: Int
  /// The readings that the new ones take the place of, with the new ones.
  public var superseded: [Superseded]

  /// A reading that stands in the file, and the one that takes its place.
  public struct Superseded: Sendable {
    /// The number of the new reading among those given.
    public var index: Int
    /// The line of the old reading.
    public var line: Int
    /// The value of the old reading.
    public var value: String
    /// The day on which the old reading was recorded, as written.
    public var recorded: String
    /// Whether the new reading counts from now on: it does not where the old one was recorded
    /// on a later day.
    public var counts: Bool
  }
}

/// The school year whose file holds the readings of a period.
///
/// - Parameters:
///   - reading: The reading, whose period can be read.
///   - trust: The trust, whose calendar counts.
/// - Returns: The school year; `nil` where the period cannot be read.
public func fileYear(of reading: NewReading, _ trust: Trust) -> AcademicYear? {
  var ignored: [Diagnostic] = []
  return parsePeriod(SourcedText(reading.period, in: FileID(0)), &ignored).map {
    trust.calendar.year(of: $0)
  }
}

/// The name of the file of a school year: `2015-16.csv`.
public func readingsFileName(_ year: AcademicYear) -> String {
  let end = (year.start + 1) % 100
  return "\(year.start)-\(end < 10 ? "0" : "")\(end).csv"
}

/// Checks readings before any is recorded.
///
/// - Parameters:
///   - readings: The readings.
///   - trust: The trust.
///   - plans: All plans of the trust that say what a KPI is.
/// - Returns: For each reading with a problem its number and its problems.
public func checkReadings(
  _ readings: [NewReading],
  of trust: Trust,
  _ plans: [Plan]
) -> [(index: Int, problems: [Diagnostic])] {
  let names = ReadingNames(trust, plans)
  let columns = ReadingColumn.allCases
  let header = columns.map(\.rawValue).joined(separator: ",") + "\n"
  var text = Array(header.utf8)
  var starts: [Int] = []
  for reading in readings {
    starts.append(text.count)
    text += csvRow(columns.map { reading[$0] }, lineEnd: "\n")
  }
  var check = ReadingCheck(names, knowsAllPlans: true)
  check.check(SourceFile(name: "", bytes: text), FileID(0))
  var found: [Int: [Diagnostic]] = [:]
  for finding in check.findings where finding.severity == .error {
    let at = starts.lastIndex { $0 <= Int(finding.place.range.lower) } ?? 0
    found[at, default: []].append(finding)
  }
  return found.keys.sorted().map { ($0, found[$0] ?? []) }
}

/// Makes the rows that record readings in the file of their school year.
///
/// - Parameters:
///   - readings: The readings, checked; all of the school year of the file.
///   - file: The file; `nil` where there is none yet.
///   - name: The path of the file, for messages.
///   - trust: The trust.
/// - Returns: What is to be appended.
/// - Throws: That the file cannot be built upon.
public func recordReadings(
  _ readings: [NewReading],
  in file: SourceFile?,
  named name: String,
  of trust: Trust
) throws(EditProblem) -> ReadingsEdit {
  guard let file, !file.bytes.isEmpty else {
    let header = usualColumns(readings)
    var bytes = Array((header.map(\.rawValue).joined(separator: ",") + "\n").utf8)
    for reading in readings { bytes += csvRow(header.map { reading[$0] }, lineEnd: "\n") }
    return ReadingsEdit(bytes: bytes, line: 2, superseded: [])
  }
  let span = file.bytes.span
  let columns = ReadingColumns(span)
  guard columns.isComplete else {
    throw EditProblem(
      .file,
      "the header of \(name) lacks a column that readings need"
        + "\n  `rlt validate` says which; it begins with a line such as kpi,scope,period,value"
    )
  }
  let existing = try ExistingRows(file, columns, name)
  for column in ReadingColumn.allCases where columns[column] == nil {
    // The day of recording and the strand decide what counts; other columns are as important.
    guard readings.contains(where: { !$0[column].isEmpty }), column != .recorded else { continue }
    throw EditProblem(
      .file,
      "\(name) has no column `\(column.rawValue)`"
        + "\n  add it at the end of the first line, and a comma to each line below it"
    )
  }
  let isCRLF = columns.firstRow > 1 && span[columns.firstRow - 2] == 0x0D
  var bytes: [UInt8] = []
  for reading in readings {
    let fields = columns.columns.map { column in column.map { reading[$0] } ?? "" }
    bytes += csvRow(fields, lineEnd: isCRLF ? "\r\n" : "\n")
  }
  return ReadingsEdit(
    bytes: bytes,
    line: existing.nextLine,
    superseded: existing.superseded(by: readings, ReadingNames(trust, []))
  )
}

/// The columns of a new file.
private func usualColumns(_ readings: [NewReading]) -> [ReadingColumn] {
  ReadingColumn.allCases.filter { column in
    switch column {
    case .cohort, .weight: readings.contains { !$0[column].isEmpty }
    default: true
    }
  }
}

/// A row of fields, each in quotation marks where it needs them.
func csvRow(_ fields: [String], lineEnd: String) -> [UInt8] {
  var bytes: [UInt8] = []
  for (index, field) in fields.enumerated() {
    if index > 0 { bytes.append(UInt8(ascii: ",")) }
    let needsQuotes =
      field.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
      || field.utf8.first == 0x20 || field.utf8.last == 0x20
    guard needsQuotes else {
      bytes += field.utf8
      continue
    }
    bytes.append(0x22)
    for byte in field.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }
  return bytes + lineEnd.utf8
}

/// The rows of a file of readings, as far as it takes to find those that a new one takes the
/// place of.
private struct ExistingRows {
  private struct Row {
    var line: Int
    var kpi: String
    var strand: String
    var scope: String
    var period: String
    var value: String
    var recorded: String
  }

  private var rows: [Row] = []
  private(set) var nextLine = 1

  /// Reads the rows; refuses a file whose last line is torn.
  init(_ file: SourceFile, _ columns: ReadingColumns, _ name: String) throws(EditProblem) {
    let span = file.bytes.span
    let table = LineTable(file.bytes)
    var row = CSVRow()
    var at = columns.firstRow
    while at < span.count {
      let start = at
      at = row.read(span, from: at)
      let line = table.line(at: start)
      for fault in row.faults {
        guard case .unclosedQuote = fault else { continue }
        throw EditProblem(
          .file,
          "\(name):\(line): a quotation mark is never closed, so a new row would be part of its text"
            + "\n  close it, then record the reading again"
        )
      }
      func text(_ column: ReadingColumn) -> String {
        guard let place = columns[column], row.fields.indices.contains(place) else { return "" }
        return row.fields[place].string(in: span)
      }
      if at >= span.count, span[span.count - 1] != 0x0A {
        throw torn(file, name, line, start)
      }
      rows.append(
        Row(
          line: line,
          kpi: text(.kpi),
          strand: text(.strand),
          scope: text(.scope),
          period: text(.period),
          value: text(.value),
          recorded: text(.recorded)
        )
      )
    }
    if columns.firstRow >= span.count, span[span.count - 1] != 0x0A {
      throw torn(file, name, 1, 0)
    }
    nextLine = table.count
  }

  func superseded(
    by readings: [NewReading],
    _ names: ReadingNames
  ) -> [ReadingsEdit.Superseded] {
    var result: [ReadingsEdit.Superseded] = []
    let rowsByKPI = Dictionary(grouping: rows, by: \.kpi)
    for (index, reading) in readings.enumerated() {
      let period = period(reading.period)
      let scope = names.knownScope(reading.scope)
      let same = (rowsByKPI[reading.kpi] ?? []).filter { row in
        row.strand == reading.strand && self.period(row.period) == period
          && names.knownScope(row.scope) == scope
      }
      guard let last = same.max(by: { $0.recorded < $1.recorded }) else { continue }
      let counts = reading.recorded.isEmpty || last.recorded <= reading.recorded
      let newest = same.last { $0.recorded == last.recorded } ?? last
      result.append(
        ReadingsEdit.Superseded(
          index: index,
          line: newest.line,
          value: newest.value,
          recorded: newest.recorded,
          counts: counts
        )
      )
    }
    return result
  }

  private func period(_ text: String) -> Period? {
    var ignored: [Diagnostic] = []
    return parsePeriod(SourcedText(text, in: FileID(0)), &ignored)
  }
}

/// That the last line of a file has no end.
private func torn(_ file: SourceFile, _ name: String, _ line: Int, _ start: Int) -> EditProblem {
  let text = String(decoding: file.bytes[start...].prefix(60), as: UTF8.self)
  return EditProblem(
    .file,
    "\(name):\(line): the last line has no end: \(text)"
      + "\n  another program may have been stopped while it wrote; complete the line or remove it,"
      + "\n  end it with Enter, then record the reading again"
  )
}
