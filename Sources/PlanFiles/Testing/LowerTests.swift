public import PlanModel
internal import PlanSyntax
public import SourceText

/// The cases of a file of tests, and what is wrong with the file.
public struct LoadedTests: Sendable {
  /// The cases, in the order of the file; a test with a mistake has none.
  public var cases: [ThresholdCase] = []
  /// The problems, in the order of the file.
  public var diagnostics: [Diagnostic] = []
  /// The file as it is written.
  var tree: SyntaxTree?
}

/// The words for what may come, as files write them.
let resultWords = ResultWord.allCases.map(\.rawValue)

/// Reads a file of tests.
///
/// - Parameters:
///   - file: The file.
///   - id: Its number.
///   - trust: The trust whose thresholds are tested.
///   - plans: Its plans.
/// - Returns: The cases and the problems; nothing that is wrong stops the rest from being read.
public func loadTests(
  _ file: SourceFile,
  id: FileID,
  of trust: Trust,
  _ plans: [Plan]
) -> LoadedTests {
  let parsed = parsePlanText(file, id: id, maximum: .max)
  let lowering = Lowering(planOf: trust, LoadOptions())
  var reader = TestReader(lowering, trust, plans)
  if parsed.canBeLowered { reader.read(parsed.tree.root, at: Place(id, TextRange(0, 0))) }
  var loaded = LoadedTests(cases: reader.cases)
  loaded.tree = parsed.tree
  loaded.diagnostics = parsed.diagnostics + parsed.withoutFollowers(lowering.findings)
  loaded.diagnostics.sort {
    ($0.place.range.lower, $0.place.range.upper) < ($1.place.range.lower, $1.place.range.upper)
  }
  return loaded
}

/// Goes through a file of tests.
private struct TestReader {
  let lowering: Lowering
  let trust: Trust
  let plans: [Plan]
  var cases: [ThresholdCase] = []
  private var names: ReadingNames
  private var plan: Plan?
  private var asOf: Day?

  init(_ lowering: Lowering, _ trust: Trust, _ plans: [Plan]) {
    self.lowering = lowering
    self.trust = trust
    self.plans = plans
    names = ReadingNames(trust, plans)
    plan = trust.currentPlan.flatMap { id in plans.first { $0.id == id.value } } ?? plans.last
  }

  /// What a test says before its readings are looked at.
  private struct Defaults {
    var kpi: KPI.ID
    var strand: String?
    var scope: Scope
    var period: Period?
    /// Whether a period is written that is none, which has been reported.
    var isPeriodWrong = false
  }

  mutating func read(_ root: NodeSyntax?, at place: Place) {
    guard let root, root.kind != .absent else {
      lowering.report(
        .fileEmpty,
        "this file holds no tests",
        at: place,
        help: "`rlt test --generate KPI` writes tests of a KPI's boundaries to begin with"
      )
      return
    }
    guard let mapping = root.asMapping else {
      lowering.reportShape(root, "tests", "entries, each with a name and a colon")
      return
    }
    let keys = KeyReader<TestFileKey>(mapping, at: place, lowering)
    _ = keys.string(.title)
    if let name = keys.sourced(.plan) {
      plan = plans.first { $0.id == name.value }
      if plan == nil { lowering.reportUnknownPlan(name, among: plans.map(\.id)) }
    }
    if let plan { names = names.defined(by: plan) }
    asOf = keys.day(.asOf)
    if keys.entry(.tests) == nil { keys.reportMissing(.tests) }
    for entry in keys.named(.tests) { read(entry) }
  }

  private mutating func read(_ entry: EntrySyntax) {
    let before = lowering.findings.count
    let id = lowering.id(entry)
    let keys = lowering.reader(TestKey.self, entry)
    let title = keys.string(.title)
    guard keys.required(.kpi) != nil, let name = keys.sourced(.kpi), let plan,
      let kpi = self.kpi(name)
    else { return }
    let period = keys.period(.period)?.value
    let named = keys.sourced(.school) ?? keys.sourced(.scope)
    let scope = named.flatMap { self.scope($0) } ?? .trust
    let strand = keys.sourced(.strand).flatMap { self.strand($0, of: kpi.id) }
    var usual = Defaults(kpi: kpi.id, strand: strand, scope: scope, period: period)
    usual.isPeriodWrong = period == nil && keys.entry(.period) != nil
    var given = keys.items(.given).compactMap { reading($0, usual) }
    if let value = keys.text(.value), let reading = self.reading(value, usual, keys.place) {
      given.append(reading)
    }
    let tried = self.tried(keys, usual)
    guard let day = keys.day(.asOf) ?? asOf ?? last(of: given, or: period) else {
      if lowering.findings.count == before { lowering.reportMissing(TestKey.asOf, at: keys.place) }
      return
    }
    var test = ThresholdCase(test: id, plan: plan.id, kpi: kpi.id, given: given, asOf: day)
    test.title = title
    let found = self.expected(keys, usual)
    // Half of a test would test something else.
    guard !lowering.findings[before...].contains(where: { $0.severity == .error }) else { return }
    if !found.isEmpty {
      test.expected = found
      cases.append(test)
    }
    for (reading, expected) in tried {
      var single = test
      single.value = reading.text
      single.given = given + [reading]
      single.expected = [expected]
      cases.append(single)
    }
  }

  /// The values that are tried one by one.
  private func tried(
    _ keys: KeyReader<TestKey>,
    _ usual: Defaults
  ) -> [(reading: Reading, expected: ThresholdCase.Expected)] {
    keys.named(.values).compactMap { entry in
      guard let result = self.result(entry.value, "values"),
        let reading = self.reading(SourcedText(entry.name), usual, keys.place)
      else { return nil }
      let place = entry.value.place
      return (
        reading,
        ThresholdCase.Expected(result, scope: usual.scope, strand: usual.strand, at: place)
      )
    }
  }

  /// What a test expects of its own scope, or of several.
  private func expected(
    _ keys: KeyReader<TestKey>,
    _ usual: Defaults
  ) -> [ThresholdCase.Expected] {
    guard let entry = keys.entry(.expect) else {
      if keys.entry(.values) == nil, !keys.isLost(.values) { keys.reportMissing(.expect) }
      return []
    }
    if keys.entry(.values) != nil {
      lowering.report(
        .wrongShape,
        "a test has either `values:` or `expect:`, and this has both",
        at: entry.name.place,
        help: "write what is expected after each value, or make two tests of it"
      )
      return []
    }
    guard entry.value.kind == .mapping else {
      return result(entry.value, "expect").map {
        [.init($0, scope: usual.scope, strand: usual.strand, at: entry.value.place)]
      } ?? []
    }
    return keys.named(.expect).compactMap { entry in
      let name = Sourced(entry.name.text, at: entry.name.place)
      guard let scope = self.scope(name), let result = self.result(entry.value, name.value) else {
        return nil
      }
      return .init(result, scope: scope, strand: usual.strand, at: entry.value.place)
    }
  }

  private func result(_ node: NodeSyntax, _ name: String) -> ResultWord? {
    guard let text = lowering.string(node, name) else { return nil }
    // On a page the words stand with spaces: `not due`.
    let word = String(
      decoding: text.utf8.map { $0 == 0x20 ? UInt8(ascii: "-") : $0.lowercased },
      as: UTF8.self
    )
    if let result = ResultWord(rawValue: word) { return result }
    let near = nearestNames(to: word, among: resultWords)
    lowering.report(
      .unknownWord,
      "'\(text)' is no status and no outcome",
      at: node.place,
      label: near.isEmpty ? "" : "did you mean `\(near[0])`?",
      help: "write `green`, `amber`, `red` or `grey`, or an outcome such as `met`, `nearly`, "
        + "`missed`, `not-due`"
    )
    return nil
  }

  // MARK: - Readings

  private func reading(_ node: NodeSyntax, _ usual: Defaults) -> Reading? {
    guard node.kind == .mapping else {
      lowering.reportShape(node, "given", "entries, each with a name and a colon")
      return nil
    }
    let keys = KeyReader<GivenKey>(node.asMapping, at: node.place.firstByte, lowering)
    var own = usual
    if let name = keys.sourced(.kpi) {
      guard let kpi = self.kpi(name) else { return nil }
      own.kpi = kpi.id
      own.strand = nil
    }
    if let name = keys.sourced(.strand) { own.strand = self.strand(name, of: own.kpi) }
    if let name = keys.sourced(.school) ?? keys.sourced(.scope) {
      guard let scope = self.scope(name) else { return nil }
      own.scope = scope
    }
    if let period = keys.period(.period)?.value {
      own.period = period
    } else if keys.entry(.period) != nil {
      own.period = nil
      own.isPeriodWrong = true
    }
    guard let value = keys.text(.value) else {
      if keys.entry(.value) == nil { keys.reportMissing(.value) }
      return nil
    }
    return reading(value, own, keys.place)
  }

  private func reading(_ value: SourcedText, _ usual: Defaults, _ place: Place) -> Reading? {
    guard let period = usual.period else {
      if !usual.isPeriodWrong { lowering.reportMissing(TestKey.period, at: place) }
      return nil
    }
    let measure = names.measures[usual.kpi]
    if let problem = valueProblem(
      value.text,
      measure,
      strand: usual.strand,
      names,
      at: value.place
    ) {
      lowering.findings.append(problem)
      return nil
    }
    return Reading(
      kpi: usual.kpi,
      strand: usual.strand,
      scope: usual.scope,
      period: period,
      value: parseReadingValue(value.text, names.context(for: measure, strand: usual.strand)),
      text: value.text,
      at: value.place
    )
  }

  private func last(of given: [Reading], or period: Period?) -> Day? {
    (given.map(\.period) + (period.map { [$0] } ?? []))
      .map { trust.calendar.days(of: $0).upperBound }.max()
  }

  // MARK: - Names

  private func kpi(_ name: Sourced<String>) -> KPI? {
    guard let plan else { return nil }
    if let path = plan.path(of: name.value) { return plan[path] }
    lowering.reportUnknownKPI(name, in: plan)
    return nil
  }

  private func strand(_ name: Sourced<String>, of kpi: KPI.ID) -> String? {
    let known = names.measures[kpi]?.strands ?? []
    if known.contains(name.value) { return name.value }
    let near = nearestNames(to: name.value, among: known)
    lowering.report(
      .unknownStrand,
      "'\(kpi)' has no strand '\(name.value)'",
      at: name.place,
      label: near.isEmpty ? "" : "did you mean `\(near[0])`?",
      help: known.isEmpty
        ? "leave the line out"
        : "its strands are " + known.prefix(12).map { "`\($0)`" }.joined(separator: ", ")
    )
    return nil
  }

  private func scope(_ name: Sourced<String>) -> Scope? {
    switch names.scope(name.value) {
    case .one(let scope): return scope
    case .none(let nearest):
      let known = names.scopeLabels.map { "`\($0)`" }.joined(separator: ", ")
      lowering.report(
        .unknownSchool,
        "'\(name.value)' is no school or comparator of the trust",
        at: name.place,
        label: nearest.isEmpty ? "" : "did you mean `\(nearest[0])`?",
        help: "write one of \(known)"
      )
    case .several(let found):
      lowering.reportAmbiguous(name.value, found, at: name.place)
    }
    return nil
  }
}

extension Lowering {
  fileprivate func reportUnknownPlan(_ name: Sourced<String>, among known: [String]) {
    let near = nearestNames(to: name.value, among: known)
    report(
      .unknownPlan,
      "the trust has no plan '\(name.value)'",
      at: name.place,
      label: near.isEmpty ? "" : "did you mean `\(near[0])`?",
      help: "the plans are " + known.prefix(12).map { "`\($0)`" }.joined(separator: ", ")
    )
  }

  fileprivate func reportUnknownKPI(_ name: Sourced<String>, in plan: Plan) {
    let known = plan.strategies.flatMap(\.priorities).flatMap(\.kpis).map(\.id)
    let near = nearestNames(to: name.value, among: known)
    report(
      .unknownKPI,
      "the plan '\(plan.id)' has no KPI '\(name.value)'",
      at: name.place,
      label: near.isEmpty ? "" : "did you mean `\(near[0])`?",
      help: near.isEmpty ? "`rlt kpi list` lists the KPIs" : "write `\(near[0])`"
    )
  }
}
