import Documents
import PlanEvaluation
import PlanModel
import SourceText
import TestSupport
import Testing

@testable import PlanReports

/// A plan in which two dates stand beside three actions.
private let unaligned = ChangingTrust([
  (
    "            actions:\n",
    "            dates-as-given: [October 2016, On-going]\n            actions:\n"
  ),
  ("due: 2017-03-02, ", ""), ("due: 2017-02-10, ", ""), ("due: 2017-03-20, ", ""),
])

@Suite struct UnalignedDateTests {
  private let trust = unaligned.record.trust
  private let plan = unaligned.plan
  private let day = Day("2017-03-06") ?? Day(number: 0)

  @Test func `dates that are paired with nothing make no work late`() throws {
    let warnings = unaligned.findings.filter { $0.severity == .warning }
    #expect(warnings.map(\.id.description) == ["dates-unaligned"])
    let dates = try #require(plan.unalignedDates.first)
    #expect(plan.unalignedDates.count == 1)
    #expect(dates.dates.map(\.value) == ["October 2016", "On-going"])
    #expect(dates.undated == ["ask", "buy", "cut"])
    let actions = ActionSelection(trust: trust, plan: plan, asOf: day, files: unaligned.files)
    #expect(!actions.overdue.contains { dates.undated.contains($0.action.id) })
    #expect(actions.actions.first { $0.action.id == "ask" }?.dueDay(in: trust.calendar) == nil)
    let page = drawn(actionListReport(actions), width: 100)
    #expect(page.contains("Dates as given, paired with no work: October 2016, On-going"))
  }

  @Test func `the list of milestones shows them with their counts`() throws {
    let selection = MilestoneSelection(
      trust: trust,
      plan: plan,
      asOf: day,
      files: unaligned.files,
      includesDates: { _ in true }
    )
    let page = drawn(milestoneListReport(selection), width: 100)
    #expect(page.contains("Dates that are paired with no work (1)"))
    #expect(page.contains("5 actions"))
    #expect(page.contains("October 2016, On-going"))
    let json = String(decoding: milestoneListJSON([selection]), as: UTF8.self)
    #expect(json.contains("\"dates\": [\"October 2016\", \"On-going\"]"))
    #expect(json.contains("\"undated\": [\"ask\", \"buy\", \"cut\"]"))
  }

  @Test func `they are a gap of their own kind`() throws {
    let gaps = PlanGaps(
      of: unaligned.record,
      plan: plan,
      .init(asOf: day),
      files: unaligned.files
    )
    let found = gaps.gaps.filter { $0.kind == .datesUnaligned }
    #expect(found.map(\.detail) == ["5 actions, 2 dates: October 2016, On-going"])
  }
}
