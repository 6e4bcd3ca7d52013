/// Something that the files say otherwise, or did not say, in another version of them.
public struct ThingChange: Sendable {
  /// What it is.
  public var sort: Sort
  /// What happened to it.
  public var kind: Kind
  /// Its id.
  public var id: String
  /// Its title or text.
  public var title: String
  /// What differs, with both versions in words; empty words where a version says nothing.
  public var differences: [Difference] = []

  /// One thing that differs.
  public struct Difference: Sendable, Hashable {
    /// What it is: `target`, `owner`.
    public var what: String
    /// The words of the older version.
    public var old: String
    /// The words of the newer version.
    public var new: String
  }

  /// The sorts of things, in the order in which they are told.
  public enum Sort: String, Sendable, Hashable, CaseIterable {
    /// The trust itself.
    case trust
    /// A school.
    case school
    /// A role, committee, document and the like.
    case role
    /// A comparator.
    case comparator
    /// A scale of grades.
    case scale
    /// A word for "how many".
    case word
    /// A plan as a whole.
    case plan
    /// A strategy.
    case strategy
    /// A priority.
    case priority
    /// A KPI.
    case kpi
    /// An action.
    case action
    /// A milestone.
    case milestone
    /// A risk.
    case risk
  }

  /// What can happen to a thing.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Only the newer version has it.
    case added
    /// Only the older version has it.
    case removed
    /// Its id is another; `differences` holds both.
    case renamed
    /// It was done or reached.
    case done
    /// Both versions have it and say different things.
    case changed
  }
}

extension ThingChange {
  /// Compares the things of one sort in two versions, by their ids.
  ///
  /// - Parameters:
  ///   - sort: What they are.
  ///   - old: The things of the older version, each with what it says.
  ///   - new: The things of the newer version.
  /// - Returns: What was added and changed in the order of the newer version, then what was removed.
  static func compare(_ sort: Sort, _ old: [Thing], _ new: [Thing]) -> [ThingChange] {
    var before: [String: Thing] = [:]
    for thing in old where before[thing.id] == nil { before[thing.id] = thing }
    var found: [ThingChange] = []
    var seen: Set<String> = []
    for thing in new where seen.insert(thing.id).inserted {
      guard let other = before[thing.id] else {
        found.append(ThingChange(sort: sort, kind: .added, id: thing.id, title: thing.title))
        continue
      }
      let differences = zip(other.words, thing.words).compactMap { old, new -> Difference? in
        if old.words.utf8.elementsEqual(new.words.utf8) { return nil }
        return Difference(what: new.what, old: old.words, new: new.words)
      }
      let isDone = thing.isDone && !other.isDone
      if differences.isEmpty, !isDone { continue }
      found.append(
        ThingChange(
          sort: sort,
          kind: isDone ? .done : .changed,
          id: thing.id,
          title: thing.title,
          differences: differences
        )
      )
    }
    for thing in old where !seen.contains(thing.id) {
      seen.insert(thing.id)
      found.append(ThingChange(sort: sort, kind: .removed, id: thing.id, title: thing.title))
    }
    return found
  }
}

/// One thing of one version, with everything it says that counts.
struct Thing {
  var id: String
  var title: String
  var isDone = false
  /// What it says; the same names in the same order for every thing of a sort.
  var words: [(what: String, words: String)]
}
