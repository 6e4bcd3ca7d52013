public import PlanModel

/// A row of readings that another version of the files did not have, or had otherwise.
public struct ReadingChange: Sendable {
  /// What happened to it.
  public var kind: Kind
  /// The title of its KPI or piece of evidence.
  public var title: String
  /// The row; of a row that was removed, as it was.
  public var reading: Reading
  /// The value that stood there before, for a correction and a row written over.
  public var old: Reading?

  /// What can happen to a row.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A new row.
    case added
    /// A new row for a period that had one already.
    case corrected
    /// A row that says something else than it did; rows are meant to be added, not changed.
    case rewritten
    /// A row that is not there any more.
    case removed
  }
}

/// The names under which readings of two versions are looked for.
struct ReadingNamesOfVersions {
  /// The KPIs and pieces of evidence: the id in the newer version, the title.
  var measures: [(id: KPI.ID, title: String)]
  /// The ids in the older version of those that were renamed, by the id in the newer.
  var oldIDs: [KPI.ID: KPI.ID]
  /// The scopes of both versions.
  var scopes: [Scope]
}

/// The rows of readings that differ between two versions of the files.
func readingChanges(
  _ names: ReadingNamesOfVersions,
  old: any Readings,
  new: any Readings
) -> [ReadingChange] {
  var found: [ReadingChange] = []
  for (id, title) in names.measures {
    let oldID = names.oldIDs[id] ?? id
    var strands = new.strands(of: id)
    strands += old.strands(of: oldID).filter { !strands.contains($0) }
    for scope in names.scopes {
      for strand in [nil] + strands.map(Optional.some) {
        let before = old.series(oldID, strand, scope)
        let after = new.series(id, strand, scope)
        if before.isEmpty, after.isEmpty { continue }
        found += changes(title, before, after)
      }
    }
  }
  return found
}

/// The rows of one series that differ.
private func changes(_ title: String, _ before: [Reading], _ after: [Reading]) -> [ReadingChange] {
  var gone = before
  var come: [Reading] = []
  for reading in after {
    if let same = gone.firstIndex(where: { $0.isSameRow(as: reading) }) {
      gone.remove(at: same)
    } else {
      come.append(reading)
    }
  }
  var found: [ReadingChange] = []
  for reading in come {
    if let other = gone.firstIndex(where: { $0.period == reading.period }) {
      found.append(
        ReadingChange(kind: .rewritten, title: title, reading: reading, old: gone.remove(at: other))
      )
    } else if let other = before.last(where: { $0.period == reading.period && $0.hasValue }),
      reading.hasValue
    {
      found.append(ReadingChange(kind: .corrected, title: title, reading: reading, old: other))
    } else {
      found.append(ReadingChange(kind: .added, title: title, reading: reading))
    }
  }
  return found + gone.map { ReadingChange(kind: .removed, title: title, reading: $0) }
}

extension Reading {
  fileprivate var hasValue: Bool { value != .evidence }

  /// Whether two rows say the same in every column.
  fileprivate func isSameRow(as other: Reading) -> Bool {
    func same(_ a: String, _ b: String) -> Bool { a.utf8.elementsEqual(b.utf8) }
    return period == other.period && recorded == other.recorded && same(text, other.text)
      && same(basis, other.basis) && same(source, other.source) && same(note, other.note)
      && cohort == other.cohort && weight == other.weight
  }
}
