import ArgumentParser
import Documents
import PlanReports

/// What is wrong in the files.
struct ValidateCommand: HostCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract:
      "Every problem of every file, with its line and what to do; silence if there is none.",
    discussion: """
      EXAMPLES:
        rlt validate
        rlt validate data/rutland
        rlt validate --format json
      """
  )

  @Argument(help: ArgumentHelp("Folders or files to check.", valueName: "path"))
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
    let session = try Session(workspace, output, on: host)
    return try session.validate(paths)
  }
}

extension ValidateRequest {
  init(_ words: inout OptionReader) {
    paths = words.allArguments()
    workspace = WorkspaceChoice(&words)
    output = OutputChoice(&words)
  }
}
