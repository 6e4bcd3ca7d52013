import PlanModel

extension Trust {
  /// The name of what a verdict or reading speaks of.
  func name(of scope: Scope) -> String {
    switch scope {
    case .school(let id): schools.first { $0.id == id }?.name ?? id
    case .trust: name
    case .everySchool: "every school"
    case .comparator(let id): comparators.first { $0.id == id }?.name ?? id
    }
  }

  /// The name of a role or other owner; the text itself where it is not declared.
  func ownerName(_ id: String) -> String {
    entities.first { $0.id == id }?.name ?? id
  }
}

/// The schools to which a KPI applies, in words: `church schools`, `primary schools`.
func schoolWords(_ predicate: SchoolPredicate, in trust: Trust) -> String {
  var words: [String] = []
  if let church = predicate.church {
    words.append(church ? "church schools" : "schools that are not church schools")
  }
  if !predicate.phases.isEmpty {
    words.append(listed(predicate.phases, "or") + " schools")
  }
  if !predicate.schools.isEmpty {
    words.append(listed(predicate.schools.map { trust.name(of: .school($0)) }, "and"))
  }
  return words.isEmpty ? "every school" : words.joined(separator: ", and of these ")
}

/// Words one after another: `a, b and c`.
func listed(_ words: [String], _ last: String) -> String {
  guard words.count > 1, let final = words.last else { return words.first ?? "" }
  // Not `joined`, whose first call costs a search through all types of the program.
  var text = words[0]
  for word in words[1..<(words.count - 1)] { text += ", " + word }
  return text + " \(last) " + final
}
