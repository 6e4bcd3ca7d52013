import PlanFiles
import PlanModel
import PlanReports
import SourceText

/// Records readings, as asked for.
struct KPIRecordRequest: Request {
  var arguments: [String]
  var value: String?
  var school: String?
  var scope: String?
  var period: String?
  var strand: String?
  var recorded: String?
  var basis: String?
  var source: String?
  var note: String?
  var cohort: String?
  var weight: String?
  var fromStdin = false
  var workspace: WorkspaceChoice
  var write: WriteChoice
  var output: OutputChoice

  func run(on host: Host) throws -> ExitStatus {
    // A KPI of an earlier plan may be read too, so all plans say what there is.
    let everything = WorkspaceChoice(data: workspace.data, trust: workspace.trust)
    let session = try Session(everything, output, on: host, load: .plansAlone)
    return try fromStdin ? recordInput(session) : recordOne(session)
  }

  // MARK: - One

  private func recordOne(_ session: Session) throws -> ExitStatus {
    let asker = Asker(session.host, write, output)
    let named = try session.measures(arguments.first, school: school, asker)
    let loaded = session.trusts[named.trust]
    let scope = try scopeID(loaded, named.id, asker)
    let period = try asker.text(
      period,
      "Which period, such as 2016/17, 2016/17 T3 or 2017-03-31?",
      missing: "which period? give --period, such as --period \"2016/17 T3\""
    )
    let value = try asker.text(
      value ?? arguments.dropFirst().first,
      "What was measured?",
      missing: "what was measured? rlt kpi record \(named.id) 97.2% …"
    )
    var reading = NewReading(named.id, of: scope, in: period, value: value)
    reading.strand = strand ?? ""
    reading.recorded =
      try recorded.map { try namedDay($0, "--recorded").description } ?? today(session)
    reading.basis = basis ?? ""
    reading.source = source ?? ""
    reading.note = note ?? ""
    reading.cohort = cohort ?? ""
    reading.weight = weight ?? ""
    let problems = checkReadings([reading], of: loaded.trust, loaded.record.plans)
    if let problem = problems.first?.problems.first {
      let help = problem.help.isEmpty ? "" : "\n  \(problem.help)"
      let label = problem.label.isEmpty ? "" : "\n  \(problem.label)"
      throw Failure(.usage, problem.message + label + help)
    }
    return try append([reading], to: loaded, session)
  }

  private func scopeID(_ loaded: LoadedTrust, _ kpi: String, _ asker: Asker) throws -> String {
    guard school == nil || scope == nil else {
      throw Failure(.usage, "give --school or --scope, not both")
    }
    let kpis = loaded.record.plans.flatMap(\.strategies).flatMap(\.priorities).flatMap(\.kpis)
    if school == nil, scope == nil, kpis.last(where: { $0.id == kpi })?.level == .trust {
      return Scope.trust.id
    }
    var candidates = Candidates<String>()
    for school in loaded.trust.schools {
      candidates.add(school.id, id: school.id, title: school.name, names: school.aliases)
    }
    if school == nil {
      candidates.add(Scope.trust.id, id: Scope.trust.id, title: "the trust as a whole")
      candidates.add(Scope.everySchool.id, id: Scope.everySchool.id, title: "each school alike")
      for comparator in loaded.trust.comparators {
        let names = comparator.aliases
        candidates.add(comparator.id, id: comparator.id, title: comparator.name, names: names)
      }
    }
    return try asker.choice(
      school ?? scope,
      "Which school?",
      "school",
      option: "--school or --scope",
      among: candidates
    )
  }

  // MARK: - Many

  private func recordInput(_ session: Session) throws -> ExitStatus {
    guard arguments.isEmpty else {
      throw Failure(
        .usage,
        "--from-stdin takes everything from the input; leave out “\(arguments[0])”"
      )
    }
    guard let loaded = session.trusts.first, session.trusts.count == 1 else {
      let names = session.trusts.map(\.trust.id).joined(separator: ", ")
      throw Failure(.usage, "which trust? give --trust\n  there are: \(names)")
    }
    guard let bytes = session.host.input.everything(atMost: LoadOptions.maximumFileSize) else {
      throw Failure(.unreadable, "the input could not be read, or is larger than 16 MiB")
    }
    var files = SourceFiles()
    let input = SourceFile(name: "<stdin>", bytes: bytes)
    let id = files.add(input)
    let found = readReadings(input, id, of: loaded.trust, loaded.record.plans)
    guard found.problems.isEmpty else {
      let page = findingsReport(Array(found.problems.prefix(100)), in: files)
      _ = session.host.errors.write(session.drawnForErrors(page))
      session.host.remark("")
      let count = found.problems.count
      let problems = count == 1 ? "1 problem" : "\(count) problems"
      throw Failure(.usage, "\(problems) in the input, so nothing was recorded")
    }
    let today = try today(session)
    let readings = found.readings.map { reading in
      var reading = reading.withScopeID(of: loaded.trust)
      if reading.recorded.isEmpty { reading.recorded = today }
      return reading
    }
    return try append(readings, to: loaded, session)
  }

  // MARK: - Writing

  private func today(_ session: Session) throws -> String {
    try session.asOf(DayChoice()).description
  }

  private func append(
    _ readings: [NewReading],
    to loaded: LoadedTrust,
    _ session: Session
  ) throws -> ExitStatus {
    var years: [AcademicYear: [NewReading]] = [:]
    for reading in readings {
      guard let year = fileYear(of: reading, loaded.trust) else { continue }
      years[year, default: []].append(reading)
    }
    let ordered = years.keys.sorted()
    let paths = ordered.map { joinedPath(loaded.folder, "readings/" + readingsFileName($0)) }
    let run = EditRun(session: session, write: write, command: "kpi-record")
    return try run.perform(touching: paths) { bytes in
      var planned = PlannedEdit(files: [], summary: summary(readings))
      for (path, year) in zip(paths, ordered) {
        let before = try bytes(path)
        let file = before.map { SourceFile(name: run.shown(path), bytes: $0) }
        let new = years[year] ?? []
        let edit = try recordReadings(new, in: file, named: run.shown(path), of: loaded.trust)
        // One reading is one write at the end of the file; many are all there or none.
        planned.files.append(
          PlannedEdit.File(
            path: path,
            before: before,
            after: (before ?? []) + edit.bytes,
            appends: readings.count == 1
          )
        )
        for old in edit.superseded.prefix(20) {
          planned.details.append(supersedes(old, new[old.index], run.shown(path)))
        }
      }
      if let only = readings.first, readings.count == 1 {
        planned.id = only.kpi
        if let name = arguments.first, name != only.kpi, let title = title(only.kpi, loaded) {
          planned.details.insert("“\(name)” is \(only.kpi): \(title)", at: 0)
        }
        planned.next = ["rlt kpi explain \(only.kpi)", "rlt undo"]
      } else {
        planned.next = ["rlt kpi status", "rlt undo"]
      }
      return planned
    }
  }

  private func title(_ kpi: KPI.ID, _ loaded: LoadedTrust) -> String? {
    let priorities = loaded.record.plans.reversed().flatMap(\.strategies).flatMap(\.priorities)
    return priorities.flatMap(\.kpis).first { $0.id == kpi }?.title
  }

  private func summary(_ readings: [NewReading]) -> String {
    guard let only = readings.first, readings.count == 1 else {
      return "Recorded \(readings.count) readings"
    }
    let strand = only.strand.isEmpty ? "" : ", \(only.strand)"
    return "Recorded \(only.kpi)\(strand) of \(only.scope) for \(only.period): \(only.value)"
  }

  private func supersedes(
    _ old: ReadingsEdit.Superseded,
    _ new: NewReading,
    _ file: String
  ) -> String {
    let day = old.recorded.isEmpty ? "" : " of \(old.recorded)"
    let before = old.value.isEmpty ? "the note" : old.value
    let what = "\(before)\(day) (\(file):\(old.line))"
    return old.counts
      ? "\(new.kpi) of \(new.scope): \(new.value) supersedes \(what), which stays in the file"
      : "\(new.kpi) of \(new.scope): \(what) was recorded later and still counts, not \(new.value)"
  }
}

extension Session {
  /// The KPI or piece of evidence that a name means, with the number of its trust.
  func measures(
    _ given: String?,
    school: String?,
    _ asker: Asker
  ) throws -> (trust: Int, id: KPI.ID) {
    let only = school.flatMap { try? schools([$0]) }?.first?.trust
    var candidates = Candidates<PlanPart>()
    for (number, loaded) in trusts.enumerated() where only == nil || only == number {
      let label = trusts.count > 1 && only == nil ? " (\(loaded.trust.name))" : ""
      var seen: Set<String> = []
      for priority in loaded.record.plans.reversed().flatMap(\.strategies).flatMap(\.priorities) {
        let measures =
          priority.kpis.map { ($0.id, $0.title) } + priority.evidence.map { ($0.id, $0.title) }
        for (id, title) in measures where seen.insert(id).inserted {
          let part = PlanPart(plan: number, kind: .kpi, id: id)
          candidates.add(part, id: id + label, title: title, names: [id], plainID: id)
        }
      }
    }
    let part = try asker.choice(given, "Which KPI?", "KPI", option: "its id", among: candidates)
    return (part.plan, part.id)
  }
}

extension KPIRecordRequest {
  init(_ words: inout OptionReader) {
    value = words.option("--value")
    school = words.option("--school")
    scope = words.option("--scope")
    period = words.option("--period")
    strand = words.option("--strand")
    recorded = words.option("--recorded")
    basis = words.option("--basis")
    source = words.option("--source")
    note = words.option("--note")
    cohort = words.option("--cohort")
    weight = words.option("--weight")
    fromStdin = words.flag("--from-stdin")
    workspace = WorkspaceChoice(&words)
    write = WriteChoice(&words)
    output = OutputChoice(&words)
    arguments = words.arguments(atMost: 2)
  }
}
