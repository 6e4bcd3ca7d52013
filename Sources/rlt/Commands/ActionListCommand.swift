import ArgumentParser
import PlanFiles
import PlanModel
import PlanReports
import SourceText

/// The actions of a plan.
struct ActionListCommand: HostCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "The actions of the plan: owner, due day, and how each stands.",
    usage: "rlt action list [<options>]",
    discussion: """
      EXAMPLES:
        rlt action list --overdue --owner CFO
        rlt action list --unowned
        rlt action list --undated --priority governance
        rlt action list --year 2016/17 --status open,started
        rlt action list --overdue --fail-on overdue --quiet
                                              ends with 1 if anything is overdue
      """
  )

  @Flag(help: "Only those whose day has passed and that are neither done, stopped nor waiting.")
  var overdue = false

  @Flag(help: "Only those that nobody owns.")
  var unowned = false

  @Flag(help: "Only those without a day.")
  var undated = false

  @Option(help: ArgumentHelp("One school year, as 2016/17.", valueName: "year"))
  var year: String?

  @Option(
    help: ArgumentHelp(
      "Only these: open, started, waiting, done, stopped, not-said.",
      valueName: "names"
    )
  )
  var status: [String] = []

  @Option(help: ArgumentHelp("End with 1 if anything listed is overdue.", valueName: "level"))
  var failOn: String?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var kpis: WorkOptions
  @OptionGroup var days: WorkDayOptions
  @OptionGroup var output: ListOptions

  var request: ActionListRequest {
    ActionListRequest(
      overdue: overdue,
      unowned: unowned,
      undated: undated,
      year: year,
      status: status,
      failOn: failOn,
      workspace: workspace.choice,
      kpis: kpis.choice,
      days: days.choice,
      list: output.choice
    )
  }
}

/// The actions of a plan, as asked for.
struct ActionListRequest: Request {
  var overdue: Bool
  var unowned: Bool
  var undated: Bool
  var year: String?
  var status: [String]
  var failOn: String?
  var workspace: WorkspaceChoice
  var kpis: KPIChoice
  var days: DayChoice
  var list: ListChoice

  func run(on host: Host) throws -> ExitStatus {
    let year = try schoolYear(self.year)
    let statuses = try actionStatuses(status)
    if let failOn, failOn != "overdue" {
      throw Failure(.usage, "--fail-on: “\(failOn)” is not one of overdue")
    }
    let session = try Session(workspace, list.output, on: host, load: .currentPlanAlone)
    let asOf = try session.asOf(days)
    let selections = try session.eachPlan(workspace) { loaded, plan in
      let trust = loaded.record.trust
      let filter = try WorkFilter(kpis, in: plan, of: trust)
      return ActionSelection(trust: trust, plan: plan, asOf: asOf, files: session.files) {
        planned in
        if overdue, !planned.isOverdue(on: asOf, in: trust.calendar) { return false }
        if unowned, !planned.action.owners.isEmpty { return false }
        if undated, !planned.isUndated { return false }
        if let year, planned.years?.contains(year) != true { return false }
        if !statuses.isEmpty, !statuses.contains(where: planned.stands) { return false }
        return filter.includes(
          strategy: planned.strategy.id,
          priority: planned.priority.id,
          kpis: planned.kpis,
          owners: planned.action.owners
        )
      }
    }
    try session.answer(
      in: list.form,
      { pages(selections, actionListReport) },
      rows: { actionRows(selections) },
      json: { actionListJSON(selections) }
    )
    let isFinding = failOn != nil && selections.contains { !$0.overdue.isEmpty }
    return session.ended(isFinding ? .findings : .success)
  }
}

extension ActionListRequest {
  init(_ words: inout OptionReader) {
    overdue = words.flag("--overdue")
    unowned = words.flag("--unowned")
    undated = words.flag("--undated")
    year = words.option("--year")
    status = words.options("--status")
    failOn = words.option("--fail-on")
    workspace = WorkspaceChoice(&words)
    kpis = KPIChoice(&words)
    days = DayChoice(work: &words)
    list = ListChoice(&words)
  }
}

/// What stands for the status of an action of which nobody has said how it stands.
private let notSaid = "not-said"

extension PlannedAction {
  /// Whether it stands as a word says; what waits for a condition is `waiting` besides.
  fileprivate func stands(_ word: String) -> Bool {
    word == action.status?.value.rawValue ?? notSaid
      || word == Action.Status.waiting.rawValue && isWaiting
  }
}

/// The statuses of actions that were asked for, checked; several may share a word.
private func actionStatuses(_ words: [String]) throws -> [String] {
  let known = Action.Status.allCases.map(\.rawValue) + [notSaid]
  return try words.flatMap { $0.split(separator: ",").map { $0.filter { $0 != " " } } }.map {
    let name = $0.lowercased()
    if known.contains(name) { return name }
    let near = nearestNames(to: name, among: known)
    let help = near.isEmpty ? "" : "\n  did you mean \(near.joined(separator: " or "))?"
    throw Failure(
      .usage,
      "no status of an action is called “\(name)”\(help)\n  statuses: "
        + known.joined(separator: ", ")
    )
  }
}
