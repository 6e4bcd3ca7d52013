import PlanFiles
import PlanModel
import SourceText

/// A plan that may be edited, with its trust.
struct EditedPlan {
  let loaded: LoadedTrust
  let plan: Plan

  var trust: Trust { loaded.trust }
}

/// Something in one of the plans.
struct PlanPart: Hashable, Sendable {
  /// The number of the plan among those that may be meant.
  var plan: Int
  var kind: Kind
  var id: String

  enum Kind: Hashable, Sendable { case strategy, priority, kpi, action }
}

extension Session {
  /// The plans that may be meant: one for each trust.
  func editedPlans(_ name: String?) throws -> [EditedPlan] {
    var plans: [EditedPlan] = []
    var unanswered = UnansweredQuestion()
    for loaded in trusts {
      do {
        plans.append(EditedPlan(loaded: loaded, plan: try plan(name, of: loaded)))
      } catch let failure as Failure {
        unanswered.note(failure, hasPlan: false)
      }
    }
    if plans.isEmpty { try unanswered.tell() }
    return plans
  }

  /// The path of the file of a plan.
  func path(of edited: EditedPlan) throws -> String {
    guard let file = edited.loaded.files.file(ofPlan: edited.plan.id) else {
      throw Failure(.unreadable, "the file of the plan “\(edited.plan.id)” is not known")
    }
    return joinedPath(edited.loaded.folder, "plans/" + lastPart(of: files[file].name))
  }
}

extension [EditedPlan] {
  /// Everything of some kinds in the plans, to choose from.
  func candidates(_ kinds: Set<PlanPart.Kind>, shown: Set<PlanPart.Kind>) -> Candidates<PlanPart> {
    var all = Candidates<PlanPart>()
    for (number, edited) in enumerated() {
      let trust = count > 1 ? " (\(edited.trust.name))" : ""
      func add(
        _ kind: PlanPart.Kind,
        _ id: String,
        _ title: String,
        _ names: [String] = []
      ) {
        guard kinds.contains(kind) else { return }
        let part = PlanPart(plan: number, kind: kind, id: id)
        all.add(
          part,
          id: id + trust,
          title: title,
          names: names + [id],
          plainID: id,
          isShown: shown.contains(kind)
        )
      }
      for strategy in edited.plan.strategies {
        add(.strategy, strategy.id, strategy.title, strategy.aliases)
        for priority in strategy.priorities {
          add(.priority, priority.id, priority.title, priority.aliases + [priority.label ?? ""])
          for kpi in priority.kpis { add(.kpi, kpi.id, kpi.title, [kpi.label ?? ""]) }
          for action in priority.allActions { add(.action, action.id, action.text) }
        }
      }
    }
    return all
  }
}

extension Priority {
  /// The actions of the priority and of its KPIs.
  var allActions: [Action] {
    let own = actions + years.flatMap(\.actions)
    return own + kpis.flatMap { $0.actions + $0.years.flatMap(\.actions) }
  }
}

/// A path with more behind it.
func joinedPath(_ folder: String, _ rest: String) -> String {
  if folder.isEmpty || folder == "." { return rest }
  return folder.hasSuffix("/") ? folder + rest : "\(folder)/\(rest)"
}

/// The last part of a path.
func lastPart(of path: String) -> String {
  path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[path.utf8.index(after: $0)...]) }
    ?? path
}

/// The owners that names mean, in the spelling of the trust.
///
/// A name near one that the trust lists is taken for a slip; one near none of them is kept.
func owners(_ names: [String], of trust: Trust) throws -> [String] {
  let index = NameIndex<String>(ownersOf: trust)
  return try names.map { name in
    switch index.match(name) {
    case .one(let owner): return owner
    case .none(let nearest) where nearest.isEmpty: return name
    case let match: return try found(match, name, "role", among: index.labels)
    }
  }
}

/// The school year that a text means.
func schoolYear(_ text: String) throws -> AcademicYear {
  if let year = AcademicYear(text) { return year }
  throw Failure(.usage, "--year: “\(text)” is not a school year; write it as 2016/17")
}

/// The day that a text means.
func namedDay(_ text: String, _ option: String) throws -> Day {
  if let day = Day(text) { return day }
  throw Failure(.usage, "\(option): “\(text)” is not a day; write it as 2017-03-31")
}
