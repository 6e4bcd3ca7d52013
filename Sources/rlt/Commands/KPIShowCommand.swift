import ArgumentParser
import PlanReports

/// Everything about one KPI.
struct KPIShowCommand: HostCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "One KPI: what the plan says of it, what was done, and where it stands now.",
    usage: "rlt kpi show <kpi> [<options>]",
    discussion: """
      EXAMPLES:
        rlt kpi show gov.staffing-spend
        rlt kpi show "staff costs" --school Ketton
      """
  )

  @Argument(help: ArgumentHelp("The KPI, by id or title.", valueName: "kpi"))
  var name: String

  @Option(name: .long, help: ArgumentHelp("One school; may be repeated.", valueName: "name"))
  var school: [String] = []

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var days: DayOptions
  @OptionGroup var output: OutputOptions

  var request: KPIShowRequest {
    KPIShowRequest(
      name: name,
      school: school,
      workspace: workspace.choice,
      days: days.choice,
      output: output.choice
    )
  }
}

/// Everything about one KPI, as asked for.
struct KPIShowRequest: Request {
  var name: String
  var school: [String]
  var workspace: WorkspaceChoice
  var days: DayChoice
  var output: OutputChoice

  func run(on host: Host) throws -> ExitStatus {
    let session = try Session(workspace, output, on: host, load: .currentPlan, mentioning: school)
    let subjects = try session.subjects(workspace, KPIChoice(kpi: name), schools: school, days)
    try session.answer({ pages(subjects, kpiReport) }, json: { kpiJSON(subjects) })
    return session.ended(.success)
  }
}

extension KPIShowRequest {
  init(_ words: inout OptionReader) {
    school = words.options("--school")
    name = words.argument()
    workspace = WorkspaceChoice(&words)
    days = DayChoice(&words)
    output = OutputChoice(&words)
  }
}
