import Documents
import PlanModel
import SourceText

/// The actions of plans as JSON, schema `rlt.action-list/1`.
public func actionListJSON(_ selections: [ActionSelection]) -> [UInt8] {
  var json = JSONWriter()
  let only = selections.count == 1 ? selections.first : nil
  json.object { json in
    json.field("schema", "rlt.action-list/1")
    json.field("trust", only?.trust.id)
    json.field("plan", only?.plan.id)
    json.field("as-of", selections.first?.asOf.description)
    json.array("actions") { json in
      for selection in selections {
        var lines = SourceLines(selection.files)
        for planned in selection.actions { write(planned, selection, &lines, &json) }
      }
    }
    json.object("counts") { json in
      let actions = selections.flatMap(\.actions)
      json.field("actions", actions.count)
      json.field("overdue", selections.reduce(0) { $0 + $1.overdue.count })
      json.field("unowned", actions.count { $0.action.owners.isEmpty })
      json.field("undated", actions.count { $0.isUndated })
      json.field("waiting", actions.count { $0.isWaiting })
    }
  }
  json.endLine()
  return json.bytes
}

func write(
  _ planned: PlannedAction,
  _ selection: ActionSelection,
  _ lines: inout SourceLines,
  _ json: inout JSONWriter
) {
  let action = planned.action
  let trust = selection.trust
  let due = planned.dueDay(in: trust.calendar)
  json.object { json in
    json.field("trust", trust.id)
    json.field("plan", selection.plan.id)
    json.field("strategy", planned.strategy.id)
    json.field("priority", planned.priority.id)
    json.field("kpi", planned.kpi?.id)
    json.array("kpis", planned.kpis)
    json.field("id", action.id)
    json.field("text", action.text)
    json.field("year", planned.years.map(yearWords))
    json.field(
      "owner",
      action.owners.isEmpty ? nil : listed(action.owners.map { trust.ownerName($0.value) }, "and")
    )
    json.array("owners", action.owners.map(\.value))
    json.field("due", action.due?.text)
    json.field("due-day", due?.description)
    json.field("every", action.every?.value.rawValue)
    json.field("last-done", action.lastDone?.description)
    json.field("status", action.status?.value.rawValue ?? "not-said")
    json.field("done", action.doneOn?.description)
    json.field("waiting", planned.isWaiting)
    json.field("overdue", planned.isOverdue(on: selection.asOf, in: trust.calendar))
    json.key("days-left")
    let isClosed = planned.isClosed(by: selection.asOf)
    json.number(isClosed ? nil : due.map { String($0.number - selection.asOf.number) })
    json.field("condition", action.condition)
    json.field("resources", action.resources)
    json.field("refers", action.refers)
    json.field("part-of", action.partOf?.value)
    json.field("repeats", action.repeats?.value)
    json.field("impact", action.impact)
    json.field("note", action.note)
    write(action.place, action.source, &lines, &json)
  }
}

/// Writes where something stands and what it was taken from.
func write(
  _ place: Place,
  _ source: String?,
  _ lines: inout SourceLines,
  _ json: inout JSONWriter
) {
  let at = lines.line(of: place)
  json.field("file", at?.file)
  json.key("line")
  json.number(at.map { String($0.line) })
  json.field("source", source)
}
