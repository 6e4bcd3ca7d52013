import ArgumentParser
import PlanReports

/// Why a KPI is what it is.
struct KPIExplainCommand: HostCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Why a KPI is red, amber, green or grey: every step, with its file and line.",
    usage: "rlt kpi explain <kpi> [<options>]",
    discussion: """
      EXAMPLES:
        rlt kpi explain gov.staffing-spend --school Ketton
        rlt kpi explain "staff costs" --as-of 2017-03-31
      """
  )

  @Argument(help: ArgumentHelp("The KPI, by id or title.", valueName: "kpi"))
  var name: String

  @Option(name: .long, help: ArgumentHelp("One school; may be repeated.", valueName: "name"))
  var school: [String] = []

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var days: DayOptions
  @OptionGroup var output: OutputOptions

  var request: KPIExplainRequest {
    KPIExplainRequest(
      name: name,
      school: school,
      workspace: workspace.choice,
      days: days.choice,
      output: output.choice
    )
  }
}

/// Why a KPI is what it is, as asked for.
struct KPIExplainRequest: Request {
  var name: String
  var school: [String]
  var workspace: WorkspaceChoice
  var days: DayChoice
  var output: OutputChoice

  func run(on host: Host) throws -> ExitStatus {
    let session = try Session(workspace, output, on: host, load: .verdicts, mentioning: school)
    let subjects = try session.subjects(workspace, KPIChoice(kpi: name), schools: school, days)
    try session.answer(
      { pages(subjects, explainReport) },
      json: { statusJSON(subjects, schema: "rlt.kpi-explain/1") }
    )
    return session.ended(.success)
  }
}

extension KPIExplainRequest {
  init(_ words: inout OptionReader) {
    school = words.options("--school")
    name = words.argument()
    workspace = WorkspaceChoice(&words)
    days = DayChoice(&words)
    output = OutputChoice(&words)
  }
}
