import PlanEvaluation
import PlanModel
import Testing

@Suite struct KPIChainTests {
  /// Thirty KPIs that each ask twice about the next: without a limit that is a thousand million.
  @Test func `targets that rest on each other come to an end`() {
    var world = World()
    for index in 0..<30 {
      var kpi = KPI(id: "k\(index)", title: "", at: nowhere)
      kpi.level = .trust
      let next = Condition.kpi("k\(index + 1)")
      kpi.target = Target("", index == 29 ? .fact(true) : .allOf([next, next]), at: nowhere)
      world.kpis.append(kpi)
    }
    let day = Day(year: 2017, month: 3, day: 31) ?? Day(number: 0)
    let found = world.evaluation(EvaluationRequest(asOf: day)).verdicts
    #expect(found.count == 30)
    #expect(found[29].outcome == .noReading)
    let isToldOf = found[0].reasons.contains {
      if case .kpiTooFar = $0.fact { true } else { false }
    }
    #expect(isToldOf)
  }
}
