public import Documents
import PlanModel
import SourceText

/// The actions of a plan: who, by when, and how each stands.
public func actionListReport(_ selection: ActionSelection) -> Document {
  actionListReport(selection, namesKPIs: false)
}

/// The actions of a plan, for those who type ids, or for readers of a page with the titles of KPIs.
func actionListReport(_ selection: ActionSelection, namesKPIs: Bool) -> Document {
  var page = Document(workHead(selection.trust, selection.plan, selection.asOf))
  page.append(.gap)
  guard !selection.actions.isEmpty else {
    page.append(.paragraph("No action of the plan answers to what was asked for."))
    return page
  }
  let ids =
    namesKPIs
    ? [Column("For", narrowest: 14)]
    : [Column("Id", narrowest: 14, leavesOut: 3), Column("KPI", narrowest: 14, leavesOut: 4)]
  var table = Table(
    columns: [Column("Action", narrowest: 26)] + ids + [
      Column("Year", narrowest: 7, leavesOut: 2),
      Column("Owner", narrowest: 10), Column("Due", narrowest: 10), Column("Stands", narrowest: 10),
    ]
  )
  var last: (strategy: String, priority: String) = ("", "")
  let dates = selection.datesAfter
  for planned in selection.actions {
    if last.strategy != planned.strategy.id {
      table.rows.append(Row(group: Line(planned.strategy.title)))
    }
    if last != (planned.strategy.id, planned.priority.id) {
      let star = planned.priority.isStarred ? " *" : ""
      table.rows.append(Row(group: Line(planned.priority.title + star), indent: 1))
    }
    last = (planned.strategy.id, planned.priority.id)
    table.rows += rows(planned, selection, namesKPIs)
    if let words = dates[planned.action.id] {
      let line = Line([.text("Dates as given, paired with no work: \(words)", .quiet)])
      table.rows.append(Row(note: line, indent: 2))
    }
  }
  page.append(.table(table))
  page.append(.gap)
  page.append(.paragraph(Line(summary(selection))))
  if selection.actions.contains(where: { $0.action.status == nil && !$0.isWaiting }) {
    page.append(.gap)
    page.append(.legend([LegendEntry("not said", "the plan does not say how the action stands")]))
  }
  return page
}

/// The rows of an action: what it says, and under it what it waits for and what it takes.
private func rows(
  _ planned: PlannedAction,
  _ selection: ActionSelection,
  _ namesKPIs: Bool
) -> [Row] {
  let action = planned.action
  let trust = selection.trust
  let isLate = planned.isOverdue(on: selection.asOf, in: trust.calendar)
  let standing = standingWords(planned, selection)
  let titles = planned.kpis.map { id in
    selection.plan.path(of: id).map { selection.plan[$0].title } ?? id
  }
  let ids: [Cell] =
    namesKPIs
    ? [.text(titles.isEmpty ? "the whole priority" : titles.joined(separator: "; "))]
    : [.text(action.id), .text(listed(planned.kpis, "and"))]
  var rows = [
    Row(
      [.text(action.text)] + ids + [
        .text(planned.years.map(yearWords) ?? "standing"),
        .text(ownerWords(action.owners, trust)), .text(dueCell(planned, trust)),
        .line(Line([.text(standing, isLate ? .strong : .plain)])),
      ],
      indent: 2,
      isQuiet: planned.isClosed(by: selection.asOf)
    )
  ]
  func add(_ name: String, _ text: String?) {
    if let text { rows.append(Row(note: Line([.text("\(name): \(text)", .quiet)]), indent: 3)) }
  }
  add("Waits for", action.waitsFor)
  if !planned.isClosed(by: selection.asOf), !planned.isWaiting {
    add("Condition", action.condition)
  }
  add("Needs", action.resources)
  return rows
}

/// When an action is due, in words; work that comes round again with how often.
func dueCell(_ planned: PlannedAction, _ trust: Trust) -> String {
  let action = planned.action
  var words: [String] = []
  if let every = action.every?.value {
    words.append(every.words)
    if action.lastDone != nil, let next = planned.dueDay(in: trust.calendar) {
      words.append("next by \(dayWords(next))")
      return words.joined(separator: ", ")
    }
  }
  if let due = action.due { words.append(dueWords(due)) }
  return words.joined(separator: ", ")
}

/// How an action stands on the day: its status, and how late it is or how long there is.
func standingWords(_ planned: PlannedAction, _ selection: ActionSelection) -> String {
  let action = planned.action
  let status = action.status?.value
  let done = action.doneOn.map { " on \(dayWords($0))" } ?? ""
  if planned.isClosed(by: selection.asOf) { return (status?.rawValue ?? "") + done }
  // What was done later stood open on the day.
  let open = planned.isWaiting ? "waiting" : status?.rawValue ?? "not said"
  var words = [planned.isClosed ? (status?.rawValue ?? "") + done : open]
  if let due = planned.dueDay(in: selection.trust.calendar) {
    // What waits is not late, however long ago its day was.
    if !planned.isWaiting || due >= selection.asOf {
      words.append(lateWords(due, on: selection.asOf))
    }
  } else if action.every == nil {
    words.append("no day")
  }
  return words.joined(separator: ", ")
}

/// How many actions there are, how they stand, and what is not said of them.
private func summary(_ selection: ActionSelection) -> String {
  let actions = selection.actions
  var parts: [String] = []
  for status in Action.Status.allCases {
    let count = actions.count {
      status == .waiting ? $0.isWaiting : !$0.isWaiting && $0.action.status?.value == status
    }
    if count > 0 { parts.append("\(count) \(status.rawValue)") }
  }
  func add(_ count: Int, _ words: String) { if count > 0 { parts.append("\(count) \(words)") } }
  add(actions.count { $0.action.status == nil && !$0.isWaiting }, "not said")
  let unowned = actions.count { $0.action.owners.isEmpty }
  let undated = actions.count { $0.isUndated }
  var text = "\(counted(actions.count, "action")): \(parts.joined(separator: ", "))."
  var gaps: [String] = []
  if !selection.overdue.isEmpty { gaps.append("\(selection.overdue.count) overdue") }
  if unowned > 0 { gaps.append("\(unowned) without an owner") }
  if undated > 0 { gaps.append("\(undated) without a day") }
  if !gaps.isEmpty { text += " \(listed(gaps, "and"))." }
  return text
}

extension ActionSelection {
  /// The dates that are paired with no work, by the id of the last action beside them that is shown.
  fileprivate var datesAfter: [String: String] {
    var found: [String: String] = [:]
    for dates in plan.unalignedDates {
      let ids = Set(dates.actions.map(\.id))
      if let last = actions.last(where: { ids.contains($0.action.id) }) {
        found[last.action.id] = dates.dateWords
      }
    }
    return found
  }
}

extension PlannedAction {
  /// Whether nobody has said by when, nor how often.
  public var isUndated: Bool { action.due?.period == nil && action.every == nil }
}
