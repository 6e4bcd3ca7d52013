import Documents
import SourceText

/// Problems of files in the Test Anything Protocol, version 13.
///
/// Each file is one test; its problems follow in a block of YAML that even the small reader of Perl's
/// TAP::Parser takes: names, lists and texts in single quotes, nothing in brackets. A file with
/// warnings alone passes.
///
/// - Parameter findings: The problems, and the files that were checked.
/// - Returns: The lines of the protocol.
public func findingsTAP(_ findings: Findings) -> [UInt8] {
  var lines = FindingLines(findings.files)
  var tap = Array("TAP version 13\n1..\(findings.checked.count)\n".utf8)
  for (number, file) in findings.byFile.enumerated() {
    let isOK = !file.diagnostics.contains { $0.severity == .error }
    tap += "\(isOK ? "ok" : "not ok") \(number + 1) - \(tapDescription(file.name))\n".utf8
    if file.diagnostics.isEmpty { continue }
    tap += "  ---\n  problems:\n".utf8
    for diagnostic in file.diagnostics {
      let at = lines.spot(diagnostic.place)
      tap += "    - file: \(tapText(at?.file ?? file.name))\n".utf8
      tap += "      severity: \(diagnostic.severity.rawValue)\n".utf8
      tap += "      id: \(diagnostic.id)\n".utf8
      tap += "      line: \(at?.line ?? 1)\n      column: \(at?.column ?? 1)\n".utf8
      tap += "      message: \(tapText(diagnostic.message))\n".utf8
      tap += "      help: \(tapText(diagnostic.advice))\n".utf8
    }
    tap += "  ...\n".utf8
  }
  return tap
}

/// The name of a file as a description.
///
/// A number sign would begin a directive such as `# SKIP`; readers of version 13 know no way to
/// escape it, so it is written out as other signs that cannot be shown. The block has the name.
func tapDescription(_ name: String) -> String {
  var result = ""
  for scalar in safeText(name).unicodeScalars {
    if scalar == "#" { result += "\\u{23}" } else { result.unicodeScalars.append(scalar) }
  }
  return result
}

/// A text for a block of YAML: on one line, in single quotes.
func tapText(_ text: String) -> String {
  var result = "'"
  for scalar in safeText(text).unicodeScalars {
    if scalar == "'" { result += "'" }
    result.unicodeScalars.append(scalar)
  }
  return result + "'"
}
