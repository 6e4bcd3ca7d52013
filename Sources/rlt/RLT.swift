import ArgumentParser

/// A command: what ArgumentParser must know of it, for help and for words that are not plain.
protocol HostCommand: ParsableCommand {
  associatedtype Asked: Request

  /// What it is asked to do.
  var request: Asked { get }
}

/// The program: the root of all commands.
struct RLT: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rlt",
    abstract: "Says how the plan of a school trust stands, and why.",
    discussion: """
      EXAMPLES:
        rlt kpi status --school Ketton        where every KPI of a school stands
        rlt kpi status --status red           what is red, school by school
        rlt kpi explain gov.staffing-spend --school Ketton
                                              why it is red, line by line
        rlt report summary                    one screen: red, late, not known
        rlt diff 2016-01-01 2016-08-31        what changed between two days
        rlt plan show --priority governance   what the plan says
        rlt validate                          what is wrong in the files
        rlt kpi record attendance --school Ketton --period "2016/17 T3" 97.2%
        rlt plan add-action --kpi gov.staffing-spend "Compare supply costs"

      rlt reads the plain text files in a folder called data, here or in a folder above. \
      Only `plan add-…`, `plan edit-…` and the like, `kpi record`, `format` and `undo` \
      change them, and each keeps every byte that it was not asked to change. \
      `rlt init` begins a new folder.
      """,
    version: Version.text,
    subcommands: [
      KPICommand.self, PlanCommand.self, ActionCommand.self, MilestoneCommand.self,
      RiskCommand.self, ReportCommand.self, DiffCommand.self, ValidateCommand.self,
      MailCommand.self, TestCommand.self, SchemaCommand.self,
      FormatCommand.self,
      UndoCommand.self, InitCommand.self,
    ]
  )
}

/// The version of the program.
enum Version {
  static let number = "0.1.0"
  static let text = "rlt \(number)"
}
