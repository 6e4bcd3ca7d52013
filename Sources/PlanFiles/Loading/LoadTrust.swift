internal import PlanModel
internal import PlanSyntax
public import SourceText

/// Loads a trust from its folder.
///
/// Never fails: what cannot be read is left out and reported, and a fault in one file does not
/// keep the others from being loaded.
///
/// - Parameters:
///   - folder: The folder that holds `trust.yaml`.
///   - fileSystem: Where files are read.
///   - files: Takes the files, so that places can be shown.
///   - options: How much to load.
/// - Returns: The trust and everything that is wrong with its files.
public func loadTrust(
  _ folder: String,
  from fileSystem: some FileSystem,
  into files: inout SourceFiles,
  _ options: LoadOptions = LoadOptions()
) -> LoadedTrust {
  var loader = TrustLoader(folder: folder, fileSystem: fileSystem, options: options)
  return loader.load(into: &files)
}

/// Goes through the files of one trust, always in the same order.
struct TrustLoader<Source: FileSystem> {
  let folder: String
  let fileSystem: Source
  let options: LoadOptions
  var findings: [Diagnostic] = []
  /// What files with mistakes may have meant to declare.
  var doubts = Doubts()
  var omittedCount = 0
  var loaded = TrustFiles()
  var unread: [String] = []
  /// The names of plan files whose plans have no proper id.
  var misnamed: [String] = []
  /// The files that may hold allowances, where these are looked at.
  var trees: [SyntaxTree] = []

  init(folder: String, fileSystem: Source, options: LoadOptions) {
    self.folder = folder
    self.fileSystem = fileSystem
    self.options = options
  }

  mutating func load(into files: inout SourceFiles) -> LoadedTrust {
    let trust = loadTrustFile(into: &files)
    let plans = loadPlans(of: trust, into: &files)
    let checks = Lowering()
    if options.plans == .all { checks.checkPlans(of: trust, plans, unread: unread + misnamed) }
    findings += checks.findings
    let readings = loadReadings(of: trust, plans, into: &files)
    if options.checksTests { checkTests(of: trust, plans, into: &files) }
    if checksFolders { checkStrayFiles(into: &files) }
    if loaded.trust == nil { dropGuesses() }
    if !doubts.isEmpty {
      findings = doubts.passOver(findings, in: files)
      findings += doubts.remarks
    }
    checkUnread(trust, plans, readings, files)
    findings.sort {
      ($0.place.file.index, $0.place.range.lower, $0.place.range.upper)
        < ($1.place.file.index, $1.place.range.lower, $1.place.range.upper)
    }
    return LoadedTrust(
      folder: folder,
      record: TrustRecord(trust: trust, plans: plans, readings: readings),
      diagnostics: findings,
      omittedCount: omittedCount,
      files: loaded
    )
  }

  /// Without `trust.yaml` nothing can be said about the names that it would have explained.
  mutating func dropGuesses() {
    let rules: [PlanRule] = [
      .unknownScale, .unknownGrade, .unknownComparator, .unknownSchool, .unknownOwner,
      .unknownRole, .undeclaredQuantifier, .gradeWithoutScale, .valueGrade, .valueUnit,
    ]
    let guesses = Set(rules.map(\.id))
    findings.removeAll { guesses.contains($0.id) }
  }

  // MARK: - The trust and its plans

  private mutating func loadTrustFile(into files: inout SourceFiles) -> Trust {
    let name = lastName(of: folder)
    guard let (id, parsed) = parse("trust.yaml", into: &files) else {
      return Trust(id: name, name: name, at: Place(FileID(0), TextRange(0, 0)))
    }
    guard parsed.canBeLowered else {
      return Trust(id: name, name: name, at: Place(id, TextRange(0, 0)))
    }
    let lowering = Lowering(options)
    let trust = lowering.lowerTrust(parsed.tree.root, at: start(of: id), folder: name)
    findings += parsed.withoutFollowers(lowering.findings)
    // Of a file without entries nothing can be said, as of one that is not there.
    if parsed.tree.root?.kind == .mapping { loaded.trust = id }
    noteDoubts(in: files, id, parsed, lowering, nil)
    return trust
  }

  private mutating func noteDoubts(
    in files: SourceFiles,
    _ id: FileID,
    _ parsed: ParsedText,
    _ lowering: Lowering,
    _ plan: Plan?
  ) {
    guard !parsed.diagnostics.isEmpty || !lowering.findings.isEmpty else { return }
    doubts.note(parsed.diagnostics + lowering.findings, in: files[id], id, plan: plan)
  }

  private mutating func loadPlans(of trust: Trust, into files: inout SourceFiles) -> [Plan] {
    if options.plans == .none { return [] }
    let names = names(of: .plan)
    var plans: [Plan] = []
    let wanted: String? =
      switch options.plans {
      case .all: nil
      case .none: nil
      case .current: trust.currentPlan?.value
      case .named(let id): id
      }
    if let wanted, let name = names.first(where: { $0 == "\(wanted).yaml" }) {
      let plan = loadPlan(name, of: trust, into: &files)
      if let plan, plan.id == wanted { return [plan] }
      plans = [plan].compactMap { $0 }
      plans += names.filter { $0 != name }.compactMap { loadPlan($0, of: trust, into: &files) }
    } else {
      plans = names.compactMap { loadPlan($0, of: trust, into: &files) }
    }
    if let wanted, plans.contains(where: { $0.id == wanted }) {
      plans.removeAll { $0.id != wanted }
    }
    plans.sort { first, second in
      let (a, b) = (first.years.lowerBound, second.years.lowerBound)
      return a == b ? first.id.utf8.lexicographicallyPrecedes(second.id.utf8) : a < b
    }
    return plans
  }

  private mutating func loadPlan(
    _ name: String,
    of trust: Trust,
    into files: inout SourceFiles
  ) -> Plan? {
    let bare = String(name.prefix { $0 != "." })
    guard let (id, parsed) = parse(joined("plans", name), into: &files) else {
      unread.append(bare)
      return nil
    }
    guard parsed.canBeLowered else {
      unread.append(bare)
      return nil
    }
    let lowering = Lowering(planOf: trust, options)
    var plan = lowering.lowerPlan(parsed.tree.root, at: start(of: id), name: bare)
    // Without the trust, names that it would have explained are no mistakes.
    if loaded.trust != nil {
      plan?.noteMistakes(parsed.diagnostics + lowering.findings, in: parsed.tree.root)
    }
    if let plan {
      if options.loadsWork {
        lowering.checkPlan(plan)
        lowering.checkDueDays(plan, trust.calendar)
        lowering.checkPaths(plan, trust)
        lowering.checkKPIsAndSize(of: plan, trust)
      }
      loaded.plans.append((plan.id, id))
      // Who names the plan by its file is not wrong because its id is.
      if !isID(plan.id) { misnamed.append(bare) }
      noteDoubts(in: files, id, parsed, lowering, plan)
    } else {
      unread.append(bare)
    }
    findings += parsed.withoutFollowers(lowering.findings)
    return plan
  }

  // MARK: - Readings

  private mutating func loadReadings(
    of trust: Trust,
    _ plans: [Plan],
    into files: inout SourceFiles
  ) -> any Readings {
    guard options.loadsReadings else { return ReadingList([]) }
    let names = ReadingNames(trust, plans)
    var scanner = ReadingScanner(
      ReadingTable(names, calendar: trust.calendar),
      wanted: options.schools
    )
    var check = ReadingCheck(
      names,
      knowsAllPlans: options.plans == .all && unread.isEmpty,
      unchecked: doubts.kpis,
      most: options.reportsEverything ? .max : 10_000
    )
    if options.checksReadings {
      check.weighs(trust, plans, forPupils: options.searchesPersonalData, today: options.today)
    }
    // A rule about readings looks at them, whether or not anybody else will.
    let keeps =
      options.keepsReadings || !options.checksReadings || !options.optionalRules.isEmpty
      || allowsOptionalRule
    for name in self.names(of: .readings) {
      guard let (id, file) = read(joined("readings", name), into: &files) else { continue }
      loaded.readings.append(id)
      if keeps { scanner.scan(file, id) }
      if options.checksReadings || scanner.rejectedCount > 0 { check.check(file, id) }
    }
    findings += check.findings
    omittedCount += check.omittedCount
    if check.uncheckedCount > 0 { doubts.passedOver(values: check.uncheckedCount) }
    return scanner.table
  }

  // MARK: - Files

  /// Reads and parses a file of the trust; one that is no text is reported and counts as not read.
  private mutating func parse(
    _ name: String,
    into files: inout SourceFiles
  ) -> (FileID, ParsedText)? {
    guard let (id, file) = read(name, into: &files) else { return nil }
    let parsed = parsePlanText(
      file,
      id: id,
      maximum: options.reportsEverything ? .max : ParsedText.maximumDiagnostics
    )
    if options.today != nil { trees.append(parsed.tree) }
    findings += parsed.diagnostics
    searchPersonalData(file, id)
    omittedCount += parsed.omittedCount
    return (id, parsed)
  }

  mutating func searchPersonalData(_ file: SourceFile, _ id: FileID) {
    guard options.searchesPersonalData, options.checksReadings else { return }
    findings += personalData(file.bytes.span, in: file.bytes.indices, id)
  }

  /// Reads a file of the trust; one that cannot be read is reported.
  mutating func read(
    _ name: String,
    into files: inout SourceFiles
  ) -> (FileID, SourceFile)? {
    let path = joined(folder, name)
    do {
      let bytes = try fileSystem.bytes(of: path, atMost: LoadOptions.maximumFileSize)
      if let foreign = ForeignFile(firstBytesOf: bytes.span) {
        // Without its bytes, which would be shown.
        let id = files.add(SourceFile(name: shown(path), bytes: []))
        findings.append(noText(foreign, TrustFileKind(path: name), at: start(of: id)))
        return nil
      }
      let file = SourceFile(name: shown(path), bytes: bytes)
      return (files.add(file), file)
    } catch {
      // The file takes its place among the files, so that the problem has a name to stand under.
      let id = files.add(SourceFile(name: shown(path), bytes: []))
      findings.append(unreadable(name, error, at: start(of: id)))
      return nil
    }
  }

  private func unreadable(
    _ name: String,
    _ error: FileSystemError,
    at place: Place
  ) -> Diagnostic {
    switch error {
    case .tooLarge(let limit):
      Diagnostic(
        .fileTooLarge,
        "this file is larger than \(limit >> 20) MiB and was not read",
        at: place,
        help: "a plan or a year of readings is far smaller; check that it is the right file"
      )
    case .notFound:
      Diagnostic(
        .fileMissing,
        "there is no \(name)",
        at: place,
        help: name == "trust.yaml"
          ? "begin one with `rlt init`, or name another folder with `--data DIR`"
          : "check the name of the file"
      )
    default:
      Diagnostic(
        .fileUnreadable,
        "this file could not be read: \(error.reason)",
        at: place,
        help: "check that the file can be opened by this account"
      )
    }
  }

  /// The names of the files of a kind, in the order of their bytes.
  func names(of kind: TrustFileKind) -> [String] {
    let path = joined(self.folder, kind.folder)
    guard let names = try? fileSystem.names(in: path) else { return [] }
    return sortedNames(names.filter { TrustFileKind(name: $0, in: kind.folder) == kind })
  }

  func start(of file: FileID) -> Place { Place(file, TextRange(0, 0)) }

  func shown(_ path: String) -> String {
    guard let base = options.shownRelativeTo, !base.isEmpty else { return path }
    let prefix = base.utf8.last == UInt8(ascii: "/") ? base : base + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
  }
}
