import Documents
import PlanEvaluation
import PlanModel
import SourceText
import TestSupport
import Testing

@testable import PlanReports

@Suite struct WeeklyTests {
  static func story(
    of trust: ChangingTrust = ChangingTrust(),
    _ from: String,
    _ to: String,
    _ schools: [String] = [],
    every days: Int = 7,
    lastSent: String? = nil,
    reader: String? = nil
  ) throws -> WeeklyStory {
    let changes = DayChanges(
      from: trust.subject(on: from, schools),
      to: trust.subject(on: to, schools),
      trust.record,
      after: try #require(Day(from)),
      by: try #require(Day(to))
    )
    return WeeklyStory(changes, every: days, lastSent: lastSent.flatMap { Day($0) }, reader: reader)
  }

  @Test(arguments: [40, 80])
  func `the week of a trust`(width: Int) throws {
    let story = try Self.story("2017-02-27", "2017-03-06")
    let text = story.subjectLine + "\n\n" + drawn(weeklyReport(story).document, width: width)
    expectPage(text, "weekly-\(width).txt")
  }

  @Test func `the week of a school, after one that was missed`() throws {
    var story = try Self.story("2017-02-20", "2017-03-06", ["alder"], lastSent: "2017-02-20")
    story.link = "https://oak.example/plan"
    story.escalatesTo = "Chair of Trustees"
    let text = story.subjectLine + "\n\n" + drawn(weeklyReport(story).document, width: 60)
    expectPage(text, "weekly-alder.txt")
  }

  @Test func `a week in which nothing happens says so`() throws {
    let story = try Self.story("2018-07-02", "2018-07-09", ["beech"])
    #expect(story.isEmpty)
    #expect(story.subjectLine == "Beech: nothing red, 3 overdue, nothing new, week of 9 July")
    expectPage(drawn(weeklyReport(story).document, width: 60), "weekly-nothing.txt")
  }

  @Test(arguments: [
    ("2017-02-27", "2017-03-06", [], "Oak Schools: 2 red (1 new), 1 overdue, week of 6 March"),
    ("2017-03-06", "2017-03-13", [], "Oak Schools: 3 red (1 new), 1 overdue, week of 13 March"),
    ("2017-03-06", "2017-03-13", ["beech", "cedar"], ""),
  ])
  func `the subject counts`(from: String, to: String, schools: [String], line: String) throws {
    let story = try Self.story(from, to, schools)
    if line.isEmpty {
      #expect(story.subjectLine.hasPrefix("Beech and Cedar: nothing red, "))
    } else {
      #expect(story.subjectLine == line)
    }
  }

  @Test func `an owner is named`() throws {
    let story = try Self.story("2017-02-27", "2017-03-06", reader: "Finance lead")
    #expect(story.subjectLine.hasPrefix("Finance lead, Oak Schools: "))
  }

  @Test(arguments: [
    ("2017-03-06", "2017-03-06"), ("2017-03-12", "2017-03-06"), ("2017-03-13", "2017-03-13"),
    ("1969-12-31", "1969-12-29"), ("1970-01-04", "1969-12-29"), ("1970-01-05", "1970-01-05"),
  ])
  func `a week begins on Monday`(day: String, monday: String) throws {
    let story = try Self.story("1960-01-01", day)
    #expect(story.monday.description == monday)
  }

  @Test(
    arguments: [
      (nil, 7, "2017-02-27"), ("2017-02-27", 7, "2017-02-27"), ("2017-03-03", 7, "2017-02-27"),
      ("2017-02-01", 7, "2017-02-01"), ("2017-02-10", 31, "2017-02-03"),
    ] as [(String?, Int, String)]
  )
  func `a message tells from the last one on`(last: String?, days: Int, from: String) throws {
    let day = try #require(Day("2017-03-06"))
    let since = WeeklyStory.since(day, every: days, lastSent: last.flatMap { Day($0) })
    #expect(since.description == from)
  }

  @Test func `a part has ten points at most, and says how many more there are`() throws {
    let actions = (10..<29).map { number in
      "{id: act-\(number), action: Do number \(number), due: 2017-02-\(number), status: open}"
    }
    let trust = ChangingTrust([
      ("- {id: look,", actions.map { "- \($0)\n              " }.joined() + "- {id: look,")
    ])
    let story = try Self.story(of: trust, "2017-02-27", "2017-03-06")
    #expect(story.overdue.count == 20)
    let text = drawn(weeklyReport(story).document, width: 80)
    #expect(text.contains("Overdue: 20"))
    #expect(text.contains("  and 10 more\n"))
    // The one that is new comes first.
    #expect(text.split(separator: "\n").count { $0.contains("Nobody: Do number") } == 9)
  }

  @Test func `JSON and rows hold everything`() throws {
    let story = try Self.story("2017-02-27", "2017-03-06")
    expectPage(String(decoding: weeklyJSON([story]), as: UTF8.self), "weekly.json")
    let rows = CSVRenderer().render(weeklyRows([story]))
    expectPage(String(decoding: rows, as: UTF8.self), "weekly.csv")
  }

  @Test func `a row tells when a thing was due and when it was done`() throws {
    let story = try Self.story("2017-02-13", "2017-02-20")
    let rows = String(decoding: CSVRenderer().render(weeklyRows([story])), as: UTF8.self)
    let titles = try #require(rows.split(separator: "\r\n").first).split(separator: ",")
    let done = try #require(rows.split(separator: "\r\n").first { $0.contains(",done,") })
      .split(separator: ",", omittingEmptySubsequences: false)
    let due = try #require(titles.firstIndex(of: "due"))
    #expect(done[due] == "2017-02-10")
    #expect(titles.last == "done" && done.last == "2017-02-20")
  }

  @Test(arguments: [
    (
      "2017-02-06",
      "There was no message after 6 February 2017; this one tells of everything since."
    ),
    (
      "2017-01-02",
      "The last message was of 2 January 2017. There was nothing new by 6 February 2017; this one "
        + "tells of everything since."
    ),
    (nil, "There was nothing new by 6 February 2017; this one tells of everything since."),
  ])
  func `a message is told as missed only where one went out`(last: String?, words: String) throws {
    var story = try Self.story("2017-02-06", "2017-03-06")
    story.missedSince = Day("2017-02-06")
    story.lastMessage = last.flatMap { Day($0) }
    #expect(story.notes.first == words)
  }

  @Test func `an owner who is not shown is left out, and nobody is nobody`() throws {
    let trust = ChangingTrust()
    let record = trust.record.shown(to: .everyone)
    func subject(_ day: String) -> ReportSubject {
      var subject = ReportSubject(
        trust: record.trust,
        plan: record.plans[0],
        evaluation: evaluate(
          record,
          plan: record.plans[0],
          EvaluationRequest(asOf: Day(day) ?? Day(number: 0))
        ),
        files: trust.files,
        record: record,
        on: Day(day)
      )
      subject.audience = .everyone
      return subject
    }
    let changes = DayChanges(
      from: subject("2017-02-27"),
      to: subject("2017-03-20"),
      record,
      after: try #require(Day("2017-02-27")),
      by: try #require(Day("2017-03-20"))
    )
    let text = drawn(weeklyReport(WeeklyStory(changes)).document, width: 200)
    #expect(text.contains("are not shown, nor are owners"))
    #expect(text.split(separator: "not shown").count == 2, "\(text)")
    #expect(text.contains("  Ask parents, 2 March 2017, 2 weeks late (new)"))
    // Clubs have an owner, who is not shown; visits have none.
    #expect(text.contains("  Clubs, "))
    #expect(text.contains("Nobody: Visits"))
  }

  @Test func `what passed its day is told with who owes it`() throws {
    let owned = ChangingTrust([
      ("{milestone: Most of it, due", "{milestone: Most of it, owner: cfo, due")
    ])
    let text = drawn(
      weeklyReport(try Self.story(of: owned, "2017-02-27", "2017-03-06")).document,
      width: 100
    )
    #expect(text.contains("Most of it: milestone, 5 March 2017, Finance lead, not reached"))
    #expect(text.contains("Expected standard, by 28 February 2017, nobody:"))
  }

  @Test func `the words of an ended plan are those of a message`() throws {
    let text = drawn(
      weeklyReport(try Self.story("2026-11-20", "2026-11-27")).document,
      width: 100
    )
    #expect(text.contains("The plan ended on 31 August 2018: this is its final position."))
    #expect(!text.contains("second day"))
  }

  @Test func `the page of a message bears its subject`() throws {
    let story = try Self.story("2017-02-27", "2017-03-06")
    #expect(weeklyPage(story).title == story.subjectLine)
    // The days stand in it once, at the top.
    #expect(weeklyPage(story).foot == "Made by rlt.")
  }
}
