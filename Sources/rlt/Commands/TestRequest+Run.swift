import PlanEvaluation
import PlanFiles
import PlanModel
import PlanReports
import SourceText

extension TestRequest: Request {
  func run(on host: Host) throws -> ExitStatus {
    if !generated.isEmpty { return try generate(on: host) }
    var files = SourceFiles()
    let groups = try groups(on: host, into: &files)
    var problems: [Diagnostic] = []
    var runs: [TestRun] = []
    var tested: [FileID] = []
    for group in groups {
      problems += group.loaded.diagnostics.filter { $0.severity == .error }
      var cases: [ThresholdCase] = []
      for file in group.files {
        let tests = loadTests(
          files[file],
          id: file,
          of: group.loaded.trust,
          group.loaded.record.plans
        )
        cases += tests.cases
        problems += tests.diagnostics
        tested.append(file)
      }
      runs += group.loaded.record.plans.filter { plan in
        cases.contains { $0.plan == plan.id }
      }.map { TestRun(cases, of: group.loaded.trust, $0) }
    }
    let subject = TestSubject(runs: runs, tested: tested, files: files)
    let session = Session(output, on: host, files: files)
    let shown = inFileOrder(problems)
    if !subject.isEmpty || shown.isEmpty || format != .text { try answer(subject, session) }
    if !shown.isEmpty, !output.quiet || shown.contains(where: { $0.severity == .error }) {
      _ = host.errors.write(session.drawnForErrors(findingsReport(shown, in: files)))
    }
    if shown.contains(where: { $0.severity == .error }) { return .unreadable }
    return subject.isAsExpected ? .success : .findings
  }

  private func answer(_ subject: TestSubject, _ session: Session) throws {
    switch format {
    case .text:
      if output.quiet, subject.isAsExpected, !listsUntested { return }
      try session.answer({ testReport(subject, listsUntested: listsUntested) }, json: { [] })
    case .json: try session.write(testJSON(subject))
    case .junit: try session.write(testJUnit(subject))
    case .tap: try session.write(testTAP(subject))
    }
  }

  // MARK: - Files

  /// A trust and the files that test its thresholds.
  private struct Group {
    var folder: String
    var loaded: LoadedTrust
    var files: [FileID] = []
  }

  private static var load: LoadOptions {
    var load = LoadOptions.plansAlone
    load.loadsWork = false
    load.loadsEntities = false
    return load
  }

  private func groups(on host: Host, into files: inout SourceFiles) throws -> [Group] {
    if paths.isEmpty { return try groupsOfWorkspace(on: host, into: &files) }
    var load = Self.load
    load.shownRelativeTo = host.folder
    var groups: [Group] = []
    for path in paths {
      let (folder, bytes) = try read(path, on: host)
      if !groups.contains(where: { $0.folder == folder }) {
        let loaded = loadTrust(folder, from: host.disk, into: &files, load)
        groups.append(Group(folder: folder, loaded: loaded))
      }
      let shown = path == "-" ? "standard input" : path
      let id = files.add(SourceFile(name: shown, bytes: bytes))
      for index in groups.indices where groups[index].folder == folder {
        groups[index].files.append(id)
      }
    }
    return groups
  }

  private func groupsOfWorkspace(
    on host: Host,
    into files: inout SourceFiles
  ) throws -> [Group] {
    let trusts = try loadTrusts(workspace, on: host, Self.load, into: &files)
    var groups: [Group] = []
    for loaded in trusts {
      var group = Group(folder: loaded.folder, loaded: loaded)
      let names = (try? host.disk.names(in: "\(loaded.folder)/tests")) ?? []
      for name in sortedNames(names.filter { TrustFileKind(name: $0, in: "tests") != nil }) {
        let path = "\(loaded.folder)/tests/\(name)"
        let bytes = try bytes(of: path, shown: path, on: host)
        let base = host.folder + "/"
        let shown = path.hasPrefix(base) ? String(path.dropFirst(base.count)) : path
        group.files.append(files.add(SourceFile(name: shown, bytes: bytes)))
      }
      if !group.files.isEmpty { groups.append(group) }
    }
    if groups.isEmpty {
      throw Failure(
        .unreadable,
        "there are no tests: no trust has a file tests/*.yaml\n"
          + "  begin with `rlt test --generate KPI --output data/TRUST/tests/thresholds.yaml`"
      )
    }
    return groups
  }

  /// The folder of the trust that a file tests, and the bytes of the file.
  private func read(_ path: String, on host: Host) throws -> (folder: String, bytes: [UInt8]) {
    guard path != "-" else {
      let found = try rlt.workspace(workspace, on: host).trusts
      guard let only = found.first, found.count == 1 || workspace.trust != nil else {
        throw Failure(
          .usage,
          "tests on standard input: say which trust they test, `--data data/TRUST`"
        )
      }
      guard let bytes = host.input.everything(atMost: LoadOptions.maximumFileSize) else {
        throw Failure(.unreadable, "standard input could not be read, or is larger than 16 MiB")
      }
      let named = found.first { lastName(of: $0) == workspace.trust }
      return (named ?? only, bytes)
    }
    let whole = absolutePath(path, in: host.folder)
    let bytes = try bytes(of: whole, shown: path, on: host)
    return (try trustFolder(of: whole, shown: path, on: host), bytes)
  }

  private func bytes(of path: String, shown: String, on host: Host) throws -> [UInt8] {
    do {
      return try host.disk.bytes(of: path, atMost: LoadOptions.maximumFileSize)
    } catch {
      throw Failure(.unreadable, "\(shown) could not be read: \(error.reason)")
    }
  }
}

// MARK: - Making tests

extension TestRequest {
  private func generate(on host: Host) throws -> ExitStatus {
    guard paths.isEmpty, format == .text else {
      throw Failure(.usage, "--generate writes a new file of tests; leave out files and --format")
    }
    if let path = output.output, path != "-",
      host.disk.kind(of: absolutePath(path, in: host.folder)) != nil
    {
      throw Failure(.sideEffect, "\(path) is already there; name another file")
    }
    let session = try Session(workspace, output, on: host, load: .plansAlone)
    var problem: Failure?
    for loaded in session.trusts {
      do {
        let plan = try session.plan(workspace.plan, of: loaded)
        let paths = try kpis(in: plan)
        let context = TargetContext(loaded.trust)
        let tests = paths.flatMap { path in
          boundaryTests(of: path, in: plan, of: loaded.trust) { text, kpi in
            context.reading(text, of: kpi)
          }
        }
        guard !tests.isEmpty else {
          throw Failure(.usage, "no target of \(generated.joined(separator: ", ")) has a boundary")
        }
        try session.write(Array(testFileText(tests, ofPlan: plan.id).utf8))
        return session.ended(.success)
      } catch let failure as Failure {
        // A KPI of one trust may be unknown to the others: only if all fail, one message is told.
        problem = problem ?? failure
      }
    }
    throw problem ?? Failure(.unreadable, "there is no plan to make tests of")
  }

  /// The KPIs that were named, in the order of the plan.
  private func kpis(in plan: Plan) throws -> [KPIPath] {
    let index = NameIndex<String>(kpisOf: plan)
    let wanted = try generated.filter { $0 != "all" }.map {
      try found(index.match($0), $0, "KPI", among: index.labels)
    }
    var paths: [KPIPath] = []
    for (s, strategy) in plan.strategies.enumerated() {
      for (p, priority) in strategy.priorities.enumerated() {
        for (k, kpi) in priority.kpis.enumerated()
        where generated.contains("all") || wanted.contains(kpi.id) {
          paths.append(KPIPath(strategy: s, priority: p, kpi: k))
        }
      }
    }
    return paths
  }
}
