import Documents
import PlanEvaluation
import PlanModel
import SourceText

/// What the tests of thresholds gave in the Test Anything Protocol, version 13.
///
/// Each expectation is one test; what is known of a failure follows in a block of YAML, every
/// value as JSON, which is YAML too.
public func testTAP(_ subject: TestSubject) -> [UInt8] {
  var lines = FindingLines(subject.files)
  var tap = Array("TAP version 13\n1..\(subject.counts.all)\n".utf8)
  var number = 0
  for file in subject.byFile {
    for worded in file.results {
      number += 1
      let result = worded.result
      let name = tapDescription("\(file.name): \(worded.name)")
      tap += "\(result.isAsExpected ? "ok" : "not ok") \(number) - \(name)\n".utf8
      if result.isAsExpected { continue }
      let at = lines.spot(result.expected.place)
      var json = JSONWriter(openLevels: 0)
      json.object { json in
        json.field("file", file.name)
        json.field("line", at?.line ?? 1)
        json.field("column", at?.column ?? 1)
        json.field("message", worded.problem.message)
        json.field("wanted", result.expected.result.rawValue)
        json.field("found", result.verdict?.outcome.name)
        json.array("why", worded.why.map(\.sentence))
      }
      tap += "  ---\n  failure: ".utf8 + json.bytes + "\n  ...\n".utf8
    }
  }
  return tap
}
