internal import PlanModel
internal import SourceText

/// Finds KPIs that nobody owns, that nobody reads, or that were read too long ago.
///
/// Each of these is off unless it is asked for by name: much of a young plan is open, and that is no
/// fault of the files.
struct UnreadKPIs {
  let trust: Trust
  let readings: any Readings
  /// The rules that were asked for.
  let rules: Set<PlanRule>
  /// The day to take for today; without one nothing is stale.
  let today: Day?
  private(set) var findings: [Diagnostic] = []

  init(_ trust: Trust, _ readings: any Readings, _ rules: Set<PlanRule>, today: Day?) {
    self.trust = trust
    self.readings = readings
    self.rules = rules
    self.today = today
  }

  /// Looks at every KPI of a plan.
  mutating func check(_ plan: Plan) {
    for strategy in plan.strategies {
      for priority in strategy.priorities {
        let isLed = !(strategy.leads + priority.leads).isEmpty
        for kpi in priority.kpis where kpi.sameAs == nil {
          if kpi.owners.isEmpty, !isLed { reportUnowned(kpi) }
          checkReadings(of: kpi, plan)
        }
      }
    }
  }

  private mutating func report(
    _ rule: PlanRule,
    _ message: String,
    at place: Place,
    help: String
  ) {
    guard rules.contains(rule) else { return }
    findings.append(Diagnostic(rule, message, at: place, help: help))
  }

  private mutating func reportUnowned(_ kpi: KPI) {
    report(
      .kpiWithoutOwner,
      "'\(kpi.id)' has no owner, and its priority has no lead",
      at: kpi.place,
      help: "add a line `owner: …` with a role of trust.yaml"
    )
  }

  private mutating func checkReadings(of kpi: KPI, _ plan: Plan) {
    let own = own(kpi)
    if own.isEmpty, kpi.asksForReading {
      report(
        .kpiWithoutReading,
        "'\(kpi.id)' has a target and no reading",
        at: kpi.place,
        help: "record one: `rlt kpi record \(kpi.id)`"
      )
    }
    for id in kpi.comparators where series(kpi, .comparator(id)).isEmpty {
      report(
        .kpiWithoutComparator,
        "'\(kpi.id)' is compared with '\(id)', which has no reading",
        at: kpi.target?.place ?? kpi.place,
        help: "record its figure: `rlt kpi record \(kpi.id) --scope \(id)`"
      )
    }
    guard let today, let frequency = kpi.frequency, !own.isEmpty else { return }
    let day = min(today, trust.calendar.last(of: plan.years.upperBound))
    let last = own.map { trust.calendar.days(of: $0.period).upperBound }.max() ?? day
    if last.adding(days: frequency.value.days) < day {
      report(
        .staleReading,
        "'\(kpi.id)' is to be read \(frequency.value.rawValue), and its last reading ended on \(last)",
        at: frequency.place,
        help: "record a newer one: `rlt kpi record \(kpi.id)`"
      )
    }
  }

  private func series(_ kpi: KPI, _ scope: Scope) -> [Reading] {
    ([nil] + kpi.strands.map { $0.id }).flatMap { readings.series(kpi.id, $0, scope) }
  }

  /// The readings of the trust and its schools.
  private func own(_ kpi: KPI) -> [Reading] {
    let scopes = [Scope.trust, .everySchool] + trust.schools.map { .school($0.id) }
    return scopes.flatMap { series(kpi, $0) }
  }
}

extension KPI {
  /// Whether one of its targets can only be judged by a reading.
  fileprivate var asksForReading: Bool {
    let targets =
      [target].compactMap { $0 } + targetsByYear.map(\.target)
      + strands.compactMap(\.target)
    return targets.contains { if case .kpi = $0.condition { false } else { true } }
  }

  /// The comparators that its targets name, each once.
  fileprivate var comparators: [String] {
    var found: [String] = []
    let targets =
      [target].compactMap { $0 } + targetsByYear.map(\.target) + overrides.map(\.target)
      + strands.compactMap(\.target)
    for id in targets.flatMap(\.condition.comparators) where !found.contains(id) {
      found.append(id)
    }
    return found
  }
}

extension Condition {
  /// The comparators that it names.
  fileprivate var comparators: [String] {
    switch self {
    case .comparison(let comparison): [comparison.comparator]
    case .gap(_, let id), .multiple(_, let id), .multipleOfFigure(_, let id): [id]
    case .allOf(let parts), .anyOf(let parts): parts.flatMap(\.comparators)
    default: []
    }
  }
}
