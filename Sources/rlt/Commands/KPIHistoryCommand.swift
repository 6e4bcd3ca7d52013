import ArgumentParser
import PlanEvaluation
import PlanFiles
import PlanModel
import PlanReports

/// The past of a KPI.
struct KPIHistoryCommand: HostCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Every reading of a KPI, and how each stood under the target of its time.",
    usage: "rlt kpi history <kpi> [<options>]",
    discussion: """
      EXAMPLES:
        rlt kpi history fam.attendance
        rlt kpi history "staff costs" --school Ketton
        rlt kpi history gov.surplus --format json
      """
  )

  @Argument(help: ArgumentHelp("The KPI, by id or title.", valueName: "kpi"))
  var name: String

  @Option(name: .long, help: ArgumentHelp("One school; may be repeated.", valueName: "name"))
  var school: [String] = []

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var days: DayOptions
  @OptionGroup var output: ListOptions

  var request: KPIHistoryRequest {
    KPIHistoryRequest(
      name: name,
      school: school,
      workspace: workspace.choice,
      days: days.choice,
      list: output.choice
    )
  }
}

/// The past of a KPI, as asked for.
struct KPIHistoryRequest: Request {
  var name: String
  var school: [String]
  var workspace: WorkspaceChoice
  var days: DayChoice
  var list: ListChoice

  func run(on host: Host) throws -> ExitStatus {
    let session = try Session(workspace, list.output, on: host)
    let base = try session.request(days)
    let picked = try session.schools(school)
    var subjects: [HistorySubject] = []
    var unanswered = UnansweredQuestion()
    for (number, loaded) in session.trusts.enumerated() {
      let own = picked.filter { $0.trust == number }.map(\.school.id)
      if own.isEmpty, !picked.isEmpty { continue }
      var request = base
      request.schools = own
      do {
        subjects.append(try subject(of: loaded.record, request, session))
      } catch let failure as Failure {
        unanswered.note(failure, hasPlan: failure.unknown?.kind != "plan")
      }
    }
    if subjects.isEmpty { try unanswered.tell() }
    try session.answer(
      in: list.form,
      { pages(subjects, historyReport) },
      rows: { historyRows(subjects) },
      json: { historyJSON(subjects) }
    )
    return session.ended(.success)
  }

  private func subject(
    of record: TrustRecord,
    _ request: EvaluationRequest,
    _ session: Session
  ) throws -> HistorySubject {
    let plans = try workspace.plan.map { name in
      let index = NameIndex<String>(plans: record.plans)
      let id = try found(index.match(name), name, "plan", among: index.labels)
      return record.plans.filter { $0.id == id }
    }
    let index = NameIndex<String>(measuresOf: plans ?? record.plans)
    let id = try found(index.match(name), name, "KPI", among: index.labels)
    var chapters: [HistorySubject.Chapter] = []
    for plan in plans ?? record.plans {
      guard let path = plan.path(of: id) else { continue }
      chapters.append(
        HistorySubject.Chapter(
          plan: plan,
          kpi: plan[path],
          readings: history(record, plan: plan, path, request)
        )
      )
    }
    var subject = HistorySubject(
      trust: record.trust,
      id: id,
      asOf: request.asOf,
      chapters: chapters,
      files: session.files
    )
    if chapters.isEmpty {
      subject.evidence = evidenceHistory(record, id, request)
      subject.evidenceTitle = record.plans.lazy.compactMap { $0.evidence(id)?.title }.first
    }
    return subject
  }
}

extension KPIHistoryRequest {
  init(_ words: inout OptionReader) {
    school = words.options("--school")
    name = words.argument()
    workspace = WorkspaceChoice(&words)
    days = DayChoice(&words)
    list = ListChoice(&words)
  }
}

extension NameIndex where Value == String {
  /// The KPIs and pieces of evidence of plans, by id, title and label.
  init(measuresOf plans: [Plan]) {
    self.init()
    var labels: Set<String> = []
    for plan in plans.reversed() {
      for priority in plan.strategies.flatMap(\.priorities) {
        for kpi in priority.kpis where labels.insert(kpi.id).inserted {
          add(kpi.id, label: kpi.id, names: [kpi.id, kpi.title] + (kpi.label.map { [$0] } ?? []))
        }
      }
    }
    for plan in plans.reversed() {
      for evidence in plan.strategies.flatMap(\.priorities).flatMap(\.evidence)
      where labels.insert(evidence.id).inserted {
        add(evidence.id, label: evidence.id, names: [evidence.id, evidence.title])
      }
    }
  }
}
