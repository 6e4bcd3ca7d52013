internal import PlanModel
internal import SourceText

/// What files with mistakes may have meant to declare, so that one mistake is not told again
/// wherever a name that rests on it is used.
///
/// A name that no file declares, but that a file with mistakes in its structure holds, is not
/// reported; once, at the first of those mistakes, it is said how many were passed over.
struct Doubts {
  private struct Doubt {
    var file: FileID
    var isTrust: Bool
    /// Where the first of the mistakes is.
    var place: Place
    var words: FileWords
    /// Whether a name that the file does not hold may be meant too, since one was replaced.
    var isOfAnyKPI = false
    var nameCount = 0
    var valueCount = 0
  }

  private var doubts: [Doubt] = []
  /// KPIs with a mistake in what they say of their values.
  private(set) var kpis: Set<KPI.ID> = []

  var isEmpty: Bool { doubts.isEmpty }

  // MARK: - Gathering

  /// Notes the mistakes of a trust or plan file that can have lost something it declares.
  mutating func note(_ findings: [Diagnostic], in file: SourceFile, _ id: FileID, plan: Plan?) {
    let errors = findings.filter { $0.severity == .error && $0.place.file == id }
    guard !errors.isEmpty else { return }
    if let plan { noteKPIs(of: plan, errors) }
    let lossy = errors.filter { isLossy($0.id) }
    let telling = lossy.isEmpty && plan != nil ? errors.filter { changesValues($0.id) } : lossy
    guard let first = telling.min(by: { $0.place.range.lower < $1.place.range.lower }) else {
      return
    }
    var doubt = Doubt(
      file: id,
      isTrust: plan == nil,
      place: first.place,
      words: FileWords(lossy.isEmpty ? [] : file.bytes)
    )
    if let plan {
      let ids = Set(plan.strategies.flatMap(\.priorities).flatMap(\.kpis).map(\.id))
      doubt.isOfAnyKPI = lossy.contains { error in
        error.id == "duplicate" && ids.contains(text(at: error.place, in: file))
      }
    }
    doubts.append(doubt)
  }

  /// Whether a mistake can make an entry disappear: those of writing, and of names of entries.
  private func isLossy(_ id: DiagnosticID) -> Bool {
    guard let rule = PlanRule(rawValue: id.description) else { return true }
    switch rule {
    case .unknownKey, .missingKey, .wrongShape, .duplicateID: return true
    default: return false
    }
  }

  /// Whether a mistake can change how the values of a KPI are read.
  private func changesValues(_ id: DiagnosticID) -> Bool {
    guard let rule = PlanRule(rawValue: id.description) else { return true }
    switch rule {
    case .unknownKey, .missingKey, .wrongShape, .unitMismatch, .gradeWithoutScale, .unknownGrade,
      .unknownScale, .targetSyntax:
      return true
    default: return false
    }
  }

  private mutating func noteKPIs(of plan: Plan, _ errors: [Diagnostic]) {
    let errors = errors.filter { changesValues($0.id) }.map { $0.place.range.lower }.sorted()
    guard !errors.isEmpty else { return }
    // The mistakes of a KPI stand between its id and the next.
    let ids = plan.strategies.flatMap(\.priorities).flatMap(\.kpis).map {
      (start: $0.place.range.lower, id: $0.id)
    }.sorted { $0.start < $1.start }
    var next = 0
    for (index, kpi) in ids.enumerated() {
      let end = index + 1 < ids.count ? ids[index + 1].start : .max
      while next < errors.count, errors[next] < kpi.start { next += 1 }
      if next < errors.count, errors[next] < end { kpis.insert(kpi.id) }
    }
  }

  // MARK: - Passing over

  /// Takes out the problems that rest on what is in doubt.
  mutating func passOver(_ findings: [Diagnostic], in files: SourceFiles) -> [Diagnostic] {
    findings.filter { problem in
      guard problem.severity != .note, let rule = PlanRule(rawValue: problem.id.description),
        let isOfTrust = isDeclaredByTrust(rule)
      else { return true }
      let name = text(at: problem.place, in: files[problem.place.file])
      for index in doubts.indices where doubts[index].isTrust == isOfTrust {
        // In the file itself the name stands where it is used, too.
        let times = doubts[index].file == problem.place.file ? 2 : 1
        let isAny = rule == .unknownKPI && doubts[index].isOfAnyKPI
        if isAny || doubts[index].words.hold(name, times: times) {
          doubts[index].nameCount += 1
          return false
        }
      }
      return true
    }
  }

  /// Notes values that were not looked at, because their KPIs have mistakes.
  mutating func passedOver(values count: Int) {
    guard let index = doubts.firstIndex(where: { !$0.isTrust }) ?? doubts.indices.first else {
      return
    }
    doubts[index].valueCount += count
  }

  /// Says once for each file what was not looked at because of its mistakes.
  var remarks: [Diagnostic] {
    doubts.compactMap { doubt in
      var parts: [String] = []
      if doubt.nameCount > 0 { parts.append(counted(doubt.nameCount, "name")) }
      if doubt.valueCount > 0 { parts.append(counted(doubt.valueCount, "value")) }
      guard !parts.isEmpty else { return nil }
      let isOne = doubt.nameCount + doubt.valueCount == 1
      return Diagnostic(
        .notChecked,
        "\(parts.joined(separator: " and ")) \(isOne ? "was" : "were") not checked, because mistakes "
          + "in this file may be the reason",
        at: doubt.place,
        help: "put the mistakes right, the first of which is here, then check again"
      )
    }
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(ExactNumber(count).grouped) \(noun)\(count == 1 ? "" : "s")"
  }

  /// Whether names of a kind are declared by the trust, or by a plan; `nil` for other rules.
  private func isDeclaredByTrust(_ rule: PlanRule) -> Bool? {
    switch rule {
    case .unknownScale, .unknownGrade, .unknownComparator, .unknownSchool, .unknownOwner,
      .unknownRole, .undeclaredQuantifier:
      true
    case .unknownKPI, .unknownStrand, .unknownAction, .unknownRisk, .unknownOffer: false
    default: nil
    }
  }

  private func text(at place: Place, in file: SourceFile) -> String {
    let range = place.range.indices.clamped(to: 0..<file.bytes.count)
    return String(decoding: file.bytes[range], as: UTF8.self)
  }
}
