import Documents
import PlanModel
import SourceText

/// The first lines of a page on the work of a plan: who, which plan, and on which day.
func workHead(_ trust: Trust, _ plan: Plan, _ asOf: Day) -> [Block] {
  let last = trust.calendar.last(of: plan.years.upperBound)
  let ended = last < asOf ? " The plan ended on \(dayWords(last))." : ""
  return [
    .heading(Line([.text(trust.name, .strong)]), level: 1),
    .paragraph(Line("\(plan.title), \(yearWords(plan.years))")),
    .paragraph(Line("As of \(dayWords(asOf)).\(ended)")),
  ]
}

/// The owners of something by name; `nobody` where there are none.
func ownerWords(_ owners: [Sourced<String>], _ trust: Trust) -> String {
  owners.isEmpty ? "nobody" : listed(owners.map { trust.ownerName($0.value) }, "and")
}

/// When something is due, as understood; as typed where the words name no day.
func dueWords(_ due: Action.Due) -> String {
  guard let period = due.period else { return "“\(due.text)”" }
  return periodWords(period)
}

/// How late something is on a day, or how long there is left.
func lateWords(_ due: Day, on day: Day) -> String {
  if due == day { return "due today" }
  return due < day
    ? "\(ageWords(from: due, to: day)) late" : "\(ageWords(from: day, to: due)) left"
}
