internal import PlanModel
internal import SourceText

extension Lowering {
  /// Reports each circle of KPIs once, at the name that closes it.
  ///
  /// Each KPI is entered once and each name followed once, so that a chain of any length takes time
  /// in proportion to it.
  func checkCycles() {
    var next: [KPI.ID: [Sourced<KPI.ID>]] = [:]
    for edge in references.edges { next[edge.from, default: []].append(edge.to) }
    /// Where a KPI stands on the way from the first; -1 once everything behind it was seen.
    var steps: [KPI.ID: Int] = [:]
    for edge in references.edges where steps[edge.from] == nil {
      var path: [(id: KPI.ID, at: Int)] = [(edge.from, 0)]
      steps[edge.from] = 0
      while let last = path.last {
        let targets = next[last.id] ?? []
        guard last.at < targets.count else {
          path.removeLast()
          steps[last.id] = -1
          continue
        }
        path[path.count - 1].at += 1
        let target = targets[last.at]
        switch steps[target.value] {
        case nil:
          steps[target.value] = path.count
          path.append((target.value, 0))
        case let start? where start >= 0:
          let circle = path[start...]
          reportCycle(
            circle.prefix(Self.mostInCircle).map(\.id),
            of: circle.count,
            closedBy: target
          )
        default: break
        }
      }
    }
  }

  /// The most KPIs of a circle that are named: more of them make no message anybody reads.
  private static let mostInCircle = 12

  private func reportCycle(
    _ ids: [KPI.ID],
    of count: Int,
    closedBy name: Sourced<KPI.ID>
  ) {
    var circle = ids.map { "`\($0)`" }
    if count > ids.count { circle.append("\(count - ids.count) more") }
    circle.append("`\(name.value)`")
    report(
      .kpiCycle,
      count == 1
        ? "\(name.value) rests on itself"
        : "these KPIs rest on each other in a circle: \(circle.joined(separator: " → "))",
      at: name.place,
      help: "give one of them a target of its own"
    )
  }
}
