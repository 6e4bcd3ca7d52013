public import PlanModel

/// What came of one expectation of a case.
public struct TestResult: Sendable {
  /// The case.
  public var test: ThresholdCase
  /// What was expected.
  public var expected: ThresholdCase.Expected
  /// What came; `nil` where evaluation says nothing of the scope.
  public var verdict: Verdict?

  /// Whether it came as expected.
  public var isAsExpected: Bool { verdict?.answers(to: expected.result) ?? false }
}

/// What came of the cases of one plan.
public struct TestRun: Sendable {
  /// The trust.
  public var trust: Trust
  /// The plan.
  public var plan: Plan
  /// What came, in the order of the cases.
  public var results: [TestResult] = []
  /// The targets of the plan, and which of their bands a case reached.
  public var targets: [TestedTarget]

  /// Runs the cases of a plan: each on its own, with the readings that it gives and no others.
  ///
  /// - Parameters:
  ///   - cases: The cases; those of other plans are left out.
  ///   - trust: The trust.
  ///   - plan: The plan.
  public init(_ cases: [ThresholdCase], of trust: Trust, _ plan: Plan) {
    self.trust = trust
    self.plan = plan
    targets = testedTargets(of: plan)
    for test in cases where test.plan == plan.id {
      let verdicts = evaluate(test, of: trust, plan)
      for expected in test.expected {
        let found = verdicts.first { $0.scope == expected.scope }
        results.append(
          TestResult(test: test, expected: expected, verdict: found?.part(expected.strand))
        )
      }
      for verdict in verdicts { note(verdict) }
    }
  }

  /// Notes which bands a verdict and its parts reached.
  private mutating func note(_ verdict: Verdict) {
    // How many schools met says nothing of the band of a reading.
    if verdict.members == nil, let place = verdict.target?.place,
      let band = Band(verdict),
      let index = targets.firstIndex(where: { $0.target.place == place })
    {
      targets[index].reached.insert(band)
    }
    for part in verdict.parts { note(part) }
  }
}

/// The verdicts of the KPI of a case, for each school and the trust.
func evaluate(_ test: ThresholdCase, of trust: Trust, _ plan: Plan) -> [Verdict] {
  let readings = ReadingList(test.given, calendar: trust.calendar)
  let record = TrustRecord(trust: trust, plans: [plan], readings: readings)
  // What a case gives is known, whenever it would have been recorded.
  let always = Day(year: 9999, month: 12, day: 31) ?? test.asOf
  var request = EvaluationRequest(asOf: test.asOf, knownAt: always)
  let wanted = test.kpi
  request.includes = { _, kpi in kpi.id == wanted }
  return evaluate(record, plan: plan, request).verdicts
}

extension Verdict {
  /// Whether it is what a word says: a colour or an outcome.
  public func answers(to word: ResultWord) -> Bool {
    (word.isStatus ? status.rawValue : outcome.name) == word.rawValue
  }

  /// The verdict of a strand of the same scope; the verdict itself without one.
  func part(_ strand: String?) -> Verdict? {
    guard let strand, strand != self.strand else { return self }
    return parts.first { $0.strand == strand && $0.scope == scope }
  }
}
