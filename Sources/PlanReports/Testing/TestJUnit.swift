import Documents
import PlanEvaluation
import PlanModel
import SourceText

/// What the tests of thresholds gave as JUnit XML: each file a suite, each expectation a test.
public func testJUnit(_ subject: TestSubject) -> [UInt8] {
  var lines = FindingLines(subject.files)
  let counts = subject.counts
  var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  xml += "<testsuites name=\"rlt test\" tests=\"\(counts.all)\" failures=\"\(counts.failed)\""
  xml += " errors=\"0\" time=\"0\">\n"
  for (name, results) in subject.byFile {
    let failed = results.count { !$0.result.isAsExpected }
    let file = xmlEscaped(name)
    xml += "  <testsuite name=\"\(file)\" tests=\"\(results.count)\" failures=\"\(failed)\""
    xml += " errors=\"0\" skipped=\"0\" time=\"0\">\n"
    for result in results {
      xml += "    <testcase classname=\"\(file)\" name=\"\(xmlEscaped(result.name))\" time=\"0\""
      if result.result.isAsExpected {
        xml += "/>\n"
      } else {
        let told = lineTold(result, &lines).map(xmlEscaped).joined(separator: "\n")
        xml += ">\n      <failure type=\"test-failed\""
        xml += " message=\"\(xmlEscaped(result.problem.message))\">\(told)</failure>\n"
        xml += "    </testcase>\n"
      }
    }
    xml += "  </testsuite>\n"
  }
  return Array((xml + "</testsuites>\n").utf8)
}

/// A failure and its proof, line by line.
private func lineTold(_ result: WordedResult, _ lines: inout FindingLines) -> [String] {
  var told: [String] = []
  let problem = result.problem
  let at = lines.spot(problem.place).map { "\($0.file):\($0.line):\($0.column): " } ?? ""
  told.append(at + problem.message)
  for line in result.why {
    let at = line.place.flatMap { lines.spot($0) }.map { " (\($0.file):\($0.line))" } ?? ""
    told.append(line.sentence + at)
  }
  return told + ["help: " + problem.help]
}
