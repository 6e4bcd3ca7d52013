import ArgumentParser
import PlanFiles
import PlanModel
import PlanReports

/// What changed between two plans.
struct PlanDiffCommand: HostCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Which KPIs came, went, or promise something else between two plans of a trust.",
    usage: "rlt plan diff <old> <new> [<options>]",
    discussion: """
      EXAMPLES:
        rlt plan diff transformation-2016-2020 strategy-2018-2022
        rlt plan diff transformation strategy --format json
      """
  )

  @Argument(help: ArgumentHelp("The plan before, by id or title.", valueName: "old"))
  var old: String

  @Argument(help: ArgumentHelp("The plan after, by id or title.", valueName: "new"))
  var new: String

  @Option(help: ArgumentHelp("The folder to read.", valueName: "folder"))
  var data: String?

  @Option(help: ArgumentHelp("One trust, by name.", valueName: "name"))
  var trust: String?

  @OptionGroup var output: OutputOptions

  var request: PlanDiffRequest {
    PlanDiffRequest(
      plans: [old, new],
      workspace: WorkspaceChoice(data: data, trust: trust),
      output: output.choice
    )
  }
}

/// What changed between two plans, as asked for.
struct PlanDiffRequest: Request {
  /// The plan before and the plan after, as typed.
  var plans: [String]
  var workspace: WorkspaceChoice
  var output: OutputChoice

  func run(on host: Host) throws -> ExitStatus {
    let session = try Session(workspace, output, on: host, load: .plansAlone)
    var problem: Failure?
    for loaded in session.trusts {
      do {
        let found = try plans.map { try session.plan($0, of: loaded) }
        let trust = loaded.record.trust
        let changes = PlanChanges(of: trust, from: found[0], to: found[1], files: session.files)
        try session.answer({ planDiffReport(changes) }, json: { planDiffJSON(changes) })
        return session.ended(.success)
      } catch let failure as Failure where failure.status == .usage {
        problem = problem ?? failure
      }
    }
    throw problem ?? Failure(.unreadable, "there is no plan here")
  }
}

extension PlanDiffRequest {
  init(_ words: inout OptionReader) {
    plans = words.twoArguments()
    workspace = WorkspaceChoice(data: words.option("--data"), trust: words.option("--trust"))
    output = OutputChoice(&words)
  }
}
