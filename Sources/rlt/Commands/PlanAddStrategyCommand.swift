import ArgumentParser
import PlanFiles
import PlanModel

/// Adds a strategy to a plan.
struct PlanAddStrategyCommand: HostCommand {
  static let configuration = CommandConfiguration(
    commandName: "add-strategy",
    abstract: "Adds a strategy at the end of a plan.",
    usage: "rlt plan add-strategy <id> [<options>]",
    discussion: """
      EXAMPLES:
        rlt plan add-strategy places --title "A place for every child"
      """
  )

  @Argument(
    help: ArgumentHelp("The id: small letters and digits, joined by - and .", valueName: "id")
  )
  var id: String?

  @Option(help: ArgumentHelp("The title.", valueName: "text"))
  var title: String?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var write: WriteOptions
  @OptionGroup var output: OutputOptions

  var request: PlanAddStrategyRequest {
    PlanAddStrategyRequest(
      id: id,
      title: title,
      workspace: workspace.choice,
      write: write.choice,
      output: output.choice
    )
  }
}

/// Adds a strategy to a plan, as asked for.
struct PlanAddStrategyRequest: Request {
  var id: String?
  var title: String?
  var workspace: WorkspaceChoice
  var write: WriteChoice
  var output: OutputChoice

  func run(on host: Host) throws -> ExitStatus {
    let editing = try PlanEditing(workspace, write, output, on: host)
    let edited = try editing.onlyPlan()
    let id = try editing.asker.text(id, "Its id, such as places?", missing: "give an id")
    let title = try editing.asker.text(title, "Its title?", missing: "give --title")
    return try editing.perform("plan-add-strategy", on: edited) { document in
      let edit = try addStrategy(id, title: title, to: document)
      let words = EditWords(
        summary: "Added the strategy \(id) to the plan \(edited.plan.id)",
        id: id,
        next: ["rlt plan add-priority … --strategy \(id) --title \"…\"", "rlt undo"]
      )
      return (edit, words)
    }
  }
}

extension PlanAddStrategyRequest {
  init(_ words: inout OptionReader) {
    title = words.option("--title")
    workspace = WorkspaceChoice(&words)
    write = WriteChoice(&words)
    output = OutputChoice(&words)
    id = words.optionalArgument()
  }
}
