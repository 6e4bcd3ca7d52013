import ArgumentParser

/// Everything about the milestones of the plans.
struct MilestoneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "milestone",
    abstract: "The points on the way: when each is due, and whether its date was moved.",
    discussion: """
      EXAMPLES:
        rlt milestone list                    every milestone of the current plan
        rlt milestone list --as-of 2020-03-01 how late they were on a day
      """,
    subcommands: [MilestoneListCommand.self]
  )
}
