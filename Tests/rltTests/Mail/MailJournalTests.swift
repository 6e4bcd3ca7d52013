import FoundationEssentials
import PlanModel
import TestSupport
import Testing

@testable import rlt

/// A folder of its own for one test, removed afterwards.
final class StateFolder {
  let path: String

  init() {
    path = FileManager.default.temporaryDirectory.path + "/rlt-mail-\(UUID().uuidString)"
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var environment: Environment { Environment(["XDG_STATE_HOME": path]) }
}

private func entry(
  _ state: MailJournal.State,
  _ id: String = "weekly.1@example.org",
  period: String = "week-2017-03-27",
  through: String = "2017-03-31"
) throws -> MailJournal.Entry {
  MailJournal.Entry(
    id: id,
    line: "rutland/chair",
    address: "chair@example.org",
    period: period,
    through: try #require(Day(through)),
    state: state,
    reason: state == .failed ? "try “later”\n" : nil
  )
}

@Suite struct MailJournalTests {
  @Test func `what was noted is there for the next run`() throws {
    let folder = StateFolder()
    do {
      let file = try MailJournalFile(folder.environment)
      #expect(file.add(try entry(.sending)) == nil)
      #expect(file.add(try entry(.sent)) == nil)
      #expect(file.add(try entry(.sending, "weekly.2@example.org")) == nil)
      #expect(file.add(try entry(.failed, "weekly.2@example.org")) == nil)
      #expect(file.add(try entry(.sending, "weekly.3@example.org")) == nil)
    }
    let journal = try MailJournalFile(folder.environment).journal
    let address = "chair@example.org"
    #expect(journal.state(of: "weekly.1@example.org", to: address) == .sent)
    #expect(journal.state(of: "weekly.2@example.org", to: address) == .failed)
    #expect(journal.state(of: "weekly.3@example.org", to: address) == .sending)
    #expect(journal.state(of: "weekly.4@example.org", to: address) == nil)
    // Who has another address now has not got it there.
    #expect(journal.state(of: "weekly.1@example.org", to: "other@example.org") == nil)
    #expect(
      MailJournalFile.peek(folder.environment).state(of: "weekly.1@example.org", to: address)
        == .sent
    )
  }

  @Test func `half a line left by a run that was killed hurts nobody`() throws {
    let folder = StateFolder()
    let file = try MailJournalFile(folder.environment)
    #expect(file.add(try entry(.sent)) == nil)
    let whole = try #require(FileManager.default.contents(atPath: file.path))
    for cut in 1..<whole.count {
      try whole.prefix(cut).write(to: URL(filePath: file.path))
      let address = "chair@example.org"
      let torn = MailJournal(Array(whole.prefix(cut)))
      let isWhole = cut == whole.count - 1
      #expect((torn.state(of: "weekly.1@example.org", to: address) == .sent) == isWhole)
      #expect(file.add(try entry(.sent, "weekly.2@example.org")) == nil)
      let next = MailJournalFile.peek(folder.environment)
      #expect(next.state(of: "weekly.2@example.org", to: address) == .sent)
    }
  }

  @Test func `what the last message told of is known`() throws {
    var journal = MailJournal()
    journal.take(try entry(.sent, period: "week-2017-03-13", through: "2017-03-13"))
    journal.take(try entry(.nothing, period: "week-2017-03-20", through: "2017-03-20"))
    journal.take(try entry(.failed, period: "week-2017-03-27", through: "2017-03-27"))
    let before = journal.coverage(of: "rutland/chair", before: "week-2017-03-27")
    #expect(before?.through == Day("2017-03-20"))
    #expect(
      journal.coverage(of: "rutland/chair", before: "week-2017-03-20")?.period == "week-2017-03-13"
    )
    #expect(journal.coverage(of: "rutland/cfo", before: "x") == nil)
  }

  @Test(arguments: [[:], ["HOME": "relative"], ["XDG_STATE_HOME": "/proc/no/such"]])
  func `without a place to note it nothing is sent`(variables: [String: String]) {
    #expect(throws: Failure.self) { try MailJournalFile(Environment(variables)) }
  }

  @Test(arguments: [
    (MailFrequency.weekly, "2017-03-31", "week-2017-03-27", "2017-03-24"),
    (.weekly, "2017-03-27", "week-2017-03-27", "2017-03-20"),
    (.weekly, "2017-04-02", "week-2017-03-27", "2017-03-26"),
    (.weekly, "2017-01-01", "week-2016-12-26", "2016-12-25"),
    (.fortnightly, "2017-03-31", "fortnight-2017-03-20", "2017-03-17"),
    (.fortnightly, "2017-04-09", "fortnight-2017-04-03", "2017-03-26"),
    (.monthly, "2017-03-31", "month-2017-03", "2017-03-03"),
    (.monthly, "2017-01-31", "month-2017-01", "2016-12-31"),
    (.termly, "2017-03-31", "term-2016-2", "2016-11-28"),
    (.termly, "2016-09-01", "term-2016-1", "2016-05-01"),
    (.termly, "2017-08-31", "term-2016-3", "2017-04-30"),
  ])
  func `each day lies in one period`(
    frequency: MailFrequency,
    day: String,
    key: String,
    since: String
  ) throws {
    let today = try #require(Day(day))
    let period = MailPeriod(frequency, on: today, in: SchoolCalendar())
    #expect(period.key == key)
    #expect(period.usualSince == Day(since))
  }

  @Test(arguments: MailFrequency.allCases)
  func `periods follow one another without a gap`(frequency: MailFrequency) {
    let calendar = SchoolCalendar()
    var last = MailPeriod(frequency, on: Day(number: 17_000), in: calendar)
    for number in 17_001..<18_500 {
      let period = MailPeriod(frequency, on: Day(number: Int32(number)), in: calendar)
      #expect(period.index == last.index ? period.key == last.key : period.index == last.index + 1)
      last = period
    }
  }
}
