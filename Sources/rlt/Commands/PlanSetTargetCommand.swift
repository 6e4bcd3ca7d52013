import ArgumentParser
import PlanFiles
import PlanModel

/// Sets the target of a KPI.
struct PlanSetTargetCommand: HostCommand {
  static let configuration = CommandConfiguration(
    commandName: "set-target",
    abstract: "Sets the target of a KPI: for good, from a school year on, or for one school.",
    usage: "rlt plan set-target <kpi> <target> [<options>]",
    discussion: """
      EXAMPLES:
        rlt plan set-target gov.staffing-spend "below 74%"
        rlt plan set-target pp.attendance "at least 97%" --year 2017/18 \\
          --reason "agreed by the board"
        rlt plan set-target pp.attendance "at least 95%" --school Ketton \\
          --reason "many new pupils" --until 2018-08-31
      """
  )

  @Argument(help: ArgumentHelp("The KPI, by id or title.", valueName: "kpi"))
  var kpi: String?

  @Argument(help: ArgumentHelp("The target, as \"at least 97%\".", valueName: "target"))
  var target: String?

  @Option(help: ArgumentHelp("The school year from which it holds.", valueName: "year"))
  var year: String?

  @Option(help: ArgumentHelp("The only school for which it holds.", valueName: "name"))
  var school: String?

  @Option(help: ArgumentHelp("The last day of a school's own target.", valueName: "day"))
  var until: String?

  @Option(help: ArgumentHelp("Why; kept beside the target.", valueName: "text"))
  var reason: String?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var write: WriteOptions
  @OptionGroup var output: OutputOptions

  var request: PlanSetTargetRequest {
    PlanSetTargetRequest(
      arguments: [kpi, target].compactMap { $0 },
      year: year,
      school: school,
      until: until,
      reason: reason,
      workspace: workspace.choice,
      write: write.choice,
      output: output.choice
    )
  }
}

/// Sets the target of a KPI, as asked for.
struct PlanSetTargetRequest: Request {
  var arguments: [String]
  var year: String?
  var school: String?
  var until: String?
  var reason: String?
  var workspace: WorkspaceChoice
  var write: WriteChoice
  var output: OutputChoice

  func run(on host: Host) throws -> ExitStatus {
    guard school == nil || year == nil else {
      throw Failure(.usage, "a school's own target holds until --until; leave out --year")
    }
    guard until == nil || school != nil else {
      throw Failure(.usage, "--until goes with --school")
    }
    let editing = try PlanEditing(workspace, write, output, on: host)
    let part = try editing.part(arguments.first, .kpi, "KPI", option: "its id")
    let edited = editing.plans[part.plan]
    let target = try editing.asker.text(
      arguments.dropFirst().first,
      "Which target, such as at least 97%?",
      missing: "which target? give it in quotes: rlt plan set-target \(part.id) \"at least 97%\""
    )
    var new = NewTarget(target, of: part.id)
    new.year = try year.map(schoolYear)
    new.until = try until.map { try namedDay($0, "--until") }
    new.reason = reason
    if let school {
      let index = NameIndex<School.ID>(schoolsOf: edited.trust)
      new.school = try found(index.match(school), school, "school", among: index.labels)
    }
    let holds = new.school.map { " for \($0)" } ?? new.year.map { " from \($0) on" } ?? ""
    return try editing.perform("plan-set-target", on: edited) { document in
      let words = EditWords(
        summary: "Set the target of \(part.id)\(holds) to \(target)",
        id: part.id,
        next: ["rlt kpi explain \(part.id)", "rlt undo"]
      )
      return (try setTarget(new, in: document), words)
    }
  }
}

extension PlanSetTargetRequest {
  init(_ words: inout OptionReader) {
    year = words.option("--year")
    school = words.option("--school")
    until = words.option("--until")
    reason = words.option("--reason")
    workspace = WorkspaceChoice(&words)
    write = WriteChoice(&words)
    output = OutputChoice(&words)
    arguments = words.arguments(atMost: 2)
  }
}
