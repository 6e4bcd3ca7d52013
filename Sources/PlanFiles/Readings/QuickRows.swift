internal import PlanModel
internal import SourceText

/// Knows which names of a file are in order, so that most rows are passed without making a string.
///
/// A row whose KPI, scope and period were all found good before, whose value is a bare figure and
/// whose other fields are empty or plain has nothing wrong with it. All other rows are looked at
/// field by field.
struct QuickRows {
  /// What is known of a text, by its number: good for nothing until it was looked at.
  private struct Facts {
    /// The mark of the figures of a KPI that has neither grades nor strands of its own.
    var mark: UnitMark?
    /// Whether its figures are parts of a whole.
    var isShare = false
    /// The number of the scope that the text names, from 1; schools that joined or left have none.
    var scope: UInt32 = 0
    /// The number of the period that the text names, from 1, and the file in which it is in order.
    var period: UInt32 = 0
    var file: UInt32 = 0
  }

  private var words = ByteInterner()
  private var facts: [Facts] = []
  private var scopes: [Scope: UInt32] = [:]
  private var periods: [Period: UInt32] = [:]
  private var file: UInt32 = 0
  /// The rows that were seen, and where the first of each began.
  private var seen = KeyedNumbers()
  private var places: [Place] = []

  /// Prepares for a file.
  mutating func begin() { file += 1 }

  // MARK: - Learning

  /// Notes that the texts of a row are in order.
  mutating func learn(
    _ span: Span<UInt8>,
    kpi: CSVField,
    _ unit: Unit?,
    scope: (field: CSVField, value: Scope)?,
    period: (field: CSVField, value: Period)?
  ) {
    let word = number(span, kpi)
    facts[word].mark = unit?.mark ?? UnitMark.none
    facts[word].isShare = unit?.isShareOfWhole ?? false
    if let scope {
      let word = number(span, scope.field)
      facts[word].scope = number(of: scope.value)
    }
    if let period {
      let word = number(span, period.field)
      facts[word].period = number(of: period.value)
      facts[word].file = file
    }
  }

  private mutating func number(of scope: Scope) -> UInt32 {
    if let known = scopes[scope] { return known }
    let new = UInt32(scopes.count + 1)
    scopes[scope] = new
    return new
  }

  private mutating func number(of period: Period) -> UInt32 {
    if let known = periods[period] { return known }
    let new = UInt32(periods.count + 1)
    periods[period] = new
    return new
  }

  private mutating func number(_ span: Span<UInt8>, _ field: CSVField) -> Int {
    let word = words.intern(span, field.lower, field.upper)
    while facts.count <= word { facts.append(Facts()) }
    return word
  }

  // MARK: - Passing

  /// The number of a row that is in order, for ``first(_:at:)``; `nil` where it must be looked at.
  mutating func pass(
    _ span: Span<UInt8>,
    kpi: CSVField,
    scope: CSVField,
    period: CSVField,
    value: CSVField,
    recorded: CSVField?
  ) -> UInt64? {
    let measure = number(span, kpi)
    guard let mark = facts[measure].mark else { return nil }
    let scope = facts[number(span, scope)].scope
    guard scope != 0 else { return nil }
    let time = facts[number(span, period)]
    guard time.period != 0, time.file == file else { return nil }
    var end = value.upper
    guard end > value.lower, !value.hasDoubled else { return nil }
    if mark == .percent, span[end - 1] == UInt8(ascii: "%") { end -= 1 }
    guard let figure = ExactNumber.parse(span.extracting(value.lower..<end)) else { return nil }
    if facts[measure].isShare, figure < .zero || figure > Self.hundred { return nil }
    var day: UInt64 = 0
    if let recorded, recorded.lower < recorded.upper {
      guard let parsed = Day.parse(span.extracting(recorded.lower..<recorded.upper)),
        parsed.number >= 0, parsed.number < 65_535
      else { return nil }
      day = UInt64(parsed.number) + 1
    }
    return key(UInt64(measure), scope, time.period, day)
  }

  private static let hundred = ExactNumber(100)

  /// The number of a row without a strand that was looked at field by field; `nil` where it has none.
  mutating func key(
    kpi: KPI.ID,
    scope: Scope,
    period: Period,
    recorded: Day?
  ) -> UInt64? {
    let bytes = Array(kpi.utf8)
    let measure = words.intern(bytes.span, 0, bytes.count)
    while facts.count <= measure { facts.append(Facts()) }
    var day: UInt64 = 0
    if let recorded {
      guard recorded.number >= 0, recorded.number < 65_535 else { return nil }
      day = UInt64(recorded.number) + 1
    }
    return key(UInt64(measure), number(of: scope), number(of: period), day)
  }

  private func key(
    _ measure: UInt64,
    _ scope: UInt32,
    _ period: UInt32,
    _ day: UInt64
  ) -> UInt64? {
    guard measure < 1 << 20, scope < 1 << 14, period < 1 << 13 else { return nil }
    return measure << 44 | UInt64(scope) << 30 | UInt64(period) << 17 | day
  }

  /// Where a row like this was seen first; notes it where it was not.
  mutating func first(_ key: UInt64, at place: Place) -> Place? {
    if let number = seen.number(of: key) { return places[Int(number)] }
    seen.add(key, UInt32(places.count))
    places.append(place)
    return nil
  }
}
