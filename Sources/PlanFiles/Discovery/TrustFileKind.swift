/// What a file in the folder of a trust holds, by where it stands and how its name ends.
///
/// The case of an ending does not matter: spreadsheets write `.CSV` too.
public enum TrustFileKind: Sendable, Hashable, CaseIterable {
  /// The trust itself: `trust.yaml`.
  case trust
  /// A plan: `plans/our-plan.yaml`.
  case plan
  /// Readings: `readings/2015-16.csv`.
  case readings
  /// Tests of thresholds: `tests/thresholds.yaml`.
  case tests

  /// The kind of a file.
  ///
  /// - Parameters:
  ///   - name: The name of the file.
  ///   - folder: The folder of the trust that it stands in, such as `plans`; empty for the folder of
  ///     the trust itself.
  public init?(name: String, in folder: String) {
    guard name.utf8.first != UInt8(ascii: ".") else { return nil }
    switch folder {
    case "" where name == "trust.yaml": self = .trust
    case "plans" where Self.isYAML(name): self = .plan
    case "readings" where ends(name, in: ".csv"): self = .readings
    case "tests" where Self.isYAML(name): self = .tests
    default: return nil
    }
  }

  /// The kind of a file by its path in the folder of its trust, such as `plans/our-plan.yaml`.
  init?(path: String) {
    let parts = path.split(separator: "/")
    guard let name = parts.last, parts.count <= 2 else { return nil }
    self.init(name: String(name), in: parts.count == 2 ? String(parts[0]) : "")
  }

  /// The folder of a trust that files of the kind stand in; empty for that of the trust itself.
  public var folder: String {
    switch self {
    case .trust: ""
    case .plan: "plans"
    case .readings: "readings"
    case .tests: "tests"
    }
  }

  private static func isYAML(_ name: String) -> Bool {
    ends(name, in: ".yaml") || ends(name, in: ".yml")
  }
}

/// Whether a name ends in small letters or signs, whatever the case of its own.
func ends(_ name: String, in ending: String) -> Bool {
  var name = name.utf8[...]
  var ending = ending.utf8[...]
  guard name.count > ending.count else { return false }
  // By hand, as this is on the way to every answer and a pair of sequences is a type of its own.
  while let last = ending.popLast() {
    guard name.popLast()?.lowercased == last else { return false }
  }
  return true
}
