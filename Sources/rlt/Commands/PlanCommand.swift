import ArgumentParser

/// Everything about what is planned.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "What the plans say.",
    discussion: """
      EXAMPLES:
        rlt plan list                         the plans there are
        rlt plan show                         the whole of the current plan
        rlt plan show --priority governance --year 2016/17
      """,
    subcommands: [PlanListCommand.self, PlanShowCommand.self]
  )
}
