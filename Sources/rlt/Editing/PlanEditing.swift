import PlanFiles
import PlanModel
import SourceText

/// An edit of one plan file: what every such command does round its own intent.
struct PlanEditing {
  let session: Session
  let plans: [EditedPlan]
  let asker: Asker
  let write: WriteChoice

  init(
    _ workspace: WorkspaceChoice,
    _ write: WriteChoice,
    _ output: OutputChoice,
    on host: Host
  ) throws {
    session = try Session(workspace, output, on: host, load: .currentPlanAlone)
    plans = try session.editedPlans(workspace.plan)
    asker = Asker(host, write, output)
    self.write = write
  }

  /// The only plan there is to add to, where nothing in it says which one.
  func onlyPlan() throws -> EditedPlan {
    if plans.count == 1, let only = plans.first { return only }
    let names = plans.map(\.trust.id).joined(separator: ", ")
    throw Failure(.usage, "which trust? give --trust\n  there are: \(names)")
  }

  /// One part of one plan, by name.
  func part(
    _ given: String?,
    _ kind: PlanPart.Kind,
    _ noun: String,
    option: String
  ) throws -> PlanPart {
    let candidates = plans.candidates([kind], shown: [kind])
    return try asker.choice(given, "Which \(noun)?", noun, option: option, among: candidates)
  }

  /// Carries out an edit of a plan.
  ///
  /// - Parameters:
  ///   - command: The command in the name of the JSON schema.
  ///   - edited: The plan.
  ///   - make: Works out the edit from the file as it is now.
  /// - Returns: How the command ends.
  /// - Throws: Why nothing was written.
  func perform(
    _ command: String,
    on edited: EditedPlan,
    _ make: (PlanDocument) throws -> (edit: PlanEdit, words: EditWords)
  ) throws -> ExitStatus {
    let path = try session.path(of: edited)
    let run = EditRun(session: session, write: write, command: command)
    return try run.perform(touching: [path]) { bytes in
      guard let bytes = try bytes(path) else {
        throw Failure(.sideEffect, "\(run.shown(path)) is not there any more; nothing was written")
      }
      let file = SourceFile(name: run.shown(path), bytes: bytes)
      let (edit, words) = try make(try PlanDocument(file, of: edited.trust))
      return PlannedEdit(
        files: [
          PlannedEdit.File(path: path, before: edit.before.bytes, after: edit.after.bytes)
        ],
        summary: words.summary,
        id: words.id,
        next: words.next,
        remarks: edit.remarks,
        remarksFile: edit.after
      )
    }
  }
}

/// What is said of an edit.
struct EditWords {
  var summary: String
  var id: String?
  var next: [String] = []
}
