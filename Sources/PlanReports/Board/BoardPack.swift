import PlanEvaluation
import PlanModel
import SourceText

/// Everything that a board reads about one plan before it meets.
public struct BoardPack: Sendable {
  /// The plan as evaluated.
  public var subject: ReportSubject
  /// What moved since an earlier day; nothing is said of it where `nil`.
  public var moves: Moves?
  /// What the plan and its readings leave open; nothing is said of it where `nil`.
  public var gaps: PlanGaps?
  /// For whom the pack is made: `the board of trustees`.
  public var readers: String
  /// The actions of the plan, in its order.
  let actions: [PlannedAction]
  /// The school year of the day looked at.
  let year: AcademicYear

  /// Gathers a pack.
  ///
  /// - Parameters:
  ///   - subject: The plan as evaluated.
  ///   - moves: What moved since an earlier day.
  ///   - readers: For whom the pack is made.
  public init(_ subject: ReportSubject, moves: Moves? = nil, readers: String) {
    self.subject = subject
    self.moves = moves
    self.readers = readers
    actions = subject.plan.plannedActions
    year = subject.trust.calendar.year(of: subject.evaluation.asOf)
    guard let record = subject.record else { return }
    var request = subject.evaluation.request(asOf: subject.evaluation.asOf)
    request.schools = subject.school.map { [$0.id] } ?? []
    let paths = Set(subject.evaluation.verdicts.map(\.path))
    request.includes = { path, _ in paths.contains(path) }
    gaps = PlanGaps(of: record, plan: subject.plan, request, files: subject.files)
  }

  var trust: Trust { subject.trust }
  var plan: Plan { subject.plan }
  var asOf: Day { subject.evaluation.asOf }
  /// The day on which work is looked at.
  var today: Day { subject.workDay }

  /// The actions on which something is to be done or was done in the school year looked at.
  func actions(where isMeant: (PlannedAction) -> Bool) -> [PlannedAction] {
    actions.filter { isMeant($0) && isOfTheYear($0) }
  }

  /// Whether an action is planned for the year looked at, stands, or is late or waiting from one
  /// before.
  func isOfTheYear(_ planned: PlannedAction) -> Bool {
    guard let years = planned.years else { return true }
    if years.contains(year) { return true }
    if planned.isWaiting, let due = planned.dueDay(in: trust.calendar), due < today { return true }
    return planned.isOverdue(on: today, in: trust.calendar)
  }

  /// The action to be done next for a KPI: the one due first, else the first of the plan.
  func nextAction(for kpi: KPI.ID) -> PlannedAction? {
    let open = actions.filter {
      !$0.isClosed(by: today) && $0.kpis.contains(kpi) && isOfTheYear($0)
    }
    let dated = open.compactMap { planned in
      planned.dueDay(in: trust.calendar).map { (planned: planned, due: $0) }
    }
    // The first of those due on the same day, as `min` keeps the earliest of equals.
    return dated.min { $0.due < $1.due }?.planned ?? open.first
  }

  /// The actions as a list that tells how each stands on the day looked at.
  func selection(_ actions: [PlannedAction]) -> ActionSelection {
    var selection = ActionSelection(
      trust: trust,
      plan: plan,
      asOf: today,
      files: subject.files,
      includes: { _ in false }
    )
    selection.actions = actions
    return selection
  }

  /// The strategies and priorities of which something was evaluated or planned, in order.
  var priorities: [PriorityPlace] {
    let isConfined = Set(subject.evaluation.verdicts.map { PriorityPlace($0.path) })
    let hasAllKPIs = subject.evaluation.verdicts.isEmpty
    var places: [PriorityPlace] = []
    for (s, strategy) in plan.strategies.enumerated() {
      for (p, priority) in strategy.priorities.enumerated() {
        let place = PriorityPlace(strategy: s, priority: p)
        if isConfined.contains(place) || (priority.kpis.isEmpty && !hasAllKPIs) {
          places.append(place)
        }
      }
    }
    return places
  }
}

/// The position of a priority in its plan, by index.
struct PriorityPlace: Hashable {
  var strategy: Int
  var priority: Int
}

extension PriorityPlace {
  init(_ path: KPIPath) { self.init(strategy: path.strategy, priority: path.priority) }
}

extension Plan {
  /// The priority at a position, which must come from this plan.
  subscript(_ place: PriorityPlace) -> Priority {
    strategies[place.strategy].priorities[place.priority]
  }
}
