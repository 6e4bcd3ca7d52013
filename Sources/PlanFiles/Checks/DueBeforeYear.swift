internal import PlanModel
internal import SourceText

extension Lowering {
  /// Reports work that is due before the year begins in which it stands: most often a slip of the
  /// pen in the year of the date, and the work would be overdue from its first day.
  func checkDueDays(_ plan: Plan, _ calendar: SchoolCalendar) {
    for priority in plan.strategies.flatMap(\.priorities) {
      for year in priority.years + priority.kpis.flatMap(\.years) {
        let first = calendar.first(of: year.year)
        for action in year.actions {
          guard let due = action.due, let period = due.period,
            calendar.days(of: period).upperBound < first
          else { continue }
          report(
            .dueBeforeYear,
            "'\(due.text)' lies before \(year.year), the year under which the work stands",
            at: due.place,
            label: "\(year.year) begins on \(first)",
            help: "check the year of the date, or put the action under an earlier year"
          )
        }
      }
    }
  }
}
