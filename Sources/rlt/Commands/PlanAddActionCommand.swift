import ArgumentParser
import PlanFiles
import PlanModel

/// Adds a piece of work to a plan.
struct PlanAddActionCommand: HostCommand {
  static let configuration = CommandConfiguration(
    commandName: "add-action",
    abstract: "Adds a piece of work to a KPI or a priority.",
    usage: "rlt plan add-action <text> [<options>]",
    discussion: """
      EXAMPLES:
        rlt plan add-action --kpi gov.staffing-spend --year 2016/17 \\
          "Compare supply costs across the schools" --owner CFO --due 2017-03-31
        rlt plan add-action --priority governance      asks for the rest
        rlt plan add-action --kpi gov.staffing-spend "Compare costs" --dry-run
      """
  )

  @Argument(help: ArgumentHelp("What is to be done.", valueName: "text"))
  var text: String?

  @Option(
    help: ArgumentHelp("The KPI it serves; several under a priority.", valueName: "name")
  )
  var kpi: [String] = []

  @Option(help: ArgumentHelp("The priority it stands under.", valueName: "name"))
  var priority: String?

  @Option(help: ArgumentHelp("The school year, as 2016/17.", valueName: "year"))
  var year: String?

  @OptionGroup var fields: ActionOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var write: WriteOptions
  @OptionGroup var output: OutputOptions

  var request: PlanAddActionRequest {
    PlanAddActionRequest(
      text: text,
      kpi: kpi,
      priority: priority,
      year: year,
      fields: fields.choice,
      workspace: workspace.choice,
      write: write.choice,
      output: output.choice
    )
  }
}

/// Adds a piece of work to a plan, as asked for.
struct PlanAddActionRequest: Request {
  var text: String?
  var kpi: [String]
  var priority: String?
  var year: String?
  var fields: ActionChoice
  var workspace: WorkspaceChoice
  var write: WriteChoice
  var output: OutputChoice

  func run(on host: Host) throws -> ExitStatus {
    let editing = try PlanEditing(workspace, write, output, on: host)
    let asker = editing.asker
    let (home, kpis) = try home(editing)
    let edited = editing.plans[home.plan]
    let text = try asker.text(
      text,
      "What is to be done?",
      missing:
        "what is to be done? give the text in quotes: rlt plan add-action … \"Compare costs\""
    )
    let year = try year(of: edited, editing.session, asker)
    let isKPI = home.kind == .kpi
    var action = NewAction(text, in: isKPI ? .kpi(home.id) : .priority(home.id), year: year)
    let owners =
      try fields.owner.isEmpty
      ? asker.optionalText(nil, "Who owes it?").map { [$0] } ?? [] : fields.owner
    action.owners = try rlt.owners(owners, of: edited.trust)
    action.due = try asker.optionalText(fields.due, "When is it due, as 2017-03-31?")
    action.status = try fields.knownStatus ?? .open
    action.resources = fields.resources
    action.note = fields.note
    action.kpis = kpis
    return try editing.perform("plan-add-action", on: edited) { document in
      let (edit, id) = try addAction(action, to: document)
      let words = EditWords(
        summary: "Added the action \(id) to \(home.id), \(year)",
        id: id,
        next: ["rlt plan complete-action \(id)", "rlt plan edit-action \(id)", "rlt undo"]
      )
      return (edit, words)
    }
  }

  /// Where the action goes, and the KPIs that it names.
  private func home(_ editing: PlanEditing) throws -> (PlanPart, [KPI.ID]) {
    guard let priority else {
      guard kpi.count <= 1 else {
        throw Failure(.usage, "an action for several KPIs stands under a priority; give --priority")
      }
      var candidates = editing.plans.candidates([.kpi, .priority], shown: [.priority])
      candidates.hint = "or a KPI: type its id or part of its title"
      if let name = kpi.first {
        return (try editing.part(name, .kpi, "KPI", option: "--kpi"), [])
      }
      let part = try editing.asker.choice(
        nil,
        "Which priority or KPI?",
        "KPI or priority",
        option: "--kpi or --priority",
        among: candidates
      )
      return (part, [])
    }
    let home = try editing.part(priority, .priority, "priority", option: "--priority")
    let kpis = try kpi.map { name in
      let part = try editing.part(name, .kpi, "KPI", option: "--kpi")
      guard part.plan == home.plan else {
        throw Failure(.usage, "the KPI “\(part.id)” belongs to another trust")
      }
      return part.id
    }
    return (home, kpis)
  }

  /// The school year: the one given, else that of today where the plan has it.
  private func year(
    of edited: EditedPlan,
    _ session: Session,
    _ asker: Asker
  ) throws -> AcademicYear {
    if let year { return try schoolYear(year) }
    let today = try session.asOf(DayChoice())
    let current = edited.trust.calendar.year(of: today)
    let years = edited.plan.years
    let usual = years.contains(current) ? current : nil
    if !asker.mayAsk, let usual { return usual }
    let text = try asker.text(
      nil,
      "Which school year?",
      missing: "which school year? give --year"
        + "\n  the plan runs from \(years.lowerBound) to \(years.upperBound)",
      usual: usual?.description
    )
    return try schoolYear(text)
  }
}

extension PlanAddActionRequest {
  init(_ words: inout OptionReader) {
    kpi = words.options("--kpi")
    priority = words.option("--priority")
    year = words.option("--year")
    fields = ActionChoice(&words)
    workspace = WorkspaceChoice(&words)
    write = WriteChoice(&words)
    output = OutputChoice(&words)
    text = words.optionalArgument()
  }
}
