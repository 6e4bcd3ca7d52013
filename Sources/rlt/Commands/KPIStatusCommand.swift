import ArgumentParser
import PlanEvaluation
import PlanFiles
import PlanModel
import PlanReports

/// Where every KPI stands.
struct KPIStatusCommand: HostCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Where every KPI stands: red, amber, green or grey, and by how much.",
    usage: "rlt kpi status [<options>]",
    discussion: """
      EXAMPLES:
        rlt kpi status --school Ketton
        rlt kpi status --school "st nicholas" --status red,amber
        rlt kpi status --priority governance --as-of 2017-03-31
        rlt kpi status --format json --output status.json
        rlt kpi status --fail-on red --quiet     ends with 1 if anything is red
        rlt kpi status --gaps                    what the plan and its readings leave open
      """
  )

  @Option(name: .long, help: ArgumentHelp("One school; may be repeated.", valueName: "name"))
  var school: [String] = []

  @Option(
    help: ArgumentHelp("Only these: red, amber, green, grey, no-reading, …", valueName: "names")
  )
  var status: [String] = []

  @Option(
    help: ArgumentHelp(
      "End with 1 if anything is red, amber (or red) or stale.",
      valueName: "level"
    )
  )
  var failOn: [String] = []

  @Flag(help: "What is left open: no reading, no owner, no figure to compare with, …")
  var gaps = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var kpis: KPIOptions
  @OptionGroup var days: DayOptions
  @OptionGroup var output: ListOptions

  var request: KPIStatusRequest {
    KPIStatusRequest(
      school: school,
      status: status,
      failOn: failOn,
      gaps: gaps,
      workspace: workspace.choice,
      kpis: kpis.choice,
      days: days.choice,
      list: output.choice
    )
  }
}

/// Where every KPI stands, as asked for.
struct KPIStatusRequest: Request {
  var school: [String]
  var status: [String]
  var failOn: [String]
  var gaps: Bool
  var workspace: WorkspaceChoice
  var kpis: KPIChoice
  var days: DayChoice
  var list: ListChoice

  func run(on host: Host) throws -> ExitStatus {
    if gaps { return try showGaps(on: host) }
    let levels = try failingLevels(failOn)
    let statuses = try statusNames(status)
    var load = LoadOptions.verdicts
    load.loadsEntities = kpis.owner != nil
    let session = try Session(workspace, list.output, on: host, load: load, mentioning: school)
    let subjects = try session.subjects(
      workspace,
      kpis,
      schools: school,
      statuses: statuses,
      days
    )
    try session.answer(
      in: list.form,
      { pages(subjects, statusReport) },
      rows: { verdictRows(subjects) },
      json: { statusJSON(subjects) }
    )
    let verdicts = subjects.lazy.flatMap(\.verdicts)
    let isFinding = verdicts.contains { verdict in levels.contains { $0.isReached(by: verdict) } }
    return session.ended(isFinding ? .findings : .success)
  }
}

extension KPIStatusRequest {
  /// Shows what the plan and its readings leave open.
  private func showGaps(on host: Host) throws -> ExitStatus {
    let session = try Session(workspace, list.output, on: host, load: .currentPlan)
    let base = try session.request(days)
    let picked = try session.schools(school)
    let all = try session.eachPlan(workspace) { loaded, plan in
      let filter = try KPIFilter(kpis, in: plan, of: loaded.record.trust)
      var request = base
      request.schools = picked.map(\.school.id)
      if !filter.isEmpty {
        request.includes = { path, kpi in
          let strategy = plan.strategies[path.strategy]
          return filter.includes(strategy, strategy.priorities[path.priority], kpi)
        }
      }
      return PlanGaps(of: loaded.record, plan: plan, request, files: session.files)
    }
    try session.answer(
      in: list.form,
      { pages(all, gapReport) },
      rows: { gapRows(all) },
      json: { gapJSON(all) }
    )
    return session.ended(.success)
  }

  init(_ words: inout OptionReader) {
    school = words.options("--school")
    status = words.options("--status")
    failOn = words.options("--fail-on")
    gaps = words.flag("--gaps")
    workspace = WorkspaceChoice(&words)
    kpis = KPIChoice(&words)
    days = DayChoice(&words)
    list = ListChoice(&words)
  }
}

/// The failing levels that were asked for, checked.
private func failingLevels(_ words: [String]) throws -> [FailingLevel] {
  try words.flatMap { $0.split(separator: ",") }.map { word in
    if let level = FailingLevel(rawValue: String(word)) { return level }
    let known = FailingLevel.allCases.map(\.rawValue).joined(separator: ", ")
    throw Failure(.usage, "--fail-on: “\(word)” is not one of \(known)")
  }
}
