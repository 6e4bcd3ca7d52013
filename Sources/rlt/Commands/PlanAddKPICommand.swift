import ArgumentParser
import PlanFiles
import PlanModel

/// Adds a KPI to a plan.
struct PlanAddKPICommand: HostCommand {
  static let configuration = CommandConfiguration(
    commandName: "add-kpi",
    abstract: "Adds a KPI at the end of a priority.",
    usage: "rlt plan add-kpi <id> [<options>]",
    discussion: """
      EXAMPLES:
        rlt plan add-kpi gov.audit --priority governance --title "Audit points closed" \\
          --unit % --target "at least 95%" --for "every school" --frequency yearly --owner CFO
        rlt plan add-kpi gov.audit --priority governance      asks for the rest
      """
  )

  @Argument(
    help: ArgumentHelp("The id: small letters and digits, joined by - and .", valueName: "id")
  )
  var id: String?

  @Option(help: ArgumentHelp("The priority it belongs to.", valueName: "name"))
  var priority: String?

  @Option(help: ArgumentHelp("The title.", valueName: "text"))
  var title: String?

  @OptionGroup var fields: KPIFieldOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var write: WriteOptions
  @OptionGroup var output: OutputOptions

  var request: PlanAddKPIRequest {
    PlanAddKPIRequest(
      id: id,
      priority: priority,
      title: title,
      fields: fields.choice,
      workspace: workspace.choice,
      write: write.choice,
      output: output.choice
    )
  }
}

/// Adds a KPI to a plan, as asked for.
struct PlanAddKPIRequest: Request {
  var id: String?
  var priority: String?
  var title: String?
  var fields: KPIFieldChoice
  var workspace: WorkspaceChoice
  var write: WriteChoice
  var output: OutputChoice

  func run(on host: Host) throws -> ExitStatus {
    let editing = try PlanEditing(workspace, write, output, on: host)
    let asker = editing.asker
    let home = try editing.part(priority, .priority, "priority", option: "--priority")
    let edited = editing.plans[home.plan]
    let id = try asker.text(id, "Its id, such as gov.audit?", missing: "give an id")
    let title = try asker.text(title, "Its title?", missing: "give --title")
    var kpi = NewKPI(id, title: title, in: home.id)
    kpi.unit = try asker.optionalText(fields.unit, "What do its figures count, such as %?")
    kpi.target = try asker.optionalText(fields.target, "Its target, such as at least 95%?")
    kpi.scale = fields.scale
    kpi.amber = fields.amber
    kpi.quantifier = fields.quantifier
    kpi.deadline = fields.by
    kpi.frequency = fields.frequency
    kpi.note = fields.note
    kpi.owners = try owners(fields.owner, of: edited.trust)
    if let level = fields.level {
      guard let known = KPI.Level(rawValue: level) else {
        throw Failure(.usage, "--level: “\(level)” is neither school nor trust")
      }
      kpi.level = known
    }
    return try editing.perform("plan-add-kpi", on: edited) { document in
      let words = EditWords(
        summary: "Added the KPI \(id) to the priority \(home.id)",
        id: id,
        next: ["rlt kpi record \(id) … --period …", "rlt kpi show \(id)", "rlt undo"]
      )
      return (try addKPI(kpi, to: document), words)
    }
  }
}

extension PlanAddKPIRequest {
  init(_ words: inout OptionReader) {
    priority = words.option("--priority")
    title = words.option("--title")
    fields = KPIFieldChoice(&words)
    workspace = WorkspaceChoice(&words)
    write = WriteChoice(&words)
    output = OutputChoice(&words)
    id = words.optionalArgument()
  }
}
