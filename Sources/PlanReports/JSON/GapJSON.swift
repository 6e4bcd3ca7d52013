import Documents
import PlanModel
import SourceText

/// What plans leave open as JSON, schema `rlt.kpi-gaps/1`.
public func gapJSON(_ all: [PlanGaps]) -> [UInt8] {
  var json = JSONWriter()
  let only = all.count == 1 ? all.first : nil
  json.object { json in
    json.field("schema", "rlt.kpi-gaps/1")
    json.field("trust", only?.trust.id)
    json.field("plan", only?.plan.id)
    json.field("as-of", all.first?.asOf.description)
    json.array("gaps") { json in
      for gaps in all {
        var lines = SourceLines(gaps.files)
        for gap in gaps.gaps { write(gap, gaps, &lines, &json) }
      }
    }
  }
  json.endLine()
  return json.bytes
}

func write(
  _ gap: Gap,
  _ gaps: PlanGaps,
  _ lines: inout SourceLines,
  _ json: inout JSONWriter
) {
  json.object { json in
    json.field("trust", gaps.trust.id)
    json.field("plan", gaps.plan.id)
    json.field("kind", gap.kind.rawValue)
    json.field("id", gap.id)
    json.field("title", gap.title)
    json.field("detail", gap.detail.isEmpty ? nil : gap.detail)
    let at = gap.place.flatMap { lines.line(of: $0) }
    json.field("file", at?.file)
    json.key("line")
    json.number(at.map { String($0.line) })
  }
}
