public import Documents
import PlanEvaluation
import PlanModel
import SourceText

/// What changed between two versions of the files as JSON, schema `rlt.diff/1`.
public func fileDiffJSON(_ changes: [FileChanges], _ versions: FileVersions) -> [UInt8] {
  var json = JSONWriter()
  let only = changes.count == 1 ? changes.first : nil
  json.object { json in
    json.field("schema", "rlt.diff/1")
    json.field("kind", "revisions")
    json.field("trust", only?.trust.id)
    json.field("from", versions.old)
    json.field("to", versions.new)
    json.field("as-of", changes.first?.asOf.description)
    json.field("errors-from", versions.oldErrors)
    json.field("errors-to", versions.newErrors)
    json.array("trusts") { json in
      for each in changes where !each.isEmpty {
        json.object { json in
          json.field("trust", each.trust.id)
          json.field("change", each.kind.rawValue)
        }
      }
    }
    json.array("plans") { json in
      for each in changes {
        for plan in each.plans where !plan.isEmpty {
          json.object { json in
            json.field("trust", each.trust.id)
            json.field("plan", plan.plan?.id)
            json.field("change", plan.kind.rawValue)
          }
        }
      }
    }
    json.array("movements") { json in
      for plan in changes.flatMap(\.plans) {
        if let new = plan.new { write(plan.movements, new, &json) }
      }
    }
    json.array("changes") { json in
      for each in changes {
        for thing in each.things { thing.write(each.trust, nil, &json) }
        for plan in each.plans {
          for thing in plan.things { thing.write(each.trust, plan.plan?.id, &json) }
        }
      }
    }
    json.array("readings") { json in
      for each in changes {
        for change in each.readings { change.write(each.trust, &json) }
      }
    }
  }
  json.endLine()
  return json.bytes
}

extension ThingChange {
  fileprivate func write(_ trust: Trust, _ plan: String?, _ json: inout JSONWriter) {
    json.object { json in
      json.field("trust", trust.id)
      json.field("plan", plan)
      json.field("what", sort.rawValue)
      json.field("id", id)
      json.field("title", title)
      json.field("change", kind.rawValue)
      json.array("differences") { json in
        for difference in differences {
          json.object { json in
            json.field("what", difference.what)
            json.field("old", difference.old.isEmpty ? nil : difference.old)
            json.field("new", difference.new.isEmpty ? nil : difference.new)
          }
        }
      }
    }
  }
}

extension ReadingChange {
  fileprivate func write(_ trust: Trust, _ json: inout JSONWriter) {
    json.object { json in
      json.field("trust", trust.id)
      json.field("kpi", reading.kpi)
      json.field("strand", reading.strand)
      json.field("title", title)
      json.field("scope", reading.scope.id)
      json.field("period", reading.period.description)
      json.field("value", reading.text)
      json.field("old", old?.text)
      json.field("recorded", reading.recorded?.description)
      json.field("change", kind.rawValue)
    }
  }
}

/// What changed between two versions of the files as rows for spreadsheets.
public func fileDiffRows(_ changes: [FileChanges]) -> Table {
  var table = Table(
    columns: [
      "trust", "plan", "what", "id", "part", "scope", "period", "title", "change", "field", "old",
      "new",
    ].map { Column($0) }
  )
  for each in changes {
    func add(_ plan: String, _ cells: [String]) {
      table.rows.append(Row(([each.trust.id, plan] + cells).map { .text($0) }))
    }
    func add(_ things: [ThingChange], _ plan: String) {
      for thing in things {
        let told =
          thing.differences.isEmpty
          ? [ThingChange.Difference(what: "", old: "", new: "")] : thing.differences
        for difference in told {
          add(
            plan,
            [
              thing.sort.rawValue, thing.id, "", "", "", thing.title, thing.kind.rawValue,
              difference.what, difference.old, difference.new,
            ]
          )
        }
      }
    }
    add(each.things, "")
    for plan in each.plans {
      let id = plan.plan?.id ?? ""
      for movement in plan.movements where !movement.isToldElsewhere {
        let title = plan.new?.title(movement.now) ?? ""
        add(
          id,
          [
            "status", movement.kpi, movement.now.strand ?? "", movement.now.scope.id,
            movement.now.reading?.period.description ?? "", title, movement.direction.rawValue,
            "outcome", movement.before?.outcome.name ?? "", movement.now.outcome.name,
          ]
        )
      }
      add(plan.things, id)
    }
    for change in each.readings {
      let reading = change.reading
      let isRemoved = change.kind == .removed
      add(
        "",
        [
          "reading", reading.kpi, reading.strand ?? "", reading.scope.id,
          reading.period.description, change.title, change.kind.rawValue, "value",
          isRemoved ? reading.text : change.old?.text ?? "", isRemoved ? "" : reading.text,
        ]
      )
    }
  }
  return table
}
