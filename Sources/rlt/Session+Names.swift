import PlanFiles
import PlanModel

/// Turns what a name was found to mean into that thing, or into a message.
///
/// - Parameters:
///   - match: What was found.
///   - name: What was typed.
///   - kind: What sort of thing was meant: `school`.
///   - labels: Everything of that sort, listed where there is nothing near.
/// - Returns: What was meant.
/// - Throws: That nothing, or more than one thing, bears the name.
func found<Value>(
  _ match: NameMatch<Value>,
  _ name: String,
  _ kind: String,
  among labels: [String]
) throws -> Value {
  switch match {
  case .one(let value): return value
  case .several(let candidates):
    throw Failure(
      .usage,
      "“\(name)” could be more than one \(kind): \(candidates.joined(separator: ", "))"
    )
  case .none(let nearest):
    throw Failure(UnknownName(name: name, kind: kind, nearest: nearest, labels: labels))
  }
}

extension Session {
  /// The schools that were named, with the place of their trust among the trusts.
  ///
  /// A school is looked for in every trust; the same name in two trusts is ambiguous.
  func schools(_ names: [String]) throws -> [(trust: Int, school: School)] {
    if names.isEmpty { return [] }
    var index = NameIndex<Int>()
    var all: [(trust: Int, school: School)] = []
    for (number, loaded) in trusts.enumerated() {
      let trust = trusts.count > 1 ? " (\(loaded.trust.name))" : ""
      for school in loaded.trust.schools {
        let names = [school.id, school.name] + school.aliases
        index.add(all.count, label: school.name + trust, names: names)
        all.append((number, school))
      }
    }
    return try names.map { all[try found(index.match($0), $0, "school", among: index.labels)] }
  }

  /// The plan that is meant in a trust: the one named, else the current one, else the last.
  func plan(_ name: String?, of loaded: LoadedTrust) throws -> Plan {
    let plans = loaded.record.plans
    if let name {
      let index = NameIndex<String>(plans: plans)
      let id = try found(index.match(name), name, "plan", among: index.labels)
      if let plan = plans.first(where: { $0.id == id }) { return plan }
    }
    if let plan = loaded.currentPlan ?? plans.last { return plan }
    throw Failure(.unreadable, "\(loaded.record.trust.name) has no plan that can be read")
  }
}
