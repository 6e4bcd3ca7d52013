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
  ///
  /// A school meets a KPI with strands where it meets every strand; the quantifier counts schools,
  /// and what it gives for each strand alone stands in the parts.
  func trustVerdict(_ question: Question, over schools: [Verdict]) -> Verdict {
    let kpi = question.kpi
    if !question.hasTarget || whyNotAsked(kpi, nil) != nil {
      var verdict = verdict(question, .trust, nil)
      if verdict.outcome == .questionOpen, Self.areAnswered(schools) {
        verdict.outcome = .questionAnswered
      }
      return verdict
    }
    if kpi.strands.isEmpty {
      let answer = answerOfTrust(question, nil, schools)
      return finish(rollUp(question, nil, schools, answer), question)
    }
    var schools = schools
    var answers = 0
    let parts = kpi.strands.indices.map { index in
      let members = schools.map { $0.parts.indices.contains(index) ? $0.parts[index] : $0 }
      let answer = answerOfTrust(question, kpi.strands[index], members)
      if let answer {
        answers += 1
        for s in schools.indices where schools[s].parts.indices.contains(index) {
          schools[s].parts[index] = schools[s].parts[index].answered(by: answer)
        }
      }
      return rollUp(question, kpi.strands[index], members, answer)
    }
    if answers > 0 {
      schools = schools.map {
        $0.parts.isEmpty ? $0 : rollUpStrands(question, $0.scope, $0.parts)
      }
    }
    var verdict = rollUp(question, nil, schools, nil, parts: parts)
    verdict.parts = parts
    return finish(verdict, question)
  }

  private static func areAnswered(_ schools: [Verdict]) -> Bool {
    schools.contains { $0.outcome == .questionAnswered }
      && !schools.contains { $0.outcome == .questionOpen }
  }

  /// Counts the schools against the quantifier, for the KPI or one strand of it.
  ///
  /// - Parameters:
  ///   - question: The KPI.
  ///   - strand: The strand; `nil` for the KPI as a whole.
  ///   - schools: The verdicts of the schools, in the order of the trust.
  ///   - answer: What a reading of the trust says in place of the schools, where it speaks.
  ///   - parts: The verdicts of the strands, where the KPI has any and is counted as a whole.
  /// - Returns: The verdict of the trust.
  private func rollUp(
    _ question: Question,
    _ strand: KPI.Strand?,
    _ schools: [Verdict],
    _ answer: Verdict?,
    parts: [Verdict] = []
  ) -> Verdict {
    let kpi = question.kpi
    let members = answer.map { answer in schools.map { $0.answered(by: answer) } } ?? schools
    var tally = Tally()
    var hollow = Tally()
    for school in members {
      tally.add(school)
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
    if let answer {
      // The schools' own lines would all say the same.
      verdict.reading = answer.reading
      verdict.target = answer.target
      verdict.due = answer.due
      verdict.reasons = answer.reasons
    } else {
      explainTarget(kpi, strand, schools, parts, in: &verdict)
      explainWindow(kpi, in: &verdict.reasons)
      explainDeadlineOfAll(kpi, in: &verdict)
      for school in schools { verdict.reasons.append(Self.line(of: school)) }
    }
    if kpi.quantifier == nil { verdict.reasons.append(Reason(.quantifierAssumed, at: kpi.place)) }
    if tally.total == 0 { verdict.reasons.append(Reason(.noMembers)) }
    if case .undeclared(let word) = quantifier.rule, verdict.outcome == .undetermined {
      verdict.reasons.append(Reason(.undeclaredWord(word), at: quantifier.place))
    }
    verdict.reasons.append(Reason(.members(tally.count, quantifier), at: quantifier.place))
    if tally.leavesToleranceOpen(quantifier.rule) {
      verdict.reasons.append(Reason(.toleranceUnknown))
    }
    if let due = verdict.due, due > asOf { verdict.setMissAside(as: .notDue) }
    applyPlanStart(to: &verdict)
    return verdict
  }

  /// Adds the target in force, which is that of the parts where they all have the same.
  private func explainTarget(
    _ kpi: KPI,
    _ strand: KPI.Strand?,
    _ schools: [Verdict],
    _ parts: [Verdict],
    in verdict: inout Verdict
  ) {
    guard let first = parts.first else {
      let force = targetInForce(kpi, strand, nil, schools.lazy.compactMap { $0.reading }.first)
      verdict.target = force.target
      verdict.reasons = force.reasons
      return
    }
    guard let target = first.target, parts.allSatisfy({ $0.target == target }) else { return }
    verdict.target = target
    verdict.reasons.append(Reason(.target(target), at: target.place))
  }

  /// The line of proof of a school, with the parts that keep it from being met.
  private static func line(of school: Verdict) -> Reason {
    let parts = school.parts.filter { Tally($0.outcome).total > 0 }
    // Where all parts are as the school is, naming them would say it again.
    let areAlike = parts.allSatisfy { $0.outcome == school.outcome }
    let lacking = (areAlike ? [] : parts).compactMap { part -> Reason.LackingPart? in
      guard part.outcome != .met, let strand = part.strand else { return nil }
      return Reason.LackingPart(strand, part.outcome)
    }
    return Reason(
      .member(school.scope, strand: nil, school.outcome, lacking: lacking),
      at: school.reading?.place ?? parts.lazy.compactMap { $0.reading?.place }.first
        ?? school.reasons.first?.place
    )
  }
}
