public import PlanModel

/// Says, for every KPI and school of a plan, whether the target is met on a day, and why.
///
/// Pure: the same record, plan and request give the same answer on every machine and at every
/// hour. It cannot fail: what cannot be told is an answer with its reasons.
///
/// - Parameters:
///   - record: The trust and its readings.
///   - plan: The plan to look at; days after its last school year stand for its last day.
///   - request: The day, the schools and the KPIs to look at.
/// - Returns: The verdicts in the order of the plan, with their proofs.
public func evaluate(
  _ record: TrustRecord,
  plan: Plan,
  _ request: EvaluationRequest
) -> Evaluation {
  let evaluator = Evaluator(record, plan, request)
  var verdicts: [Verdict] = []
  // By index, so that whole strategies and priorities are not copied.
  for s in plan.strategies.indices {
    for p in plan.strategies[s].priorities.indices {
      for k in plan.strategies[s].priorities[p].kpis.indices {
        let path = KPIPath(strategy: s, priority: p, kpi: k)
        let kpi = plan[path]
        guard request.includes(path, kpi) else { continue }
        evaluator.appendVerdicts(of: kpi, path, schools: request.schools, to: &verdicts)
      }
    }
  }
  if evaluator.planEnded {
    let last = Reason(.planEnded(evaluator.asOf), at: plan.place)
    for index in verdicts.indices { verdicts[index].reasons.append(last) }
  }
  var evaluation = Evaluation(
    asOf: evaluator.asOf,
    knownAt: evaluator.knownAt,
    planEnded: evaluator.planEnded,
    verdicts: verdicts
  )
  evaluation.takesUndatedRows = request.takesUndatedRows
  return evaluation
}

extension Evaluator {
  /// Appends the verdicts of one KPI: the schools in the order of the trust, then the trust.
  ///
  /// Where schools are named, only theirs.
  func appendVerdicts(
    of kpi: KPI,
    _ path: KPIPath,
    schools wanted: [School.ID],
    to verdicts: inout [Verdict]
  ) {
    let question = Question(kpi: kpi, path: path)
    guard question.isReadPerSchool else {
      if wanted.isEmpty { verdicts.append(trustVerdict(question)) }
      return
    }
    guard wanted.isEmpty else {
      for school in trust.schools where wanted.contains(school.id) {
        verdicts.append(schoolVerdict(question, school))
      }
      return
    }
    let schools = schoolVerdicts(question)
    let whole = trustVerdict(question, over: schools)
    verdicts.append(contentsOf: schools)
    verdicts.append(whole)
  }
}
