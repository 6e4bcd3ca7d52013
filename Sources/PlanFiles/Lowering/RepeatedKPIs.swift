internal import PlanModel
internal import SourceText

/// Which KPI each KPI of a plan repeats in the end, however long the chain of `same-as` is.
///
/// Each KPI is followed once, so that all chains together take time in proportion to the plan.
struct RepeatedKPIs {
  private let paths: [KPIPath]
  /// The number of the KPI that each repeats; -1 where it repeats none that the plan has.
  private let next: [Int]
  /// The number of the KPI that each repeats in the end; -1 where that is not known yet.
  private var ends: [Int]

  init(_ plan: Plan) {
    var ids = ByteInterner()
    var firsts: [Int] = []
    var paths: [KPIPath] = []
    var names: [String?] = []
    // By index, so that whole strategies, priorities and KPIs are not copied.
    for s in plan.strategies.indices {
      for p in plan.strategies[s].priorities.indices {
        for k in plan.strategies[s].priorities[p].kpis.indices {
          let id = plan.strategies[s].priorities[p].kpis[k].id.utf8.span
          if ids.intern(id, 0, id.count) == firsts.count { firsts.append(paths.count) }
          names.append(plan.strategies[s].priorities[p].kpis[k].sameAs?.value)
          paths.append(KPIPath(strategy: s, priority: p, kpi: k))
        }
      }
    }
    self.paths = paths
    next = names.map { name in name.flatMap(ids.find).map { firsts[$0] } ?? -1 }
    ends = Array(repeating: -1, count: paths.count)
  }

  /// Every KPI that repeats another, with the one that it repeats in the end.
  mutating func all() -> [(kpi: KPIPath, repeated: KPIPath)] {
    for number in next.indices { follow(number) }
    return next.indices.compactMap { number in
      next[number] < 0 ? nil : (paths[number], paths[ends[number]])
    }
  }

  private mutating func follow(_ start: Int) {
    var way: [Int] = []
    var number = start
    while ends[number] == -1, next[number] >= 0 {
      // On the way for the first time; a circle comes back to it.
      ends[number] = -2
      way.append(number)
      number = next[number]
    }
    if ends[number] >= 0 || next[number] < 0 {
      let end = ends[number] >= 0 ? ends[number] : number
      ends[number] = end
      for passed in way { ends[passed] = end }
      return
    }
    // In a circle the last before the way comes back counts; it is reported elsewhere.
    let entry = way.firstIndex(of: number) ?? 0
    for (index, passed) in way.enumerated() {
      ends[passed] = index <= entry ? way[way.count - 1] : way[index - 1]
    }
  }
}
