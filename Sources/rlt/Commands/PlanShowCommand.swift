import ArgumentParser
import PlanFiles
import PlanModel
import PlanReports

/// The tree of a plan.
struct PlanShowCommand: HostCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "A plan: strategies, priorities and KPIs, with what was done and is to be done.",
    usage: "rlt plan show [<options>]",
    discussion: """
      EXAMPLES:
        rlt plan show
        rlt plan show --priority governance
        rlt plan show --strategy "working together" --year 2016/17
      """
  )

  @Option(help: ArgumentHelp("One strategy.", valueName: "name"))
  var strategy: String?

  @Option(help: ArgumentHelp("One priority.", valueName: "name"))
  var priority: String?

  @Option(help: ArgumentHelp("One school year, as 2016/17.", valueName: "year"))
  var year: String?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  var request: PlanShowRequest {
    PlanShowRequest(
      strategy: strategy,
      priority: priority,
      year: year,
      workspace: workspace.choice,
      output: output.choice
    )
  }
}

/// The tree of a plan, as asked for.
struct PlanShowRequest: Request {
  var strategy: String?
  var priority: String?
  var year: String?
  var workspace: WorkspaceChoice
  var output: OutputChoice

  func run(on host: Host) throws -> ExitStatus {
    let year = try schoolYear(self.year)
    let session = try Session(workspace, output, on: host, load: .currentPlanAlone)
    let selections = try session.eachPlan(workspace) { loaded, plan in
      try selection(of: plan, loaded, session, year)
    }
    try session.answer({ pages(selections, planReport) }, json: { planJSON(selections) })
    return session.ended(.success)
  }

  private func selection(
    of plan: Plan,
    _ loaded: LoadedTrust,
    _ session: Session,
    _ year: AcademicYear?
  ) throws -> PlanSelection {
    var selection = PlanSelection(
      trust: loaded.record.trust,
      plan: plan,
      year: year,
      files: session.files
    )
    if let strategy {
      let index = NameIndex<String>(strategiesOf: plan)
      let match = index.match(strategy)
      selection.strategies = [try found(match, strategy, "strategy", among: index.labels)]
    }
    if let priority {
      let index = NameIndex<String>(prioritiesOf: plan)
      let match = index.match(priority)
      selection.priorities = [try found(match, priority, "priority", among: index.labels)]
    }
    return selection
  }
}

extension PlanShowRequest {
  init(_ words: inout OptionReader) {
    strategy = words.option("--strategy")
    priority = words.option("--priority")
    year = words.option("--year")
    workspace = WorkspaceChoice(&words)
    output = OutputChoice(&words)
  }
}
