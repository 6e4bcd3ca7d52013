import PlanEvaluation
import PlanModel
import SourceText

/// Goes through a plan and notes what is open.
struct GapFinder {
  let record: TrustRecord
  let plan: Plan
  let request: EvaluationRequest
  var gaps: [Gap] = []
  var kpiCount = 0
  private var pickedIDs: Set<KPI.ID> = []

  init(record: TrustRecord, plan: Plan, request: EvaluationRequest) {
    self.record = record
    self.plan = plan
    self.request = request
  }

  var trust: Trust { record.trust }

  // MARK: - KPIs

  mutating func look(at kpi: KPI, _ path: KPIPath) {
    pickedIDs.insert(kpi.id)
    let past = history(record, plan: plan, path, request)
    lookAtReadings(of: kpi, past)
    // A KPI that repeats another is counted, and its target is looked at, once: there.
    if kpi.sameAs == nil {
      kpiCount += 1
      lookAtTarget(of: kpi, past)
    }
    lookForContradictions(in: kpi, past)
  }

  private mutating func add(_ kind: Gap.Kind, _ kpi: KPI, _ detail: String = "", at place: Place?) {
    gaps.append(Gap(kind, kpi.id, kpi.title, detail: detail, at: place ?? kpi.place))
  }

  private mutating func lookAtReadings(of kpi: KPI, _ past: [PastReading]) {
    if kpi.isToBeRead, !past.contains(where: { $0.reading.isOne(of: kpi) }) {
      add(.noReading, kpi, at: nil)
    }
    // Readings of a KPI that this one repeats are listed there.
    for entry in past where !entry.isReplaced && entry.reading.kpi == kpi.id {
      let reading = entry.reading
      let words: String
      switch reading.value {
      case .evidence: words = "no value: \(reading.note)"
      case .unreadable: words = "“\(reading.text)”, which fits neither unit nor scale"
      case .share, .compared: words = "“\(reading.text)”"
      case .missing(let why): words = "“\(reading.text)”: \(why.words)"
      default: continue
      }
      let scope = trust.name(of: reading.scope)
      let place = "\(scope), \(periodWords(reading.period)): "
      add(.readingInWords, kpi, place + words, at: reading.place)
    }
  }

  private mutating func lookAtTarget(of kpi: KPI, _ past: [PastReading]) {
    let targets =
      [kpi.target].compactMap { $0 } + kpi.targetsByYear.map(\.target)
      + kpi.strands.compactMap(\.target) + kpi.overrides.map(\.target)
    guard let first = targets.first else {
      if kpi.question == nil, kpi.reference == nil { add(.noTarget, kpi, at: nil) }
      return
    }
    let wording = plan.wording(kpi, of: trust)
    if kpi.deadline == nil {
      // Parts and years may ask for different things.
      var words: [String] = []
      for target in targets where !words.contains(wording.words(target)) {
        words.append(wording.words(target))
      }
      add(.noDeadline, kpi, words.joined(separator: "; "), at: first.place)
    }
    if let assumed = targets.first(where: \.operatorAssumed) {
      add(.assumedOperator, kpi, wording.words(assumed), at: assumed.place)
    }
    var told: Set<String> = []
    for target in targets {
      for id in target.condition.comparators where told.insert(id).inserted {
        let isKnown = past.contains { $0.reading.scope == .comparator(id) }
        if !isKnown { add(.noComparator, kpi, trust.name(of: .comparator(id)), at: target.place) }
      }
      for word in target.condition.openWords(trust) where told.insert(word).inserted {
        add(.undeclaredWord, kpi, "“\(word)”", at: target.place)
      }
    }
    if case .undeclared(let word) = kpi.quantifier?.rule, told.insert(word).inserted {
      add(.undeclaredWord, kpi, "“\(word)” of the schools", at: kpi.quantifier?.place)
    }
  }

  // MARK: - Contradictions

  /// Notes words that claim success beside a figure of the same year that missed.
  ///
  /// Only what can be found without understanding the words: one of a few that claim success, under
  /// a KPI and a school year of which a reading missed its target.
  private mutating func lookForContradictions(in kpi: KPI, _ past: [PastReading]) {
    for entry in kpi.years {
      let missed = past.filter {
        !$0.isReplaced && $0.verdict?.outcome == .missed
          && entry.years.contains(trust.calendar.year(of: $0.reading.period))
      }
      guard !missed.isEmpty else { continue }
      for impact in entry.impact where impact.text.claimsSuccess {
        let wording = KPIWording(trust: trust, kpi: kpi)
        let values = missed.map {
          "\(trust.name(of: $0.reading.scope)) "
            + KPIWording(trust: trust, kpi: kpi.read(as: $0.reading.strand)).value(of: $0.reading)
        }
        let target = missed[0].verdict?.target.map { ", target \(wording.words($0))" } ?? ""
        add(
          .contradiction,
          kpi,
          "\(yearWords(entry.years)): “\(impact.text)” But: \(listed(values, "and"))\(target).",
          at: impact.place
        )
      }
    }
  }

  // MARK: - Readings without a KPI

  mutating func look(at priority: Priority) {
    for evidence in priority.evidence {
      let count = evidenceHistory(record, evidence.id, request).count { !$0.isReplaced }
      guard count > 0 else { continue }
      gaps.append(
        Gap(
          .readingWithoutKPI,
          evidence.id,
          evidence.title,
          detail: counted(count, "reading"),
          at: evidence.place
        )
      )
    }
  }

  // MARK: - Work

  mutating func lookAtWork() {
    for planned in plan.plannedActions where !planned.isClosed {
      let action = planned.action
      if action.owners.isEmpty {
        gaps.append(Gap(.actionWithoutOwner, action.id, action.text, at: action.place))
      }
      if planned.isUndated {
        let words = action.due.map { "“\($0.text)”" } ?? ""
        gaps.append(Gap(.actionWithoutDay, action.id, action.text, detail: words, at: action.place))
      }
    }
    for dates in plan.unalignedDates {
      gaps.append(
        Gap(
          .datesUnaligned,
          dates.kpi?.id ?? dates.priority.id,
          dates.kpi?.title ?? dates.priority.title,
          detail: "\(dates.workWords), \(counted(dates.dates.count, "date")): \(dates.dateWords)",
          at: dates.place
        )
      )
    }
    for milestone in plan.strategies.flatMap(\.priorities).flatMap(\.milestones)
    where milestone.due?.period == nil && milestone.every == nil && milestone.reachedOn == nil {
      let words = milestone.due.map { "“\($0.text)”" } ?? ""
      gaps.append(
        Gap(
          .milestoneWithoutDay,
          milestone.id,
          milestone.text,
          detail: words,
          at: milestone.place
        )
      )
    }
    for risk in plan.risks where risk.mitigations.isEmpty {
      gaps.append(Gap(.riskWithoutMitigation, risk.id, risk.text, at: risk.place))
    }
  }
}

// MARK: - Governance

extension GapFinder {
  /// Notes the schools of the trust on the day for which nobody speaks on the board.
  ///
  /// Only in a trust of which any school has a champion: others govern themselves in another way.
  mutating func lookAtSchools() {
    guard trust.schools.contains(where: { $0.champion != nil }) else { return }
    for school in trust.schools where school.champion == nil && isMember(school) {
      guard request.schools.isEmpty || request.schools.contains(school.id) else { continue }
      gaps.append(Gap(.schoolWithoutChampion, school.id, school.name, at: school.place))
    }
  }

  private func isMember(_ school: School) -> Bool {
    let days = trust.calendar.days
    if let joined = school.joined?.value, days(joined).lowerBound > request.asOf { return false }
    if let left = school.left?.value, days(left).upperBound < request.asOf { return false }
    return school.membership == .member
  }
}

extension String {
  /// Whether the words hold one that claims success.
  fileprivate var claimsSuccess: Bool {
    let claims: Set<String> = [
      "kept", "met", "achieved", "reached", "exceeded", "maintained", "within", "successful",
    ]
    let words = lowercased().split { !$0.isLetter }
    // "Not met" claims nothing.
    for (index, word) in words.enumerated() where claims.contains(String(word)) {
      let before = words[max(0, index - 2)..<index]
      if !before.contains(where: { $0 == "not" || $0 == "never" || $0 == "nor" }) { return true }
    }
    return false
  }
}

extension Condition {
  /// The words in it for which the trust has declared no number.
  fileprivate func openWords(_ trust: Trust) -> [String] {
    switch self {
    case .share(let word):
      let isPlain = ["all", "none"].contains(word)
      let entry = trust.quantifierWords.first { $0.word == word }
      return isPlain || entry?.meaning != nil ? [] : [word]
    case .comparison(let comparison):
      let entry = trust.comparators.first { $0.id == comparison.comparator }
      let name = entry?.name ?? comparison.comparator
      switch comparison.relation {
      case .wellAbove where entry?.wellAbove == nil: return ["well above \(name)"]
      case .inLine where entry?.inLine == nil: return ["in line with \(name)"]
      case .closeTo where entry?.closeTo == nil: return ["close to \(name)"]
      default: return []
      }
    case .allOf(let parts), .anyOf(let parts): return parts.flatMap { $0.openWords(trust) }
    default: return []
    }
  }
}
