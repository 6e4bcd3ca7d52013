import PlanModel
import SourceText

extension Evaluator {
  /// Judges "all of": the worst branch decides.
  func findAll(_ parts: [Condition], _ subject: Subject) -> Finding {
    let branches = parts.map { find($0, subject) }
    var tally = Tally()
    for branch in branches { tally.add(branch.outcome) }
    let outcome = tally.outcome(.every)
    var finding = combine(parts, branches, outcome) { $0 < $1 }
    decideTogether(.allOf(parts), subject, &finding)
    return finding
  }

  /// Judges "any of": the best branch decides.
  func findAny(_ parts: [Condition], _ subject: Subject) -> Finding {
    let branches = parts.map { find($0, subject) }
    var tally = Tally()
    for branch in branches { tally.add(branch.outcome) }
    let outcome = tally.outcome(.count(Bound(.atLeast, Quantity(ExactNumber(1)))))
    var finding = combine(parts, branches, outcome) { $0 > $1 }
    decideTogether(.anyOf(parts), subject, &finding)
    return finding
  }

  /// Puts branches together: their proofs in order, and the margin of the branch that decided.
  private func combine(
    _ parts: [Condition],
    _ branches: [Finding],
    _ outcome: Outcome,
    prefer: (ExactNumber, ExactNumber) -> Bool
  ) -> Finding {
    var finding = Finding(outcome: outcome)
    for (part, branch) in zip(parts, branches) {
      finding.reasons += branch.reasons
      // What another KPI gave has been said already.
      if case .kpi = part {} else { finding.reasons.append(Reason(.branch(part, branch.outcome))) }
      guard branch.outcome == outcome else { continue }
      if let due = branch.due { finding.due = max(due, finding.due ?? due) }
      finding.decider = finding.decider ?? branch.decider
      guard let margin = branch.margin else { continue }
      if let chosen = finding.margin, !prefer(margin.amount, chosen.amount) { continue }
      finding.margin = margin
    }
    return finding
  }

  /// Decides what no branch can tell alone: above 15 is below 30 or above 20, whatever it is.
  ///
  /// Between two limits every figure is judged alike, so one of each stretch is tried, and each limit.
  private func decideTogether(_ whole: Condition, _ subject: Subject, _ finding: inout Finding) {
    guard finding.outcome == .undetermined, let limits = whole.plainLimits,
      let reading = subject.reading, let figures = figures(of: reading.value, subject.kpi)
    else { return }
    guard let tried = figures.samples(between: limits) else { return }
    let outcomes = tried.map { number in
      var one = reading
      one.value = .number(number)
      return find(whole, subject.read(as: one)).outcome
    }
    guard let first = outcomes.first, first == .met || first == .missed,
      outcomes.allSatisfy({ $0 == first })
    else { return }
    finding.outcome = first
    let isAll = if case .allOf = whole { true } else { false }
    finding.reasons.append(Reason(.togetherDecided(isAll: isAll, holds: first == .met)))
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
          // Its figures and grades are in its own unit and scale, and so are their words.
          let reasons = verdict.reasons.map { Reason(.ofOtherKPI(kpi, $0.fact), at: $0.place) }
          var finding = Finding(outcome: verdict.outcome, reasons: reasons)
          finding.reasons.append(Reason(.otherKPI(id, verdict.outcome), at: kpi.place))
          return finding
        }
      }
    }
    return .unknown(.undetermined, .otherKPI(id, .undetermined))
  }
}

extension Condition {
  /// The limits of a condition that only sets limits to one figure; `nil` for any other.
  fileprivate var plainLimits: [ExactNumber]? {
    switch self {
    case .bound(let bound): return [bound.limit.number]
    case .range(let range): return [range.lower.limit.number, range.upper.limit.number]
    case .allOf(let parts), .anyOf(let parts):
      let limits = parts.map(\.plainLimits)
      return limits.contains(nil) ? nil : limits.flatMap { $0 ?? [] }
    default: return nil
    }
  }
}

extension FigureRange {
  /// One figure of each stretch between limits that the range holds, and the limits in it.
  ///
  /// `nil` where a figure needs more digits than a number may have.
  fileprivate func samples(between limits: [ExactNumber]) -> [ExactNumber]? {
    let ends = [lower, upper].compactMap { $0?.number }
    let edges = (limits + ends).sorted()
    guard let first = edges.first, let last = edges.last,
      let below = first.subtracting(ExactNumber(1)), let above = last.adding(ExactNumber(1))
    else { return nil }
    var tried = [below]
    let half = ExactNumber(digits: 5, decimals: 1)
    for (index, edge) in edges.enumerated() {
      tried.append(edge)
      guard index + 1 < edges.count, edge < edges[index + 1] else { continue }
      guard let middle = edge.adding(edges[index + 1])?.multiplied(by: half) else { return nil }
      tried.append(middle)
    }
    tried.append(above)
    return tried.filter { FigureRange($0).lies(in: self) == true }
  }
}
