import PlanModel
import SourceText

extension Evaluator {
  /// Judges "all of": the worst branch decides.
  func findAll(_ parts: [Condition], _ subject: Subject) -> Finding {
    let branches = parts.map { find($0, subject) }
    var tally = Tally()
    for branch in branches { tally.add(branch.outcome) }
    let outcome = tally.outcome(.every)
    return combine(branches, outcome) { $0 < $1 }
  }

  /// Judges "any of": the best branch decides.
  func findAny(_ parts: [Condition], _ subject: Subject) -> Finding {
    let branches = parts.map { find($0, subject) }
    var tally = Tally()
    for branch in branches { tally.add(branch.outcome) }
    let outcome = tally.outcome(.count(Bound(.atLeast, Quantity(ExactNumber(1)))))
    return combine(branches, outcome) { $0 > $1 }
  }

  /// Puts branches together: their proofs in order, and the margin of the branch that decided.
  private func combine(
    _ branches: [Finding],
    _ outcome: Outcome,
    prefer: (ExactNumber, ExactNumber) -> Bool
  ) -> Finding {
    var finding = Finding(outcome: outcome)
    for (index, branch) in branches.enumerated() {
      finding.reasons += branch.reasons
      finding.reasons.append(Reason(.branch(index: index, branch.outcome)))
      guard branch.outcome == outcome else { continue }
      if let due = branch.due { finding.due = max(due, finding.due ?? due) }
      finding.decider = finding.decider ?? branch.decider
      guard let margin = branch.margin else { continue }
      if let chosen = finding.margin, !prefer(margin.amount, chosen.amount) { continue }
      finding.margin = margin
    }
    return finding
  }

  /// Judges "another KPI is met", for the same school or for the trust.
  func findKPI(_ id: KPI.ID, _ subject: Subject) -> Finding {
    let trail = subject.question.trail + [subject.kpi.id]
    guard !trail.contains(id) else { return .unknown(.undetermined, .kpiCycle(id)) }
    guard trail.count <= Steps.deepest, steps.take() else {
      return .unknown(.undetermined, .kpiTooFar(id))
    }
    for (s, strategy) in plan.strategies.enumerated() {
      for (p, priority) in strategy.priorities.enumerated() {
        for (k, kpi) in priority.kpis.enumerated() where kpi.id == id {
          let path = KPIPath(strategy: s, priority: p, kpi: k)
          let question = Question(kpi: kpi, path: path, trail: trail)
          let verdict: Verdict =
            if let school = subject.school, question.isReadPerSchool {
              schoolVerdict(question, school)
            } else {
              trustVerdict(question)
            }
          var finding = Finding(outcome: verdict.outcome, reasons: verdict.reasons)
          finding.reasons.append(Reason(.otherKPI(id, verdict.outcome), at: kpi.place))
          return finding
        }
      }
    }
    return .unknown(.undetermined, .otherKPI(id, .undetermined))
  }
}
