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
      .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
      .filter { host.disk.kind(of: $0) == .file }
    // The answer is what is wrong; what was done about it is a remark beside it.
    var beside = host
    if !isDryRun { beside.output = host.errors }
    let session = Session(OutputChoice(quiet: output.quiet), on: beside, files: files.files)
    let run = EditRun(
      session: session,
      write: WriteChoice(dryRun: isDryRun),
      command: "validate-fix"
    )
    var count = 0
    // Asked first, so that nothing is locked where there is nothing to do.
    for path in paths where try !fixes(path, host.disk.bytes(of:atMost:), choice).isEmpty {
      count += 1
    }
    guard count > 0 else { return }
    _ = try run.perform(touching: paths) { bytes in
      var planned = PlannedEdit(files: [], summary: "")
      var number = 0
      for path in paths {
        guard let before = try bytes(path) else { continue }
        let after = fixed(SourceFile(name: path, bytes: before), where: choice.isWanted)
        guard after.bytes != before else { continue }
        number += after.fixes.count
        planned.files.append(.init(path: path, before: before, after: after.bytes))
      }
      let mistakes = number == 1 ? "1 mistake" : "\(number) mistakes"
      planned.summary = isDryRun ? "\(mistakes) would be put right" : "Put \(mistakes) right"
      planned.next = isDryRun ? [] : ["rlt undo"]
      return planned
    }
  }

  private func fixes(
    _ path: String,
    _ read: (String, Int) throws(FileSystemError) -> [UInt8],
    _ choice: RuleChoice
  ) throws -> [Diagnostic] {
    guard let bytes = try? read(path, LoadOptions.maximumFileSize) else { return [] }
    return fixed(SourceFile(name: path, bytes: bytes), where: choice.isWanted).fixes
  }
}
