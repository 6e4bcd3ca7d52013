public import SourceText

/// What a check of files gave: the problems, and every file that was looked at.
public struct Findings: Sendable {
  /// The problems, in the order in which they are shown.
  public var diagnostics: [Diagnostic]
  /// The files of the run.
  public var files: SourceFiles
  /// The files that were checked, those without a problem too.
  public var checked: [FileID]

  /// Creates what a check gave.
  public init(_ diagnostics: [Diagnostic], in files: SourceFiles, checked: [FileID]) {
    self.diagnostics = diagnostics
    self.files = files
    self.checked = checked
  }

  /// The problems of each checked file, in the order of the files.
  var byFile: [(name: String, diagnostics: [Diagnostic])] {
    let found = Dictionary(grouping: diagnostics, by: \.place.file)
    return checked.map { (files[$0].name, found[$0] ?? []) }
  }
}

extension Diagnostic {
  /// What to do next, in words; empty where there is nothing to say.
  var advice: String { help.isEmpty ? fixIt?.message ?? "" : help }
}
