import ArgumentParser
import PlanFiles
import SourceText

/// Puts the layout of files in order.
struct FormatCommand: HostCommand {
  static let configuration = CommandConfiguration(
    commandName: "format",
    abstract: "Puts indentation, spaces and blank lines of plan and trust files in order.",
    usage: "rlt format [<file> ...] [<options>]",
    discussion: """
      EXAMPLES:
        rlt format               every plan and trust file
        rlt format --diff        what would change
        rlt format --check       ends with 1 if anything would change
        rlt format data/rutland/trust.yaml

      Only layout changes: never a word, a comment, a quote or the order of anything.
      """
  )

  @Argument(help: ArgumentHelp("Files; all plan and trust files if left out.", valueName: "file"))
  var paths: [String] = []

  @Flag(help: "Write nothing; end with 1 if a file is not in order.")
  var check = false

  @Flag(help: "Print what would change, as a unified diff; write nothing.")
  var diff = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var write: WriteOptions
  @OptionGroup var output: OutputOptions

  var request: FormatRequest {
    FormatRequest(
      paths: paths,
      check: check,
      diff: diff,
      workspace: workspace.choice,
      write: write.choice,
      output: output.choice
    )
  }
}

/// Puts the layout of files in order, as asked for.
struct FormatRequest: Request {
  var paths: [String]
  var check: Bool
  var diff: Bool
  var workspace: WorkspaceChoice
  var write: WriteChoice
  var output: OutputChoice

  func run(on host: Host) throws -> ExitStatus {
    let session = Session(output, on: host, files: SourceFiles())
    let paths = try paths.isEmpty ? allFiles(host) : paths
    var choice = write
    if check || diff { choice.dryRun = true }
    var output = output
    if check, !diff, output.format == .text { output.quiet = true }
    var differs = false
    var run = EditRun(session: session, write: choice, command: "format")
    run.showsDiff = diff || write.dryRun
    var refused: [String] = []
    let status = try run.perform(touching: paths) { bytes in
      var planned = PlannedEdit(files: [], summary: "")
      refused = []
      for path in paths {
        guard let before = try bytes(path) else {
          throw Failure(.unreadable, "there is no file \(run.shown(path))")
        }
        do throws(EditProblem) {
          let after = try formatted(SourceFile(name: run.shown(path), bytes: before))
          guard after != before else { continue }
          planned.files.append(PlannedEdit.File(path: path, before: before, after: after))
        } catch {
          refused.append(error.message)
        }
      }
      differs = !planned.files.isEmpty
      let count = planned.files.count
      let files = count == 1 ? "1 file" : "\(count) files"
      if count == 0 {
        planned.summary = "Every file is in order"
      } else {
        planned.summary = choice.dryRun ? "\(files) would change" : "Put \(files) in order"
        planned.next = choice.dryRun ? ["rlt format"] : ["rlt undo"]
      }
      return planned
    }
    for message in refused { host.complain(message) }
    if !refused.isEmpty { return .unreadable }
    return check && differs ? .findings : status
  }

  private func allFiles(_ host: Host) throws -> [String] {
    let found = try rlt.workspace(workspace, on: host)
    var paths: [String] = []
    for folder in found.trusts {
      paths.append(joinedPath(folder, "trust.yaml"))
      let plans = joinedPath(folder, "plans")
      let names = ((try? host.disk.names(in: plans)) ?? []).sorted()
      for name in names
      where TrustFileKind(name: name, in: "plans") == .plan {
        paths.append(joinedPath(plans, name))
      }
    }
    return paths
  }
}

extension FormatRequest {
  init(_ words: inout OptionReader) {
    check = words.flag("--check")
    diff = words.flag("--diff")
    workspace = WorkspaceChoice(&words)
    write = WriteChoice(&words)
    output = OutputChoice(&words)
    paths = words.allArguments()
  }
}
