import ArgumentParser
import PlanFiles
import PlanModel

/// Adds a priority to a plan.
struct PlanAddPriorityCommand: HostCommand {
  static let configuration = CommandConfiguration(
    commandName: "add-priority",
    abstract: "Adds a priority at the end of a strategy.",
    usage: "rlt plan add-priority <id> [<options>]",
    discussion: """
      EXAMPLES:
        rlt plan add-priority places --strategy "working together" \\
          --title "A place for every child" --lead CEO --starred
      """
  )

  @Argument(
    help: ArgumentHelp("The id: small letters and digits, joined by - and .", valueName: "id")
  )
  var id: String?

  @Option(help: ArgumentHelp("The strategy it belongs to.", valueName: "name"))
  var strategy: String?

  @Option(help: ArgumentHelp("The title.", valueName: "text"))
  var title: String?

  @Option(help: ArgumentHelp("Who leads it.", valueName: "role"))
  var lead: String?

  @Flag(help: "The plan marks it with a star.")
  var starred = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var write: WriteOptions
  @OptionGroup var output: OutputOptions

  var request: PlanAddPriorityRequest {
    PlanAddPriorityRequest(
      id: id,
      strategy: strategy,
      title: title,
      lead: lead,
      starred: starred,
      workspace: workspace.choice,
      write: write.choice,
      output: output.choice
    )
  }
}

/// Adds a priority to a plan, as asked for.
struct PlanAddPriorityRequest: Request {
  var id: String?
  var strategy: String?
  var title: String?
  var lead: String?
  var starred: Bool
  var workspace: WorkspaceChoice
  var write: WriteChoice
  var output: OutputChoice

  func run(on host: Host) throws -> ExitStatus {
    let editing = try PlanEditing(workspace, write, output, on: host)
    let asker = editing.asker
    let home = try editing.part(strategy, .strategy, "strategy", option: "--strategy")
    let edited = editing.plans[home.plan]
    let id = try asker.text(id, "Its id, such as places?", missing: "give an id")
    let title = try asker.text(title, "Its title?", missing: "give --title")
    var priority = NewPriority(id, title: title, in: home.id)
    priority.isStarred = starred
    priority.lead = try lead.map { try owners([$0], of: edited.trust)[0] }
    return try editing.perform("plan-add-priority", on: edited) { document in
      let words = EditWords(
        summary: "Added the priority \(id) to the strategy \(home.id)",
        id: id,
        next: ["rlt plan add-kpi … --priority \(id) --title \"…\"", "rlt undo"]
      )
      return (try addPriority(priority, to: document), words)
    }
  }
}

extension PlanAddPriorityRequest {
  init(_ words: inout OptionReader) {
    strategy = words.option("--strategy")
    title = words.option("--title")
    lead = words.option("--lead")
    starred = words.flag("--starred")
    workspace = WorkspaceChoice(&words)
    write = WriteChoice(&words)
    output = OutputChoice(&words)
    id = words.optionalArgument()
  }
}
