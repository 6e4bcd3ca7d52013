public import PlanEvaluation
public import PlanModel
import SourceText

/// Everything about one school on a day.
public struct SchoolPage: Sendable {
  /// The plan as evaluated for the school alone.
  public var subject: ReportSubject
  /// The school.
  public var school: School
  /// What moved since an earlier day.
  public var moves: Moves
  /// The open actions that serve a KPI of the school or name the school, the latest first.
  public var actions: [SchoolAction]

  /// Gathers everything about a school.
  ///
  /// - Parameters:
  ///   - subject: The plan as evaluated for the school alone.
  ///   - school: The school.
  ///   - moves: What moved since an earlier day.
  ///   - includes: Picks the actions.
  public init(
    _ subject: ReportSubject,
    _ school: School,
    _ moves: Moves,
    includes: (PlannedAction) -> Bool = { _ in true }
  ) {
    self.subject = subject
    self.school = school
    self.moves = moves
    actions = subject.openActions(of: school, includes)
  }

  /// The inspections that had begun by the day, in the order of the file.
  public var inspections: [Inspection] {
    school.inspections.filter {
      subject.trust.calendar.days(of: $0.on.value).lowerBound <= subject.evaluation.asOf
    }
  }
}

/// An open action, and why it stands on the page of a school.
public struct SchoolAction: Sendable {
  /// The action.
  public var planned: PlannedAction
  /// The day by which it is to be done; `nil` where nobody has said.
  public var due: Day?
  /// The worst status that a KPI it serves has in the school.
  public var status: Status
  /// Whether its words name the school.
  public var namesSchool: Bool
  /// Whether its day has passed although it is neither over nor waiting.
  public var isOverdue: Bool
}

extension ReportSubject {
  /// The open actions that serve a KPI of a school or name it.
  ///
  /// Those that are overdue come first, then by their days, then those without one.
  fileprivate func openActions(
    of school: School,
    _ includes: (PlannedAction) -> Bool
  ) -> [SchoolAction] {
    var worst: [KPI.ID: Status] = [:]
    for verdict in evaluation.verdicts where verdict.outcome.isAsked {
      let id = plan.strategies[verdict.path.strategy].priorities[verdict.path.priority]
        .kpis[verdict.path.kpi].id
      worst[id] = verdict.status
    }
    let names = [school.name] + school.aliases
    let found = plan.plannedActions.compactMap { planned -> SchoolAction? in
      guard !planned.isClosed(by: workDay), includes(planned) else { return nil }
      let served = planned.kpis.compactMap { worst[$0] }
      let action = planned.action
      let namesSchool = names.contains { name in
        [action.text, action.resources, action.condition, action.note].contains { text in
          text?.holdsWords(name) == true
        }
      }
      guard !served.isEmpty || namesSchool else { return nil }
      let order: [Status] = [.red, .amber, .grey, .green]
      return SchoolAction(
        planned: planned,
        due: planned.dueDay(in: trust.calendar),
        status: order.first(where: served.contains) ?? .grey,
        namesSchool: namesSchool,
        isOverdue: planned.isOverdue(on: workDay, in: trust.calendar)
      )
    }
    let last = Day(number: .max)
    let order = found.indices.sorted { first, second in
      (found[first].due ?? last, first) < (found[second].due ?? last, second)
    }
    return order.map { found[$0] }
  }
}

extension Outcome {
  /// Whether the KPI asks anything of the school.
  fileprivate var isAsked: Bool {
    switch self {
    case .notApplicable, .missing(.notApplicable), .notYetJoined, .left: false
    default: true
    }
  }
}

extension String {
  /// Whether the text holds words as they stand, and not inside of other words.
  func holdsWords(_ words: String) -> Bool {
    let (text, wanted) = (Array(utf8), Array(words.utf8))
    guard !wanted.isEmpty, text.count >= wanted.count else { return false }
    func isLetter(_ index: Int) -> Bool {
      guard text.indices.contains(index) else { return false }
      let byte = text[index]
      return byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
    }
    for start in 0...(text.count - wanted.count)
    where text[start] == wanted[0] && text[start..<(start + wanted.count)].elementsEqual(wanted) {
      if !isLetter(start - 1), !isLetter(start + wanted.count) { return true }
    }
    return false
  }
}
