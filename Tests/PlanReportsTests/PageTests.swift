import Documents
import PlanEvaluation
import PlanModel
import PlanReports
import Testing

@Suite struct PageTests {
  let demo = DemoTrust()

  @Test(arguments: [60, 80, 120])
  func `the proof of a KPI`(width: Int) {
    let subject = demo.subject(["alder"], kpi: "learn.score")
    expectPage(drawn(explainReport(subject), width: width), "explain-\(width).txt")
  }

  @Test func `the proof of a roll-up`() {
    expectPage(
      drawn(explainReport(demo.subject(kpi: "money.staff")), width: 80),
      "explain-trust.txt"
    )
  }

  @Test(arguments: [60, 80, 120])
  func `everything about a KPI`(width: Int) {
    let text = drawn(kpiReport(demo.subject(kpi: "money.staff")), width: width)
    expectPage(text, "kpi-\(width).txt")
    #expect(longest(text) <= width)
  }

  @Test(arguments: [60, 80, 120])
  func `the KPIs of a plan`(width: Int) {
    let selection = KPISelection(trust: demo.record.trust, plan: demo.plan, files: demo.files)
    let text = drawn(kpiListReport(selection), width: width)
    expectPage(text, "kpis-\(width).txt")
    #expect(longest(text) <= width)
  }

  @Test(arguments: [60, 80, 120])
  func `the plans of a trust, and one of them`(width: Int) {
    let list = planListReport([(demo.record.trust, demo.record.plans)])
    expectPage(drawn(list, width: width), "plans-\(width).txt")
    let plan = PlanSelection(trust: demo.record.trust, plan: demo.plan, files: demo.files)
    expectPage(drawn(planReport(plan), width: width), "plan-\(width).txt")
  }

  @Test func `a KPI that repeats another is shown but not counted`() {
    let verdicts = demo.subject(["alder"]).verdicts
    let red = verdicts.filter { $0.status == .red }
    #expect(StatusCounts(verdicts)[.red] == red.count - 1)
  }

  @Test func `the same question gives the same bytes`() {
    #expect(statusJSON([demo.subject()]) == statusJSON([demo.subject()]))
  }
}
