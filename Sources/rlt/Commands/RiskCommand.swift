import ArgumentParser

/// Everything about the risks of the plans.
struct RiskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "risk",
    abstract: "What may go wrong, and what is done about it.",
    discussion: """
      EXAMPLES:
        rlt risk list                         every risk of the current plan
        rlt risk list --unmitigated           those about which nothing is done
      """,
    subcommands: [RiskListCommand.self]
  )
}
