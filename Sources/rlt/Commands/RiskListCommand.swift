import ArgumentParser
import PlanFiles
import PlanModel
import PlanReports
import SourceText

/// The risks of a plan.
struct RiskListCommand: HostCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "The risks of the plan, each with what is done about it.",
    usage: "rlt risk list [<options>]",
    discussion: """
      EXAMPLES:
        rlt risk list
        rlt risk list --unmitigated
        rlt risk list --trust learning-together --format json
      """
  )

  @Flag(help: "Only those about which nothing is done.")
  var unmitigated = false

  @Option(help: ArgumentHelp("The risks that threaten one KPI.", valueName: "name"))
  var kpi: String?

  @Option(help: ArgumentHelp("The risks that someone watches.", valueName: "role"))
  var owner: String?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: ListOptions

  var request: RiskListRequest {
    RiskListRequest(
      unmitigated: unmitigated,
      kpi: kpi,
      owner: owner,
      workspace: workspace.choice,
      list: output.choice
    )
  }
}

/// The risks of a plan, as asked for.
struct RiskListRequest: Request {
  var unmitigated: Bool
  var kpi: String?
  var owner: String?
  var workspace: WorkspaceChoice
  var list: ListChoice

  func run(on host: Host) throws -> ExitStatus {
    let session = try Session(workspace, list.output, on: host, load: .currentPlanAlone)
    let selections = try session.eachPlan(workspace) { loaded, plan in
      let trust = loaded.record.trust
      let filter = try WorkFilter(KPIChoice(kpi: kpi, owner: owner), in: plan, of: trust)
      return RiskSelection(trust: trust, plan: plan, files: session.files) { risk in
        if unmitigated, !risk.mitigations.isEmpty { return false }
        return filter.includes(
          strategy: nil,
          priority: nil,
          kpis: risk.kpis.map(\.value),
          owners: risk.owners + risk.mitigations.flatMap(\.owners)
        )
      }
    }
    try session.answer(
      in: list.form,
      { pages(selections, riskListReport) },
      rows: { riskRows(selections) },
      json: { riskListJSON(selections) }
    )
    return session.ended(.success)
  }
}

extension RiskListRequest {
  init(_ words: inout OptionReader) {
    unmitigated = words.flag("--unmitigated")
    kpi = words.option("--kpi")
    owner = words.option("--owner")
    workspace = WorkspaceChoice(&words)
    list = ListChoice(&words)
  }
}
