import ArgumentParser
import Documents
import PlanFiles
import PlanReports
import SourceText

/// What is wrong in the files.
struct ValidateCommand: HostCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Every problem of every file, its line and what to do; silence if there is none.",
    usage: "rlt validate [<folder> ...] [<options>]",
    discussion: """
      EXAMPLES:
        rlt validate
        rlt validate data/rutland
        rlt validate --format json
      """
  )

  @Argument(help: ArgumentHelp("Folders of trusts to check.", valueName: "folder"))
  var paths: [String] = []

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  var request: ValidateRequest {
    ValidateRequest(paths: paths, workspace: workspace.choice, output: output.choice)
  }
}

/// What is wrong in the files, as asked for.
struct ValidateRequest: Request {
  var paths: [String]
  var workspace: WorkspaceChoice
  var output: OutputChoice

  func run(on host: Host) throws -> ExitStatus {
    let files = try checkedFiles(on: host)
    let writer = Session(output, on: host, files: files.files)
    let problems = inFileOrder(files.problems)
    if output.format == .json {
      try writer.write(findingsJSON(problems, in: files.files))
    } else if !problems.isEmpty {
      try writer.answer({ findingsReport(problems, in: files.files) }, json: { [] })
    }
    if !problems.isEmpty, !output.quiet {
      let more = files.omitted > 0 ? ", and \(files.omitted) more" : ""
      host.remark("\n\(findingsSummary(problems))\(more)")
    }
    return problems.contains { $0.severity == .error } ? .findings : .success
  }

  /// Every file that is meant, and every problem in it.
  private func checkedFiles(
    on host: Host
  ) throws -> (files: SourceFiles, problems: [Diagnostic], omitted: Int) {
    var files = SourceFiles()
    var problems: [Diagnostic] = []
    var omitted = 0
    var choices = paths.map { WorkspaceChoice(data: $0, trust: workspace.trust) }
    if choices.isEmpty { choices = [workspace] }
    for choice in choices {
      for loaded in try loadTrusts(choice, on: host, LoadOptions(), into: &files) {
        problems += loaded.diagnostics
        omitted += loaded.omittedCount
      }
    }
    return (files, problems, omitted)
  }
}

extension ValidateRequest {
  init(_ words: inout OptionReader) {
    paths = words.allArguments()
    workspace = WorkspaceChoice(&words)
    output = OutputChoice(&words)
  }
}
