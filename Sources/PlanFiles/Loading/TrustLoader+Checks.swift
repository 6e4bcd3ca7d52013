internal import PlanModel
internal import PlanSyntax
internal import SourceText

/// What only `rlt validate` asks of the folder of a trust.
extension TrustLoader {
  /// Whether the folders are looked through for files that nobody reads.
  var checksFolders: Bool {
    options.checksReadings && options.loadsReadings && options.plans == .all
  }

  /// Warns of files and folders that look as if they were to be read.
  mutating func checkStrayFiles(into files: inout SourceFiles) {
    for kind in [TrustFileKind.plan, .readings] {
      let path = joined(folder, kind.folder)
      for name in sortedNames((try? fileSystem.names(in: path)) ?? [])
      where TrustFileKind(name: name, in: kind.folder) == nil {
        // Most folders have no full stop in their names, and most files have one.
        let isFolder =
          !name.utf8.contains(UInt8(ascii: "."))
          && fileSystem.kind(of: joined(path, name)) == .folder
        guard let stray = strayFile(name, among: kind, isFolder: isFolder) else { continue }
        let id = files.add(SourceFile(name: shown(joined(path, name)), bytes: []))
        findings.append(
          Diagnostic(.strayFile, stray.message, at: start(of: id), help: stray.help)
        )
      }
    }
  }

  /// Checks the files of tests.
  mutating func checkTests(of trust: Trust, _ plans: [Plan], into files: inout SourceFiles) {
    for name in names(of: .tests) {
      guard let (id, file) = read(joined(TrustFileKind.tests.folder, name), into: &files) else {
        continue
      }
      loaded.tests.append(id)
      let tests = loadTests(file, id: id, of: trust, plans)
      if options.today != nil, let tree = tests.tree { trees.append(tree) }
      findings += tests.diagnostics
      searchPersonalData(file, id)
    }
  }

  /// Whether a file allows what a rule forbids that is off unless asked for; it is tried then.
  var allowsOptionalRule: Bool {
    guard options.today != nil else { return false }
    return trees.contains { tree in
      tree.comments.contains { comment in
        guard case .allowance(let rule, _, _) = AllowanceWords(comment.text) else { return false }
        return PlanRule(rawValue: rule)?.isOptional ?? false
      }
    }
  }

  /// Looks for KPIs that nobody owns or reads, and at what the files themselves allow.
  mutating func checkUnread(
    _ trust: Trust,
    _ plans: [Plan],
    _ readings: any Readings,
    _ files: SourceFiles
  ) {
    let allowances = options.today == nil ? nil : Allowances(in: trees, of: loaded, files)
    // A rule that is off is tried all the same where a file allows what breaks it.
    let named = allowances?.rules.filter(\.isOptional) ?? []
    let tried = options.optionalRules.union(named)
    if !tried.isEmpty {
      var unread = UnreadKPIs(trust, readings, tried, today: options.today)
      for plan in plans { unread.check(plan) }
      findings += unread.findings
    }
    if let allowances, let today = options.today {
      findings = allowances.applied(to: findings, today: today)
    }
    let silent = Set(named).subtracting(options.optionalRules).map(\.id)
    if !silent.isEmpty { findings.removeAll { silent.contains($0.id) } }
  }
}
