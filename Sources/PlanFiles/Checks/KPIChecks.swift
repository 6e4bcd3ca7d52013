internal import PlanModel
internal import SourceText

extension Lowering {
  /// The most strategies, priorities and KPIs that one plan can hold and still be followed.
  ///
  /// Plans of fewer than 20 parts are carried out in 68 % of cases, of more than 60 in 8 %:
  /// ClearPoint Strategy, of the plans on its own platform (the vendor's own account).
  static let mostParts = 60

  /// Checks each KPI, and how many there are.
  func checkKPIsAndSize(of plan: Plan, _ trust: Trust) {
    var parts = plan.strategies.count
    let days = plan.days(trust.calendar)
    // By index, so that whole strategies, priorities and KPIs are not copied.
    for s in plan.strategies.indices {
      parts += plan.strategies[s].priorities.count
      for p in plan.strategies[s].priorities.indices {
        let count = plan.strategies[s].priorities[p].kpis.count
        parts += count
        for k in 0..<count {
          checkScale(plan.strategies[s].priorities[p].kpis[k], trust, days)
          checkValidity(plan.strategies[s].priorities[p].kpis[k], trust.calendar)
          checkDeadline(plan.strategies[s].priorities[p].kpis[k], trust.calendar, days)
        }
      }
    }
    if parts > Self.mostParts {
      report(
        .planTooLarge,
        "'\(plan.id)' has \(parts) strategies, priorities and KPIs, too many to follow",
        at: plan.place,
        label: "few plans of more than \(Self.mostParts) are carried out",
        help: "say which of them matter most, and keep the others in a document of their own"
      )
    }
  }

  /// Reports a percentage that does not say of what.
  func checkUnit(_ unit: Sourced<String>) {
    let read = Unit(unit.value)
    guard read.mark == .percent, read.noun.isEmpty else { return }
    report(
      .percentOfWhat,
      "this percentage does not say of what",
      at: unit.place,
      help: "write for example `\"% of pupils\"`"
    )
  }

  private func checkScale(_ kpi: KPI, _ trust: Trust, _ days: ClosedRange<Day>) {
    guard let name = kpi.scale, let scale = scale(name.value, among: trust.scales),
      let until = scale.until, until < days.upperBound, kpi.valid?.to == nil
    else { return }
    report(
      .scaleEnded,
      "'\(name.value)' ended on \(until), and the plan runs to \(days.upperBound)",
      at: name.place,
      help: scale.successor.map {
        "end the KPI with `valid: {to: …}`, and add one with `scale: \($0)`; no grade is converted"
      } ?? "end the KPI with `valid: {to: …}`, and add one on the scale that came after"
    )
  }

  private func checkDeadline(
    _ kpi: KPI,
    _ calendar: SchoolCalendar,
    _ days: ClosedRange<Day>
  ) {
    guard let deadline = kpi.deadline, case .period(let period) = deadline.rule else { return }
    checkInside(period, calendar, days, deadline.text, at: deadline.place)
  }

  /// Reports a day that lies wholly before the plan begins or after it ends.
  func checkInside(
    _ period: Period,
    _ calendar: SchoolCalendar,
    _ days: ClosedRange<Day>,
    _ text: String,
    at place: Place
  ) {
    let own = calendar.days(of: period)
    let isEarly = own.upperBound < days.lowerBound
    guard isEarly || own.lowerBound > days.upperBound else { return }
    report(
      .dateOutsidePlan,
      "'\(text)' lies \(isEarly ? "before the plan begins" : "after the plan ends")",
      at: place,
      label: "the plan runs from \(days.lowerBound) to \(days.upperBound)",
      help: "check the year of the date, or `years:` at the top of the plan"
    )
  }
}

extension Plan {
  /// The first and last day of the plan.
  func days(_ calendar: SchoolCalendar) -> ClosedRange<Day> {
    let first = calendar.first(of: years.lowerBound)
    return first...max(first, calendar.last(of: years.upperBound))
  }
}
