import PlanModel
import SourceText

extension Evaluator {
  /// What a reading of the trust as a whole says where no school has a reading of its own.
  ///
  /// A yes or no, `all` and `none` hold of each school alike. A figure or a grade of the whole does
  /// not say what each school has, so it is shown and decides nothing.
  ///
  /// - Parameters:
  ///   - question: The KPI, which asks something of each school.
  ///   - strand: The strand; `nil` for the KPI as a whole.
  ///   - schools: The verdicts of the schools for it.
  /// - Returns: The verdict on each school that has no reading; `nil` where the schools speak for
  ///   themselves.
  func answerOfTrust(
    _ question: Question,
    _ strand: KPI.Strand?,
    _ schools: [Verdict]
  ) -> Verdict? {
    guard schools.allSatisfy({ $0.reading == nil && $0.status == .grey }),
      let reading = choose(question.kpi, strand, .trust).reading
    else { return nil }
    if saysTheSameOfEachSchool(reading.value) {
      var verdict = judge(question, strand, .trust, nil)
      verdict.reasons.append(Reason(.readingForTrust))
      return verdict
    }
    let kpi = question.read(as: strand).kpi
    let force = targetInForce(kpi, strand, nil, reading)
    var verdict = Verdict(
      path: question.path,
      strand: strand?.id,
      scope: .trust,
      outcome: .undetermined
    )
    verdict.reading = reading
    verdict.target = force.target
    verdict.reasons = force.reasons
    explain(choose(kpi, strand, .trust), kpi, .trust, .noReading, in: &verdict.reasons)
    verdict.reasons.append(Reason(.figureOfTrust))
    return verdict
  }

  private func saysTheSameOfEachSchool(_ value: ReadingValue) -> Bool {
    switch value {
    case .fact, .missing: true
    case .share(let word):
      switch meaning(of: word) {
      case .all, .noneAtAll: true
      case .declared, nil: false
      }
    default: false
    }
  }
}

extension Verdict {
  /// The verdict of a school, as a reading of the trust answers for it where it has none.
  func answered(by answer: Verdict) -> Verdict {
    guard outcome == .noReading || outcome == .awaited else { return self }
    var verdict = self
    verdict.outcome = answer.outcome
    verdict.staleOutcome = answer.staleOutcome
    return verdict
  }
}
