import PlanFiles
import PlanModel
import PlanReports
import SourceText

/// Picks the actions, milestones and risks of a plan that the options name.
struct WorkFilter: Sendable {
  private let names: KPIChoice
  private let strategy: String?
  private let priority: String?
  private let kpi: String?
  private let owner: String?
  private let trust: Trust

  /// Finds what is named in a plan.
  init(_ names: KPIChoice, in plan: Plan, of trust: Trust) throws {
    func id(_ name: String?, _ kind: String, _ index: NameIndex<String>) throws -> String? {
      try name.map { try found(index.match($0), $0, kind, among: index.labels) }
    }
    self.names = names
    self.trust = trust
    strategy = try id(names.strategy, "strategy", NameIndex(strategiesOf: plan))
    priority = try id(names.priority, "priority", NameIndex(prioritiesOf: plan))
    kpi = try id(names.kpi, "KPI", NameIndex(kpisOf: plan))
    owner = try id(names.owner, "owner", NameIndex(thoseWhoOwnIn: trust))
  }

  /// The name of the owner who is meant; `nil` where none is named.
  var ownerName: String? { owner.map { name(of: $0) ?? $0 } }

  /// Whether something is picked that stands where it does, serves these KPIs and has these owners.
  func includes(
    strategy: String?,
    priority: String?,
    kpis: [KPI.ID],
    owners: [Sourced<String>]
  ) -> Bool {
    if let wanted = self.strategy, strategy != wanted { return false }
    if let wanted = self.priority, priority != wanted { return false }
    if let kpi, !kpis.contains(kpi) { return false }
    guard let owner else { return true }
    return owners.contains { $0.value == owner || name(of: $0.value) == owner }
  }

  /// Whether an action is picked.
  func includes(_ planned: PlannedAction) -> Bool {
    includes(
      strategy: planned.strategy.id,
      priority: planned.priority.id,
      kpis: planned.kpis,
      owners: planned.action.owners
    )
  }

  private func name(of id: String) -> String? { trust.entities.first { $0.id == id }?.name }
}

/// A school year that was asked for, checked.
func schoolYear(_ text: String?) throws -> AcademicYear? {
  guard let text else { return nil }
  if let found = AcademicYear(text) { return found }
  throw Failure(.usage, "--year: “\(text)” is not a school year; write it as 2016/17")
}

extension Session {
  /// Looks at the plan that is meant in each trust.
  func eachPlan<Found>(
    _ workspace: WorkspaceChoice,
    _ look: (LoadedTrust, Plan) throws -> Found
  ) throws -> [Found] {
    var all: [Found] = []
    var unanswered = UnansweredQuestion()
    for loaded in trusts {
      var hasPlan = false
      do {
        let plan = try plan(workspace.plan, of: loaded)
        hasPlan = true
        all.append(try look(loaded, plan))
      } catch let failure as Failure {
        unanswered.note(failure, hasPlan: hasPlan)
      }
    }
    if all.isEmpty { try unanswered.tell() }
    return all
  }
}
