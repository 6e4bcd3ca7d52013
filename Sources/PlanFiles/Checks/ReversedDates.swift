internal import PlanModel
internal import SourceText

extension Lowering {
  /// Reports a stretch of time that ends before it begins.
  func checkValidity(_ kpi: KPI, _ calendar: SchoolCalendar) {
    guard let valid = kpi.valid, let from = valid.from, let to = valid.to,
      calendar.days(of: to).upperBound < calendar.days(of: from).lowerBound
    else { return }
    report(
      .impossibleDate,
      "\(to) comes before \(from), so '\(kpi.id)' is never in force",
      at: valid.place,
      help: "write the earlier first: `valid: {from: \(to), to: \(from)}`"
    )
  }

  /// Reports schools that left before they joined.
  func checkMembership(_ trust: Trust) {
    for school in trust.schools {
      guard let joined = school.joined, let left = school.left,
        trust.calendar.days(of: left.value).upperBound
          < trust.calendar.days(of: joined.value).lowerBound
      else { continue }
      report(
        .impossibleDate,
        "\(left.value) comes before \(joined.value), the day on which '\(school.id)' joined",
        at: left.place,
        help: "check the years of the two dates",
        notes: [Note("here it joined", at: joined.place)]
      )
    }
  }
}
