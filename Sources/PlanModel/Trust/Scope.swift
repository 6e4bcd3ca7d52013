/// What a reading or a verdict speaks of.
public enum Scope: Hashable, Sendable {
  /// One school.
  case school(School.ID)
  /// The trust as a whole.
  case trust
  /// Every school of the trust alike: a published statement that holds for each of them.
  case everySchool
  /// A comparator, such as the national average.
  case comparator(String)

  /// The scope as files write it: a school id, `trust`, `every-school`, or a comparator id.
  public var id: String {
    switch self {
    case .school(let id), .comparator(let id): id
    case .trust: "trust"
    case .everySchool: "every-school"
    }
  }
}
