import Documents
import PlanEvaluation
import PlanModel
import SourceText
import Testing

@testable import PlanReports

extension ChangingTrust {
  /// What every report that counts overdue work counts on a day.
  fileprivate func overdueCounts(on day: String) throws -> [Int] {
    let subject = subject(on: day)
    let asOf = try #require(Day(day))
    let moves = Moves(from: evaluation(on: day), since: asOf, isUsual: true, to: subject)
    let story = try WeeklyTests.story(of: self, "2017-01-01", day)
    let list = ActionSelection(
      trust: record.trust,
      plan: plan,
      asOf: asOf,
      files: files
    )
    let pack = BoardPack(subject, readers: "")
    return [
      PlanSummary(subject, moves).overdueCount, story.overdue.count, list.overdue.count,
      pack.actions.count { $0.isOverdue(on: pack.today, in: record.trust.calendar) },
    ]
  }
}

@Suite struct CountTests {
  /// An action that falls due on the last day of the plan.
  private static let trust = ChangingTrust([
    (
      "- {id: look,",
      "- {id: last, action: The last, owner: cfo, due: 2018-08-31, status: open}\n"
        + "              - {id: look,"
    )
  ])

  @Test(arguments: [
    // Done on 20 February: open, and late, until then.
    ("2017-02-15", 1), ("2017-02-20", 0), ("2017-03-31", 2), ("2018-08-31", 3),
    // The plan has ended, and what is owed is still owed.
    ("2018-09-01", 4), ("2026-11-27", 4),
  ])
  func `every report counts the same work as overdue`(day: String, count: Int) throws {
    #expect(try Self.trust.overdueCounts(on: day) == [count, count, count, count])
  }

  @Test func `after the end of a plan the day of the work is told`() throws {
    let subject = Self.trust.subject(on: "2026-11-27")
    let moves = Moves(from: subject.evaluation, since: subject.workDay, isUsual: true, to: subject)
    let text = drawn(summaryReport(PlanSummary(subject, moves)).document, width: 100)
    #expect(text.contains("Final position: the plan ended on 31 August 2018."))
    #expect(text.contains("Actions and milestones as of 27 November 2026."))
    #expect(text.contains("9 years late"))
    #expect(text.contains("Overdue: 4 of 4 open actions"))
    let pack = drawn(boardReport(BoardPack(subject, readers: "all")).document, width: 160)
    #expect(pack.contains("Actions and milestones as of 27 November 2026."))
    #expect(pack.contains("4 overdue"))
  }

  @Test func `the summary, the pack and the list of gaps count alike what was never read`() throws {
    let subject = Self.trust.subject(on: "2017-03-16")
    let unknown = UnknownKPIs(subject)
    let request = EvaluationRequest(asOf: subject.evaluation.asOf)
    let gaps = PlanGaps(
      of: Self.trust.record,
      plan: subject.plan,
      request,
      files: Self.trust.files
    )
    let never = gaps.gaps.filter { $0.kind == .noReading }.map(\.id)
    #expect(unknown.neverRead.map { subject.plan[$0].id } == never)
    #expect(unknown.kpis == gaps.kpiCount)
    let moves = Moves(from: subject.evaluation, since: subject.workDay, isUsual: true, to: subject)
    let summary = drawn(summaryReport(PlanSummary(subject, moves)).document, width: 100)
    let pack = drawn(boardReport(BoardPack(subject, readers: "all")).document, width: 160)
    for words in [unknown.countWords, unknown.neverReadWords] {
      #expect(summary.contains(words) && pack.contains(words), "\(words)")
    }
  }

  @Test func `the map of silence counts a KPI that repeats another once`() {
    let subject = DemoTrust().subject()
    let titles = SilenceMap(subject).lines.map(\.title)
    #expect(titles.contains("Staff costs") && !titles.contains("Staff costs in the budget"))
  }
}
