public import PlanModel
internal import SourceText

/// The readings of a trust as a table of small rows; texts are read when they are asked for.
public struct ReadingTable: Readings {
  /// One row: 24 bytes.
  struct Row: Sendable {
    /// The period.
    var period: PackedPeriod
    /// The day on which it was recorded, or `Row.notRecorded`.
    var recorded: Int32
    /// Where the row starts in its file.
    var offset: UInt32
    /// The number of the row before it in its series, plus one; 0 for the first.
    var previous: UInt32
    /// The file, by its position in `files`.
    var file: UInt32

    static let notRecorded = Int32.min
  }

  /// One file of readings.
  struct File: Sendable {
    var id: FileID
    var bytes: [UInt8]
    var columns: ReadingColumns
  }

  var files: [File] = []
  var rows: [Row] = []
  /// The number of the last row of each series, plus one.
  var heads: [UInt32] = []
  /// The ids of KPIs, strands and scopes, by numbers.
  var texts = ByteInterner()
  /// The scopes; each has the number of its position.
  var scopes: [Scope] = []
  /// The series by the numbers of KPI, strand and scope.
  var series = KeyedNumbers()
  /// The strands for which there are rows, with the number of their KPI, in the order of their
  /// first row.
  var strands: [(kpi: Int, strand: String)] = []
  var names: ReadingNames
  let calendar: SchoolCalendar

  init(_ names: ReadingNames, calendar: SchoolCalendar) {
    self.names = names
    self.calendar = calendar
  }

  /// The key of a series, 21 bits a name: a trust has fewer names than two million.
  @inline(__always)
  static func key(_ kpi: Int, _ strand: Int?, _ scope: Int) -> UInt64 {
    UInt64(kpi) << 42 | UInt64((strand ?? -1) + 1) << 21 | UInt64(scope)
  }

  private func number(_ kpi: KPI.ID, _ strand: String?, _ scope: Scope) -> UInt32? {
    guard let kpi = texts.find(kpi), let scope = scopes.firstIndex(of: scope) else { return nil }
    guard let strand else { return series.number(of: Self.key(kpi, nil, scope)) }
    guard let strand = texts.find(strand) else { return nil }
    return series.number(of: Self.key(kpi, strand, scope))
  }

  /// The number of rows that were kept.
  public var count: Int { rows.count }

  /// The readings of one series, in order; takes time in proportion to their number.
  public func series(_ kpi: KPI.ID, _ strand: String?, _ scope: Scope) -> [Reading] {
    guard let series = number(kpi, strand, scope) else { return [] }
    var found: [(row: Int, last: Day, recorded: Day)] = []
    var next = heads[Int(series)]
    while next != 0 {
      let index = Int(next) - 1
      let row = rows[index]
      let last = calendar.days(of: row.period.period).upperBound
      let isKnown = row.recorded != Row.notRecorded
      found.append((index, last, isKnown ? Day(number: row.recorded) : last))
      next = row.previous
    }
    found.sort { ($0.last, $0.recorded, $0.row) < ($1.last, $1.recorded, $1.row) }
    let measure = names.measures[kpi]
    let context = names.context(for: measure, strand: strand)
    let isEvidence = measure?.isEvidence ?? true
    return found.map { reading($0.row, kpi, strand, scope, context, isEvidence) }
  }

  /// The same readings, their values read with the units and scales of one plan.
  public func read(by plan: Plan) -> any Readings {
    if names.isDefined(by: plan) { return self }
    var table = self
    table.names = names.defined(by: plan)
    return table
  }

  /// The strands of a KPI for which there are readings, in the order of their first row.
  public func strands(of kpi: KPI.ID) -> [String] {
    guard let number = texts.find(kpi) else { return [] }
    return strands.lazy.filter { $0.kpi == number }.map(\.strand)
  }

  private func reading(
    _ index: Int,
    _ kpi: KPI.ID,
    _ strand: String?,
    _ scope: Scope,
    _ context: TargetContext,
    _ isEvidence: Bool
  ) -> Reading {
    let row = rows[index]
    let file = files[Int(row.file)]
    let span = file.bytes.span
    var fields = CSVRow()
    let end = fields.read(span, from: Int(row.offset))
    func text(_ column: ReadingColumn) -> String {
      guard let position = file.columns[column], position < fields.fields.count else { return "" }
      return fields.fields[position].string(in: span)
    }
    let written = text(.value)
    var value = parseReadingValue(written, context)
    if isEvidence, value == .unreadable { value = .evidence }
    var upper = end
    while upper > Int(row.offset), span[upper - 1] == 0x0A || span[upper - 1] == 0x0D { upper -= 1 }
    return Reading(
      kpi: kpi,
      strand: strand,
      scope: scope,
      period: row.period.period,
      value: value,
      text: written,
      recorded: row.recorded == Row.notRecorded ? nil : Day(number: row.recorded),
      basis: text(.basis),
      source: text(.source),
      note: text(.note),
      cohort: ExactNumber(text(.cohort)).flatMap { $0.decimals == 0 ? Int($0.digits) : nil },
      weight: ExactNumber(text(.weight)),
      at: Place(file.id, TextRange(Int(row.offset), upper))
    )
  }
}
