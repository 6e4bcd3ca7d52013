import ArgumentParser

/// Everything about the work that is planned.
struct ActionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "action",
    abstract: "The work of the plans: who, by when, and how it stands.",
    discussion: """
      EXAMPLES:
        rlt action list                       every action of the current plan
        rlt action list --overdue --owner CFO what someone owes
        rlt action list --unowned             what nobody has taken on
      """,
    subcommands: [ActionListCommand.self]
  )
}
