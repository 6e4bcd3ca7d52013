internal import PlanModel
internal import SourceText

extension Lowering {
  /// Reports work that is due before the year begins in which it stands, and work and milestones
  /// that lie outside the plan: most often a slip of the pen in the year of the date.
  func checkDueDays(_ plan: Plan, _ calendar: SchoolCalendar) {
    let days = plan.days(calendar)
    // By index, so that whole strategies, priorities and KPIs are not copied.
    for s in plan.strategies.indices {
      for p in plan.strategies[s].priorities.indices {
        for milestone in plan.strategies[s].priorities[p].milestones {
          check(milestone.due, calendar, days)
        }
        check(plan.strategies[s].priorities[p].years, calendar, days)
        for action in plan.strategies[s].priorities[p].actions {
          check(action.due, calendar, days)
        }
        for k in plan.strategies[s].priorities[p].kpis.indices {
          check(plan.strategies[s].priorities[p].kpis[k].years, calendar, days)
          for action in plan.strategies[s].priorities[p].kpis[k].actions {
            check(action.due, calendar, days)
          }
        }
      }
    }
  }

  private func check(_ years: [YearEntry], _ calendar: SchoolCalendar, _ days: ClosedRange<Day>) {
    // Of a year outside the plan that is said itself.
    for year in years where days.contains(calendar.first(of: year.year)) {
      let first = calendar.first(of: year.year)
      for action in year.actions {
        guard let due = action.due, let period = due.period else { continue }
        guard calendar.days(of: period).upperBound < first else {
          check(due, calendar, days)
          continue
        }
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

  private func check(_ due: Action.Due?, _ calendar: SchoolCalendar, _ days: ClosedRange<Day>) {
    guard let due, let period = due.period else { return }
    checkInside(period, calendar, days, due.text, at: due.place)
  }
}
