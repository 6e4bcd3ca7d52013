internal import PlanModel
internal import SourceText

/// Passes rows of readings that have nothing wrong with them, without making a string of anything.
///
/// A row passes where its KPI, scope, period and day were all found good in an earlier row, where
/// its value is a bare figure or was found good for the KPI, and where its other fields hold
/// nothing that has to be looked at. All other rows are looked at field by field, which teaches
/// this what is good.
struct QuickRows {
  /// What the values of a KPI may be.
  enum Values {
    /// Anything: it is only kept.
    case any
    /// Figures with a mark, which may be parts of a whole or be hardly meant where they are one or
    /// less, and words that were found good.
    case figures(UnitMark, areShares: Bool, areFarFromOne: Bool)
    /// Words that were found good.
    case words
  }

  /// What is known of the spelling of a period.
  private struct PeriodFacts {
    /// The number of the period, from 1.
    var number: UInt32 = 0
    /// The file in which it is in order.
    var file: UInt32 = 0
    /// The numbers of the first and last day on which a reading of the period can be recorded.
    var firstDay: Int32 = .min
    var lastDay: Int32 = .max
  }

  /// A period as a file spells it, and when readings of it can be recorded.
  struct Time {
    var field: CSVField
    var value: Period
    var recorded: ClosedRange<Int32>
  }

  private var kpiWords = GuessedWords()
  private var scopeWords = GuessedWords()
  private var periodWords = GuessedWords()
  private var dayWords = GuessedWords()
  private var cohortWords = ByteInterner()
  private var weightWords = ByteInterner()
  private var valueWords = ByteInterner()
  /// Free texts in which nobody is named.
  private var harmlessWords = ByteInterner()
  /// The values that were found good, each with its KPI.
  private var goodValues = KeyedNumbers()
  /// What is known of the values of each spelling of a KPI.
  private var kpis: [Values?] = []
  /// The number of the scope of each spelling, from 1; 0 where it must be looked at.
  private var scopes: [UInt32] = []
  private var periods: [PeriodFacts] = []
  /// The number of each day plus one; 0 where it is none.
  private var days: [UInt32] = []

  private var scopeNumbers: [Scope: UInt32] = [:]
  private var periodNumbers: [Period: UInt32] = [:]
  private var file: UInt32 = 0
  private var columns: [ReadingColumn?] = []
  /// Whether free texts are searched for what looks like a pupil's own data.
  private var mindsTexts = false
  /// The rows that were seen.
  private var seen = SeenRows()

  /// Prepares for a file.
  ///
  /// - Parameters:
  ///   - columns: Its columns.
  ///   - mindsTexts: Whether free texts are searched for what looks like a pupil's own data.
  mutating func begin(_ columns: [ReadingColumn?], mindsTexts: Bool) {
    file += 1
    // A column that is given twice counts once, which is for the careful way to know.
    let known = columns.compactMap(\.self)
    let isPlain = Set(known).count == known.count
    self.columns = isPlain ? columns : []
    self.mindsTexts = mindsTexts
  }

  // MARK: - Learning

  /// Notes that the names in a row are in order.
  mutating func learn(
    _ span: Span<UInt8>,
    kpi: CSVField,
    _ values: Values,
    scope: (field: CSVField, value: Scope)?,
    period: Time?
  ) {
    kpis[kpiNumber(span, kpi.lower, kpi.upper)] = values
    if let scope, !scope.field.isQuoted {
      let word = scopeWords.number(span, scope.field.lower, scope.field.upper)
      while scopes.count <= word { scopes.append(0) }
      scopes[word] = number(of: scope.value)
    }
    if let period, !period.field.isQuoted {
      let word = periodWords.number(span, period.field.lower, period.field.upper)
      while periods.count <= word { periods.append(PeriodFacts()) }
      periods[word] = PeriodFacts(
        number: number(of: period.value),
        file: file,
        firstDay: period.recorded.lowerBound,
        lastDay: period.recorded.upperBound
      )
    }
  }

  /// Notes that a value other than a figure is in order wherever the KPI has it.
  mutating func learn(_ span: Span<UInt8>, kpi: CSVField, value: CSVField) {
    let kpi = kpiNumber(span, kpi.lower, kpi.upper)
    let word = valueWords.intern(span, value.lower, value.upper)
    let key = UInt64(kpi) << 32 | UInt64(word)
    if goodValues.number(of: key) == nil { goodValues.add(key, 0) }
  }

  /// Notes that the number of people in a group may stand beside any value.
  mutating func learnCohort(_ span: Span<UInt8>, _ field: CSVField) {
    _ = cohortWords.intern(span, field.lower, field.upper)
  }

  /// Notes that a weight may stand beside any value.
  mutating func learnWeight(_ span: Span<UInt8>, _ field: CSVField) {
    _ = weightWords.intern(span, field.lower, field.upper)
  }

  /// Notes that a text of free words names nobody; only short ones come again.
  mutating func learnHarmless(_ span: Span<UInt8>, _ field: CSVField) {
    guard field.upper - field.lower <= Self.longestHarmless, harmlessWords.count < 1 << 18 else {
      return
    }
    _ = harmlessWords.intern(span, field.lower, field.upper)
  }

  private mutating func kpiNumber(_ span: Span<UInt8>, _ lower: Int, _ upper: Int) -> Int {
    let word = kpiWords.number(span, lower, upper)
    while kpis.count <= word { kpis.append(nil) }
    return word
  }

  private mutating func number(of scope: Scope) -> UInt32 {
    if let known = scopeNumbers[scope] { return known }
    let new = UInt32(scopeNumbers.count + 1)
    scopeNumbers[scope] = new
    return new
  }

  private mutating func number(of period: Period) -> UInt32 {
    if let known = periodNumbers[period] { return known }
    let new = UInt32(periodNumbers.count + 1)
    periodNumbers[period] = new
    return new
  }

  // MARK: - Passing

  /// Passes rows from an offset on.
  ///
  /// - Parameters:
  ///   - span: The bytes of the file.
  ///   - start: Where a row starts.
  ///   - id: The number of the file.
  /// - Returns: Where the first row starts that must be looked at; the end where there is none.
  mutating func pass(_ span: Span<UInt8>, from start: Int, _ id: FileID) -> Int {
    guard !columns.isEmpty else { return start }
    var at = start
    while at < span.count {
      guard let row = row(span, at) else { return at }
      guard seen.isNew(row.key, id, at) else { return at }
      at = row.end
    }
    return at
  }

  /// Reads the row at an offset; `nil` where it must be looked at.
  private mutating func row(_ span: Span<UInt8>, _ start: Int) -> (key: UInt64, end: Int)? {
    let end = span.count
    var at = start
    var kpi = 0
    var scope = 0
    var period = 0
    var value = 0..<0
    var day: UInt32 = 0
    for index in columns.indices {
      if index > 0 {
        guard at < end, span[at] == UInt8(ascii: ",") else { return nil }
        at &+= 1
      }
      switch columns[index] {
      case .kpi: kpi = kpiWords.next(span, &at)
      case .scope: scope = scopeWords.next(span, &at)
      case .period: period = periodWords.next(span, &at)
      case .value:
        let lower = at
        at = span.endOfText(from: at)
        value = lower..<at
      case _ where span.isFieldEnd(at): break
      case .recorded:
        day = self.day(span, &at)
        guard day > 0 else { return nil }
      case let other: guard isGood(other, span, &at) else { return nil }
      }
      // A name in quotation marks is looked at, and what stands where nothing should.
      guard span.isFieldEnd(at) else { return nil }
    }
    if at < end, span[at] == 0x0D { at &+= 1 }
    if at < end {
      guard span[at] == 0x0A else { return nil }
      at &+= 1
    }
    guard kpi < kpis.count, scope < scopes.count, scopes[scope] > 0, period < periods.count,
      periods[period].number > 0, periods[period].file == file,
      isTimely(day, periods[period]), isGood(span, value, of: kpi),
      let key = key(UInt64(kpi), scopes[scope], periods[period].number, day)
    else { return nil }
    return (key, at)
  }

  /// Whether a reading of a period can be recorded on a day, or on none.
  private func isTimely(_ day: UInt32, _ period: PeriodFacts) -> Bool {
    guard day > 0 else { return true }
    let number = Int32(day) - 1
    return number >= period.firstDay && number <= period.lastDay
  }

  /// Whether a field beside the reading itself, which is not empty, is in order; moves to its end.
  private func isGood(_ column: ReadingColumn?, _ span: Span<UInt8>, _ at: inout Int) -> Bool {
    let lower = at
    switch column {
    case .cohort:
      at = span.endOfText(from: at)
      return cohortWords.find(span, lower, at) != nil
    case .weight:
      at = span.endOfText(from: at)
      return weightWords.find(span, lower, at) != nil
    case .note, .basis, .source:
      at = span.endOfFieldText(from: at)
      return !mindsTexts || isHarmless(span, lower..<at)
    case nil:
      at = span.endOfFieldText(from: at)
      return true
    case .kpi, .strand, .scope, .period, .value, .recorded: return false
    }
  }

  /// Whether a free text names nobody for certain.
  private func isHarmless(_ span: Span<UInt8>, _ text: Range<Int>) -> Bool {
    if text.count <= CSVField.tooShortForPupils || !mayHoldPersonalData(span, in: text) {
      return true
    }
    return text.count <= Self.longestHarmless
      && harmlessWords.find(span, text.lowerBound, text.upperBound) != nil
  }

  /// The longest free text that is remembered, in bytes: longer ones do not come again.
  private static let longestHarmless = 64

  /// The number of a day, from 1, for the key of its row; 0 where it is no day.
  private mutating func day(_ span: Span<UInt8>, _ at: inout Int) -> UInt32 {
    let lower = at
    let word = dayWords.next(span, &at)
    if word >= days.count {
      while days.count <= word { days.append(0) }
      if let day = Day.parse(span.extracting(lower..<at)) { days[word] = Self.number(of: day) }
    }
    return days[word]
  }

  /// The number of a day in the key of a row, from 1; 0 where it is too far away for one.
  private static func number(of day: Day) -> UInt32 {
    day.number >= 0 && day.number < 65_535 ? UInt32(day.number) + 1 : 0
  }

  // MARK: - Values

  /// Whether a value of a KPI is in order.
  private mutating func isGood(_ span: Span<UInt8>, _ value: Range<Int>, of kpi: Int) -> Bool {
    guard let values = kpis[kpi], !value.isEmpty else { return false }
    switch values {
    case .any: return true
    case .figures(let mark, let areShares, let areFarFromOne):
      let isMarked = mark == .percent && span[value.upperBound - 1] == UInt8(ascii: "%")
      let upper = isMarked ? value.upperBound - 1 : value.upperBound
      let isLittle = areFarFromOne && span.mayBeOneOrLess(value.lowerBound, upper)
      if !isLittle, span.isFigure(value.lowerBound, upper, isShare: areShares) { return true }
    case .words: break
    }
    guard let word = valueWords.find(span, value.lowerBound, value.upperBound) else { return false }
    return goodValues.number(of: UInt64(kpi) << 32 | UInt64(word)) != nil
  }

  // MARK: - Rows seen

  /// The number of a row without a strand that was looked at field by field; `nil` where it has none.
  mutating func key(
    kpi: KPI.ID,
    scope: Scope,
    period: Period,
    recorded: Day?
  ) -> UInt64? {
    let bytes = Array(kpi.utf8)
    let word = kpiNumber(bytes.span, 0, bytes.count)
    var day: UInt32 = 0
    if let recorded {
      day = Self.number(of: recorded)
      guard day > 0 else { return nil }
    }
    return key(UInt64(word), number(of: scope), number(of: period), day)
  }

  private func key(_ kpi: UInt64, _ scope: UInt32, _ period: UInt32, _ day: UInt32) -> UInt64? {
    guard kpi < 1 << 20, scope < 1 << 14, period < 1 << 13 else { return nil }
    return kpi << 44 | UInt64(scope) << 30 | UInt64(period) << 17 | UInt64(day)
  }

  /// Where a row like this was seen first; notes it where it was not.
  mutating func first(_ key: UInt64, at place: Place) -> Place? { seen.first(key, at: place) }
}
