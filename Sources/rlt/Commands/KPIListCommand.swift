import ArgumentParser
import PlanFiles
import PlanModel
import PlanReports

/// The KPIs of a plan.
struct KPIListCommand: HostCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "The KPIs of a plan: target, for whom, how often, and who answers for them.",
    usage: "rlt kpi list [<options>]",
    discussion: """
      EXAMPLES:
        rlt kpi list
        rlt kpi list --owner CFO
        rlt kpi list --strategy "working together" --format json
      """
  )

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var kpis: KPIOptions
  @OptionGroup var output: ListOptions

  var request: KPIListRequest {
    KPIListRequest(workspace: workspace.choice, kpis: kpis.choice, list: output.choice)
  }
}

/// The KPIs of a plan, as asked for.
struct KPIListRequest: Request {
  var workspace: WorkspaceChoice
  var kpis: KPIChoice
  var list: ListChoice

  func run(on host: Host) throws -> ExitStatus {
    let session = try Session(workspace, list.output, on: host, load: .currentPlanAlone)
    let selections = try session.eachPlan(workspace) { loaded, plan in
      let filter = try KPIFilter(kpis, in: plan, of: loaded.record.trust)
      var selection = KPISelection(
        trust: loaded.record.trust,
        plan: plan,
        files: session.files,
        includes: filter.includes
      )
      selection.evidenceID = filter.evidence
      return selection
    }
    try session.answer(
      in: list.form,
      { pages(selections, kpiListReport) },
      rows: { kpiRows(selections) },
      json: { kpiListJSON(selections) }
    )
    return session.ended(.success)
  }
}

extension KPIListRequest {
  init(_ words: inout OptionReader) {
    workspace = WorkspaceChoice(&words)
    kpis = KPIChoice(&words)
    list = ListChoice(&words)
  }
}
