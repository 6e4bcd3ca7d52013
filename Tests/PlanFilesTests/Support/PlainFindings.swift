import SourceText

/// Problems in plain lines, enough for a test: place, rule and message, then label and help.
func plainText(_ findings: [Diagnostic], in files: SourceFiles) -> String {
  var lines: [String] = []
  for found in findings {
    let file = files[found.place.file]
    let at = file.lineColumn(at: Int(found.place.range.lower))
    let width = max(1, found.place.range.count)
    lines.append(
      "\(file.name):\(at.line):\(at.column): \(found.severity.rawValue)[\(found.id)]: "
        + found.message
    )
    lines.append("   at \(width) bytes" + (found.label.isEmpty ? "" : ": \(found.label)"))
    for note in found.notes {
      let place = files[note.place.file].lineColumn(at: Int(note.place.range.lower))
      lines.append("   note: line \(place.line): \(note.message)")
    }
    let help = found.help.isEmpty ? found.fixIt?.message ?? "" : found.help
    lines.append("   help: \(help)")
  }
  return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
}
