import Documents
import Glibc
import PlanFiles
import PlanReports
import SourceText

/// What an edit does to files, worked out but not written.
struct PlannedEdit {
  /// A file as it is and as it is to be.
  struct File {
    /// The file, as found from the workspace.
    var path: String
    var before: [UInt8]?
    var after: [UInt8]?
    var appends = false
  }

  var files: [File]
  /// What is done, as a sentence without its full stop.
  var summary: String
  /// The id of what was made or changed.
  var id: String?
  /// Further lines for the person.
  var details: [String] = []
  /// Commands that are of use next.
  var next: [String] = []
  /// Warnings about the new text, and the file as it will be.
  var remarks: [Diagnostic] = []
  var remarksFile: SourceFile?
}

/// Carries out an edit: reads under the lock, works it out, writes, keeps a note of it, reports.
struct EditRun {
  let session: Session
  let write: WriteChoice
  /// The command in the name of the JSON schema: `plan-add-action`.
  let command: String
  /// The edit that is taken back, by its id in the journal.
  var undoes: String?
  /// Whether a dry run prints the difference; otherwise it only says what would change.
  var showsDiff = true

  /// Carries out an edit.
  ///
  /// - Parameters:
  ///   - paths: The files that may change.
  ///   - work: Works out the edit from what files hold now.
  /// - Returns: How the command ends.
  /// - Throws: Why nothing was written.
  func perform(
    touching paths: [String],
    _ work: (_ bytes: (String) throws -> [UInt8]?) throws -> PlannedEdit
  ) throws -> ExitStatus {
    do {
      if write.dryRun {
        let outcome = try work(currentBytes)
        try report(outcome)
      } else {
        let outcome = try carryOut(touching: paths, work)
        try report(outcome)
      }
    } catch let problem as EditProblem {
      throw failure(problem)
    } catch let problem as WriteProblem {
      throw problem.failure
    }
    return .success
  }

  private func carryOut(
    touching paths: [String],
    _ work: (_ bytes: (String) throws -> [UInt8]?) throws -> PlannedEdit
  ) throws -> PlannedEdit {
    // A file that is a link is written where it leads to, under the lock of that folder.
    let places = try paths.map { try SafeWriter.resolved($0) }
    let writer = try SafeWriter(folders: places.map(\.folder))
    if undoes == nil { try refuseAfterHalf(Set(places.map(\.path))) }
    let outcome = try work { path in
      try writer.bytes(of: SafeWriter.resolved(path).path)
    }
    let changes = try outcome.files.map { file in
      FileChange(
        path: try SafeWriter.resolved(file.path).path,
        before: file.before,
        after: file.after,
        appends: file.appends
      )
    }
    guard !changes.isEmpty else { return outcome }
    var unnoted: String?
    // A note before the first write: what is noted and did not happen is found out by `undo`, and
    // what happened is never without a note. Taking back is noted when it is done.
    try writer.make(changes) { if undoes == nil { unnoted = note(outcome, changes) } }
    if undoes != nil { unnoted = note(outcome, []) }
    if let unnoted, !session.output.quiet {
      session.host.remark("rlt: `rlt undo` will not know of this edit: \(unnoted)")
    }
    return outcome
  }

  /// Refuses to build on an edit of several files that was stopped between two of them: repeated,
  /// it would be done twice in the first.
  private func refuseAfterHalf(_ paths: Set<String>) throws {
    guard let entry = EditJournal(session.host.environment).halfDone(among: paths) else { return }
    let left = entry.files.filter(\.isAsBefore).map { shown($0.path) }.joined(separator: ", ")
    throw Failure(
      .sideEffect,
      "the last edit was stopped halfway, so nothing was changed: \(entry.summary)"
        + "\n  on \(entry.time): \(entry.command)"
        + "\n  it did not reach \(left)"
        + "\n  run `rlt undo`, which takes back the half, then repeat it"
    )
  }

  /// Keeps what is needed to take the edit back; returns why it could not.
  private func note(_ outcome: PlannedEdit, _ changes: [FileChange]) -> String? {
    let host = session.host
    var entry = EditJournal.Entry(
      typed(host.words),
      outcome.summary,
      host.environment
    )
    entry.undoes = undoes
    entry.files = zip(outcome.files, changes).map { file, change in
      var noted = EditJournal.Entry.File(change)
      let named = SafeWriter.absolute(file.path)
      if named != change.path { noted.link = named }
      return noted
    }
    return EditJournal(host.environment).add(entry)
  }

  private func currentBytes(_ path: String) throws -> [UInt8]? {
    do throws(FileSystemError) {
      return try session.host.disk.bytes(of: path, atMost: LoadOptions.maximumFileSize)
    } catch {
      if error == .notFound { return nil }
      throw Failure(.unreadable, "\(path) could not be read: \(error.reason)")
    }
  }

  // MARK: - What is told

  private func report(_ outcome: PlannedEdit) throws {
    var diff: [UInt8] = []
    for file in outcome.files where write.dryRun || session.output.format == .json {
      diff += unifiedDiff(
        file.before ?? [],
        file.after ?? [],
        named: shown(file.path),
        isNew: file.before == nil
      )
    }
    let file = outcome.files.first
    let report = EditReport(
      command: command,
      isDryRun: write.dryRun,
      summary: outcome.summary,
      id: outcome.id,
      places: outcome.files.map { (shown($0.path), firstChangedLine($0)) },
      details: outcome.details,
      next: outcome.next,
      diff: diff
    )
    if session.output.format == .json {
      try session.write(editJSON(report))
    } else if write.dryRun, showsDiff {
      try session.write(session.isSeen ? shownOnTerminal(diff) : diff)
      if !session.output.quiet {
        for detail in outcome.details { session.host.remark(detail) }
      }
    } else if session.output.quiet {
      try session.answer({ Document() }, json: { [] })
    } else {
      try session.answer({ editReport(report) }, json: { [] })
    }
    remark(on: outcome, file)
  }

  /// A difference as a terminal shows it: what it would obey is written out.
  ///
  /// A file has every byte, as `patch` needs them.
  private func shownOnTerminal(_ diff: [UInt8]) -> [UInt8] {
    var shown: [UInt8] = []
    let lines = diff.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      if number > 0 { shown.append(0x0A) }
      let parts = line.split(separator: 0x09, omittingEmptySubsequences: false)
      for (index, part) in parts.enumerated() {
        if index > 0 { shown.append(0x09) }
        shown += safeText(String(decoding: part, as: UTF8.self)).utf8
      }
    }
    return shown
  }

  private func remark(on outcome: PlannedEdit, _ file: PlannedEdit.File?) {
    guard !outcome.remarks.isEmpty, !session.output.quiet, let after = outcome.remarksFile else {
      return
    }
    var files = SourceFiles()
    _ = files.add(SourceFile(name: shown(after.name), bytes: after.bytes))
    var page = Document([.gap])
    page.append(contentsOf: findingsReport(outcome.remarks, in: files))
    _ = session.host.errors.write(session.drawnForErrors(page))
  }

  private func failure(_ problem: EditProblem) -> Failure {
    if problem.diagnostics.count > 1 || problem.kind == .file, let file = problem.file,
      !problem.diagnostics.isEmpty
    {
      var files = SourceFiles()
      _ = files.add(file)
      let page = findingsReport(Array(problem.diagnostics.prefix(20)), in: files)
      _ = session.host.errors.write(session.drawnForErrors(page))
      session.host.remark("")
    }
    return Failure(problem.kind == .request ? .usage : .sideEffect, problem.message)
  }

  /// A path as it is shown: relative to the folder in which the program was started.
  func shown(_ path: String) -> String {
    let folder = session.host.folder
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
  }
}

/// The line, from 1, in which two versions of a file begin to differ.
private func firstChangedLine(_ file: PlannedEdit.File) -> Int? {
  guard let after = file.after else { return nil }
  let before = file.before ?? []
  var line = 1
  var at = 0
  while at < min(before.count, after.count), before[at] == after[at] {
    if after[at] == 0x0A { line += 1 }
    at += 1
  }
  return line
}

/// The words of a command as they would be typed.
private func typed(_ words: [String]) -> String {
  let quoted = words.map { word in
    let isPlain = word.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "-_./=:,%+@".utf8.contains(byte)
      }
    }
    return isPlain && !word.isEmpty ? word : "\"\(word)\""
  }
  return (["rlt"] + quoted).joined(separator: " ")
}
