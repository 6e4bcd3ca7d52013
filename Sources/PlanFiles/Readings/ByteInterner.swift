/// Gives each text a number, without making strings: the same text always has the same number.
struct ByteInterner: Sendable {
  /// All texts one after the other.
  private(set) var arena: [UInt8] = []
  private var ranges: [(lower: UInt32, length: UInt32)] = []
  /// The number of a text plus one, at the place its hash points to; 0 where free.
  private var slots: [UInt32] = Array(repeating: 0, count: 64)

  /// How many texts there are.
  var count: Int { ranges.count }

  /// Where a text stands in the arena.
  @inline(__always)
  func range(_ index: Int) -> (lower: Int, length: Int) {
    let range = ranges[index]
    return (Int(range.lower), Int(range.length))
  }

  /// A text as a string.
  func string(_ index: Int) -> String {
    let (lower, length) = range(index)
    return String(decoding: arena[lower..<(lower + length)], as: UTF8.self)
  }

  /// The number of a text, a new one where it has none.
  mutating func intern(_ bytes: Span<UInt8>, _ lower: Int, _ upper: Int) -> Int {
    let place = locate(bytes, lower, upper)
    return place.index >= 0 ? place.index : add(bytes, lower, upper, place.slot)
  }

  /// The number of a text, or `nil` where it has none.
  func find(_ text: String) -> Int? { find(Array(text.utf8)) }

  /// The number of a text, or `nil` where it has none.
  func find(_ bytes: [UInt8]) -> Int? { find(bytes.span, 0, bytes.count) }

  /// The number of a text, or `nil` where it has none.
  func find(_ bytes: Span<UInt8>, _ lower: Int, _ upper: Int) -> Int? {
    let place = locate(bytes, lower, upper)
    return place.index >= 0 ? place.index : nil
  }

  /// The number of a text, or -1 and the slot that would be its own.
  @inline(__always)
  private func locate(
    _ bytes: Span<UInt8>,
    _ lower: Int,
    _ upper: Int
  ) -> (index: Int, slot: Int) {
    let mask = slots.count - 1
    let texts = arena.span
    var slot = Int(truncatingIfNeeded: bytes.hash(lower, upper)) & mask
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      let (start, length) = range(index)
      if length == upper - lower, bytes.matches(texts, start, length, at: lower) {
        return (index, slot)
      }
      slot = (slot + 1) & mask
    }
    return (-1, slot)
  }

  private mutating func add(
    _ bytes: Span<UInt8>,
    _ lower: Int,
    _ upper: Int,
    _ slot: Int
  ) -> Int {
    let index = ranges.count
    ranges.append((UInt32(arena.count), UInt32(upper - lower)))
    for at in lower..<upper { arena.append(bytes[at]) }
    slots[slot] = UInt32(index + 1)
    if ranges.count * 2 > slots.count { grow() }
    return index
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 4)
    let mask = slots.count - 1
    for index in ranges.indices {
      let (start, length) = range(index)
      var slot = Int(truncatingIfNeeded: arena.span.hash(start, start + length)) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(index + 1)
    }
  }
}

/// Finds a number by a key of 64 bits.
struct KeyedNumbers: Sendable {
  private var slots: [(key: UInt64, number: UInt32)] = Array(repeating: (0, 0), count: 64)
  private var count = 0

  /// The number of a key, or `nil`.
  @inline(__always)
  func number(of key: UInt64) -> UInt32? {
    let mask = slots.count - 1
    var slot = Self.slot(key) & mask
    while true {
      let found = slots[slot]
      if found.number == 0 { return nil }
      if found.key == key { return found.number - 1 }
      slot = (slot + 1) & mask
    }
  }

  /// Gives a key, which has none, a number.
  mutating func add(_ key: UInt64, _ number: UInt32) {
    if (count + 1) * 2 > slots.count {
      let old = slots
      slots = Array(repeating: (0, 0), count: old.count * 4)
      for entry in old where entry.number != 0 { insert(entry.key, entry.number) }
    }
    insert(key, number + 1)
    count += 1
  }

  private mutating func insert(_ key: UInt64, _ stored: UInt32) {
    let mask = slots.count - 1
    var slot = Self.slot(key) & mask
    while slots[slot].number != 0 { slot = (slot + 1) & mask }
    slots[slot] = (key, stored)
  }

  @inline(__always)
  private static func slot(_ key: UInt64) -> Int {
    let mixed = key &* 0xFF51_AFD7_ED55_8CCD
    return Int(truncatingIfNeeded: mixed ^ mixed >> 32)
  }
}
