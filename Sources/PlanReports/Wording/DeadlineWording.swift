import PlanEvaluation
import PlanModel

extension KPIWording {
  /// A line of a proof about a deadline as one plain sentence.
  func deadlineSentence(_ fact: Reason.Fact) -> String {
    switch fact {
    case .due(let deadline, let day):
      "The deadline “\(deadline.text)” falls on \(dayWords(day))."
    case .deadlineAhead(let deadline, let day?, let gap):
      "The deadline “\(deadline.text)” falls on \(dayWords(day)) at the latest; \(gap.words), "
        + "so it has not come before."
    case .deadlineAhead(let deadline, nil, let gap):
      "The deadline “\(deadline.text)” has not come: \(gap.words)."
    case .deadlineUnknown(let deadline, let gap):
      "The deadline “\(deadline.text)” cannot be worked out: \(gap.words)."
    case .dueUnknown:
      "It is not met, and whether it is due already cannot be told."
    case .termNotDeclared(let period):
      "No dates of \(periodWords(period)) are declared in trust.yaml, "
        + "so the end of the school year is taken."
    case .metLate(let day, let outcome, let reading?):
      "It is met, but late: on \(dayWords(day)) the reading \(described(reading)), "
        + "\(outcome.words)."
    case .metLate(let day, _, nil):
      "It is met, but whether it was by \(dayWords(day)) cannot be told: "
        + "there was no reading then."
    default: ""
    }
  }
}

extension Reason.DeadlineGap {
  /// Why, in words.
  var words: String {
    switch self {
    case .noJoiningDay: "the day on which the school joined is not known"
    case .noInspection: "no inspection since the school joined is known"
    case .unparsed: "the words name no date"
    }
  }
}
