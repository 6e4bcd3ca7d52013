internal import SourceText

/// Remembers the rows of readings that were seen, each by a number of its series and time.
///
/// Files usually hold the readings of each series in the order of time, in which no row can be
/// there twice. As long as they do, rows are only noted; the first that comes out of order has all
/// of them filed in a table.
struct SeenRows {
  /// The bits of a number that tell the time; those above tell the series.
  private static let timeBits = UInt64(30)

  private var rows: [(key: UInt64, place: Place)] = []
  private var series = KeyedNumbers()
  /// The time of the latest row of each series.
  private var latest: [UInt32] = []
  /// The row of each number, once they are out of order.
  private var table: KeyedNumbers?

  /// Notes a row where there was none like it, and says whether that is so.
  @inline(__always)
  mutating func isNew(_ key: UInt64, _ file: FileID, _ offset: Int) -> Bool {
    if table == nil, isLater(key) {
      rows.append((key, Place(file, TextRange(offset, offset + 1))))
      return true
    }
    return found(key) == nil && add(key, Place(file, TextRange(offset, offset + 1)))
  }

  /// Where a row like this was seen first; notes it where it was not.
  mutating func first(_ key: UInt64, at place: Place) -> Place? {
    if table == nil, isLater(key) {
      rows.append((key, place))
      return nil
    }
    if let known = found(key) { return known }
    _ = add(key, place)
    return nil
  }

  /// Whether a row is later than all others of its series, of which it is the latest from now on.
  @inline(__always)
  private mutating func isLater(_ key: UInt64) -> Bool {
    let time = UInt32(truncatingIfNeeded: key & (1 << Self.timeBits - 1)) + 1
    let number = key >> Self.timeBits
    guard let known = series.number(of: number) else {
      series.add(number, UInt32(latest.count))
      latest.append(time)
      return true
    }
    guard latest[Int(known)] < time else { return false }
    latest[Int(known)] = time
    return true
  }

  private mutating func found(_ key: UInt64) -> Place? {
    if table == nil {
      var all = KeyedNumbers()
      for (number, row) in rows.enumerated() { all.add(row.key, UInt32(number)) }
      table = all
    }
    return table?.number(of: key).map { rows[Int($0)].place }
  }

  private mutating func add(_ key: UInt64, _ place: Place) -> Bool {
    table?.add(key, UInt32(rows.count))
    rows.append((key, place))
    return true
  }
}
