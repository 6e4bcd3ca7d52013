import Documents
import PlanModel
import SourceText

/// The trees of plans as JSON, schema `rlt.plan-show/1`.
public func planJSON(_ selections: [PlanSelection]) -> [UInt8] {
  var json = JSONWriter(openLevels: 20)
  let only = selections.count == 1 ? selections.first : nil
  json.object { json in
    json.field("schema", "rlt.plan-show/1")
    json.field("trust", only?.trust.id)
    json.field("plan", only?.plan.id)
    json.field("year", selections.first?.year?.description)
    json.array("plans") { json in
      for selection in selections { write(selection, &json) }
    }
  }
  json.endLine()
  return json.bytes
}

private func write(_ selection: PlanSelection, _ json: inout JSONWriter) {
  var lines = SourceLines(selection.files)
  let plan = selection.plan
  json.object { json in
    json.field("trust", selection.trust.id)
    json.field("plan", plan.id)
    json.field("title", plan.title)
    json.field("from", plan.years.lowerBound.description)
    json.field("to", plan.years.upperBound.description)
    write(plan.place, plan.source, &lines, &json)
    write(plan.statements, &json)
    json.array("strategies") { json in
      for strategy in selection.picked {
        json.object { json in
          json.field("id", strategy.id)
          json.field("title", strategy.title)
          json.array("leads", strategy.leads.map(\.value))
          write(strategy.place, strategy.source, &lines, &json)
          write(strategy.statements, &json)
          json.array("priorities") { json in
            for priority in strategy.priorities { write(priority, &lines, &json) }
          }
        }
      }
    }
  }
}

private func write(_ priority: Priority, _ lines: inout SourceLines, _ json: inout JSONWriter) {
  json.object { json in
    json.field("id", priority.id)
    json.field("title", priority.title)
    json.field("starred", priority.isStarred)
    json.field("lead", priority.leads.first?.value)
    json.array("leads", priority.leads.map(\.value))
    json.field("label", priority.label)
    json.field("refers", priority.refers)
    write(priority.place, priority.source, &lines, &json)
    write(priority.statements, &json)
    json.array("kpis") { json in
      for kpi in priority.kpis {
        json.object { json in
          writeFields(of: kpi, &lines, &json)
          write(kpi.years, &lines, &json)
          json.array("actions") { json in
            for action in kpi.actions { write(action, &lines, &json) }
          }
        }
      }
    }
    write(priority.years, &lines, &json)
    json.array("actions") { json in
      for action in priority.actions { write(action, &lines, &json) }
    }
    json.array("dates-as-given", priority.datesAsGiven.map(\.value))
    json.array("milestones") { json in
      for milestone in priority.milestones {
        json.object { json in
          json.field("id", milestone.id)
          json.field("label", milestone.label)
          json.field("text", milestone.text)
          json.field("due", milestone.due?.text)
          write(milestone.place, milestone.source, &lines, &json)
        }
      }
    }
  }
}

/// Writes what a plan says of a KPI.
func writeFields(of kpi: KPI, _ lines: inout SourceLines, _ json: inout JSONWriter) {
  json.field("id", kpi.id)
  json.field("title", kpi.title)
  json.field("label", kpi.label)
  json.field("unit", kpi.unit?.text)
  json.field("scale", kpi.scale?.value)
  json.field("level", kpi.level.rawValue)
  json.field("better", kpi.better?.value.rawValue)
  json.field("population", kpi.population)
  json.field("target", kpi.target?.text)
  json.field("operator-assumed", kpi.target?.operatorAssumed ?? false)
  json.array("targets") { json in
    for step in kpi.targetsByYear {
      json.object { json in
        json.field("year", step.year.description)
        json.field("target", step.target.text)
      }
    }
  }
  json.field("amber", kpi.amber?.text)
  json.field("for", kpi.quantifier?.text)
  json.field("by", kpi.deadline?.text)
  json.field("window", kpi.window?.text)
  json.field("frequency", kpi.frequency?.value.rawValue)
  json.array("owners", kpi.owners.map(\.value))
  json.field("same-as", kpi.sameAs?.value)
  json.field("question", kpi.question)
  json.field("reference", kpi.reference)
  json.array("strands") { json in
    for strand in kpi.strands {
      json.object { json in
        json.field("id", strand.id)
        json.field("title", strand.title)
        json.field("target", strand.target?.text)
        json.field("unit", strand.unit?.text)
        json.field("scale", strand.scale?.value)
        json.field("better", strand.better?.value.rawValue)
      }
    }
  }
  json.field("note", kpi.note)
  write(kpi.place, kpi.source, &lines, &json)
}

/// Writes what was achieved and planned, year by year.
func write(
  _ years: [YearEntry],
  _ lines: inout SourceLines,
  _ json: inout JSONWriter
) {
  json.array("years") { json in
    for entry in years {
      json.object { json in
        json.field("year", entry.year.description)
        json.array("impact", entry.impact.map(\.text))
        json.array("dates-as-given", entry.datesAsGiven.map(\.value))
        json.array("actions") { json in
          for action in entry.actions { write(action, &lines, &json) }
        }
        json.field("note", entry.note)
        write(entry.place, nil, &lines, &json)
      }
    }
  }
}

private func write(_ action: Action, _ lines: inout SourceLines, _ json: inout JSONWriter) {
  json.object { json in
    json.field("id", action.id)
    json.field("text", action.text)
    json.array("owners", action.owners.map(\.value))
    json.field("due", action.due?.text)
    json.field("every", action.every?.value.rawValue)
    json.field("status", action.status?.value.rawValue)
    json.field("done", action.doneOn?.description)
    json.field("resources", action.resources)
    json.array("kpis", action.kpis.map(\.value))
    json.field("label", action.label)
    json.field("condition", action.condition)
    json.field("refers", action.refers)
    json.field("impact", action.impact)
    json.field("part-of", action.partOf?.value)
    json.field("repeats", action.repeats?.value)
    json.field("last-done", action.lastDone?.description)
    json.field("note", action.note)
    write(action.place, action.source, &lines, &json)
  }
}

private func write(_ statements: [Statement], _ json: inout JSONWriter) {
  json.array("statements") { json in
    for statement in statements {
      json.object { json in
        json.field("kind", statement.kind.rawValue)
        json.field("text", statement.text)
        json.field("source", statement.source)
      }
    }
  }
}
