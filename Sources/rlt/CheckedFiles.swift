import PlanFiles
import PlanModel
import SourceText

/// The files that are meant by the words of `rlt validate`, and every problem in them.
struct CheckedFiles {
  /// The files of the run; those that only explain others are among them.
  private(set) var files = SourceFiles()
  /// The files that are meant.
  private(set) var checked: [FileID] = []
  /// The problems in the files that are meant.
  private(set) var problems: [Diagnostic] = []

  private let host: Host
  private let load: LoadOptions

  /// Checks files.
  ///
  /// - Parameters:
  ///   - paths: Folders of trusts and single files; the workspace where there are none.
  ///   - standardInputName: The file that `-` stands for.
  ///   - workspace: Where to look where no path is given.
  ///   - today: The day on which allowances are looked at.
  ///   - optional: The rules that are asked for of those that are off otherwise.
  ///   - host: The outside world.
  /// - Throws: That a path leads nowhere.
  init(
    _ paths: [String],
    standardInputName: String?,
    workspace: WorkspaceChoice,
    today: Day,
    optional: Set<PlanRule> = [],
    on host: Host
  ) throws {
    self.host = host
    var load = LoadOptions()
    load.reportsEverything = true
    load.keepsReadings = false
    load.today = today
    load.checksTests = true
    load.optionalRules = optional
    load.shownRelativeTo = host.folder
    if let plan = workspace.plan { load.plans = .named(plan) }
    self.load = load
    let isNarrowed = workspace.data != nil || workspace.trust != nil || workspace.plan != nil
    guard paths.isEmpty || !isNarrowed else {
      throw Failure(
        .usage,
        "the paths say which files are meant\n  leave out the paths, or --data, --trust and --plan"
      )
    }
    guard standardInputName == nil || paths.contains("-") else {
      throw Failure(.usage, "--stdin-name goes with `-`, which is standard input")
    }
    if paths.isEmpty {
      try check(try folders(workspace).map { Group(folder: $0, only: nil) }, host.disk)
    }
    try check(try groups(paths, standardInputName), host.disk)
    if paths.contains("-") { try checkStandardInput(standardInputName) }
  }

  /// The folders of the trusts that the options mean.
  private func folders(_ choice: WorkspaceChoice) throws -> [String] {
    if choice.trust == nil { return try rlt.workspace(choice, on: host).trusts }
    var load = LoadOptions()
    load.plans = .none
    load.loadsReadings = false
    var files = SourceFiles()
    return try loadTrusts(choice, on: host, load, into: &files).map(\.folder)
  }

  /// A trust, and which of its files are meant; all where `only` is `nil`.
  private struct Group: Sendable {
    var folder: String
    var only: Set<String>?
  }

  /// The trusts that paths lead to, each once, however many paths lead there.
  private func groups(_ paths: [String], _ standardInputName: String?) throws -> [Group] {
    var groups: [Group] = []
    func add(_ folder: String, _ file: String?) {
      let at = groups.firstIndex { $0.folder == folder } ?? groups.count
      if at == groups.count { groups.append(Group(folder: folder, only: [])) }
      if let file { groups[at].only?.insert(file) } else { groups[at].only = nil }
    }
    for path in paths where path != "-" {
      let whole = absolutePath(path, in: host.folder)
      switch host.disk.kind(of: whole) {
      case nil: throw Failure(.unreadable, "there is no \(path)")
      case .file: add(try checkedFolder(of: whole, shown: path, on: host), whole)
      case .folder:
        if let files = try files(ofKindIn: whole, shown: path) {
          for file in files { add(folder(of: whole), file) }
          continue
        }
        // As from a folder in which the program is started, a `data` folder inside will do.
        let data = host.disk.kind(of: "\(whole)/data") == .folder ? "\(whole)/data" : whole
        guard let found = try? rlt.workspace(WorkspaceChoice(data: data), on: host) else {
          throw Failure(
            .unreadable,
            "there is no trust in \(path): no trust.yaml in it, or in a folder in it"
          )
        }
        for folder in found.trusts { add(folder, nil) }
      }
    }
    return groups
  }

  /// The files in a folder of a trust, such as `plans`; `nil` for another folder.
  private func files(ofKindIn path: String, shown typed: String) throws -> [String]? {
    let trust = folder(of: path)
    guard let kind = TrustFileKind.allCases.first(where: { $0.folder == lastName(of: path) }),
      host.disk.kind(of: "\(trust)/trust.yaml") == .file
    else { return nil }
    let names = ((try? host.disk.names(in: path)) ?? []).filter {
      TrustFileKind(name: $0, in: kind.folder) == kind
    }
    if names.isEmpty { throw Failure(.unreadable, "\(typed) holds no file that rlt reads") }
    return names.map { "\(path)/\($0)" }
  }

  /// Checks trusts, as many at a time as there are cores.
  private mutating func check(_ groups: [Group], _ disk: some FileSystem) throws {
    let load = load
    let trusts = inParallel(count: groups.count, threads: host.threads) { number in
      CheckedTrust(groups[number].folder, from: disk, load)
    }
    if case .named(let plan) = load.plans, !groups.isEmpty, !trusts.contains(where: \.holdsPlan) {
      throw Failure(
        .usage,
        "no plan is called “\(plan)”\n  give its id, which stands after `plan:`"
      )
    }
    let base = host.folder + "/"
    for (group, trust) in zip(groups, trusts) {
      let names = group.only.map { paths in
        Set(paths.map { $0.hasPrefix(base) ? String($0.dropFirst(base.count)) : $0 })
      }
      let start = files.files.count
      let added = trust.files.map { files.add($0) }
      let meant = names.map { names in added.filter { names.contains(files[$0].name) } } ?? added
      let set = Set(meant)
      checked += meant
      problems += trust.problems.map { $0.moved(by: start) }.filter { set.contains($0.place.file) }
    }
  }

  private mutating func checkStandardInput(_ name: String?) throws {
    guard let name else {
      throw Failure(
        .usage,
        "standard input has no name\n  say which file it stands for: --stdin-name plans/plan.yaml"
      )
    }
    let path = absolutePath(name, in: host.folder)
    guard let content = host.input.everything(atMost: LoadOptions.maximumFileSize) else {
      throw Failure(.unreadable, "standard input could not be read, or is larger than 16 MiB")
    }
    let disk = OverlaidFileSystem(base: host.disk, path: path, content: content)
    let trust = try checkedFolder(of: path, shown: name, on: host)
    try check([Group(folder: trust, only: [path])], disk)
  }

  /// The trust of a file that is checked as a part of it.
  ///
  /// - Throws: That it belongs to no trust, or that nothing looks at such files.
  private func checkedFolder(of path: String, shown typed: String, on host: Host) throws -> String {
    let trust = try trustFolder(of: path, shown: typed, on: host)
    let beside = folder(of: path)
    let kind = TrustFileKind(
      name: lastName(of: path),
      in: beside == trust ? "" : lastName(of: beside)
    )
    if kind != nil { return trust }
    throw Failure(
      .unreadable,
      "\(typed) is none of the files that rlt reads\n  it reads trust.yaml, "
        + "plans/*.yaml, readings/*.csv and tests/*.yaml"
    )
  }
}

/// The trust of a file, which stands beside `trust.yaml` or one folder below it.
///
/// - Parameters:
///   - path: The file, its whole path.
///   - typed: The path as it was typed.
///   - host: The outside world.
/// - Returns: The folder of the trust.
/// - Throws: That it belongs to none.
func trustFolder(of path: String, shown typed: String, on host: Host) throws -> String {
  let beside = folder(of: path)
  for candidate in [beside, folder(of: beside)] {
    if host.disk.kind(of: "\(candidate)/trust.yaml") == .file { return candidate }
  }
  if lastName(of: path) == "trust.yaml" { return beside }
  throw Failure(
    .unreadable,
    "\(typed) belongs to no trust: no trust.yaml stands beside it or in the folder above"
  )
}

/// The last name of a path.
func lastName(of path: String) -> String {
  String(path.dropFirst(folder(of: path).count).drop { $0 == "/" })
}
