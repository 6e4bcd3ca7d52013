internal import PlanModel
internal import PlanSyntax

/// Where an action stands in a plan file.
struct ActionSpot {
  /// The way to the mapping of the action.
  var path: [TreeStep]
  /// The id of the action.
  var id: String
  /// The school year under which it stands; the last of a run.
  var year: AcademicYear?
}

extension SyntaxTree {
  /// The actions of a plan file, in the order of the text.
  var actionSpots: [ActionSpot] {
    var spots: [ActionSpot] = []
    for priority in pathsOfPriorities {
      addActions(of: priority, to: &spots)
      for kpi in names(in: priority + [.key("kpis")]) {
        addActions(of: priority + [.key("kpis"), .key(kpi)], to: &spots)
      }
    }
    return spots
  }

  /// The ways to the mappings of priorities.
  var pathsOfPriorities: [[TreeStep]] {
    names(in: [.key("strategies")]).flatMap { strategy in
      let base: [TreeStep] = [.key("strategies"), .key(strategy), .key("priorities")]
      return names(in: base).map { base + [.key($0)] }
    }
  }

  /// The way to the mapping of a KPI.
  func path(ofKPI id: String) -> [TreeStep]? {
    for priority in pathsOfPriorities {
      let path = priority + [.key("kpis"), .key(id)]
      if node(at: path) != nil { return path }
    }
    return nil
  }

  /// The way to the mapping of a priority.
  func path(ofPriority id: String) -> [TreeStep]? {
    pathsOfPriorities.first { $0.last == .key(id) }
  }

  /// The names of the entries of a mapping.
  func names(in path: [TreeStep]) -> [String] {
    node(at: path)?.asMapping?.entries.filter { !$0.isDuplicate }.map(\.name.text) ?? []
  }

  private func addActions(of owner: [TreeStep], to spots: inout [ActionSpot]) {
    addActions(in: owner + [.key("actions")], nil, to: &spots)
    for name in names(in: owner + [.key("years")]) {
      let year = AcademicYear(String(name.suffix(7)))
      addActions(in: owner + [.key("years"), .key(name), .key("actions")], year, to: &spots)
    }
  }

  private func addActions(
    in list: [TreeStep],
    _ year: AcademicYear?,
    to spots: inout [ActionSpot]
  ) {
    guard let items = node(at: list)?.asList?.items else { return }
    for (index, item) in items.enumerated() {
      guard let id = item.asMapping?.entry(named: "id")?.value.asScalar?.trimmedText else {
        continue
      }
      spots.append(ActionSpot(path: list + [.item(index)], id: id, year: year))
    }
  }
}
