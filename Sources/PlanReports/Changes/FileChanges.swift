public import PlanEvaluation
public import PlanModel
public import SourceText

/// What the files of a trust say in one version and did not say, or said otherwise, in another.
///
/// Both versions are looked at on the same day, so that whatever moved moved because of the files.
public struct FileChanges: Sendable {
  /// The trust as the newer version has it; as the older where it is not there any more.
  public var trust: Trust
  /// What happened to the trust as a whole: `changed` for one that both versions have.
  public var kind: ThingChange.Kind
  /// The day on which both versions are looked at.
  public var asOf: Day
  /// What changed in the trust itself: its schools, roles and what it measures with.
  public var things: [ThingChange] = []
  /// What changed in each plan, in the order of the newer version.
  public var plans: [PlanFileChanges] = []
  /// The rows of readings that differ.
  public var readings: [ReadingChange] = []

  /// Compares two versions of a trust.
  ///
  /// - Parameters:
  ///   - old: The older version; `nil` where it has no such trust.
  ///   - new: The newer version; `nil` where it has no such trust.
  ///   - plans: The plans to compare.
  ///   - request: The day, and the schools to look at.
  ///   - isConfined: Whether only some KPIs or schools are meant, so that the rest is left out.
  ///   - files: The files of both versions.
  public init?(
    from old: TrustRecord?,
    to new: TrustRecord?,
    _ plans: [PlanVersions],
    _ request: EvaluationRequest,
    isConfined: Bool,
    files: SourceFiles
  ) {
    guard let either = new ?? old else { return nil }
    trust = either.trust
    kind = old == nil ? .added : new == nil ? .removed : .changed
    asOf = request.asOf
    self.plans = plans.map { PlanFileChanges(from: old, to: new, $0, request, files) }
    guard let old, let new else { return }
    if !isConfined {
      for sort in [ThingChange.Sort.trust, .school, .role, .comparator, .scale, .word] {
        things += ThingChange.compare(sort, old.trust.things(sort), new.trust.things(sort))
      }
    }
    readings = readingChanges(
      Self.names(old, new, self.plans, request, isConfined),
      old: old.readings,
      new: new.readings
    )
  }

  /// Whether nothing changed that plans, readings and reports rest on.
  public var isEmpty: Bool {
    kind == .changed && things.isEmpty && readings.isEmpty && plans.allSatisfy(\.isEmpty)
  }

  /// What readings are looked for: everything that a plan of either version measures.
  private static func names(
    _ old: TrustRecord,
    _ new: TrustRecord,
    _ plans: [PlanFileChanges],
    _ request: EvaluationRequest,
    _ isConfined: Bool
  ) -> ReadingNamesOfVersions {
    var names = ReadingNamesOfVersions(measures: [], oldIDs: [:], scopes: [])
    var known: Set<KPI.ID> = []
    func add(_ plan: Plan?, _ versions: PlanVersions) {
      for strategy in plan?.strategies ?? [] {
        for priority in strategy.priorities {
          for kpi in priority.kpis where versions.includes(strategy, priority, kpi) {
            if known.insert(kpi.id).inserted { names.measures.append((kpi.id, kpi.title)) }
          }
          if isConfined { continue }
          for evidence in priority.evidence where known.insert(evidence.id).inserted {
            names.measures.append((evidence.id, evidence.title))
          }
        }
      }
    }
    for plan in plans {
      for (oldID, newID) in plan.renamed { names.oldIDs[newID] = oldID }
      add(plan.new?.plan, plan.versions)
      add(plan.renamedOld, plan.versions)
    }
    var schools = new.trust.schools.map(\.id)
    schools += old.trust.schools.map(\.id).filter { !schools.contains($0) }
    let wanted = request.schools
    names.scopes =
      (wanted.isEmpty ? [.trust] : []) + [.everySchool]
      + schools.filter { wanted.isEmpty || wanted.contains($0) }.map { .school($0) }
    var comparators = new.trust.comparators.map(\.id)
    comparators += old.trust.comparators.map(\.id).filter { !comparators.contains($0) }
    names.scopes += comparators.map { .comparator($0) }
    return names
  }
}

/// One plan in two versions of the files, and what of it is meant.
public struct PlanVersions: Sendable {
  /// The plan of the older version; `nil` where it has none of that id.
  public var old: Plan?
  /// The plan of the newer version; `nil` where it has none of that id.
  public var new: Plan?
  /// Picks the KPIs.
  public var includes: @Sendable (Strategy, Priority, KPI) -> Bool
  /// Picks the actions.
  public var includesAction: @Sendable (PlannedAction) -> Bool
  /// Whether everything is meant, and not only some KPIs.
  public var isWhole: Bool
  /// The statuses and outcomes, by name, to which what moved is confined; all where empty.
  public var statuses: [String] = []

  /// Creates a plan in two versions.
  public init(
    old: Plan?,
    new: Plan?,
    isWhole: Bool = true,
    includes: @escaping @Sendable (Strategy, Priority, KPI) -> Bool = { _, _, _ in true },
    includesAction: @escaping @Sendable (PlannedAction) -> Bool = { _ in true }
  ) {
    self.old = old
    self.new = new
    self.isWhole = isWhole
    self.includes = includes
    self.includesAction = includesAction
  }
}
