import PlanEvaluation
public import PlanModel
import SourceText

/// What one plan says in one version of the files and did not say, or said otherwise, in another.
public struct PlanFileChanges: Sendable {
  /// Both versions, and what of them is meant.
  public var versions: PlanVersions
  /// The plan of the newer version as evaluated; `nil` where it has none.
  public var new: ReportSubject?
  /// The plan of the older version with the ids of the newer; `nil` where it has none.
  var renamedOld: Plan?
  /// The KPIs whose id is another, old and new.
  public var renamed: [(old: KPI.ID, new: KPI.ID)] = []
  /// What changed in the plan: strategies, priorities, KPIs, actions, milestones, risks.
  public var things: [ThingChange] = []
  /// What moved because of the files, the worst first.
  public var movements: [Movement] = []

  /// The plan of the newer version; of the older where it is not there any more.
  public var plan: Plan? { versions.new ?? versions.old }

  /// What happened to the plan as a whole.
  public var kind: ThingChange.Kind {
    versions.old == nil ? .added : versions.new == nil ? .removed : .changed
  }

  /// Whether nothing changed.
  public var isEmpty: Bool { kind == .changed && things.isEmpty && movements.isEmpty }

  init(
    from old: TrustRecord?,
    to new: TrustRecord?,
    _ versions: PlanVersions,
    _ request: EvaluationRequest,
    _ files: SourceFiles
  ) {
    self.versions = versions
    var request = request
    func looked(_ record: TrustRecord, _ plan: Plan) -> Evaluation {
      let includes = versions.includes
      request.includes = { path, kpi in
        let strategy = plan.strategies[path.strategy]
        return includes(strategy, strategy.priorities[path.priority], kpi)
      }
      return evaluate(record, plan: plan, request)
    }
    if let new, let plan = versions.new {
      self.new = ReportSubject(
        trust: new.trust,
        plan: plan,
        evaluation: looked(new, plan),
        asked: new.trust.schools.filter { request.schools.contains($0.id) },
        statuses: versions.statuses,
        files: files,
        on: request.asOf
      )
    }
    guard let old, let new, let before = versions.old, let after = versions.new else { return }
    renamed = Self.renames(before, after)
    var renamedOld = before
    for (oldID, newID) in renamed { renamedOld.rename(oldID, to: newID) }
    self.renamedOld = renamedOld
    compare(renamedOld, old.trust, after, new.trust, files)
    if let subject = self.new {
      movements = PlanReports.movements(
        before: looked(old, before),
        now: subject.evaluation,
        plan: after,
        was: renamedOld
      )
      .filter(subject.isMeant)
    }
  }

  /// The KPIs whose id is another and whose title is the same, where no other bears that title.
  private static func renames(_ old: Plan, _ new: Plan) -> [(old: KPI.ID, new: KPI.ID)] {
    func kpis(_ plan: Plan) -> [KPI] { plan.strategies.flatMap(\.priorities).flatMap(\.kpis) }
    let (before, after) = (kpis(old), kpis(new))
    let (oldIDs, newIDs) = (Set(before.map(\.id)), Set(after.map(\.id)))
    let gone = before.filter { !newIDs.contains($0.id) }
    let come = after.filter { !oldIDs.contains($0.id) }
    return gone.compactMap { kpi in
      let same = come.filter { $0.title.utf8.elementsEqual(kpi.title.utf8) }
      let others = gone.filter { $0.title.utf8.elementsEqual(kpi.title.utf8) }
      guard same.count == 1, others.count == 1 else { return nil }
      return (kpi.id, same[0].id)
    }
  }

  /// Finds what changed in the words of the plan.
  private mutating func compare(
    _ old: Plan,
    _ oldTrust: Trust,
    _ new: Plan,
    _ newTrust: Trust,
    _ files: SourceFiles
  ) {
    func compare(_ sort: ThingChange.Sort) -> [ThingChange] {
      ThingChange.compare(sort, old.things(sort, of: oldTrust), new.things(sort, of: newTrust))
    }
    if versions.isWhole {
      for sort in [ThingChange.Sort.plan, .strategy, .priority] { things += compare(sort) }
    }
    things += kpiChanges(PlanChanges(of: newTrust, from: old, to: new, files: files))
    func isMeant(_ change: ThingChange, _ plan: Plan) -> Bool {
      plan.plannedActions.contains { $0.action.id == change.id && versions.includesAction($0) }
    }
    things += compare(.action).filter { isMeant($0, new) || isMeant($0, old) }
    guard versions.isWhole else { return }
    things += compare(.milestone) + compare(.risk)
  }

  private func kpiChanges(_ changes: PlanChanges) -> [ThingChange] {
    func isMeant(_ planned: PlanChanges.PlannedKPI, _ plan: Plan) -> Bool {
      plan.strategies.contains { strategy in
        strategy.priorities.contains { $0.id == planned.priority.id }
          && versions.includes(strategy, planned.priority, planned.kpi)
      }
    }
    func thing(_ kind: ThingChange.Kind, _ planned: PlanChanges.PlannedKPI) -> ThingChange {
      var change = ThingChange(
        sort: .kpi,
        kind: kind,
        id: planned.kpi.id,
        title: planned.kpi.title
      )
      if kind == .added {
        let words = targetWords(planned.kpi, changes.trust)
        change.differences = [ThingChange.Difference(what: "target", old: "", new: words)]
      }
      return change
    }
    var found = changes.added.filter { isMeant($0, changes.new) }.map { thing(.added, $0) }
    found += renamed.compactMap { old, new in
      guard let path = changes.new.path(of: new) else { return nil }
      let strategy = changes.new.strategies[path.strategy]
      let kpi = changes.new[path]
      guard versions.includes(strategy, strategy.priorities[path.priority], kpi) else { return nil }
      let ids = ThingChange.Difference(what: "id", old: old, new: new)
      return ThingChange(
        sort: .kpi,
        kind: .renamed,
        id: new,
        title: kpi.title,
        differences: [ids]
      )
    }
    found += changedKPIs(changes).filter { isMeant($0.planned, changes.new) }
      .map { planned, differences in
        var thing = thing(.changed, planned)
        thing.differences = differences
        return thing
      }
    return found + changes.removed.filter { isMeant($0, changes.old) }.map { thing(.removed, $0) }
  }

  /// The KPIs that say something else or stand elsewhere, in the order of the newer version.
  private func changedKPIs(
    _ changes: PlanChanges
  ) -> [(planned: PlanChanges.PlannedKPI, differences: [ThingChange.Difference])] {
    var priorities: [KPI.ID: Priority] = [:]
    for priority in changes.old.strategies.flatMap(\.priorities) {
      for kpi in priority.kpis { priorities[kpi.id] = priority }
    }
    var others: [KPI.ID: [ThingChange.Difference]] = [:]
    for change in changes.changed {
      others[change.new.kpi.id] = change.differences.map {
        ThingChange.Difference(what: $0.what, old: $0.old, new: $0.new)
      }
    }
    var found: [(planned: PlanChanges.PlannedKPI, differences: [ThingChange.Difference])] = []
    for priority in changes.new.strategies.flatMap(\.priorities) {
      for kpi in priority.kpis {
        var differences = others[kpi.id] ?? []
        if let old = priorities[kpi.id], old.id != priority.id {
          differences.append(
            ThingChange.Difference(what: "priority", old: old.title, new: priority.title)
          )
        }
        if differences.isEmpty { continue }
        found.append((PlanChanges.PlannedKPI(priority: priority, kpi: kpi), differences))
      }
    }
    return found
  }
}

extension Plan {
  /// Gives a KPI another id.
  fileprivate mutating func rename(_ old: KPI.ID, to new: KPI.ID) {
    guard let path = path(of: old) else { return }
    strategies[path.strategy].priorities[path.priority].kpis[path.kpi].id = new
  }
}
