import ArgumentParser
import PlanFiles
import PlanModel

/// Changes an action of a plan.
struct PlanEditActionCommand: HostCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit-action",
    abstract: "Changes an action: its text, owner, due date, status, …",
    usage: "rlt plan edit-action <action> [<options>]",
    discussion: """
      EXAMPLES:
        rlt plan edit-action review-central-services --due 2017-01-31 --status started
        rlt plan edit-action review-central-services --owner CFO --owner CEO
        rlt plan edit-action review-central-services --due ""      removes the date
      """
  )

  @Argument(help: ArgumentHelp("The action, by id.", valueName: "action"))
  var action: String?

  @Option(help: ArgumentHelp("What is to be done.", valueName: "text"))
  var text: String?

  @Option(help: ArgumentHelp("What came of it.", valueName: "text"))
  var impact: String?

  @Option(help: ArgumentHelp("A KPI it serves; may be repeated.", valueName: "name"))
  var kpi: [String] = []

  @OptionGroup var fields: ActionOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var write: WriteOptions
  @OptionGroup var output: OutputOptions

  var request: PlanEditActionRequest {
    PlanEditActionRequest(
      action: action,
      text: text,
      impact: impact,
      kpi: kpi,
      fields: fields.choice,
      workspace: workspace.choice,
      write: write.choice,
      output: output.choice
    )
  }
}

/// Changes an action of a plan, as asked for.
struct PlanEditActionRequest: Request {
  var action: String?
  var text: String?
  var impact: String?
  var kpi: [String]
  var fields: ActionChoice
  var workspace: WorkspaceChoice
  var write: WriteChoice
  var output: OutputChoice

  func run(on host: Host) throws -> ExitStatus {
    let editing = try PlanEditing(workspace, write, output, on: host)
    let part = try editing.part(action, .action, "action", option: "its id")
    let edited = editing.plans[part.plan]
    var change = ActionChange()
    change.text = text
    change.impact = impact
    if !fields.owner.isEmpty {
      let names = fields.owner.filter { !$0.isEmpty }
      change.owners = try owners(names, of: edited.trust)
    }
    if !kpi.isEmpty {
      change.kpis = try kpi.filter { !$0.isEmpty }.map {
        try editing.part($0, .kpi, "KPI", option: "--kpi").id
      }
    }
    change.due = fields.due
    change.status = try fields.knownStatus
    change.resources = fields.resources
    change.note = fields.note
    if change == ActionChange() {
      let due = try editing.asker.optionalText(nil, "When is it due now?")
      let status = try editing.asker.optionalText(
        nil,
        "How does it stand: open, started, waiting, stopped?"
      )
      change.due = due
      change.status = try ActionChoice(status: status).knownStatus
    }
    guard change != ActionChange() else {
      throw Failure(
        .usage,
        "what is to change? give --due, --owner, --status, --text, --resources, --note or --impact"
      )
    }
    return try editing.perform("plan-edit-action", on: edited) { document in
      let edit = try editAction(part.id, change, in: document)
      let words = EditWords(
        summary: "Changed the action \(part.id)",
        id: part.id,
        next: ["rlt plan complete-action \(part.id)", "rlt undo"]
      )
      return (edit, words)
    }
  }
}

extension PlanEditActionRequest {
  init(_ words: inout OptionReader) {
    text = words.option("--text")
    impact = words.option("--impact")
    kpi = words.options("--kpi")
    fields = ActionChoice(&words)
    workspace = WorkspaceChoice(&words)
    write = WriteChoice(&words)
    output = OutputChoice(&words)
    action = words.optionalArgument()
  }
}
