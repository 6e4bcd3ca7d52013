import PlanModel
import SourceText
import TestSupport
import Testing

@testable import PlanReports

/// How an action that was due on 2 March 2017 stands by its status and condition.
private let standings: [(keys: String, waits: Bool, words: String)] = [
  ("status: open", false, "open, 4 days late"),
  ("condition: the printer works", true, "waiting"),
  ("status: open, condition: the printer works", true, "waiting"),
  ("status: waiting", true, "waiting"),
  ("status: started, condition: the printer works", false, "started, 4 days late"),
  ("status: done, condition: the printer works", false, "done"),
  ("status: stopped, condition: the printer works", false, "stopped"),
]

private func trust(_ keys: String) -> ChangingTrust {
  ChangingTrust([
    ("owner: head, due: 2017-03-02, status: open", "owner: head, due: 2017-03-02, \(keys)")
  ])
}

@Suite struct WaitingTests {
  private func selection(_ trust: ChangingTrust) throws -> ActionSelection {
    ActionSelection(
      trust: trust.record.trust,
      plan: trust.plan,
      asOf: try #require(Day("2017-03-06")),
      files: trust.files
    ) { $0.action.id == "ask" }
  }

  @Test(arguments: standings)
  func `work with a condition waits until somebody says that it has begun`(
    keys: String,
    waits: Bool,
    words: String
  ) throws {
    let trust = trust(keys)
    #expect(trust.findings.allSatisfy { $0.severity == .note })
    let selection = try selection(trust)
    let planned = try #require(selection.actions.first)
    #expect(planned.isWaiting == waits)
    #expect(selection.overdue.isEmpty == !words.contains("late"))
    #expect(standingWords(planned, selection) == words)
    let page = drawn(actionListReport(selection), width: 100)
    #expect(page.contains("Waits for: ") == waits)
    let json = String(decoding: actionListJSON([selection]), as: UTF8.self)
    #expect(json.contains("\"waiting\": \(waits)"))
  }

  @Test func `what waits names what it waits for`() throws {
    let page = drawn(
      actionListReport(try selection(trust("condition: the printer works"))),
      width: 90
    )
    #expect(page.contains("Waits for: the printer works"))
    #expect(page.contains("1 action: 1 waiting."))
    let nameless = drawn(actionListReport(try selection(trust("status: waiting"))), width: 90)
    #expect(nameless.contains("Waits for: the plan does not say for what"))
  }

  @Test func `the week tells what waits apart from what is overdue`() throws {
    let trust = trust("condition: the printer works")
    let story = try WeeklyTests.story(of: trust, "2017-02-27", "2017-03-06")
    #expect(story.overdue.isEmpty)
    #expect(story.waiting.map(\.id) == ["ask"])
    #expect(!story.subjectLine.contains("overdue"))
    let page = drawn(weeklyReport(story).document, width: 100)
    #expect(page.contains("Ask parents, 2 March 2017, waits for: the printer works"))
    #expect(story.changes.work.allSatisfy { $0.kind != .fellDue || !$0.isOfAction })
  }
}

extension WorkEvent {
  fileprivate var isOfAction: Bool { if case .action = work { true } else { false } }
}
