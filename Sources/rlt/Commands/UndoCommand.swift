import ArgumentParser
import PlanFiles
import SourceText

/// Takes back the last edit.
struct UndoCommand: HostCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract:
      "Takes back the last edit that rlt made here, if the files are still as it left them.",
    usage: "rlt undo [<options>]",
    discussion: """
      EXAMPLES:
        rlt undo
        rlt undo --dry-run      shows what would be taken back

      Repeated, it takes back the edit before, and so on.
      """
  )

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var write: WriteOptions
  @OptionGroup var output: OutputOptions

  var request: UndoRequest {
    UndoRequest(workspace: workspace.choice, write: write.choice, output: output.choice)
  }
}

/// Takes back the last edit, as asked for.
struct UndoRequest: Request {
  var workspace: WorkspaceChoice
  var write: WriteChoice
  var output: OutputChoice

  func run(on host: Host) throws -> ExitStatus {
    let found = try rlt.workspace(workspace, on: host)
    guard let folder = realPath(found.folder) else {
      throw Failure(.unreadable, "\(found.folder) is not there any more")
    }
    let session = Session(output, on: host, files: SourceFiles())
    let journal = EditJournal(host.environment)
    guard let entry = last(in: journal, below: found.trusts + [folder]) else {
      throw Failure(
        .usage,
        "there is nothing to take back here\n  rlt keeps a note of its own edits only"
      )
    }
    var run = EditRun(session: session, write: write, command: "undo")
    run.undoes = entry.id
    return try run.perform(touching: entry.files.map(\.path)) { bytes in
      var planned = PlannedEdit(files: [], summary: "Took back: \(entry.summary)")
      planned.details = ["made on \(entry.time) by \(entry.actor): \(entry.command)"]
      for file in entry.files {
        let now = try bytes(file.path)
        // A run that was killed between two files did not come to this one.
        if now.map({ sha256($0) }) == file.before { continue }
        guard let now, let old = file.undone(now) else {
          throw Failure(
            .sideEffect,
            "\(run.shown(file.path)) has changed since, so nothing was taken back"
              + "\n  the last edit was: \(entry.summary)"
              + "\n  on \(entry.time): \(entry.command)"
          )
        }
        let after = file.before == nil ? nil : old
        planned.files.append(PlannedEdit.File(path: file.path, before: now, after: after))
      }
      return planned
    }
  }

  /// The last edit of files below folders that has not been taken back, and did happen.
  private func last(in journal: EditJournal, below folders: [String]) -> EditJournal.Entry? {
    let real = folders.compactMap { realPath($0) }
    var undone: Set<String> = []
    for entry in journal.entries().reversed() {
      if let id = entry.undoes {
        undone.insert(id)
        continue
      }
      guard !undone.contains(entry.id), !entry.files.isEmpty,
        entry.files.allSatisfy({ file in real.contains { isBelow(file.link ?? file.path, $0) } })
      else { continue }
      // A run that was killed between its note and its file left the file as it was.
      if entry.files.allSatisfy(\.isAsBefore) { continue }
      return entry
    }
    return nil
  }

  private func isBelow(_ path: String, _ folder: String) -> Bool { path.hasPrefix(folder + "/") }
}

extension UndoRequest {
  init(_ words: inout OptionReader) {
    workspace = WorkspaceChoice(&words)
    write = WriteChoice(&words)
    output = OutputChoice(&words)
  }
}
