public import PlanModel
import SourceText

/// An action with the place in its plan that explains it.
public struct PlannedAction: Sendable {
  /// The strategy under which it stands.
  public var strategy: Strategy
  /// The priority under which it stands.
  public var priority: Priority
  /// The KPI under which it stands, where it is not work for the whole priority.
  public var kpi: KPI?
  /// The school year, or run of them, for which it is planned; `nil` for standing work.
  public var years: ClosedRange<AcademicYear>?
  /// The action.
  public var action: Action

  /// The KPIs that it serves: the one it stands under, then those it names.
  public var kpis: [KPI.ID] {
    var ids = [kpi?.id].compactMap { $0 }
    for named in action.kpis where !ids.contains(named.value) { ids.append(named.value) }
    return ids
  }

  /// Whether the plan says that it is over: done or given up.
  public var isClosed: Bool {
    action.status?.value == .done || action.status?.value == .stopped
  }

  /// Whether it was over by a day: what was done later was still open then.
  public func isClosed(by day: Day) -> Bool {
    guard isClosed else { return false }
    return action.doneOn.map { $0 <= day } ?? true
  }

  /// The day by which it is to be done next; `nil` where nobody has said.
  ///
  /// Work that comes round again is due as long after it was last done as its frequency says. Work
  /// of a term without declared dates is due by the end of the school year.
  public func dueDay(in calendar: SchoolCalendar) -> Day? {
    if let every = action.every?.value, let last = action.lastDone {
      return last.adding(days: every.days)
    }
    return action.due?.period.map { calendar.lastDay(of: $0) }
  }

  /// Whether it waits for something that has not come true.
  public var isWaiting: Bool { action.isWaiting }

  /// Whether its day had passed by another day although it was neither over then nor waiting.
  ///
  /// What every report counts as overdue. The end of a plan ends nothing: what is still owed is as
  /// late as the day that was asked for makes it (``ReportSubject/workDay``).
  public func isOverdue(on day: Day, in calendar: SchoolCalendar) -> Bool {
    guard !isClosed(by: day), !isWaiting, let due = dueDay(in: calendar) else { return false }
    return due < day
  }
}

extension Action {
  /// Whether it waits for something that has not come true.
  ///
  /// Work with a condition waits until somebody says that it has begun, or takes the condition out.
  public var isWaiting: Bool {
    switch status?.value {
    case .waiting: true
    case .started, .done, .stopped: false
    case .open, nil: condition != nil
    }
  }

  /// What it waits for, in words; `nil` where it waits for nothing.
  public var waitsFor: String? {
    isWaiting ? condition ?? "the plan does not say for what" : nil
  }
}

extension Plan {
  /// Every action of the plan in its order, each under its KPI or priority.
  public var plannedActions: [PlannedAction] {
    var all: [PlannedAction] = []
    for strategy in strategies {
      for priority in strategy.priorities {
        func add(_ actions: [Action], _ kpi: KPI?, _ years: ClosedRange<AcademicYear>?) {
          for action in actions {
            all.append(
              PlannedAction(
                strategy: strategy,
                priority: priority,
                kpi: kpi,
                years: years,
                action: action
              )
            )
          }
        }
        for kpi in priority.kpis {
          for entry in kpi.years { add(entry.actions, kpi, entry.years) }
          add(kpi.actions, kpi, nil)
        }
        for entry in priority.years { add(entry.actions, nil, entry.years) }
        add(priority.actions, nil, nil)
      }
    }
    return all
  }
}

extension YearEntry {
  /// The school year, or the run of them.
  var years: ClosedRange<AcademicYear> { year...max(year, through ?? year) }
}
