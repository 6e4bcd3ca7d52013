import Documents
public import SourceText

/// Problems of files as JSON, schema `rlt.validate/1`.
public func findingsJSON(_ diagnostics: [Diagnostic], in files: SourceFiles) -> [UInt8] {
  var lines = FindingLines(files)
  var json = JSONWriter()
  json.object { json in
    json.field("schema", "rlt.validate/1")
    json.array("diagnostics") { json in
      for diagnostic in diagnostics {
        json.object { json in write(diagnostic, &lines, &json) }
      }
    }
    json.object("counts") { json in
      json.field("error", diagnostics.count { $0.severity == .error })
      json.field("warning", diagnostics.count { $0.severity == .warning })
      json.field("note", diagnostics.count { $0.severity == .note })
    }
  }
  json.endLine()
  return json.bytes
}

/// Problems of files as lines of JSON, each one an object as in ``findingsJSON(_:in:)``.
public func findingsJSONLines(_ findings: Findings) -> [UInt8] {
  var lines = FindingLines(findings.files)
  var json = JSONWriter(openLevels: 0)
  for diagnostic in findings.diagnostics {
    json.object { json in write(diagnostic, &lines, &json) }
    json.endLine()
  }
  return json.bytes
}

/// The fields of one problem.
private func write(
  _ diagnostic: Diagnostic,
  _ lines: inout FindingLines,
  _ json: inout JSONWriter
) {
  let at = lines.spot(diagnostic.place)
  json.field("file", at?.file)
  write("line", at?.line, &json)
  write("column", at?.column, &json)
  write("end-line", at?.endLine, &json)
  write("end-column", at?.endColumn, &json)
  json.field("severity", diagnostic.severity.rawValue)
  json.field("id", diagnostic.id.description)
  json.field("message", diagnostic.message)
  json.field("label", diagnostic.label)
  json.field("help", diagnostic.advice.isEmpty ? nil : diagnostic.advice)
  let corrected = lines.corrected(diagnostic)
  if corrected.isEmpty { return }
  json.array("corrected") { json in
    for line in corrected {
      json.object { json in
        json.field("line", line.number)
        json.field("text", String(decoding: line.bytes, as: UTF8.self))
      }
    }
  }
}

private func write(_ name: StaticString, _ number: Int?, _ json: inout JSONWriter) {
  json.key(name)
  json.number(number.map(String.init))
}
