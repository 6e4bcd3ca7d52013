import Documents
import PlanEvaluation
import PlanModel
import SourceText

/// What the tests of thresholds gave in the Test Anything Protocol, version 13.
///
/// Each expectation is one test; what is known of a failure follows in a block of YAML, as simple as
/// in ``findingsTAP(_:)``.
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
      tap += "  ---\n  file: \(tapText(file.name))\n".utf8
      tap += "  line: \(at?.line ?? 1)\n  column: \(at?.column ?? 1)\n".utf8
      tap += "  message: \(tapText(worded.problem.message))\n".utf8
      tap += "  wanted: \(result.expected.result.rawValue)\n".utf8
      tap += "  found: \(result.verdict?.outcome.name ?? "~")\n".utf8
      tap += (worded.why.isEmpty ? "  why: []\n" : "  why:\n").utf8
      for reason in worded.why { tap += "    - \(tapText(reason.sentence))\n".utf8 }
      tap += "  ...\n".utf8
    }
  }
  return tap
}
