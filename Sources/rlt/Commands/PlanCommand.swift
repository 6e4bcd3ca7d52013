import ArgumentParser

/// Everything about what is planned.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "What the plans say, and how to change them.",
    discussion: """
      EXAMPLES:
        rlt plan list                         the plans there are
        rlt plan show                         the whole of the current plan
        rlt plan show --priority governance --year 2016/17
        rlt plan add-action --kpi gov.staffing-spend "Compare supply costs" --due 2017-03-31
        rlt plan complete-action compare-supply-costs --impact "Two contracts became one"
      """,
    subcommands: [
      PlanListCommand.self, PlanShowCommand.self, PlanDiffCommand.self, PlanAddActionCommand.self,
      PlanEditActionCommand.self, PlanCompleteActionCommand.self, PlanSetTargetCommand.self,
      PlanAddKPICommand.self, PlanAddPriorityCommand.self, PlanAddStrategyCommand.self,
      PlanRenameCommand.self,
    ]
  )
}
