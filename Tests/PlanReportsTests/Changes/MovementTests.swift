import Documents
import PlanEvaluation
import PlanModel
import SourceText
import TestSupport
import Testing

@testable import PlanReports

@Suite struct MovementTests {
  let trust = ChangingTrust()

  @Test func `the made-up trust is as it should be`() {
    #expect(trust.findings.filter { $0.severity == .error }.map(\.message) == [])
  }

  @Test func `every movement between two days is told once, the worst first`() {
    let before = trust.evaluation(on: "2017-02-01")
    let now = trust.evaluation(on: "2017-03-16")
    let found = movements(before: before, now: now, plan: trust.plan)
    let lines = found.map { movement in
      let wording = KPIWording(trust: trust.record.trust, kpi: trust.plan[movement.now.path])
      let part = movement.now.strand.map { "/\($0)" } ?? ""
      let place = "\(movement.kpi)\(part) \(movement.now.scope.id)"
      let words = movement.words(wording)
      return "\(movement.direction.rawValue) \(place): \(words)"
        + (movement.isToldElsewhere ? " [told elsewhere]" : "")
    }
    expectPage(lines.joined(separator: "\n") + "\n", "movements.txt")
  }

  @Test func `movements of a KPI make one point`() {
    let before = trust.evaluation(on: "2017-02-01")
    let now = trust.evaluation(on: "2017-03-16")
    let told = movements(before: before, now: now, plan: trust.plan).filter { !$0.isToldElsewhere }
    let points = movementPoints(told, trust.record.trust, trust.plan)
    expectPage(drawn(Document([.points(points)]), width: 100), "movement-points.txt")
  }

  @Test(arguments: ["2017-02-01", "2017-03-16", "2030-01-01"])
  func `nothing moves in no time`(day: String) {
    let evaluation = trust.evaluation(on: day)
    #expect(movements(before: evaluation, now: evaluation, plan: trust.plan).isEmpty)
  }

  @Test func `the way back is the opposite`() {
    let first = trust.evaluation(on: "2017-02-01")
    let second = trust.evaluation(on: "2017-03-16")
    let there = movements(before: first, now: second, plan: trust.plan)
    let back = movements(before: second, now: first, plan: trust.plan)
    func names(_ movements: [Movement], _ direction: Movement.Direction) -> Set<[String]> {
      Set(
        movements.filter { $0.direction == direction }
          .map { [$0.kpi, $0.now.strand ?? "", $0.now.scope.id] }
      )
    }
    #expect(names(there, .worse) == names(back, .better))
    #expect(names(there, .better) == names(back, .worse))
    #expect(!names(there, .worse).isEmpty)
    #expect(!names(there, .better).isEmpty)
  }

  @Test func `a plan with other KPIs before and after is compared by id`() {
    let other = ChangingTrust([("          att:", "          att2:"), ("att,,", "att2,,")])
    let found = movements(
      before: other.evaluation(on: "2017-02-01"),
      now: trust.evaluation(on: "2017-03-16"),
      plan: trust.plan,
      was: other.plan
    )
    #expect(found.filter { $0.kpi == "att" }.allSatisfy { $0.before == nil })
    #expect(found.contains { $0.kpi == "staff" && $0.before != nil })
  }
}
