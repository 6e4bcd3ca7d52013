import PlanFiles
import PlanReports
import SourceText

extension ValidateRequest {
  /// Puts right what is safe to put right, and says so; a dry run prints the difference.
  ///
  /// - Parameters:
  ///   - files: The files that are meant.
  ///   - choice: The rules that are wanted.
  ///   - host: The outside world.
  /// - Throws: Why nothing was written.
  func fix(_ files: CheckedFiles, _ choice: RuleChoice, on host: Host) throws {
    let paths = files.checked.map { absolutePath(files.files[$0].name, in: host.folder) }
      .filter { host.disk.kind(of: $0) == .file }
    // The answer is what is wrong; what was done about it is a remark beside it.
    var beside = host
    if !isDryRun { beside.output = host.errors }
    let answer = OutputChoice(output: isDryRun ? output.outputs.last : nil, quiet: output.quiet)
    let session = Session(answer, on: beside, files: files.files)
    let run = EditRun(
      session: session,
      write: WriteChoice(dryRun: isDryRun),
      command: "validate-fix"
    )
    // Asked first, so that nothing is locked where there is nothing to do.
    let changed = paths.filter { path in
      guard let bytes = try? host.disk.bytes(of: path, atMost: LoadOptions.maximumFileSize) else {
        return false
      }
      return !corrected(path, bytes, choice, on: host).fixes.isEmpty
    }
    if changed.isEmpty {
      if isDryRun { try tellNothing(files, choice, session) }
      return
    }
    _ = try run.perform(touching: changed) { bytes in
      var planned = PlannedEdit(files: [], summary: "")
      for path in changed {
        guard let before = try bytes(path) else { continue }
        let after = corrected(path, before, choice, on: host)
        guard after.bytes != before else { continue }
        planned.details += after.fixes.map { fix in
          "\(run.shown(path)):\(fix.at.line):\(fix.at.column): \(fix.problem.id): "
            + fix.problem.message
        }
        planned.files.append(.init(path: path, before: before, after: after.bytes))
      }
      let number = planned.details.count
      let mistakes = number == 1 ? "1 mistake" : "\(number) mistakes"
      planned.summary = isDryRun ? "\(mistakes) would be put right" : "Put \(mistakes) right"
      if isDryRun { planned.details.insert(planned.summary + ":", at: 0) }
      planned.next = isDryRun ? [] : ["rlt undo"]
      return planned
    }
  }

  /// Refuses forms of the answer that a dry run does not have.
  ///
  /// - Throws: Which form that is.
  func checkDryRun() throws {
    guard fixes else { throw Failure(.usage, "--dry-run goes with --fix") }
    let forms = try output.destinations().map(\.form)
    guard forms.allSatisfy({ $0 == .text }), output.outputs.count < 2 else {
      throw Failure(
        .usage,
        "--fix --dry-run answers with the difference, in no other form"
          + "\n  leave out --dry-run, or --format"
      )
    }
  }

  private func corrected(
    _ path: String,
    _ bytes: [UInt8],
    _ choice: RuleChoice,
    on host: Host
  ) -> FixedFile {
    fixed(SourceFile(name: path, bytes: bytes), where: choice.isWanted) { bytes in
      guard let folder = try? trustFolder(of: path, shown: path, on: host) else { return [] }
      var load = LoadOptions()
      load.reportsEverything = true
      var files = SourceFiles()
      let disk = OverlaidFileSystem(base: host.disk, path: path, content: bytes)
      return loadTrust(folder, from: disk, into: &files, load).diagnostics
    }
  }

  /// Says that nothing would be done, and how much is left to do.
  private func tellNothing(
    _ files: CheckedFiles,
    _ choice: RuleChoice,
    _ session: Session
  ) throws {
    try session.write([])
    let left = files.problems.filter(choice.isWanted)
    guard !left.isEmpty, !output.quiet else { return }
    session.host.remark(
      "nothing can be put right by itself; left are \(findingsSummary(left))"
        + "\n  `rlt validate` shows them"
    )
  }
}
