import PlanEvaluation
import PlanFiles
import PlanModel
import PlanReports
import SourceText

/// One version of the files.
struct FileVersion {
  /// How it is called: `main~5`.
  var name: String
  /// Where its files are read.
  var fileSystem: any FileSystem
  /// Its trust folders, by their names; one alone bears no name.
  var trusts: [(name: String, folder: String)]

  /// The files on disk as they are now.
  init(_ workspace: Workspace, on host: Host) {
    name = "the files as they are"
    fileSystem = host.disk
    trusts = Self.named(workspace)
  }

  /// The files of a revision.
  init(_ revision: String, in repository: GitRepository) throws {
    name = revision
    let files = try repository.files(
      of: try repository.commit(revision),
      named: revision
    )
    fileSystem = files
    do throws(WorkspaceNotFound) {
      let workspace = try findWorkspace(
        option: files.folder,
        environment: nil,
        from: "",
        in: files
      )
      trusts = Self.named(workspace)
    } catch {
      // The plans may have been begun later.
      trusts = []
    }
  }

  private static func named(_ workspace: Workspace) -> [(name: String, folder: String)] {
    workspace.trusts.map { folder in
      if folder == workspace.folder { return ("", folder) }
      let last = folder.utf8.split(separator: UInt8(ascii: "/")).last
      return (last.map { String(Substring($0)) } ?? folder, folder)
    }
  }

  /// The folder of a trust.
  func folder(_ name: String) -> String? { trusts.first { $0.name == name }?.folder }

  /// The bytes of every file of a trust, by their names in its folder.
  func files(of folder: String) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for kind in [TrustFileKind.trust, .plan, .readings] {
      let part = kind.folder
      let path = part.isEmpty ? folder : "\(folder)/\(part)"
      for name in (try? fileSystem.names(in: path)) ?? [] {
        guard TrustFileKind(name: name, in: part) == kind else { continue }
        let bytes = try? fileSystem.bytes(
          of: "\(path)/\(name)",
          atMost: LoadOptions.maximumFileSize
        )
        files["\(part)/\(name)"] = bytes
      }
    }
    return files
  }
}

extension DiffRequest {
  /// Tells what changed between two versions of the files.
  func diffRevisions(_ levels: FailingLevels, on host: Host) throws -> ExitStatus {
    // What one version leaves out for an audience, the other may tell.
    guard report.audience == .staff else {
      throw Failure(
        .usage,
        "--audience: two revisions show what is in the files, and these are for those who work "
          + "with them\n  two days can be shown to others: rlt diff 2016-01-01 2016-08-31"
      )
    }
    try report.checkFile()
    let workspace = try workspace(report.workspace, on: host)
    let repository = try GitRepository(holding: workspace.folder)
    let old = try FileVersion(sides[0], in: repository)
    let new =
      try sides.count > 1
      ? FileVersion(sides[1], in: repository) : FileVersion(workspace, on: host)
    var run = RevisionRun(report: report, host: host, old: old, new: new)
    let changes = try run.changes()
    let session = Session(report.output, on: host, files: run.files)
    try session.answer(
      ReportAnswer(
        name: "Changes",
        explainsMarks: false,
        parts: { fileDiffParts(changes, run.versions) },
        rows: { fileDiffRows(changes) },
        json: { fileDiffJSON(changes, run.versions) }
      ),
      in: report.form
    )
    run.remark()
    if run.versions.newErrors > 0 { return .unreadable }
    let isReached = changes.flatMap(\.plans).contains { plan in
      guard var subject = plan.new else { return false }
      subject.evaluation.verdicts = plan.movements.map(\.now)
      return levels.areReached(by: subject)
    }
    return isReached ? .findings : .success
  }
}

/// One comparison of two versions: what was loaded for it, and what is wrong with it.
private struct RevisionRun {
  let report: ReportChoice
  let host: Host
  let old: FileVersion
  let new: FileVersion
  var files = SourceFiles()
  var versions: FileVersions
  /// The statuses and outcomes to which what moved is confined.
  private var statuses: [String] = []

  init(report: ReportChoice, host: Host, old: FileVersion, new: FileVersion) {
    self.report = report
    self.host = host
    self.old = old
    self.new = new
    versions = FileVersions(old: old.name, new: new.name)
  }

  /// What changed, trust by trust in the order of their folders.
  mutating func changes() throws -> [FileChanges] {
    let request = try Session(report.output, on: host, files: files).request(report.days)
    statuses = try statusNames(report.statuses)
    let names = (old.trusts + new.trusts).map(\.name)
    var seen: Set<String> = []
    var found: [FileChanges] = []
    var known: [String] = []
    var problem: Failure?
    for name in names.sorted() where seen.insert(name).inserted {
      let (before, after) = (old.folder(name), new.folder(name))
      if report.workspace.trust == nil, let before, let after,
        old.files(of: before) == new.files(of: after)
      {
        continue
      }
      let trusts = (load(before, old, \.oldErrors), load(after, new, \.newErrors))
      guard let either = trusts.1 ?? trusts.0 else { continue }
      known.append(either.trust.name)
      guard isMeant(either) else { continue }
      do {
        if let changes = try changes(trusts.0, trusts.1, request) { found.append(changes) }
      } catch let failure as Failure {
        problem = problem ?? failure
      }
    }
    if let name = report.workspace.trust, known.isEmpty || found.isEmpty, problem == nil {
      var index = NameIndex<Int>()
      for (number, label) in known.enumerated() { index.add(number, label: label, names: [label]) }
      _ = try rlt.found(index.match(name), name, "trust", among: index.labels)
    }
    if found.isEmpty, let problem { throw problem }
    return found
  }

  /// Loads a trust of one version and counts its errors.
  private mutating func load(
    _ folder: String?,
    _ version: FileVersion,
    _ errors: WritableKeyPath<FileVersions, Int>
  ) -> LoadedTrust? {
    guard let folder else { return nil }
    var options = LoadOptions()
    options.checksReadings = false
    options.shownRelativeTo = host.folder
    if let plan = report.workspace.plan { options.plans = .named(plan) }
    let loaded = loadTrust(folder, from: version.fileSystem, into: &files, options)
    versions[keyPath: errors] += loaded.diagnostics.count { $0.severity == .error }
    return loaded
  }

  /// Whether a trust is the one that was asked for.
  private func isMeant(_ loaded: LoadedTrust) -> Bool {
    guard let name = report.workspace.trust else { return true }
    let trust = loaded.trust
    var index = NameIndex<Int>()
    index.add(0, label: trust.name, names: [trust.id, trust.name] + trust.aliases)
    if case .one = index.match(name) { return true }
    return loaded.folder.hasSuffix("/\(name)")
  }

  /// What changed in one trust; `nil` where nothing that was asked for is in it.
  private func changes(
    _ before: LoadedTrust?,
    _ after: LoadedTrust?,
    _ request: EvaluationRequest
  ) throws -> FileChanges? {
    guard let either = after ?? before else { return nil }
    var request = request
    let schools = NameIndex<String>(schoolsOf: either.trust)
    var problem: Failure?
    for name in report.schools {
      do {
        request.schools.append(
          try found(schools.match(name), name, "school", among: schools.labels)
        )
      } catch let failure as Failure {
        problem = problem ?? failure
      }
    }
    if request.schools.isEmpty, let problem { throw problem }
    var plans: [PlanVersions] = []
    for (old, new) in pairs(before, after) {
      do {
        var plan = try versions(old, before, new, after)
        plan.statuses = statuses
        plans.append(plan)
      } catch let failure as Failure {
        problem = problem ?? failure
      }
    }
    if plans.isEmpty, let problem { throw problem }
    return FileChanges(
      from: before?.record,
      to: after?.record,
      plans,
      request,
      isConfined: isConfined,
      files: files
    )
  }

  /// Whether only some KPIs or schools are meant.
  private var isConfined: Bool { report.kpis != KPIChoice() || !report.schools.isEmpty }

  /// The plans of both versions, those with the same id together.
  private func pairs(_ before: LoadedTrust?, _ after: LoadedTrust?) -> [(Plan?, Plan?)] {
    let old = before?.record.plans ?? []
    let new = after?.record.plans ?? []
    let ids = Set(new.map(\.id))
    return new.map { plan in (old.first { $0.id == plan.id }, plan) }
      + old.filter { !ids.contains($0.id) }.map { ($0, nil) }
  }

  /// Both versions of a plan with what of them is meant, by the names in either.
  private func versions(
    _ old: Plan?,
    _ before: LoadedTrust?,
    _ new: Plan?,
    _ after: LoadedTrust?
  ) throws -> PlanVersions {
    guard report.kpis != KPIChoice() else {
      return PlanVersions(old: old, new: new, isWhole: !isConfined)
    }
    var filters: [(KPIFilter, WorkFilter)] = []
    var problem: Failure?
    for (plan, loaded) in [(new, after), (old, before)] {
      guard let plan, let trust = loaded?.trust else { continue }
      do {
        filters.append(
          (
            try KPIFilter(report.kpis, in: plan, of: trust),
            try WorkFilter(report.kpis, in: plan, of: trust)
          )
        )
      } catch let failure as Failure {
        problem = problem ?? failure
      }
    }
    if filters.isEmpty, let problem { throw problem }
    let kpis = filters.map(\.0)
    let work = filters.map(\.1)
    return PlanVersions(
      old: old,
      new: new,
      isWhole: false,
      includes: { strategy, priority, kpi in
        kpis.contains { $0.includes(strategy, priority, kpi) }
      },
      includesAction: { planned in work.contains { $0.includes(planned) } }
    )
  }

  /// Says on standard error what is wrong in the files of either version.
  func remark() {
    if report.output.quiet { return }
    for (name, count) in [(old.name, versions.oldErrors), (new.name, versions.newErrors)]
    where count > 0 {
      host.complain(
        "\(count == 1 ? "1 error" : "\(count) errors") in \(name); what they stand in is not "
          + "compared"
      )
    }
  }
}
