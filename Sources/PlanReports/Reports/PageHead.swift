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

  /// The first lines of a report, with what mistakes in the files keep out of it.
  ///
  /// - Parameter tellsWork: Whether the report tells of actions and milestones.
  /// - Returns: The lines.
  func reportHead(tellsWork: Bool = false) -> [Block] {
    var blocks = pageHead()
    if tellsWork { blocks[2] = .paragraph(Line(dayAndWorkLine)) }
    return blocks + mistakeNote()
  }

  /// What mistakes in the files keep out, in one sentence; nothing where there are none.
  func mistakeNote() -> [Block] {
    mistakeLine.map { [.paragraph(Line([.text($0, .strong)]))] } ?? []
  }

  /// The same as words.
  var mistakeLine: String? {
    guard mistakes > 0 else { return nil }
    let what = mistakes == 1 ? "it stands" : "they stand"
    return "\(counted(mistakes, "mistake")) in the files: what \(what) in is not counted here."
  }

  /// The day, and the day of the work where that is another, as after the end of a plan.
  var dayAndWorkLine: String {
    if workDay == evaluation.asOf { return dayLine }
    return "\(dayLine) Actions and milestones as of \(dayWords(workDay))."
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
