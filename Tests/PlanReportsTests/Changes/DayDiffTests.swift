import Documents
import PlanModel
import TestSupport
import Testing

@testable import PlanReports

@Suite struct DayDiffTests {
  let trust = ChangingTrust()

  func changes(_ from: String, _ to: String, _ schools: [String] = []) throws -> DayChanges {
    DayChanges(
      from: trust.subject(on: from, schools),
      to: trust.subject(on: to, schools),
      trust.record,
      after: try #require(Day(from)),
      by: try #require(Day(to))
    )
  }

  @Test(arguments: [60, 100])
  func `two days of a trust`(width: Int) throws {
    let page = dayDiffReport(try changes("2017-02-01", "2017-03-16"))
    let text = drawn(page.document, width: width)
    expectPage(text, "day-diff-\(width).txt")
    #expect(longest(text) <= width)
  }

  @Test func `two days of a school`() throws {
    let page = dayDiffReport(try changes("2017-02-01", "2017-03-16", ["alder"]))
    expectPage(drawn(page.document, width: 80), "day-diff-alder.txt")
  }

  @Test func `days before and after the plan are said to be so`() throws {
    let page = dayDiffReport(try changes("2014-02-01", "2020-03-16"))
    expectPage(drawn(page.document, width: 80), "day-diff-outside.txt")
  }

  @Test func `nothing changes in no time`() throws {
    let changes = try changes("2017-03-16", "2017-03-16")
    #expect(changes.isEmpty)
    #expect(changes.summary == "Nothing changed.")
  }

  @Test func `days that follow each other tell together what one step tells`() throws {
    let whole = try changes("2017-02-01", "2017-03-16")
    let first = try changes("2017-02-01", "2017-03-04")
    let second = try changes("2017-03-04", "2017-03-16")
    func rows(_ changes: DayChanges) -> [String] {
      changes.readings.map { "\($0.reading.kpi) \($0.reading.scope.id) \($0.reading.text)" }
    }
    #expect((rows(first) + rows(second)).sorted() == rows(whole).sorted())
    #expect(first.work.count + second.work.count == whole.work.count)
    #expect(!first.readings.isEmpty && !second.readings.isEmpty)
  }
}
