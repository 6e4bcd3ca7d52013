/// What a KPI's figures count, as the plan words it: `% of total income`, `schools`, `£ per pupil`.
public struct Unit: Hashable, Sendable {
  /// The unit as it was written.
  public let text: String
  /// The mark that figures of this unit carry.
  public let mark: UnitMark

  /// Reads the mark off the words of a unit.
  public init(_ text: String) {
    self.text = text
    if text.utf8.first == UInt8(ascii: "%") || text.hasPrefix("percent") {
      mark = .percent
    } else if text.hasPrefix("£") {
      mark = .pounds
    } else {
      mark = .none
    }
  }

  /// What the figures are a share or a count of: `total income`; the whole unit where it has no mark.
  public var noun: String {
    switch mark {
    case .percent, .pounds:
      let bare = text.hasPrefix("percent") ? text.dropFirst("percent".count) : text[...]
      let rest = bare.drop { $0 == "%" || $0 == "£" || $0 == " " }
      return rest.hasPrefix("of ") ? String(rest.dropFirst(3)) : String(rest)
    case .none: return text
    }
  }
}

extension Unit {
  /// Whether figures are parts of a whole, so that none lies below 0% or above 100%.
  ///
  /// Shares of money may: staff can cost more than the whole income, and a surplus can be a loss.
  /// A change or a comparison may as well.
  public var isShareOfWhole: Bool {
    guard mark == .percent, text.utf8.starts(with: "% of ".utf8) else { return false }
    // Setting one bit makes a Latin letter small.
    let words = noun.utf8.split { !(0x61...0x7A).contains($0 | 0x20) }
      .map { word in word.map { $0 | 0x20 } }
    return !words.contains { word in Self.openEnded.contains { $0.utf8.elementsEqual(word) } }
  }

  private static let openEnded = [
    "income", "expenditure", "budget", "spend", "spending", "cost", "costs", "turnover",
    "reserves", "reserve", "gag", "grant", "allocation", "funding", "target", "plan", "previous",
    "last", "national", "average", "peers", "points", "growth", "change", "baseline",
  ]
}

/// The mark that stands with a figure.
public enum UnitMark: String, Hashable, Sendable, CaseIterable {
  /// A percentage sign: `75%`.
  case percent
  /// A pound sign: `£1,250`.
  case pounds
  /// No mark: a plain number.
  case none
}

/// A figure with its mark: `75%`, `£1,250`, `12`.
public struct Quantity: Hashable, Sendable {
  /// The figure.
  public var number: ExactNumber
  /// Its mark; `.none` for a bare figure, which takes the unit of its KPI.
  public var mark: UnitMark

  /// Creates a figure with a mark.
  public init(_ number: ExactNumber, _ mark: UnitMark = .none) {
    self.number = number
    self.mark = mark
  }
}
