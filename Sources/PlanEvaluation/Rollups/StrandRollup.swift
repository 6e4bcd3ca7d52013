import PlanModel

extension Evaluator {
  /// Puts the verdicts of strands together into the verdict of their scope.
  ///
  /// Every strand must be met; a strand without a reading leaves the whole open.
  func rollUpStrands(_ question: Question, _ scope: Scope, _ parts: [Verdict]) -> Verdict {
    var tally = Tally()
    var hollow = Tally()
    var verdict = Verdict(path: question.path, scope: scope, outcome: .noReading)
    for part in parts {
      tally.add(part)
      hollow.add(part.staleOutcome ?? part.outcome)
    }
    verdict.outcome = tally.outcome(.every)
    if verdict.outcome == .stale { verdict.staleOutcome = hollow.outcome(.every) }
    verdict.isTolerated = tally.areTolerated
    verdict.members = tally.count
    if let first = parts.first, parts.allSatisfy({ $0.target == first.target }) {
      verdict.target = first.target
    }
    verdict.due = parts.compactMap(\.due).min()
    if let target = verdict.target {
      verdict.reasons.append(Reason(.target(target), at: target.place))
    }
    explainWindow(question.kpi, in: &verdict.reasons)
    for part in parts {
      verdict.reasons.append(Reason(.member(scope, strand: part.strand, part.outcome)))
    }
    if tally.total == 0 { verdict.reasons.append(Reason(.noMembers)) }
    if tally.leavesToleranceOpen(.every) { verdict.reasons.append(Reason(.toleranceUnknown)) }
    verdict.reasons.append(
      Reason(.members(tally.count, Quantifier("every strand", .every, at: nil)))
    )
    verdict.parts = parts
    return verdict
  }
}
