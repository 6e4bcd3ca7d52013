import Documents
import PlanModel
import SourceText

/// What changed between two plans as JSON, schema `rlt.plan-diff/1`.
public func planDiffJSON(_ changes: PlanChanges) -> [UInt8] {
  var json = JSONWriter()
  var lines = SourceLines(changes.files)
  json.object { json in
    json.field("schema", "rlt.plan-diff/1")
    json.field("trust", changes.trust.id)
    json.field("from", changes.old.id)
    json.field("to", changes.new.id)
    json.array("changes") { json in
      for change in changes.changed {
        for difference in change.differences {
          json.object { json in
            json.field("kpi", change.new.kpi.id)
            json.field("title", change.new.kpi.title)
            json.field("what", difference.what)
            json.field("old", difference.old.isEmpty ? nil : difference.old)
            json.field("new", difference.new.isEmpty ? nil : difference.new)
            let before = lines.line(of: change.old.kpi.place)
            json.field("old-file", before?.file)
            json.key("old-line")
            json.number(before.map { String($0.line) })
            write(change.new.kpi.place, change.new.kpi.source, &lines, &json)
          }
        }
      }
    }
    write("added", changes.added, &lines, &json)
    write("removed", changes.removed, &lines, &json)
    json.field("unchanged", changes.unchangedCount)
  }
  json.endLine()
  return json.bytes
}

private func write(
  _ name: StaticString,
  _ kpis: [PlanChanges.PlannedKPI],
  _ lines: inout SourceLines,
  _ json: inout JSONWriter
) {
  json.array(name) { json in
    for planned in kpis {
      json.object { json in
        json.field("priority", planned.priority.id)
        json.field("kpi", planned.kpi.id)
        json.field("title", planned.kpi.title)
        json.field("target", planned.kpi.target?.text)
        write(planned.kpi.place, planned.kpi.source, &lines, &json)
      }
    }
  }
}
