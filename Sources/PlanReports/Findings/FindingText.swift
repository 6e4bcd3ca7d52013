public import Documents
public import SourceText

/// Problems of files, each with its place, the real line, a caret and what to do next.
///
/// - Parameters:
///   - diagnostics: The problems, in the order in which they are shown.
///   - files: The files in which they were found.
/// - Returns: The page.
public func findingsReport(_ diagnostics: [Diagnostic], in files: SourceFiles) -> Document {
  var page = Document()
  var lines = FindingLines(files)
  for (index, diagnostic) in diagnostics.enumerated() {
    if index > 0 { page.append(.gap) }
    page.append(contentsOf: finding(diagnostic, &lines))
  }
  return page
}

/// How many problems there are, in one line: `3 errors, 1 warning in 2 files`.
public func findingsSummary(_ diagnostics: [Diagnostic]) -> String {
  let parts = [Severity.error, .warning, .note].compactMap { severity -> String? in
    let count = diagnostics.count { $0.severity == severity }
    return count == 0 ? nil : counted(count, severity.rawValue)
  }
  let files = Set(diagnostics.map(\.place.file)).count
  return parts.isEmpty
    ? "no problems"
    : parts.joined(separator: ", ") + " in "
      + counted(files, "file")
}

/// Puts problems in the order of files and of places in them.
public func inFileOrder(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
  func key(_ item: (offset: Int, element: Diagnostic)) -> (UInt32, UInt32, Int) {
    (item.element.place.file.index, item.element.place.range.lower, item.offset)
  }
  return diagnostics.enumerated().sorted { key($0) < key($1) }.map(\.element)
}

private func finding(_ diagnostic: Diagnostic, _ lines: inout FindingLines) -> Document {
  var page = Document()
  let tone = diagnostic.severity.tone
  guard let at = lines.spot(diagnostic.place) else {
    page.append(
      .verbatim(
        Line([
          .toned("\(diagnostic.severity.rawValue)[\(diagnostic.id)]", tone),
          .text(": " + diagnostic.message),
        ])
      )
    )
    return page
  }
  page.append(
    .verbatim(
      Line([
        .text("\(at.file):\(at.line):\(at.column): ", .strong),
        .toned("\(diagnostic.severity.rawValue)[\(diagnostic.id)]", tone),
        .text(": " + diagnostic.message, .strong),
      ])
    )
  )
  // A line of a file that is no text says nothing.
  if !at.bytes.contains(0) || at.bytes.count(where: { $0 == 0 }) * 8 < at.bytes.count {
    page.append(
      .excerpt(
        Excerpt(
          lineNumber: at.line,
          bytes: at.bytes,
          marked: at.marked,
          label: diagnostic.label,
          tone: tone
        )
      )
    )
  }
  let corrected = lines.corrected(diagnostic)
  if !diagnostic.advice.isEmpty {
    page.append(.verbatim(Line("   help: \(diagnostic.advice)\(corrected.isEmpty ? "" : ":")")))
  }
  for line in corrected {
    page.append(
      .excerpt(
        Excerpt(lineNumber: line.number, bytes: line.bytes, marked: line.changed, hasCaret: false)
      )
    )
  }
  for note in diagnostic.notes {
    if let at = lines.spot(note.place) {
      page.append(.verbatim(Line("   note: \(at.file):\(at.line):\(at.column): \(note.message)")))
    } else {
      page.append(.verbatim(Line("   note: \(note.message)")))
    }
  }
  return page
}

extension Severity {
  /// The colour of problems that matter so much.
  var tone: Tone {
    switch self {
    case .error: .red
    case .warning: .amber
    case .note: .grey
    }
  }
}
