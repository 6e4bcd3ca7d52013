import Documents
import SourceText

/// Problems of files as workflow commands of GitHub Actions, which shows them beside the lines.
///
/// A value is escaped as GitHub's own toolkit does: `%`, carriage return and line feed in every
/// value, `:` and `,` also in properties.
///
/// - Parameter findings: The problems.
/// - Returns: One line for each problem.
public func findingsGitHub(_ findings: Findings) -> [UInt8] {
  var lines = FindingLines(findings.files)
  var text = ""
  for diagnostic in findings.diagnostics {
    var properties: [(name: String, value: String)] = []
    if let at = lines.spot(diagnostic.place) {
      properties = [("file", at.file), ("line", "\(at.line)"), ("endLine", "\(at.endLine)")]
      properties.append(("col", "\(at.column)"))
      // GitHub takes a last column only on the line of the first.
      if at.line == at.endLine { properties.append(("endColumn", "\(at.endColumn)")) }
    }
    properties.append(("title", diagnostic.id.description))
    let list = properties.map { "\($0.name)=\(property($0.value))" }.joined(separator: ",")
    var message = safeText(diagnostic.message)
    let corrected = lines.corrected(diagnostic)
    if !diagnostic.advice.isEmpty {
      message += "\nhelp: " + safeText(diagnostic.advice) + (corrected.isEmpty ? "" : ":")
    }
    for line in corrected { message += "\n" + safeText(line.text) }
    text += "::\(diagnostic.severity.command) \(list)::\(data(message))\n"
  }
  return Array(text.utf8)
}

private func data(_ text: String) -> String { escaped(text, ["%", "\r", "\n"]) }

private func property(_ text: String) -> String { escaped(text, ["%", "\r", "\n", ":", ","]) }

private func escaped(_ text: String, _ special: Set<Unicode.Scalar>) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    if special.contains(scalar) {
      let digits = String(scalar.value, radix: 16, uppercase: true)
      result += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}

extension Severity {
  /// The workflow command that shows a problem.
  fileprivate var command: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }
}
