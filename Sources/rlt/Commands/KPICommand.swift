import ArgumentParser

/// Everything about what is measured.
struct KPICommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kpi",
    abstract: "Where every KPI stands, and why.",
    discussion: """
      EXAMPLES:
        rlt kpi status --school Ketton        where every KPI of a school stands
        rlt kpi status                        every school, side by side
        rlt kpi show gov.staffing-spend       what the plan says of one KPI
        rlt kpi explain gov.staffing-spend --school Ketton
                                              why it is red, line by line
        rlt kpi list --priority governance    the KPIs of a priority
        rlt kpi record attendance --school Ketton --period "2016/17 T3" 97.2%
      """,
    subcommands: [
      KPIStatusCommand.self, KPIListCommand.self, KPIShowCommand.self, KPIExplainCommand.self,
      KPIHistoryCommand.self,
      KPIRecordCommand.self,
    ]
  )
}
