/// An address that mail can be sent to, checked when it is made.
///
/// It holds what mailers everywhere take: letters, digits and a few signs before the `@`, and a
/// domain after it. Nothing in it can end a line, begin a header or be taken for an option, so it
/// may stand in a message and among the words of a command as it is.
public struct MailAddress: Hashable, Sendable, CustomStringConvertible {
  /// The address, such as `clerk@example.org`.
  public let text: String

  /// What is wrong with a text that is no address.
  public struct Problem: Error, Hashable, Sendable {
    /// What is wrong, to be said after "the address": `has two @`.
    public let reason: String
    /// The bytes that are wrong.
    public let range: Range<Int>
    /// What to write.
    public let help: String
  }

  /// Checks an address, without spaces around it.
  ///
  /// - Parameter text: The address as it was written.
  /// - Throws: What is wrong with it.
  public init(_ text: String) throws(Problem) {
    if let problem = Self.problem(in: Array(text.utf8)) { throw problem }
    self.text = text
  }

  /// The part after the `@`.
  public var domain: String {
    guard let at = text.utf8.lastIndex(of: UInt8(ascii: "@")) else { return "" }
    return String(text[text.utf8.index(after: at)...])
  }

  /// The address as it is compared: capitals do not matter to the mailers that schools use.
  public var folded: String {
    String(
      decoding: text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 },
      as: UTF8.self
    )
  }

  /// The address itself.
  public var description: String { text }
}

extension MailAddress {
  /// The longest address that mailers must take, in bytes (RFC 5321, 4.5.3.1, with RFC 3696's
  /// correction).
  static let longest = 254

  private static func problem(in bytes: [UInt8]) -> Problem? {
    let example = "write it as `name@example.org`"
    func problem(_ reason: String, _ range: Range<Int>, _ help: String? = nil) -> Problem {
      Problem(reason: reason, range: range, help: help ?? example)
    }
    guard !bytes.isEmpty else { return problem("is blank", 0..<0) }
    if let place = bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
      return problem("has a line break", place..<(place + 1), "write the address on one line")
    }
    if let place = bytes.firstIndex(where: { $0 < 0x20 || $0 == 0x7F }) {
      return problem("has a character that cannot be seen", place..<(place + 1))
    }
    if let place = bytes.firstIndex(where: { $0 >= 0x80 }) {
      let end = bytes[place...].firstIndex { $0 < 0x80 } ?? bytes.count
      let help = "use letters without accents; a domain with accents has a form in `xn--`"
      return problem("has letters that not every mailer takes", place..<end, help)
    }
    if let place = bytes.firstIndex(where: { $0 == 0x3C || $0 == 0x3E || $0 == 0x2C }) {
      let help = "write the address alone, without a name, a comma or `<` and `>`"
      return problem("holds more than an address", place..<(place + 1), help)
    }
    if let place = bytes.firstIndex(of: 0x20) {
      return problem("has a space", place..<(place + 1))
    }
    guard let at = bytes.firstIndex(of: 0x40) else {
      return problem("has no @", 0..<bytes.count)
    }
    if let second = bytes[(at + 1)...].firstIndex(of: 0x40) {
      return problem("has two @", second..<(second + 1))
    }
    if bytes.count > longest {
      return problem("is longer than any mailer takes", longest..<bytes.count)
    }
    return localProblem(bytes[..<at], problem) ?? domainProblem(bytes[(at + 1)...], problem)
  }

  private static func localProblem(
    _ local: ArraySlice<UInt8>,
    _ problem: (String, Range<Int>, String?) -> Problem
  ) -> Problem? {
    if local.isEmpty { return problem("has nothing before the @", 0..<1, nil) }
    if local.count > 64 {
      return problem("has more than 64 characters before the @", 64..<local.count, nil)
    }
    if local.first == UInt8(ascii: "-") {
      return problem("begins with a hyphen, which mailers take for an option", 0..<1, nil)
    }
    let signs = Array("!#$%&'*+-/=?^_`{|}~.".utf8)
    for place in local.indices where !isLetterOrDigit(local[place]) {
      if !signs.contains(local[place]) {
        return problem("has a character that no address has", place..<(place + 1), nil)
      }
      let isDot = local[place] == UInt8(ascii: ".")
      let isLast = place + 1 == local.endIndex
      if isDot, place == 0 || isLast || local[place + 1] == UInt8(ascii: ".") {
        return problem("has a full stop in the wrong place", place..<(place + 1), nil)
      }
    }
    return nil
  }

  private static func domainProblem(
    _ domain: ArraySlice<UInt8>,
    _ problem: (String, Range<Int>, String?) -> Problem
  ) -> Problem? {
    let (start, end) = (domain.startIndex, domain.endIndex)
    if domain.isEmpty { return problem("has nothing after the @", (start - 1)..<start, nil) }
    let labels = domain.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    for label in labels {
      guard let first = label.first, let last = label.last else {
        let place = max(start, min(label.startIndex, end - 1))
        return problem("has a full stop in the wrong place", place..<(place + 1), nil)
      }
      if let place = label.indices.first(where: { !isLetterOrDigit(label[$0]) && label[$0] != 0x2D }
      ) {
        return problem("has a character that no domain has", place..<(place + 1), nil)
      }
      if first == 0x2D || last == 0x2D || label.count > 63 {
        return problem("has a domain that cannot be", label.startIndex..<label.endIndex, nil)
      }
    }
    if labels.count == 1, !domain.elementsEqual("localhost".utf8) {
      let help = "write the whole domain, with its `.org`, `.sch.uk` or the like"
      return problem("has a domain without a full stop", start..<end, help)
    }
    return nil
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }
}
