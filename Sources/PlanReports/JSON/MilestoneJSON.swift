import Documents
import PlanModel
import SourceText

/// The milestones of plans as JSON, schema `rlt.milestone-list/1`.
public func milestoneListJSON(_ selections: [MilestoneSelection]) -> [UInt8] {
  var json = JSONWriter()
  let only = selections.count == 1 ? selections.first : nil
  json.object { json in
    json.field("schema", "rlt.milestone-list/1")
    json.field("trust", only?.trust.id)
    json.field("plan", only?.plan.id)
    json.field("as-of", selections.first?.asOf.description)
    json.array("milestones") { json in
      for selection in selections {
        var lines = SourceLines(selection.files)
        for planned in selection.milestones { write(planned, selection, &lines, &json) }
      }
    }
    json.array("unaligned") { json in
      for selection in selections {
        var lines = SourceLines(selection.files)
        for dates in selection.unaligned { write(dates, selection, &lines, &json) }
      }
    }
  }
  json.endLine()
  return json.bytes
}

func write(
  _ planned: PlannedMilestone,
  _ selection: MilestoneSelection,
  _ lines: inout SourceLines,
  _ json: inout JSONWriter
) {
  let milestone = planned.milestone
  let calendar = selection.trust.calendar
  let due = planned.dueDay(in: calendar)
  json.object { json in
    json.field("trust", selection.trust.id)
    json.field("plan", selection.plan.id)
    json.field("strategy", planned.strategy.id)
    json.field("priority", planned.priority.id)
    json.field("id", milestone.id)
    json.field("label", milestone.label)
    json.field("text", milestone.text)
    json.array("owners", milestone.owners.map(\.value))
    json.array("kpis", milestone.kpis.map(\.value))
    json.field("due", milestone.due?.text)
    json.field("due-day", due?.description)
    json.field("every", milestone.every?.value.rawValue)
    json.field("revised", milestone.isRevised)
    json.array("earlier", milestone.earlier.map(\.text))
    json.key("slip-months")
    let slip = milestone.earlier.lazy.compactMap(\.period).first.flatMap {
      slipMonths(from: $0, to: milestone.due?.period, calendar)
    }
    json.number(slip.map(String.init))
    json.field("reached", milestone.reachedOn?.description)
    json.field("late", selection.isLate(planned))
    json.key("days-left")
    let isOpen = milestone.reachedOn == nil
    json.number(isOpen ? due.map { String($0.number - selection.asOf.number) } : nil)
    json.field("refers", milestone.refers)
    json.field("note", milestone.note)
    write(milestone.place, milestone.source, &lines, &json)
  }
}

/// Writes dates that are paired with no work, and the work beside them.
private func write(
  _ dates: UnalignedDates,
  _ selection: MilestoneSelection,
  _ lines: inout SourceLines,
  _ json: inout JSONWriter
) {
  json.object { json in
    json.field("trust", selection.trust.id)
    json.field("plan", selection.plan.id)
    json.field("strategy", dates.strategy.id)
    json.field("priority", dates.priority.id)
    json.field("kpi", dates.kpi?.id)
    json.field("year", dates.years.map(yearWords))
    json.array("dates", dates.dates.map(\.value))
    json.array("milestones", dates.milestones.map(\.id))
    json.array("actions", dates.actions.map(\.id))
    json.array("undated", dates.undated)
    if let place = dates.place { write(place, nil, &lines, &json) }
  }
}

/// The risks of plans as JSON, schema `rlt.risk-list/1`.
public func riskListJSON(_ selections: [RiskSelection]) -> [UInt8] {
  var json = JSONWriter()
  let only = selections.count == 1 ? selections.first : nil
  json.object { json in
    json.field("schema", "rlt.risk-list/1")
    json.field("trust", only?.trust.id)
    json.field("plan", only?.plan.id)
    json.array("risks") { json in
      for selection in selections {
        var lines = SourceLines(selection.files)
        for risk in selection.risks { write(risk, selection, &lines, &json) }
      }
    }
  }
  json.endLine()
  return json.bytes
}

func write(
  _ risk: Risk,
  _ selection: RiskSelection,
  _ lines: inout SourceLines,
  _ json: inout JSONWriter
) {
  let mitigations = selection.mitigations(of: risk)
  json.object { json in
    json.field("trust", selection.trust.id)
    json.field("plan", selection.plan.id)
    json.field("id", risk.id)
    json.field("label", risk.label)
    json.field("text", risk.text)
    json.field("implied", risk.isImplied)
    json.array("owners", risk.owners.map(\.value))
    json.array("kpis", risk.kpis.map(\.value))
    json.array("mitigations") { json in
      for (mitigation, other) in mitigations {
        json.object { json in
          json.field("id", mitigation.id)
          json.field("text", mitigation.text)
          json.array("owners", mitigation.owners.map(\.value))
          json.field("from", other?.id)
          json.field("source", mitigation.source)
        }
      }
    }
    json.field("mitigated", !mitigations.isEmpty)
    json.field("note", risk.note)
    write(risk.place, risk.source, &lines, &json)
  }
}
