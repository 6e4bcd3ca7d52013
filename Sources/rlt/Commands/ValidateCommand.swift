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
    usage: "rlt validate [<path> ...] [<options>]",
    discussion: """
      EXAMPLES:
        rlt validate
        rlt validate data/rutland
        rlt validate data/rutland/trust.yaml
        rlt validate --format json
      """
  )

  @Argument(help: ArgumentHelp("Folders of trusts, or single files, to check.", valueName: "path"))
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
    for path in paths.isEmpty ? [nil] : paths.map(Optional.some) {
      var choice = workspace
      var only: String?
      if let path {
        let (folder, file) = try place(of: path, on: host)
        choice = WorkspaceChoice(data: folder, trust: workspace.trust)
        only = file
      }
      for loaded in try loadTrusts(choice, on: host, LoadOptions(), into: &files) {
        problems += loaded.diagnostics.filter { problem in
          only == nil || files[problem.place.file].name == only
        }
        if only == nil { omitted += loaded.omittedCount }
      }
    }
    return (files, problems, omitted)
  }

  /// The folder to load for a path, and for a file the name under which it is shown.
  private func place(of path: String, on host: Host) throws -> (folder: String, file: String?) {
    switch host.disk.kind(of: path) {
    case .folder:
      // As from a folder in which the program is started, a `data` folder inside will do.
      return (host.disk.kind(of: "\(path)/data") == .folder ? "\(path)/data" : path, nil)
    case nil: throw Failure(.unreadable, "there is no \(path)")
    case .file:
      // A trust's files stand beside trust.yaml or one folder below it.
      var folder = path
      for _ in 0..<2 {
        let parts = folder.split(separator: "/", omittingEmptySubsequences: false)
        folder = parts.count > 1 ? parts.dropLast().joined(separator: "/") : "."
        if host.disk.kind(of: "\(folder)/trust.yaml") == .file {
          let base = host.folder + "/"
          return (folder, path.hasPrefix(base) ? String(path.dropFirst(base.count)) : path)
        }
      }
      throw Failure(.unreadable, "\(path) belongs to no trust: no trust.yaml stands above it")
    }
  }
}

extension ValidateRequest {
  init(_ words: inout OptionReader) {
    paths = words.allArguments()
    workspace = WorkspaceChoice(&words)
    output = OutputChoice(&words)
  }
}
