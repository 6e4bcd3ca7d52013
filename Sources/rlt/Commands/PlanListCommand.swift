import ArgumentParser
import PlanFiles
import PlanModel
import PlanReports

/// The plans there are.
struct PlanListCommand: HostCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "The plans of each trust: years, and how much is in them.",
    usage: "rlt plan list [<options>]",
    discussion: """
      EXAMPLES:
        rlt plan list
        rlt plan list --format json
      """
  )

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  var request: PlanListRequest {
    PlanListRequest(workspace: workspace.choice, output: output.choice)
  }
}

/// The plans there are, as asked for.
struct PlanListRequest: Request {
  var workspace: WorkspaceChoice
  var output: OutputChoice

  func run(on host: Host) throws -> ExitStatus {
    let session = try Session(workspace, output, on: host, load: .plansAlone)
    let records = try session.trusts.map { loaded in
      guard let name = workspace.plan else { return (loaded.record.trust, loaded.record.plans) }
      return (loaded.record.trust, [try session.plan(name, of: loaded)])
    }
    try session.answer({ planListReport(records) }, json: { planListJSON(records) })
    return session.ended(.success)
  }
}

extension PlanListRequest {
  init(_ words: inout OptionReader) {
    workspace = WorkspaceChoice(&words)
    output = OutputChoice(&words)
  }
}
