import ArgumentParser
import PlanFiles
import PlanModel
import PlanReports
import SourceText

/// The milestones of a plan.
struct MilestoneListCommand: HostCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "The milestones of the plan: due day, how late, and whether the date was moved.",
    usage: "rlt milestone list [<options>]",
    discussion: """
      EXAMPLES:
        rlt milestone list
        rlt milestone list --as-of 2020-03-01
        rlt milestone list --trust learning-together --format json
      """
  )

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var kpis: WorkOptions
  @OptionGroup var days: WorkDayOptions
  @OptionGroup var output: ListOptions

  var request: MilestoneListRequest {
    MilestoneListRequest(
      workspace: workspace.choice,
      kpis: kpis.choice,
      days: days.choice,
      list: output.choice
    )
  }
}

/// The milestones of a plan, as asked for.
struct MilestoneListRequest: Request {
  var workspace: WorkspaceChoice
  var kpis: KPIChoice
  var days: DayChoice
  var list: ListChoice

  func run(on host: Host) throws -> ExitStatus {
    let session = try Session(workspace, list.output, on: host, load: .currentPlanAlone)
    let asOf = try session.asOf(days)
    let selections = try session.eachPlan(workspace) { loaded, plan in
      let trust = loaded.record.trust
      let filter = try WorkFilter(kpis, in: plan, of: trust)
      return MilestoneSelection(
        trust: trust,
        plan: plan,
        asOf: asOf,
        files: session.files,
        includesDates: {
          filter.includes(
            strategy: $0.strategy.id,
            priority: $0.priority.id,
            kpis: $0.kpis,
            owners: $0.owners
          )
        },
        includes: {
          filter.includes(
            strategy: $0.strategy.id,
            priority: $0.priority.id,
            kpis: $0.milestone.kpis.map(\.value),
            owners: $0.milestone.owners
          )
        }
      )
    }
    try session.answer(
      in: list.form,
      { pages(selections, milestoneListReport) },
      rows: { milestoneRows(selections) },
      json: { milestoneListJSON(selections) }
    )
    return session.ended(.success)
  }
}

extension MilestoneListRequest {
  init(_ words: inout OptionReader) {
    workspace = WorkspaceChoice(&words)
    kpis = KPIChoice(&words)
    days = DayChoice(work: &words)
    list = ListChoice(&words)
  }
}
