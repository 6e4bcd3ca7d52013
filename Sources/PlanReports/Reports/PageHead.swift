import Documents
import PlanEvaluation
import PlanModel

extension ReportSubject {
  /// The first lines of a page: who, which plan, and on which day.
  func pageHead() -> [Block] {
    [
      .heading(Line([.text(subjectName, .strong)]), level: 1),
      .paragraph(Line("\(plan.title), \(yearWords(plan.years))")),
      .paragraph(Line(dayLine)),
    ] + audienceNote()
  }

  /// Whom the page is about: the trust, or the schools that were named.
  var subjectName: String {
    schools.count < trust.schools.count && !schools.isEmpty && isConfined
      ? "\(listed(schools.map(\.name), "and")), \(trust.name)" : trust.name
  }

  /// Whether schools were named.
  private var isConfined: Bool {
    school != nil
      || schools.count < trust.schools.filter { $0.membership == .member }.count
  }

  /// The day, in one sentence.
  var dayLine: String {
    let known =
      evaluation.knownAt < evaluation.asOf
      ? ", as far as was recorded by \(dayWords(evaluation.knownAt))" : ""
    if evaluation.planEnded {
      return "Final position: the plan ended on \(dayWords(evaluation.asOf))\(known)."
    }
    let start = trust.calendar.first(of: plan.years.lowerBound)
    let begins = evaluation.asOf < start ? " The plan begins on \(dayWords(start))." : ""
    return "As of \(dayWords(evaluation.asOf))\(known).\(begins)"
  }
}
