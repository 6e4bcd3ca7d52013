import PlanFiles
import SourceText

/// What is wrong with the files of one trust.
///
/// Nothing else of the trust is kept, and only files with problems keep their text, so that many
/// trusts can be checked without holding all that they have.
struct CheckedTrust: Sendable {
  /// The files of the trust, those without problems with their names alone.
  let files: [SourceFile]
  /// The problems, whose files are numbered within the trust.
  let problems: [Diagnostic]
  /// Whether the trust has the plan that is asked for, where one is.
  let holdsPlan: Bool

  /// Checks the files of a trust.
  ///
  /// - Parameters:
  ///   - folder: The folder of the trust.
  ///   - disk: Where files are read.
  ///   - load: How much is looked at.
  init(_ folder: String, from disk: some FileSystem, _ load: LoadOptions) {
    var files = SourceFiles()
    let loaded = loadTrust(folder, from: disk, into: &files, load)
    problems = loaded.diagnostics
    if case .named(let plan) = load.plans {
      holdsPlan = loaded.files.file(ofPlan: plan) != nil
    } else {
      holdsPlan = false
    }
    let shown = Set(problems.flatMap { [$0.place.file] + $0.notes.map(\.place.file) })
    self.files = files.files.enumerated().map { number, file in
      shown.contains(FileID(number)) ? file : SourceFile(name: file.name, bytes: [])
    }
  }
}

extension Diagnostic {
  /// The problem with its files numbered further up.
  func moved(by count: Int) -> Diagnostic {
    var moved = self
    moved.place.file = FileID(Int(place.file.index) + count)
    for index in moved.notes.indices {
      moved.notes[index].place.file = FileID(Int(notes[index].place.file.index) + count)
    }
    return moved
  }
}
