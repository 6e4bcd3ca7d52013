import PlanModel
import SourceText

extension Evaluator {
  /// The verdicts of all schools for one KPI, in the order of the trust.
  func schoolVerdicts(_ question: Question) -> [Verdict] {
    trust.schools.map { schoolVerdict(question, $0) }
  }

  /// The verdict of the trust for a KPI: read as such, or rolled up from its schools.
  func trustVerdict(_ question: Question) -> Verdict {
    if question.isReadPerSchool {
      return trustVerdict(question, over: schoolVerdicts(question))
    }
    return verdict(question, .trust, nil)
  }

  /// The verdict of the trust, rolled up from the verdicts of its schools.
  func trustVerdict(_ question: Question, over schools: [Verdict]) -> Verdict {
    let kpi = question.kpi
    if !question.hasTarget || retirement(of: kpi) != nil {
      var verdict = verdict(question, .trust, nil)
      if verdict.outcome == .questionOpen, Self.areAnswered(schools) {
        verdict.outcome = .questionAnswered
      }
      return verdict
    }
    if kpi.strands.isEmpty {
      return finish(rollUp(question, nil, schools.map { ($0.scope, $0) }), question)
    }
    let parts = kpi.strands.indices.map { index in
      let members = schools.map { school in
        (school.scope, index < school.parts.count ? school.parts[index] : school)
      }
      return rollUp(question, kpi.strands[index], members)
    }
    return finish(rollUpStrands(question, .trust, parts), question)
  }

  private static func areAnswered(_ schools: [Verdict]) -> Bool {
    schools.contains { $0.outcome == .questionAnswered }
      && !schools.contains { $0.outcome == .questionOpen }
  }

  /// Counts the schools against the quantifier, for the KPI or one strand of it.
  private func rollUp(
    _ question: Question,
    _ strand: KPI.Strand?,
    _ schools: [(Scope, Verdict)]
  ) -> Verdict {
    let kpi = question.kpi
    if schools.allSatisfy({ $0.1.reading == nil }), let direct = trustReading(question, strand) {
      return direct
    }
    var tally = Tally()
    var hollow = Tally()
    for (_, school) in schools {
      tally.add(school.outcome)
      hollow.add(school.staleOutcome ?? school.outcome)
    }
    let quantifier = kpi.quantifier ?? Quantifier("", .every, at: nil)
    var verdict = Verdict(
      path: question.path,
      strand: strand?.id,
      scope: .trust,
      outcome: tally.outcome(quantifier.rule)
    )
    if verdict.outcome == .stale { verdict.staleOutcome = hollow.outcome(quantifier.rule) }
    verdict.members = tally.count
    let force = targetInForce(kpi, strand, nil, schools.lazy.compactMap { $0.1.reading }.first)
    verdict.target = force.target
    verdict.reasons = force.reasons
    explainWindow(kpi, in: &verdict.reasons)
    if case .period(let period) = kpi.deadline?.rule, let deadline = kpi.deadline {
      let due = days(of: period).upperBound
      verdict.due = due
      verdict.reasons.append(Reason(.due(deadline, due), at: deadline.place))
    }
    for (scope, school) in schools {
      let place = school.reading?.place ?? school.reasons.first?.place
      let fact = Reason.Fact.member(scope, strand: strand?.id, school.outcome)
      verdict.reasons.append(Reason(fact, at: place))
    }
    if kpi.quantifier == nil { verdict.reasons.append(Reason(.quantifierAssumed, at: kpi.place)) }
    if tally.total == 0 { verdict.reasons.append(Reason(.noMembers)) }
    if case .undeclared(let word) = quantifier.rule, verdict.outcome == .undetermined {
      verdict.reasons.append(Reason(.undeclaredWord(word), at: quantifier.place))
    }
    verdict.reasons.append(Reason(.members(tally.count, quantifier), at: quantifier.place))
    return verdict
  }

  /// The verdict from a reading of the trust as a whole, where there is one.
  private func trustReading(_ question: Question, _ strand: KPI.Strand?) -> Verdict? {
    guard choose(question.kpi, strand, .trust).reading != nil else { return nil }
    var verdict = judge(question, strand, .trust, nil)
    verdict.reasons.append(Reason(.readingForTrust))
    return verdict
  }
}
