import ArgumentParser
import PlanFiles
import PlanModel
import SourceText

/// Gives a KPI another id.
struct PlanRenameCommand: HostCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename",
    abstract: "Gives a KPI another id, in every plan and every reading of the trust.",
    usage: "rlt plan rename <kpi> <new-id> [<options>]",
    discussion: """
      EXAMPLES:
        rlt plan rename gov.staffing-spend gov.staff-costs --dry-run
        rlt plan rename gov.staffing-spend gov.staff-costs
      """
  )

  @Argument(help: ArgumentHelp("The KPI, by its id.", valueName: "kpi"))
  var kpi: String?

  @Argument(help: ArgumentHelp("The id it is to have.", valueName: "new-id"))
  var id: String?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var write: WriteOptions
  @OptionGroup var output: OutputOptions

  var request: PlanRenameRequest {
    PlanRenameRequest(
      arguments: [kpi, id].compactMap { $0 },
      workspace: workspace.choice,
      write: write.choice,
      output: output.choice
    )
  }
}

/// Gives a KPI another id, as asked for.
struct PlanRenameRequest: Request {
  var arguments: [String]
  var workspace: WorkspaceChoice
  var write: WriteChoice
  var output: OutputChoice

  func run(on host: Host) throws -> ExitStatus {
    // The readings of a KPI belong to every plan that has it, so all of them are looked at.
    let everything = WorkspaceChoice(data: workspace.data, trust: workspace.trust)
    let session = try Session(everything, output, on: host, load: .plansAlone)
    let asker = Asker(host, write, output)
    let plans = try session.editedPlans(workspace.plan)
    let candidates = plans.candidates([.kpi], shown: [.kpi])
    let part = try asker.choice(
      arguments.first,
      "Which KPI?",
      "KPI",
      option: "its id",
      among: candidates
    )
    let new = try asker.text(
      arguments.dropFirst().first,
      "Which id is it to have?",
      missing: "which id is it to have? rlt plan rename \(part.id) NEW-ID"
    )
    let loaded = plans[part.plan].loaded
    let holders = try loaded.record.plans.filter { $0.has(part.id) }.map {
      try session.path(of: EditedPlan(loaded: loaded, plan: $0))
    }
    let readings = files(of: .readings, in: loaded, host)
    let tests = files(of: .tests, in: loaded, host)
    let run = EditRun(session: session, write: write, command: "plan-rename")
    return try run.perform(touching: holders + readings + tests) { bytes in
      var planned = PlannedEdit(files: [], summary: "Renamed the KPI \(part.id) to \(new)")
      // Readings first: run again after a kill, the command finds the plans as they were.
      for path in readings {
        guard let before = try bytes(path) else { continue }
        let file = SourceFile(name: run.shown(path), bytes: before)
        let edits = renameReadings(of: part.id, to: new, in: file)
        guard !edits.isEmpty, let after = edits.applied(to: before) else { continue }
        planned.files.append(PlannedEdit.File(path: path, before: before, after: after))
        let rows = edits.count == 1 ? "1 reading" : "\(edits.count) readings"
        planned.details.append("\(rows) in \(run.shown(path))")
      }
      for path in tests {
        guard let before = try bytes(path) else { continue }
        let file = SourceFile(name: run.shown(path), bytes: before)
        let edits = try renameTests(of: part.id, to: new, in: file)
        guard !edits.isEmpty, let after = edits.applied(to: before) else { continue }
        planned.files.append(PlannedEdit.File(path: path, before: before, after: after))
        let tests = edits.count == 1 ? "1 test" : "\(edits.count) tests"
        planned.details.append("\(tests) in \(run.shown(path))")
      }
      for path in holders {
        guard let before = try bytes(path) else { continue }
        let file = SourceFile(name: run.shown(path), bytes: before)
        let edit = try renameKPI(part.id, to: new, in: PlanDocument(file, of: loaded.trust))
        planned.files.append(
          PlannedEdit.File(path: path, before: before, after: edit.after.bytes)
        )
      }
      planned.id = new
      planned.next = ["rlt kpi show \(new)", "rlt validate", "rlt undo"]
      return planned
    }
  }

  private func files(
    of kind: TrustFileKind,
    in loaded: LoadedTrust,
    _ host: Host
  ) -> [String] {
    let folder = joinedPath(loaded.folder, kind.folder)
    let names = (try? host.disk.names(in: folder)) ?? []
    return names.filter { TrustFileKind(name: $0, in: kind.folder) == kind }.sorted()
      .map { joinedPath(folder, $0) }
  }
}

extension Plan {
  /// Whether the plan has a KPI or a piece of evidence of an id.
  fileprivate func has(_ id: String) -> Bool {
    strategies.flatMap(\.priorities).contains { priority in
      priority.kpis.contains { $0.id == id } || priority.evidence.contains { $0.id == id }
    }
  }
}

extension PlanRenameRequest {
  init(_ words: inout OptionReader) {
    workspace = WorkspaceChoice(&words)
    write = WriteChoice(&words)
    output = OutputChoice(&words)
    arguments = words.arguments(atMost: 2)
  }
}
