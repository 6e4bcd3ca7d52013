import Documents
import SourceText

/// Problems of files as a code quality report of GitLab, which shows them in the merge request.
///
/// A problem has the same fingerprint as long as file, rule and message stay the same, wherever in
/// the file it moves: so GitLab can tell the new ones from the old.
///
/// - Parameter findings: The problems.
/// - Returns: A JSON array with an object for each problem.
public func findingsGitLab(_ findings: Findings) -> [UInt8] {
  var lines = FindingLines(findings.files)
  var seen: [String: Int] = [:]
  var json = JSONWriter(openLevels: 1)
  json.array { json in
    for diagnostic in findings.diagnostics {
      let at = lines.spot(diagnostic.place)
      let subject = "\(at?.file ?? "")\u{0}\(diagnostic.id)\u{0}\(diagnostic.message)"
      let number = seen[subject, default: 0]
      seen[subject] = number + 1
      json.object { json in
        json.field("description", description(diagnostic))
        json.field("check_name", diagnostic.id.description)
        json.field("fingerprint", fingerprint("\(subject)\u{0}\(number)"))
        json.field("severity", diagnostic.severity.codeQuality)
        json.object("location") { json in
          json.field("path", at?.file ?? "")
          json.object("lines") { json in
            json.field("begin", at?.line ?? 1)
            json.field("end", at?.endLine ?? 1)
          }
        }
      }
    }
  }
  json.endLine()
  return json.bytes
}

private func description(_ diagnostic: Diagnostic) -> String {
  diagnostic.advice.isEmpty
    ? diagnostic.message : "\(diagnostic.message) (help: \(diagnostic.advice))"
}

/// 128 bits of a text in hexadecimal digits: FNV-1a twice, from two starts.
func fingerprint(_ text: String) -> String {
  var first: UInt64 = 0xCBF2_9CE4_8422_2325
  var second: UInt64 = 0x6C62_272E_07BB_0142
  for byte in text.utf8 {
    first = (first ^ UInt64(byte)) &* 0x100_0000_01B3
    second = (second ^ UInt64(byte)) &* 0x100_0000_01B3
  }
  return [first, second].map { half in
    let digits = String(half, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }.joined()
}

extension Severity {
  /// The word of GitLab's code quality reports.
  fileprivate var codeQuality: String {
    switch self {
    case .error: "major"
    case .warning: "minor"
    case .note: "info"
    }
  }
}
