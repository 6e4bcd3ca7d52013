internal import PlanModel
internal import SourceText

/// Goes through files of readings once, byte by byte, and makes a row of each reading.
///
/// Rows usually come in the order of the rows before, so the next KPI and scope are guessed and
/// compared in place; only where the guess is wrong are the names looked up.
struct ReadingScanner {
  /// A KPI, strand and scope as a file spells them, and the series they mean.
  private struct Spelling {
    var kpi: (lower: UInt32, length: UInt32)
    var strand: (lower: UInt32, length: UInt32)
    var scope: (lower: UInt32, length: UInt32)
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
  private var texts = ByteInterner()
  private var spellings: [Spelling] = []
  private var numbers = KeyedNumbers()
  /// The period of each text that was read as one, plus one.
  private var periods: [UInt64] = []
  private var lastSpelling = -1
  private var lastPeriod: (lower: Int, length: Int) = (0, -1)
  private var lastPeriodBits: UInt32 = 0

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
  }

  /// Adds the rows of a file.
  mutating func scan(_ file: SourceFile, _ id: FileID) {
    rejectedCount = 0
    lastPeriod = (0, -1)
    let columns = ReadingColumns(file.bytes.span)
    let index = UInt32(table.files.count)
    table.files.append(ReadingTable.File(id: id, bytes: file.bytes, columns: columns))
    guard columns.isComplete else { return }
    let known: [ReadingColumn] = [.kpi, .strand, .scope, .period, .recorded]
    let last = known.compactMap { columns[$0] }.max() ?? 0
    let roles = Array(columns.columns[...last])
    scanRows(file.bytes.span, roles, from: columns.firstRow, file: index)
  }

  private mutating func scanRows(
    _ span: Span<UInt8>,
    _ roles: [ReadingColumn?],
    from start: Int,
    file: UInt32
  ) {
    let end = span.count
    let hasStrands = roles.contains(.strand)
    var at = start
    while at < end {
      let row = at
      if span[at] == 0x0A || span[at] == 0x0D && (at + 1 == end || span[at + 1] == 0x0A) {
        at = span[at] == 0x0A ? at + 1 : min(at + 2, end)
        continue
      }
      var parts = Parts()
      let guess = lastSpelling < 0 ? -1 : Int(spellings[lastSpelling].successor) - 1
      // A guess from a file with strands is of no use in one without.
      var isGuessed = guess >= 0 && (hasStrands || spellings[guess].strand.length == 0)
      var isBroken = false
      for (position, role) in roles.enumerated() {
        var upper = at
        if at < end, span[at] == UInt8(ascii: "\"") {
          isBroken = true
          break
        }
        if isGuessed, let name = guessedName(guess, role), endsField(span, at + name.length, end),
          span.matches(texts.arena.span, name.lower, name.length, at: at)
        {
          upper = at + name.length
        } else if role == .period, lastPeriod.length > 0,
          endsField(span, at + lastPeriod.length, end),
          span.matches(span, lastPeriod.lower, lastPeriod.length, at: at)
        {
          upper = at + lastPeriod.length
        } else {
          upper = span.endOfField(from: at, to: end)
          if role == .kpi || role == .scope || role == .strand { isGuessed = false }
        }
        var textEnd = upper
        if upper > at, span[upper - 1] == 0x0D, upper == end || span[upper] == 0x0A { textEnd -= 1 }
        switch role {
        case .kpi: parts.kpi = at..<textEnd
        case .strand: parts.strand = at..<textEnd
        case .scope: parts.scope = at..<textEnd
        case .period: parts.period = at..<textEnd
        case .recorded: parts.recorded = at..<textEnd
        default: break
        }
        at = upper
        if position + 1 < roles.count {
          guard at < end, span[at] == UInt8(ascii: ",") else {
            isBroken = true
            break
          }
          at += 1
        } else if at < end, span[at] == UInt8(ascii: "\"") {
          isBroken = true
        }
      }
      if isBroken {
        at = scanSlowly(span, row, roles.count, file)
        continue
      }
      at = endOfRow(span, at, end)
      add(span, parts, guess: isGuessed ? guess : -1, row: row, file: file)
    }
  }

  @inline(__always)
  private func guessedName(_ guess: Int, _ role: ReadingColumn?) -> (lower: Int, length: Int)? {
    switch role {
    case .kpi: (Int(spellings[guess].kpi.lower), Int(spellings[guess].kpi.length))
    case .strand: (Int(spellings[guess].strand.lower), Int(spellings[guess].strand.length))
    case .scope: (Int(spellings[guess].scope.lower), Int(spellings[guess].scope.length))
    default: nil
    }
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
    add(text.span, parts, guess: -1, row: start, file: file)
    lastPeriod.length = -1
    return next
  }

  // MARK: - One row

  @inline(__always)
  private mutating func add(
    _ span: Span<UInt8>,
    _ parts: Parts,
    guess: Int,
    row: Int,
    file: UInt32
  ) {
    let spelling = guess >= 0 ? guess : spelling(span, parts)
    if lastSpelling >= 0, guess < 0 {
      spellings[lastSpelling].successor = UInt32(spelling + 1)
    }
    lastSpelling = spelling
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

  private mutating func periodBits(_ span: Span<UInt8>, _ part: Range<Int>) -> UInt32? {
    if lastPeriod.length == part.count,
      span.matches(span, lastPeriod.lower, lastPeriod.length, at: part.lowerBound)
    {
      return lastPeriodBits
    }
    let index = texts.intern(span, part.lowerBound, part.upperBound)
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

  private func day(_ span: Span<UInt8>, _ part: Range<Int>) -> Int32? {
    var lower = part.lowerBound
    var upper = part.upperBound
    while lower < upper, span[lower].isSpace { lower += 1 }
    while upper > lower, span[upper - 1].isSpace { upper -= 1 }
    if lower == upper { return ReadingTable.Row.notRecorded }
    return Day.parse(span.extracting(lower..<upper))?.number
  }

  // MARK: - Names

  private mutating func spelling(_ span: Span<UInt8>, _ parts: Parts) -> Int {
    let kpi = texts.intern(span, parts.kpi.lowerBound, parts.kpi.upperBound)
    let strand =
      parts.strand.isEmpty
      ? 0 : texts.intern(span, parts.strand.lowerBound, parts.strand.upperBound) + 1
    let scope = texts.intern(span, parts.scope.lowerBound, parts.scope.upperBound)
    // 21 bits each: a year of readings in 16 MiB has fewer names.
    let key = UInt64(kpi) << 42 | UInt64(strand) << 21 | UInt64(scope)
    if let found = numbers.number(of: key) { return Int(found) }
    return addSpelling(key, kpi, strand - 1, scope)
  }

  private mutating func addSpelling(
    _ key: UInt64,
    _ kpi: Int,
    _ strand: Int,
    _ scope: Int
  ) -> Int {
    let series = series(kpi, strand, scope)
    func narrow(_ index: Int) -> (lower: UInt32, length: UInt32) {
      guard index >= 0 else { return (0, 0) }
      let range = texts.range(index)
      return (UInt32(range.lower), UInt32(range.length))
    }
    let spelling = Spelling(
      kpi: narrow(kpi),
      strand: narrow(strand),
      scope: narrow(scope),
      series: series
    )
    spellings.append(spelling)
    numbers.add(key, UInt32(spellings.count - 1))
    return spellings.count - 1
  }

  /// The series that names mean; a scope that means none is rejected where it is used first.
  private mutating func series(_ kpi: Int, _ strand: Int, _ scope: Int) -> UInt32 {
    guard case .one(let scope) = table.names.scope(texts.string(scope)) else {
      rejectedCount += 1
      return Self.unwanted
    }
    if case .school(let id) = scope, let wantedSchools, !wantedSchools.contains(id) {
      return Self.unwanted
    }
    let id = Phrase(texts.string(kpi)).rest
    let strand = strand < 0 ? nil : Phrase(texts.string(strand)).rest
    let part = strand?.isEmpty == true ? nil : strand
    let key = ReadingTable.SeriesKey(kpi: id, strand: part, scope: scope)
    if let found = table.keys[key] { return found }
    let series = UInt32(table.heads.count)
    table.heads.append(0)
    table.keys[key] = series
    if let part, table.strandsByKPI[id]?.contains(part) != true {
      table.strandsByKPI[id, default: []].append(part)
    }
    return series
  }
}
