public import PlanModel
import SourceText

/// The overdue actions of one owner.
public struct OverdueWork: Sendable {
  /// The name of the owner; `nil` where nobody owns them.
  public var owner: String?
  /// The actions, the latest first.
  public var actions: [LateAction]
}

/// An action whose day has passed although it is not over.
public struct LateAction: Sendable {
  /// The action.
  public var planned: PlannedAction
  /// The day by which it was to be done.
  public var due: Day
  /// How many days ago that was.
  public var days: Int
}

extension ActionSelection {
  /// The overdue actions by owner: who owes most comes first, and nobody last.
  ///
  /// An action of several owners stands under each of them.
  func overdueByOwner() -> [OverdueWork] {
    var groups: [OverdueWork] = []
    for planned in overdue {
      guard let due = planned.dueDay(in: trust.calendar) else { continue }
      let late = LateAction(planned: planned, due: due, days: Int(asOf.number - due.number))
      let names = planned.action.owners.map { Optional(trust.ownerName($0.value)) }
      for name in names.isEmpty ? [nil] : names {
        if let index = groups.firstIndex(where: { $0.owner == name }) {
          groups[index].actions.append(late)
        } else {
          groups.append(OverdueWork(owner: name, actions: [late]))
        }
      }
    }
    for index in groups.indices {
      let actions = groups[index].actions
      let order = actions.indices.sorted { first, second in
        (actions[second].days, first) < (actions[first].days, second)
      }
      groups[index].actions = order.map { actions[$0] }
    }
    let order = groups.indices.sorted { first, second in
      let (a, b) = (groups[first], groups[second])
      if (a.owner == nil) != (b.owner == nil) { return b.owner == nil }
      if a.actions.count != b.actions.count { return a.actions.count > b.actions.count }
      return first < second
    }
    return order.map { groups[$0] }
  }
}
