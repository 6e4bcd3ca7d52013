import ArgumentParser
import PlanFiles
import PlanModel

/// Says of an action that it is done.
struct PlanCompleteActionCommand: HostCommand {
  static let configuration = CommandConfiguration(
    commandName: "complete-action",
    abstract: "Says that an action is done, when, and what came of it.",
    usage: "rlt plan complete-action <action> [<options>]",
    discussion: """
      EXAMPLES:
        rlt plan complete-action review-central-services
        rlt plan complete-action review-central-services --on 2017-03-20 \\
          --impact "Two contracts became one"
      """
  )

  @Argument(help: ArgumentHelp("The action, by id.", valueName: "action"))
  var action: String?

  @Option(help: ArgumentHelp("The day on which it was done; today if left out.", valueName: "day"))
  var on: String?

  @Option(help: ArgumentHelp("What came of it.", valueName: "text"))
  var impact: String?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var write: WriteOptions
  @OptionGroup var output: OutputOptions

  var request: PlanCompleteActionRequest {
    PlanCompleteActionRequest(
      action: action,
      on: on,
      impact: impact,
      workspace: workspace.choice,
      write: write.choice,
      output: output.choice
    )
  }
}

/// Says of an action that it is done, as asked for.
struct PlanCompleteActionRequest: Request {
  var action: String?
  var on: String?
  var impact: String?
  var workspace: WorkspaceChoice
  var write: WriteChoice
  var output: OutputChoice

  func run(on host: Host) throws -> ExitStatus {
    let editing = try PlanEditing(workspace, write, output, on: host)
    let part = try editing.part(action, .action, "action", option: "its id")
    let today = try editing.session.asOf(DayChoice())
    let day = try on.map { try namedDay($0, "--on") } ?? today
    guard day <= today else {
      throw Failure(.usage, "--on: \(day) has not come yet; today is \(today)")
    }
    let all = editing.plans[part.plan].plan.strategies.flatMap(\.priorities).flatMap(\.allActions)
    let earlier = all.first { $0.id == part.id }?.doneOn
    let note = earlier.map { $0 == day ? "" : ", not on \($0) as before" } ?? ""
    return try editing.perform("plan-complete-action", on: editing.plans[part.plan]) { document in
      let edit = try completeAction(part.id, on: day, impact: impact, in: document)
      let words = EditWords(
        summary: "Completed the action \(part.id) on \(day)\(note)",
        id: part.id,
        next: impact == nil
          ? ["rlt plan edit-action \(part.id) --impact \"…\"", "rlt undo"] : ["rlt undo"]
      )
      return (edit, words)
    }
  }
}

extension PlanCompleteActionRequest {
  init(_ words: inout OptionReader) {
    on = words.option("--on")
    impact = words.option("--impact")
    workspace = WorkspaceChoice(&words)
    write = WriteChoice(&words)
    output = OutputChoice(&words)
    action = words.optionalArgument()
  }
}
