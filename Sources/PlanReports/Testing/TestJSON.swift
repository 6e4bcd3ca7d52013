import Documents
import PlanEvaluation
import PlanModel
import SourceText

/// What the tests of thresholds gave as JSON, schema `rlt.test/1`.
public func testJSON(_ subject: TestSubject) -> [UInt8] {
  var lines = FindingLines(subject.files)
  var json = JSONWriter()
  let counts = subject.counts
  json.object { json in
    json.field("schema", "rlt.test/1")
    json.array("tests") { json in
      for file in subject.byFile {
        for result in file.results { json.object { json in write(result, &lines, &json) } }
      }
    }
    json.object("counts") { json in
      json.field("passed", counts.all - counts.failed)
      json.field("failed", counts.failed)
    }
    json.array("untested") { json in
      for run in subject.runs { write(run, &lines, &json) }
    }
  }
  json.endLine()
  return json.bytes
}

private func write(
  _ worded: WordedResult,
  _ lines: inout FindingLines,
  _ json: inout JSONWriter
) {
  let (test, expected, verdict) = (
    worded.result.test, worded.result.expected, worded.result.verdict
  )
  let at = lines.spot(expected.place)
  json.field("file", at?.file)
  json.key("line")
  json.number(at.map { String($0.line) })
  json.key("column")
  json.number(at.map { String($0.column) })
  json.field("test", test.test)
  json.field("title", test.title)
  json.field("plan", test.plan)
  json.field("kpi", test.kpi)
  json.field("strand", expected.strand)
  json.field("scope", expected.scope.id)
  json.field("value", value(test))
  json.field("as-of", test.asOf.description)
  json.field("expected", expected.result.rawValue)
  json.field("outcome", verdict?.outcome.name)
  json.field("status", verdict?.status.rawValue)
  json.field("passed", worded.result.isAsExpected)
  json.array("reasons") { json in
    for line in worded.why {
      let at = line.place.flatMap { lines.spot($0) }
      json.object { json in
        json.field("text", line.sentence)
        json.field("file", at?.file)
        json.key("line")
        json.number(at.map { String($0.line) })
      }
    }
  }
}

/// The value that was tried; `nil` where a test gives several readings or none.
private func value(_ test: ThresholdCase) -> String? {
  if !test.value.isEmpty { return test.value }
  return test.given.count == 1 ? test.given[0].text : nil
}

private func write(_ run: TestRun, _ lines: inout FindingLines, _ json: inout JSONWriter) {
  for target in run.targets where !target.missing.isEmpty {
    let at = lines.spot(target.target.place)
    json.object { json in
      json.field("trust", run.trust.id)
      json.field("plan", run.plan.id)
      json.field("kpi", run.plan[target.path].id)
      json.field("year", target.year?.description)
      json.field("school", target.school)
      json.field("strand", target.strand)
      json.field("target", target.target.text)
      json.field("file", at?.file)
      json.key("line")
      json.number(at.map { String($0.line) })
      json.array("bands", target.missing.map(\.rawValue))
    }
  }
}
