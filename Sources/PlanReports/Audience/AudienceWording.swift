import Documents
import PlanModel

extension ReportSubject {
  /// What is left out for the eyes the report is for, in one sentence; `nil` where nothing is.
  var audienceLine: String? {
    let figures =
      "figures of fewer than \(trust.leastCohort) people, and those that would tell them"
    switch audience {
    case .staff: return nil
    case .everyone: return "For the public: \(figures), are not shown, nor are owners and notes."
    case .board: return "For the board: \(figures), are not shown."
    case .school:
      let whom = school.map { "For \($0.name): of other schools, " } ?? "For schools: of others, "
      return "\(whom)\(figures), are not shown."
    }
  }

  /// The same as a paragraph.
  func audienceNote() -> [Block] {
    audienceLine.map { [.paragraph(Line([.text($0, .quiet)]))] } ?? []
  }
}
