/// A decimal number kept exactly as it was typed: `74.96`, `-2.8`, `100000`.
///
/// At most 18 significant digits, so that every comparison and sum of two of them is exact in
/// 128 bits. Nothing here is ever a binary fraction: 75 is not below 75, and 74.96 is.
public struct ExactNumber: Sendable {
  /// The digits as a whole number, with its sign.
  public let digits: Int64
  /// How many of the digits stand after the decimal point, 0 to 18.
  public let decimals: UInt8

  /// The most digits that a number may have.
  public static let maximumDigits = 18

  /// Creates the number `digits` ÷ 10^`decimals`.
  public init(digits: Int64, decimals: UInt8 = 0) {
    self.digits = digits
    self.decimals = min(decimals, UInt8(Self.maximumDigits))
  }

  /// Creates a whole number.
  public init(_ whole: Int) { self.init(digits: Int64(whole)) }

  /// Zero.
  public static let zero = ExactNumber(0)

  /// Reads a number, digits with an optional sign, thousands commas and a decimal point.
  ///
  /// The sign may be a hyphen or the minus sign U+2212. Returns `nil` for anything else, such as
  /// misplaced commas, exponents, or more than 18 digits.
  public init?(_ text: String) {
    guard let number = Self.parse(text.utf8.span) else { return nil }
    self = number
  }

  /// Reads a number from bytes; see `init(_:)` for what is accepted.
  public static func parse(_ bytes: Span<UInt8>) -> ExactNumber? {
    var at = 0
    let end = bytes.count
    var negative = false
    if at < end, bytes[at] == UInt8(ascii: "-") {
      negative = true
      at = 1
    } else if end >= 3, bytes[0] == 0xE2, bytes[1] == 0x88, bytes[2] == 0x92 {
      negative = true
      at = 3
    } else if at < end, bytes[at] == UInt8(ascii: "+") {
      at = 1
    }
    var digits: Int64 = 0
    var count = 0
    var decimals: UInt8 = 0
    var seenPoint = false
    var seenComma = false
    var sinceComma = 0
    var any = false
    while at < end {
      let byte = bytes[at]
      switch byte {
      case 0x30...0x39:
        if digits != 0 || byte != 0x30 { count += 1 }
        // Before the sum, which would not hold a digit more.
        guard count <= maximumDigits else { return nil }
        digits = digits * 10 + Int64(byte - 0x30)
        any = true
        if seenPoint {
          decimals += 1
          guard decimals <= maximumDigits else { return nil }
        } else {
          sinceComma += 1
        }
      case UInt8(ascii: ","):
        guard any, !seenPoint, seenComma ? sinceComma == 3 : (1...3).contains(sinceComma)
        else { return nil }
        seenComma = true
        sinceComma = 0
      case UInt8(ascii: "."):
        guard any, !seenPoint, !seenComma || sinceComma == 3 else { return nil }
        seenPoint = true
      default: return nil
      }
      at += 1
    }
    guard any, !seenPoint || decimals > 0, seenPoint || !seenComma || sinceComma == 3
    else { return nil }
    return ExactNumber(digits: negative ? -digits : digits, decimals: decimals)
  }
}

extension ExactNumber: Comparable {
  /// Whether two numbers are equal; `2.0` equals `2`.
  public static func == (first: ExactNumber, second: ExactNumber) -> Bool {
    let (a, b, _) = aligned(first, second)
    return a == b
  }

  /// Whether the first number is smaller.
  public static func < (first: ExactNumber, second: ExactNumber) -> Bool {
    let (a, b, _) = aligned(first, second)
    return a < b
  }

  /// Both numbers as whole numbers of the same decimal place.
  private static func aligned(
    _ first: ExactNumber,
    _ second: ExactNumber
  ) -> (Int128, Int128, UInt8) {
    let decimals = max(first.decimals, second.decimals)
    return (
      Int128(first.digits) * powerOfTen(decimals - first.decimals),
      Int128(second.digits) * powerOfTen(decimals - second.decimals),
      decimals
    )
  }

  /// 10 to the power of 0...18.
  private static func powerOfTen(_ exponent: UInt8) -> Int128 {
    var result: Int128 = 1
    for _ in 0..<exponent { result *= 10 }
    return result
  }

  /// The sum, or `nil` where it needs more digits than a number may have.
  public func adding(_ other: ExactNumber) -> ExactNumber? {
    let (a, b, decimals) = Self.aligned(self, other)
    return Self.reduced(a + b, decimals)
  }

  /// The difference, or `nil` where it needs more digits than a number may have.
  public func subtracting(_ other: ExactNumber) -> ExactNumber? {
    let (a, b, decimals) = Self.aligned(self, other)
    return Self.reduced(a - b, decimals)
  }

  /// The product, or `nil` where it needs more digits than a number may have.
  public func multiplied(by other: ExactNumber) -> ExactNumber? {
    Self.reduced(Int128(digits) * Int128(other.digits), decimals + other.decimals)
  }

  /// The quotient: one number where a decimal writes it in full, else its neighbours of the last of
  /// at most 12 places; `nil` where one is divided by nothing, or it needs too many digits.
  public func divided(by other: ExactNumber) -> ClosedRange<ExactNumber>? {
    guard other.digits != 0 else { return nil }
    let limit: UInt128 = 1_000_000_000_000_000_000
    var places: UInt8 = 12
    while true {
      let scale = Self.powerOfTen(other.decimals) * Self.powerOfTen(places)
      let (upper, overflows) = Int128(digits).multipliedReportingOverflow(by: scale)
      let lower = Int128(other.digits) * Self.powerOfTen(decimals)
      if !overflows {
        var (whole, rest) = upper.quotientAndRemainder(dividingBy: lower)
        // Towards the smaller number, on either side of zero.
        if rest != 0, (rest < 0) != (lower < 0) { whole -= 1 }
        if whole.magnitude < limit - 1 {
          let below = ExactNumber(digits: Int64(whole), decimals: places).shortest
          if rest == 0 { return below...below }
          return ExactNumber(
            digits: Int64(whole),
            decimals: places
          )...ExactNumber(digits: Int64(whole + 1), decimals: places)
        }
      }
      guard places > 0 else { return nil }
      places -= 1
    }
  }

  /// The same number without zeros at its end: `1` for `1.00`.
  public var shortest: ExactNumber {
    var value = digits
    var places = decimals
    while places > 0, value % 10 == 0 {
      value /= 10
      places -= 1
    }
    return ExactNumber(digits: value, decimals: places)
  }

  /// The number without its sign.
  public var magnitude: ExactNumber {
    ExactNumber(digits: Int64(clamping: digits.magnitude), decimals: decimals)
  }

  /// A number made of a wide whole number, trailing zeros dropped where they do not fit.
  private static func reduced(_ whole: Int128, _ places: UInt8) -> ExactNumber? {
    var value = whole
    var decimals = places
    let limit: UInt128 = 1_000_000_000_000_000_000
    while decimals > 0, value % 10 == 0, decimals > maximumDigits || value.magnitude >= limit {
      value /= 10
      decimals -= 1
    }
    guard decimals <= maximumDigits, value.magnitude < limit else { return nil }
    return ExactNumber(digits: Int64(value), decimals: decimals)
  }
}

extension ExactNumber: Hashable {
  /// Feeds the number in lowest terms, so that equal numbers hash alike.
  public func hash(into hasher: inout Hasher) {
    let short = shortest
    hasher.combine(short.digits)
    hasher.combine(short.decimals)
  }
}

extension ExactNumber: CustomStringConvertible {
  /// The number in digits, with a hyphen and a point, all decimals kept, without commas.
  public var description: String {
    guard decimals > 0 else { return String(digits) }
    var text = String(digits.magnitude)
    let places = Int(decimals)
    if text.utf8.count <= places {
      text = String(repeating: "0", count: places + 1 - text.utf8.count) + text
    }
    let point = text.index(text.endIndex, offsetBy: -places)
    // A string and a piece of one are not joined as they are: the first time costs a search through
    // all types of the program.
    return (digits < 0 ? "-" : "") + String(text[..<point]) + "." + String(text[point...])
  }
}
