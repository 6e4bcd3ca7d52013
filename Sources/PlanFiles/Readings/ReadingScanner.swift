internal import PlanModel
internal import SourceText

/// Goes through files of readings once, byte by byte, and makes a row of each reading.
///
/// Rows usually come in the order of the rows before, so the next KPI and scope are guessed and
/// compared in place; only where the guess is wrong are the names looked up.
struct ReadingScanner {
  /// A KPI, strand and scope as a file spells them, and the series they mean.
  private struct Spelling {
    /// Where the names stand in `prefixes` as the first fields of a row, commas included.
    var lower: UInt32 = 0
    /// How many bytes they are; 0 where they are not known as the first fields.
    var length: UInt32 = 0
    /// The order of columns in which they stand there.
    var order: UInt32 = 0
    /// The series, or `unwanted`.
    var series: UInt32
    /// The spelling that followed last time, plus one.
    var successor: UInt32 = 0
  }

  private static let unwanted = UInt32.max

  private(set) var table: ReadingTable
  /// The rows of the last file that name no known scope, no period or no day.
  private(set) var rejectedCount = 0

  private let wantedSchools: Set<School.ID>?
  /// What each text means as a scope: its number plus one, `unwanted`, or 0 where not asked yet.
  private var scopeNumbers: [UInt32] = []
  private var prefixes: [UInt8] = []
  private var spellings: [Spelling] = []
  private var numbers = KeyedNumbers()
  /// The strands that were met, by the numbers of KPI and strand.
  private var strands = KeyedNumbers()
  /// The period of each text that was read as one, plus one.
  private var periods: [UInt64] = []
  private var lastSpelling = -1
  private var lastPeriod: (lower: Int, length: Int) = (0, -1)
  private var lastPeriodBits: UInt32 = 0
  private var lastDay: (lower: Int, length: Int) = (0, -1)
  private var lastDayNumber = ReadingTable.Row.notRecorded

  init(_ table: ReadingTable, wanted schools: [School.ID]?) {
    self.table = table
    wantedSchools = schools.map(Set.init)
  }

  /// What is taken out of one row.
  private struct Parts {
    var kpi = 0..<0
    var strand = 0..<0
    var scope = 0..<0
    var period = 0..<0
    var recorded = 0..<0

    @inline(__always)
    mutating func set(_ role: ReadingColumn?, _ part: Range<Int>) {
      switch role {
      case .kpi: kpi = part
      case .strand: strand = part
      case .scope: scope = part
      case .period: period = part
      case .recorded: recorded = part
      default: break
      }
    }
  }

  /// How the rows of one file are taken apart.
  private struct Layout {
    /// The columns that name the series, where they are the first of the row; else none.
    var names: [ReadingColumn?] = []
    /// The columns after those, up to the last that is needed.
    var rest: [ReadingColumn?]
    /// A number for the order of the naming columns.
    var order: UInt32 = 0

    init(_ roles: [ReadingColumn?]) {
      let naming: [ReadingColumn] = [.kpi, .strand, .scope]
      let count = roles.prefix { role in role.map(naming.contains) ?? false }.count
      rest = roles
      let later = roles[count...].contains { role in role.map(naming.contains) ?? false }
      guard !later, count < roles.count else { return }
      names = Array(roles[..<count])
      rest = Array(roles[count...])
      for role in names {
        let digit = role == .kpi ? 1 : role == .strand ? 2 : 3
        order = order * 4 + UInt32(digit)
      }
    }
  }

  /// Adds the rows of a file.
  mutating func scan(_ file: SourceFile, _ id: FileID) {
    rejectedCount = 0
    lastPeriod = (0, -1)
    lastDay = (0, -1)
    let columns = ReadingColumns(file.bytes.span)
    let index = UInt32(table.files.count)
    table.files.append(ReadingTable.File(id: id, bytes: file.bytes, columns: columns))
    guard columns.isComplete, columns.firstRow < file.bytes.count else {
      // A header alone is the beginning of a file, or a file that is read as one long line.
      rejectedCount = 1
      return
    }
    let known: [ReadingColumn] = [.kpi, .strand, .scope, .period, .recorded]
    let last = known.compactMap { columns[$0] }.max() ?? 0
    let roles = Array(columns.columns[...last])
    scanRows(file.bytes.span, Layout(roles), from: columns.firstRow, file: index)
  }

  private mutating func scanRows(
    _ span: Span<UInt8>,
    _ layout: Layout,
    from start: Int,
    file: UInt32
  ) {
    let end = span.count
    let needed = layout.names.count + layout.rest.count
    var at = start
    while at < end {
      let row = at
      if span[at] == 0x0A || span[at] == 0x0D {
        at += 1
        continue
      }
      var parts = Parts()
      var spelling = -1
      var isWhole = true
      let guess = lastSpelling < 0 ? -1 : Int(spellings[lastSpelling].successor) - 1
      if guess >= 0, spellings[guess].order == layout.order, spellings[guess].length > 0,
        span.matches(
          prefixes.span,
          Int(spellings[guess].lower),
          Int(spellings[guess].length),
          at: at
        )
      {
        spelling = guess
        at += Int(spellings[guess].length)
      } else {
        for role in layout.names {
          let upper = span.endOfField(from: at, to: end)
          guard upper < end, span[upper] == UInt8(ascii: ",") else {
            isWhole = false
            break
          }
          parts.set(role, at..<upper)
          at = upper + 1
        }
      }
      let afterNames = at
      if isWhole { isWhole = scanRest(span, layout.rest, &at, &parts) }
      guard isWhole else {
        at = scanSlowly(span, row, needed, file)
        continue
      }
      at = endOfRow(span, at, end)
      if spelling < 0 {
        spelling = self.spelling(span, parts)
        if !layout.names.isEmpty, spellings[spelling].order != layout.order {
          setPrefix(of: spelling, span, row..<afterNames, layout.order)
        }
        if lastSpelling >= 0 { spellings[lastSpelling].successor = UInt32(spelling + 1) }
      }
      lastSpelling = spelling
      add(span, parts, spelling, row: row, file: file)
    }
  }

  /// Takes the fields after the names; `false` where one is quoted or missing.
  @inline(__always)
  private func scanRest(
    _ span: Span<UInt8>,
    _ roles: [ReadingColumn?],
    _ at: inout Int,
    _ parts: inout Parts
  ) -> Bool {
    let end = span.count
    var isFirst = true
    for role in roles {
      if !isFirst {
        guard at < end, span[at] == UInt8(ascii: ",") else { return false }
        at += 1
      }
      isFirst = false
      var upper = 0
      if role == .period, lastPeriod.length > 0, endsField(span, at + lastPeriod.length, end),
        span.matches(span, lastPeriod.lower, lastPeriod.length, at: at)
      {
        upper = at + lastPeriod.length
      } else if role == .recorded, lastDay.length > 0, endsField(span, at + lastDay.length, end),
        span.matches(span, lastDay.lower, lastDay.length, at: at)
      {
        upper = at + lastDay.length
      } else {
        upper = span.endOfField(from: at, to: end)
        if upper < end, span[upper] == UInt8(ascii: "\"") { return false }
      }
      var textEnd = upper
      if upper > at, span[upper - 1] == 0x0D, upper == end || span[upper] == 0x0A { textEnd -= 1 }
      parts.set(role, at..<textEnd)
      at = upper
    }
    return true
  }

  private mutating func setPrefix(
    of spelling: Int,
    _ span: Span<UInt8>,
    _ part: Range<Int>,
    _ order: UInt32
  ) {
    spellings[spelling].lower = UInt32(truncatingIfNeeded: prefixes.count)
    spellings[spelling].length = UInt32(truncatingIfNeeded: part.count)
    spellings[spelling].order = order
    for at in part { prefixes.append(span[at]) }
  }

  @inline(__always)
  private func endsField(_ span: Span<UInt8>, _ at: Int, _ end: Int) -> Bool {
    at < end && span[at] == UInt8(ascii: ",")
  }

  /// Where the next row starts; from the end of a field, through fields nobody asked for.
  @inline(__always)
  private func endOfRow(_ span: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var at = start
    while true {
      at = span.endOfLineOrQuote(from: at, to: end)
      guard at < end else { return end }
      if span[at] == 0x0A { return at + 1 }
      guard at > start, span[at - 1] == UInt8(ascii: ",") else {
        at += 1
        continue
      }
      repeat {
        at = span.endOfQuoted(from: at + 1, to: end) + 1
      } while at < end && span[at] == UInt8(ascii: "\"")
      if at >= end { return end }
    }
  }

  /// A row with quotation marks around a name, or with too few fields.
  private mutating func scanSlowly(
    _ span: Span<UInt8>,
    _ start: Int,
    _ needed: Int,
    _ file: UInt32
  ) -> Int {
    var row = CSVRow()
    let next = row.read(span, from: start)
    let columns = table.files[Int(file)].columns
    // Decoded names follow each other in a small text of their own.
    var text: [UInt8] = []
    func part(_ column: ReadingColumn) -> Range<Int> {
      guard let position = columns[column], position < row.fields.count else {
        return text.count..<text.count
      }
      let lower = text.count
      text += row.fields[position].bytes(in: span)
      return lower..<text.count
    }
    var parts = Parts()
    parts.kpi = part(.kpi)
    parts.strand = part(.strand)
    parts.scope = part(.scope)
    parts.period = part(.period)
    parts.recorded = part(.recorded)
    lastPeriod.length = -1
    lastDay.length = -1
    let found = spelling(text.span, parts)
    if lastSpelling >= 0 { spellings[lastSpelling].successor = UInt32(found + 1) }
    lastSpelling = found
    add(text.span, parts, found, row: start, file: file)
    lastPeriod.length = -1
    lastDay.length = -1
    return next
  }

  // MARK: - One row

  @inline(__always)
  private mutating func add(
    _ span: Span<UInt8>,
    _ parts: Parts,
    _ spelling: Int,
    row: Int,
    file: UInt32
  ) {
    guard let bits = periodBits(span, parts.period) else {
      rejectedCount += 1
      return
    }
    var recorded = ReadingTable.Row.notRecorded
    if !parts.recorded.isEmpty {
      guard let day = day(span, parts.recorded) else {
        rejectedCount += 1
        return
      }
      recorded = day
    }
    let series = spellings[spelling].series
    guard series != Self.unwanted else { return }
    table.rows.append(
      ReadingTable.Row(
        period: PackedPeriod(bits: bits),
        recorded: recorded,
        offset: UInt32(truncatingIfNeeded: row),
        previous: table.heads[Int(series)],
        file: file
      )
    )
    table.heads[Int(series)] = UInt32(truncatingIfNeeded: table.rows.count)
  }

  @inline(__always)
  private mutating func periodBits(_ span: Span<UInt8>, _ part: Range<Int>) -> UInt32? {
    if lastPeriod.length == part.count,
      span.matches(span, lastPeriod.lower, lastPeriod.length, at: part.lowerBound)
    {
      return lastPeriodBits
    }
    let index = table.texts.intern(span, part.lowerBound, part.upperBound)
    while periods.count <= index { periods.append(.max) }
    if periods[index] == .max {
      var phrase = Phrase(part.map { span[$0] })
      var found: UInt64 = 0
      if case .period(let period) = phrase.takePeriod(), phrase.isAtEnd {
        found = UInt64(PackedPeriod(period).bits) + 1
      }
      periods[index] = found
    }
    guard periods[index] > 0 else { return nil }
    lastPeriod = (part.lowerBound, part.count)
    lastPeriodBits = UInt32(truncatingIfNeeded: periods[index] - 1)
    return lastPeriodBits
  }

  @inline(__always)
  private mutating func day(_ span: Span<UInt8>, _ part: Range<Int>) -> Int32? {
    if lastDay.length == part.count,
      span.matches(span, lastDay.lower, lastDay.length, at: part.lowerBound)
    {
      return lastDayNumber
    }
    var lower = part.lowerBound
    var upper = part.upperBound
    while lower < upper, span[lower].isSpace { lower += 1 }
    while upper > lower, span[upper - 1].isSpace { upper -= 1 }
    if lower == upper { return ReadingTable.Row.notRecorded }
    guard let day = Day.parse(span.extracting(lower..<upper)) else { return nil }
    lastDay = (part.lowerBound, part.count)
    lastDayNumber = day.number
    return day.number
  }

  // MARK: - Names

  private mutating func spelling(_ span: Span<UInt8>, _ parts: Parts) -> Int {
    let kpi = number(span, parts.kpi)
    let strand = parts.strand.isEmpty ? nil : number(span, parts.strand)
    let scope = table.texts.intern(span, parts.scope.lowerBound, parts.scope.upperBound)
    let key = ReadingTable.key(kpi, strand, scope)
    if let found = numbers.number(of: key) { return Int(found) }
    spellings.append(Spelling(series: series(kpi, strand, scope)))
    numbers.add(key, UInt32(spellings.count - 1))
    return spellings.count - 1
  }

  /// The number of a name, without the spaces around it.
  private mutating func number(_ span: Span<UInt8>, _ part: Range<Int>) -> Int {
    var lower = part.lowerBound
    var upper = part.upperBound
    while lower < upper, span[lower].isSpace { lower += 1 }
    while upper > lower, span[upper - 1].isSpace { upper -= 1 }
    return table.texts.intern(span, lower, upper)
  }

  /// The series that names mean; a scope that means none is rejected.
  private mutating func series(_ kpi: Int, _ strand: Int?, _ text: Int) -> UInt32 {
    let scope = scopeNumber(text)
    guard scope != Self.unwanted else { return Self.unwanted }
    let key = ReadingTable.key(kpi, strand, Int(scope))
    if let found = table.series.number(of: key) { return found }
    let series = UInt32(table.heads.count)
    table.heads.append(0)
    table.series.add(key, series)
    if let strand {
      let ofKPI = ReadingTable.key(kpi, strand, 0)
      if strands.number(of: ofKPI) == nil {
        strands.add(ofKPI, UInt32(table.strands.count))
        table.strands.append((kpi, table.texts.string(strand)))
      }
    }
    return series
  }

  /// The number of the scope that a text means.
  private mutating func scopeNumber(_ text: Int) -> UInt32 {
    while scopeNumbers.count <= text { scopeNumbers.append(0) }
    if scopeNumbers[text] == 0 {
      guard let scope = table.names.knownScope(table.texts.string(text)) else {
        rejectedCount += 1
        scopeNumbers[text] = Self.unwanted
        return Self.unwanted
      }
      if case .school(let id) = scope, let wantedSchools, !wantedSchools.contains(id) {
        scopeNumbers[text] = Self.unwanted
        return Self.unwanted
      }
      let number = table.scopes.firstIndex(of: scope) ?? table.scopes.count
      if number == table.scopes.count { table.scopes.append(scope) }
      scopeNumbers[text] = UInt32(number + 1)
    }
    return scopeNumbers[text] == Self.unwanted ? Self.unwanted : scopeNumbers[text] - 1
  }
}
