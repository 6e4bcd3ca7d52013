internal import PlanModel

/// A figure of a text: its number, the mark beside it, and where it stands.
struct Figure: Sendable {
  /// The number; `nil` where the digits are no number.
  var number: ExactNumber?
  /// The mark: `%`, `£` or none.
  var mark: UnitMark
  /// Whether the word `points` follows.
  var isPoints: Bool
  /// The bytes of the figure with its mark.
  var range: Range<Int>

  /// The figure as the model holds it; zero where the digits are no number.
  var quantity: Quantity { Quantity(number ?? .zero, mark) }
}

extension Phrase {
  /// Takes a figure if one comes next: `75%`, `£1,250`, `-0.5`, `2 points`, `5 per cent`.
  mutating func takeFigure() -> Figure? {
    let start = at
    var position = at
    var mark = UnitMark.none
    var negative = false
    for _ in 0..<2 {
      if position < end, bytes[position].isDigit { break }
      if position < end, bytes[position] == UInt8(ascii: "-") {
        negative = true
        position += 1
      } else if position < end, bytes[position] == UInt8(ascii: "+") {
        position += 1
      } else if bytes[position...].starts(with: "−".utf8)
        || bytes[position...].starts(with: "–".utf8)
      {
        negative = true
        position += 3
      } else if bytes[position...].starts(with: "£".utf8) {
        mark = .pounds
        position += 2
        while position < end, spaceLength(at: position) > 0 {
          position += spaceLength(at: position)
        }
      }
    }
    let first = position
    while position < end {
      let byte = bytes[position]
      let joins = byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".")
      guard
        byte.isDigit
          || joins && position > first && position + 1 < end
            && bytes[position + 1].isDigit
      else { break }
      position += 1
    }
    guard position > first, bytes[first].isDigit else { return nil }
    var number = ExactNumber((negative ? "-" : "") + text(first..<position))
    let after = position
    if position < end, bytes[position].isLetter || bytes[position] == UInt8(ascii: "+") {
      // `2x` is a multiple; `3k`, `2nd` and `110+` are no figures.
      let isTimes =
        bytes[position].lowercased == UInt8(ascii: "x")
        && (position + 1 == end || spaceLength(at: position + 1) > 0)
      if !isTimes {
        while position < end, spaceLength(at: position) == 0 { position += 1 }
        number = nil
      }
    }
    advance(to: position)
    var upper = position
    if number != nil, take(anyOf: ["%", "percent", "per cent"]), !isPointsNext {
      if mark == .pounds { number = nil }
      mark = .percent
      upper = lastTaken(before: at)
    } else if number != nil, mark == .none, take(anyOf: ["pounds", "pound"]) {
      mark = .pounds
      upper = lastTaken(before: at)
    }
    var isPoints = false
    if number != nil, takePoints() {
      isPoints = true
      mark = .none
      upper = lastTaken(before: at)
    }
    return Figure(number: number, mark: mark, isPoints: isPoints, range: start..<max(upper, after))
  }

  private var isPointsNext: Bool { isNext("points") || isNext("point") }

  private mutating func takePoints() -> Bool {
    take(anyOf: ["percentage points", "percentage point", "points", "point"])
  }

  /// The offset after the last byte before an offset that is not a space.
  private func lastTaken(before offset: Int) -> Int {
    var upper = offset
    while upper > 0, bytes[upper - 1].isSpace { upper -= 1 }
    return upper
  }
}

/// A figure with a point in place of a comma that can only have been meant as one: `97.2` for `97,2`.
///
/// `nil` where there is no such comma; one before three digits divides thousands.
func pointForComma(_ text: String) -> String? {
  let bytes = Array(text.utf8)
  guard let comma = bytes.firstIndex(of: UInt8(ascii: ",")),
    !bytes.contains(UInt8(ascii: ".")), comma > 0, bytes[comma - 1].isDigit
  else { return nil }
  let digits = bytes[(comma + 1)...].prefix { $0.isDigit }
  guard !digits.isEmpty, digits.count != 3,
    bytes[digits.endIndex...].allSatisfy({ !$0.isDigit && $0 != UInt8(ascii: ",") })
  else { return nil }
  var pointed = bytes
  pointed[comma] = UInt8(ascii: ".")
  return String(decoding: pointed, as: UTF8.self)
}
