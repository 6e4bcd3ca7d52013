import Documents
import SourceText

/// Problems of files in the Test Anything Protocol, version 13.
///
/// Each file is one test; its problems follow in a block of YAML, every value as JSON, which is
/// YAML too. A file with warnings alone passes.
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
      var json = JSONWriter(openLevels: 0)
      json.object { json in
        json.field("file", at?.file ?? file.name)
        json.field("severity", diagnostic.severity.rawValue)
        json.field("id", diagnostic.id.description)
        json.field("line", at?.line ?? 1)
        json.field("column", at?.column ?? 1)
        json.field("message", diagnostic.message)
        json.field("help", diagnostic.advice)
      }
      tap += "    - ".utf8
      tap += json.bytes
      tap.append(0x0A)
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
