import Documents
import SourceText

/// Problems of files as JUnit XML, which most build servers can show.
///
/// Each file is a suite. An error is a test that failed; a warning or a note is one that passed
/// and said something; a file without a problem is one test that passed.
///
/// - Parameter findings: The problems, and the files that were checked.
/// - Returns: The XML document.
public func findingsJUnit(_ findings: Findings) -> [UInt8] {
  var lines = FindingLines(findings.files)
  let suites = findings.byFile
  let failures = findings.diagnostics.count { $0.severity == .error }
  let tests = suites.reduce(0) { $0 + max(1, $1.diagnostics.count) }
  var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  xml += "<testsuites name=\"rlt validate\" tests=\"\(tests)\" failures=\"\(failures)\""
  xml += " errors=\"0\" time=\"0\">\n"
  for (name, diagnostics) in suites {
    let failed = diagnostics.count { $0.severity == .error }
    xml += "  <testsuite name=\"\(xmlEscaped(name))\" tests=\"\(max(1, diagnostics.count))\""
    xml += " failures=\"\(failed)\" errors=\"0\" skipped=\"0\" time=\"0\">\n"
    if diagnostics.isEmpty {
      xml += "    <testcase classname=\"\(xmlEscaped(name))\" name=\"no problems\" time=\"0\"/>\n"
    }
    for diagnostic in diagnostics { xml += testCase(diagnostic, name, &lines) }
    xml += "  </testsuite>\n"
  }
  return Array((xml + "</testsuites>\n").utf8)
}

private func testCase(
  _ diagnostic: Diagnostic,
  _ file: String,
  _ lines: inout FindingLines
) -> String {
  var place = file
  var title = diagnostic.id.description
  var shown = ""
  if let at = lines.spot(diagnostic.place) {
    place = "\(at.file):\(at.line):\(at.column)"
    title += " at \(at.line):\(at.column)"
    shown = "\n\(at.line) | " + String(decoding: at.bytes, as: UTF8.self)
  }
  var advice = diagnostic.advice.isEmpty ? "" : "\nhelp: \(diagnostic.advice)"
  let corrected = lines.corrected(diagnostic)
  if !corrected.isEmpty { advice += ":" }
  let right = corrected.map { xmlEscapedLines("\n" + $0.text) }.joined()
  let told =
    xmlEscaped(
      "\(place): \(diagnostic.severity.rawValue)[\(diagnostic.id)]: \(diagnostic.message)"
    ) + xmlEscapedLines(shown) + xmlEscapedLines(advice) + right
  var xml =
    "    <testcase classname=\"\(xmlEscaped(file))\" name=\"\(xmlEscaped(title))\" time=\"0\">\n"
  if diagnostic.severity == .error {
    xml += "      <failure type=\"\(xmlEscaped(diagnostic.id.description))\""
    xml += " message=\"\(xmlEscaped(diagnostic.message))\">\(told)</failure>\n"
  } else {
    xml += "      <system-out>\(told)</system-out>\n"
  }
  return xml + "    </testcase>\n"
}

/// Text of one line for XML; what XML cannot hold is written out, as everywhere.
func xmlEscaped(_ text: String) -> String {
  var result = ""
  for scalar in safeText(text).unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// Text that begins with a line feed, which is kept.
func xmlEscapedLines(_ text: String) -> String {
  text.isEmpty ? "" : "\n" + xmlEscaped(String(text.dropFirst()))
}
