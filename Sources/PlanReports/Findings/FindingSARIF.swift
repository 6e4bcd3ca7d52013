import Documents
import SourceText

/// Problems of files as SARIF 2.1.0, which GitHub, Azure and many editors read.
///
/// - Parameters:
///   - findings: The problems.
///   - version: The version of the program.
/// - Returns: The JSON document.
public func findingsSARIF(_ findings: Findings, version: String) -> [UInt8] {
  var lines = FindingLines(findings.files)
  var rules: [String] = []
  var numbers: [String: Int] = [:]
  for diagnostic in findings.diagnostics where numbers[diagnostic.id.description] == nil {
    numbers[diagnostic.id.description] = rules.count
    rules.append(diagnostic.id.description)
  }
  var json = JSONWriter(openLevels: 4)
  json.object { json in
    json.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
    json.field("version", "2.1.0")
    json.array("runs") { json in
      json.object { json in
        json.object("tool") { json in
          json.object("driver") { json in
            json.field("name", "rlt")
            json.field("semanticVersion", version)
            json.array("rules") { json in for rule in rules { write(rule: rule, &json) } }
          }
        }
        json.field("columnKind", "unicodeCodePoints")
        json.array("results") { json in
          for diagnostic in findings.diagnostics {
            json.object { json in
              let rule = diagnostic.id.description
              json.field("ruleId", rule)
              json.field("ruleIndex", numbers[rule] ?? 0)
              write(diagnostic, &lines, &json)
            }
          }
        }
      }
    }
  }
  json.endLine()
  return json.bytes
}

private func write(rule: String, _ json: inout JSONWriter) {
  json.object { json in
    json.field("id", rule)
    guard let page = rulePage(rule) else { return }
    json.object("shortDescription") { json in json.field("text", page.title) }
    json.object("fullDescription") { json in json.field("text", page.meaning) }
    json.object("help") { json in
      json.field("text", "\(page.meaning)\n\nNot so:\n\(page.bad)\n\nBut so:\n\(page.good)")
    }
    json.object("defaultConfiguration") { json in json.field("level", page.severity.rawValue) }
  }
}

private func write(
  _ diagnostic: Diagnostic,
  _ lines: inout FindingLines,
  _ json: inout JSONWriter
) {
  json.field("level", diagnostic.severity.rawValue)
  let advice = diagnostic.advice.isEmpty ? "" : "\nHelp: \(diagnostic.advice)"
  json.object("message") { json in json.field("text", diagnostic.message + advice) }
  guard lines.spot(diagnostic.place) != nil else { return }
  json.array("locations") { json in
    json.object { json in write(diagnostic.place, &lines, &json) }
  }
  if !diagnostic.notes.isEmpty {
    json.array("relatedLocations") { json in
      for note in diagnostic.notes where lines.spot(note.place) != nil {
        json.object { json in
          json.object("message") { json in json.field("text", note.message) }
          write(note.place, &lines, &json)
        }
      }
    }
  }
  // A correction of the whole file would be as long as the file.
  guard let fixIt = diagnostic.fixIt, let at = lines.spot(diagnostic.place),
    fixIt.edits.reduce(0, { $0 + $1.range.count + $1.replacement.count }) < 65_536
  else { return }
  json.array("fixes") { json in
    json.object { json in
      json.object("description") { json in json.field("text", fixIt.message) }
      json.array("artifactChanges") { json in
        json.object { json in
          json.object("artifactLocation") { json in json.field("uri", reference(at.file)) }
          json.array("replacements") { json in
            for edit in fixIt.edits {
              json.object { json in
                let place = Place(diagnostic.place.file, edit.range)
                json.object("deletedRegion") { json in writeRegion(place, &lines, &json) }
                json.object("insertedContent") { json in
                  json.field("text", String(decoding: edit.replacement, as: UTF8.self))
                }
              }
            }
          }
        }
      }
    }
  }
}

private func write(_ place: Place, _ lines: inout FindingLines, _ json: inout JSONWriter) {
  json.object("physicalLocation") { json in
    json.object("artifactLocation") { json in
      json.field("uri", reference(lines.spot(place)?.file ?? ""))
    }
    json.object("region") { json in writeRegion(place, &lines, &json) }
  }
}

private func writeRegion(_ place: Place, _ lines: inout FindingLines, _ json: inout JSONWriter) {
  guard let at = lines.spot(place) else { return }
  json.field("startLine", at.line)
  json.field("startColumn", at.column)
  json.field("endLine", at.endLine)
  json.field("endColumn", at.endColumn)
}

/// A path as a URI reference (RFC 3986): a relative one stays relative.
func reference(_ path: String) -> String {
  var result = path.utf8.first == UInt8(ascii: "/") ? "file://" : ""
  for byte in path.utf8 {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E:
      result.unicodeScalars.append(Unicode.Scalar(byte))
    default:
      let digits = String(byte, radix: 16, uppercase: true)
      result += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
    }
  }
  return result
}
