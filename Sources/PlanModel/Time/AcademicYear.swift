/// A school year, written `2015/16`.
public struct AcademicYear: Hashable, Sendable, Comparable {
  /// The calendar year in which it begins.
  public let start: Int

  /// Creates the school year that begins in a calendar year.
  public init(startingIn start: Int) { self.start = start }

  /// Whether the first school year comes before the second.
  public static func < (first: AcademicYear, second: AcademicYear) -> Bool {
    first.start < second.start
  }

  /// The school year before.
  public var previous: AcademicYear { AcademicYear(startingIn: start - 1) }
  /// The school year after.
  public var next: AcademicYear { AcademicYear(startingIn: start + 1) }

  /// Reads the notations in use: `2015/16`, `2015-16`, `2015 - 16`, `2016/2017`, `2018/9`.
  ///
  /// Returns `nil` where the second year does not follow the first, so that `2016-2020` and a
  /// month such as `2016-07` are not taken for a school year.
  public init?(_ text: String) {
    guard let year = Self.parse(text.utf8.span) else { return nil }
    self = year
  }

  /// Reads a school year from bytes; see `init(_:)` for what is accepted.
  public static func parse(_ bytes: Span<UInt8>) -> AcademicYear? {
    guard bytes.count >= 6, let start = number(bytes, 0, 4), (1900...2999).contains(start) else {
      return nil
    }
    var at = 4
    while at < bytes.count, bytes[at] == 0x20 { at += 1 }
    if at < bytes.count, bytes[at] == UInt8(ascii: "/") || bytes[at] == UInt8(ascii: "-") {
      at += 1
    } else if at + 2 < bytes.count, bytes[at] == 0xE2, bytes[at + 1] == 0x80, bytes[at + 2] == 0x93
    {
      at += 3  // An en dash, as word processors write it.
    } else {
      return nil
    }
    while at < bytes.count, bytes[at] == 0x20 { at += 1 }
    let width = bytes.count - at
    guard let end = number(bytes, at, bytes.count) else { return nil }
    let following = start + 1
    switch width {
    case 1: return end == following % 10 ? AcademicYear(startingIn: start) : nil
    case 2: return end == following % 100 ? AcademicYear(startingIn: start) : nil
    case 4: return end == following ? AcademicYear(startingIn: start) : nil
    default: return nil
    }
  }

  private static func number(_ bytes: Span<UInt8>, _ from: Int, _ to: Int) -> Int? {
    var value = 0
    guard to > from else { return nil }
    for index in from..<to {
      let digit = Int(bytes[index]) - 0x30
      guard (0...9).contains(digit) else { return nil }
      value = value * 10 + digit
    }
    return value
  }
}

extension AcademicYear: CustomStringConvertible {
  /// The school year as `2015/16`.
  public var description: String {
    let end = (start + 1) % 100
    return "\(start)/\(end < 10 ? "0" : "")\(end)"
  }
}
