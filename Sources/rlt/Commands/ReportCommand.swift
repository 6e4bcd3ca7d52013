import ArgumentParser

/// Everything that is made to be read by others: on a screen, on a page, on paper.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Reports to read, print and send.",
    discussion: """
      EXAMPLES:
        rlt report summary                    one screen: what is red, late, not known
        rlt report matrix                     schools against KPIs
        rlt report school --school Ketton     one school's page
        rlt report board                      the pack that a board reads
        rlt report dashboard --output site    linked pages for a browser
        rlt report summary --output now.json  the same for other programs

      The form is what --format says, else what the name of the file says, else text.
      """,
    subcommands: [
      ReportSummaryCommand.self, ReportWeeklyCommand.self, ReportMatrixCommand.self,
      ReportSchoolCommand.self, ReportBoardCommand.self, ReportDashboardCommand.self,
    ]
  )
}
