import Documents
import PlanEvaluation
import PlanModel
import SourceText

/// Pages of schools as JSON, schema `rlt.report-school/1`.
public func schoolJSON(_ pages: [SchoolPage]) -> [UInt8] {
  var json = JSONWriter()
  json.object { json in
    json.field("schema", "rlt.report-school/1")
    ReportSelection(pages.map(\.subject)).write(&json)
    json.array("schools") { json in
      for page in pages { json.object { json in page.writeSchool(&json) } }
    }
    json.array("verdicts") { json in
      for page in pages {
        var lines = SourceLines(page.subject.files)
        for verdict in page.subject.verdicts {
          write(verdict, page.subject, &lines, &json)
          for part in page.subject.strands(of: verdict) {
            write(part, page.subject, &lines, &json)
          }
        }
      }
    }
    json.array("movements") { json in
      for page in pages { page.moves.write(page.subject, &json) }
    }
    json.array("actions") { json in
      for page in pages { page.writeActions(&json) }
    }
  }
  json.endLine()
  return json.bytes
}

extension SchoolPage {
  fileprivate func writeSchool(_ json: inout JSONWriter) {
    subject.writeHead(&json)
    json.field("school", school.id)
    json.field("name", school.name)
    json.field("urn", school.urn)
    json.field("phase", school.phase)
    json.key("church")
    if let church = school.church { json.value(church) } else { json.value(nil) }
    json.key("pupils")
    json.number(school.pupils.map { String($0) })
    json.field("joined", school.joined?.value.description)
    json.field("left", school.left?.value.description)
    json.field("since", moves.since.description)
    let counts = StatusCounts(subject.evaluation.verdicts)
    json.object("counts") { json in
      json.field("green", counts[.green])
      json.field("amber", counts[.amber])
      json.field("red", counts[.red])
      json.field("grey", counts[.grey])
    }
    json.array("inspections") { json in
      for inspection in inspections {
        json.object { json in
          json.field("on", inspection.on.value.description)
          json.field("section", inspection.section)
          json.field("scale", inspection.scale)
          json.array("grades") { json in
            for (area, grade) in inspection.grades {
              json.object { json in
                json.field("area", area)
                json.field("grade", grade)
              }
            }
          }
          json.field("note", inspection.note)
        }
      }
    }
  }

  fileprivate func writeActions(_ json: inout JSONWriter) {
    for found in actions {
      let action = found.planned.action
      json.object { json in
        json.field("trust", subject.trust.id)
        json.field("school", school.id)
        json.field("id", action.id)
        json.field("text", action.text)
        json.array("kpis", found.planned.kpis)
        json.array("owners", action.owners.map(\.value))
        json.field("due-day", found.due?.description)
        json.field("status", action.status?.value.rawValue ?? "not-said")
        json.field("overdue", found.isOverdue)
        json.field("waits-for", action.waitsFor)
        json.field("worst-kpi", found.status.rawValue)
        json.field("names-school", found.namesSchool)
      }
    }
  }
}
