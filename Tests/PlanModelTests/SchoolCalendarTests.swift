import PlanModel
import SourceText
import Testing

@Suite struct SchoolCalendarTests {
  let calendar = SchoolCalendar()
  let year = AcademicYear(startingIn: 2015)

  private func days(_ first: String, _ last: String) throws -> ClosedRange<Day> {
    try #require(Day(first))...(try #require(Day(last)))
  }

  @Test func `a school year runs from September to August`() throws {
    #expect(calendar.days(of: .academicYear(year)) == (try days("2015-09-01", "2016-08-31")))
    #expect(calendar.year(of: try #require(Day("2015-08-31"))) == year.previous)
    #expect(calendar.year(of: try #require(Day("2015-09-01"))) == year)
    #expect(calendar.year(of: try #require(Day("2016-08-31"))) == year)
  }

  @Test func `a year may begin on another day`() throws {
    let august = SchoolCalendar(startMonth: 8, startDay: 15)
    #expect(august.days(of: .academicYear(year)) == (try days("2015-08-15", "2016-08-14")))
    #expect(august.year(of: try #require(Day("2016-08-14"))) == year)
    #expect(august.year(of: try #require(Day("2016-08-15"))) == year.next)
  }

  @Test(arguments: [
    SchoolCalendar(), SchoolCalendar(startMonth: 8, startDay: 15),
    SchoolCalendar(startMonth: 1, startDay: 1), SchoolCalendar(startMonth: 2, startDay: 29),
  ])
  func `every day lies in the school year that is said to hold it`(calendar: SchoolCalendar) throws
  {
    let start = try #require(Day("2014-01-01"))
    for offset in 0..<2000 {
      let day = start.adding(days: offset)
      let year = calendar.year(of: day)
      let held = calendar.days(of: .academicYear(year)).contains(day)
      if !held {
        Issue.record("\(day) is said to lie in \(year)")
        return
      }
    }
  }

  @Test func `six terms fill a school year without gap or overlap`() {
    for start in 2014...2024 {
      let year = AcademicYear(startingIn: start)
      var next = calendar.first(of: year)
      for term in 1...6 {
        let days = calendar.days(of: .term(year, term))
        #expect(days.lowerBound == next)
        next = days.upperBound.adding(days: 1)
      }
      #expect(next == calendar.first(of: year.next))
    }
  }

  @Test func `three seasons fill a school year`() throws {
    #expect(calendar.days(of: .season(year, .autumn)) == (try days("2015-09-01", "2015-12-31")))
    #expect(calendar.days(of: .season(year, .spring)) == (try days("2016-01-01", "2016-03-31")))
    #expect(calendar.days(of: .season(year, .summer)) == (try days("2016-04-01", "2016-08-31")))
  }

  @Test func `months, days and calendar years`() throws {
    #expect(
      calendar.days(of: .month(year: 2016, month: 2)) == (try days("2016-02-01", "2016-02-29"))
    )
    #expect(
      calendar.days(of: .month(year: 2015, month: 12)) == (try days("2015-12-01", "2015-12-31"))
    )
    #expect(calendar.days(of: .calendarYear(2020)) == (try days("2020-01-01", "2020-12-31")))
    let day = try #require(Day("2016-07-14"))
    #expect(calendar.days(of: .day(day)) == day...day)
  }

  @Test func `nothing is due by a guess at when a term ends`() throws {
    let declared = try SchoolCalendar(declared: [
      .term(year, 4): days("2016-02-22", "2016-03-24"),
      .season(year, .summer): days("2016-04-11", "2016-07-19"),
    ])
    let july = try #require(Day("2016-07-19"))
    let last = try #require(Day("2016-08-31"))
    #expect(calendar.lastDay(of: .term(year, 1)) == last)
    #expect(calendar.lastDay(of: .season(year, .spring)) == last)
    #expect(calendar.lastDay(of: .month(year: 2016, month: 2)) == Day("2016-02-29"))
    #expect(declared.lastDay(of: .term(year, 4)) == Day("2016-03-24"))
    #expect(declared.lastDay(of: .season(year, .spring)) == Day("2016-03-24"))
    #expect(declared.lastDay(of: .season(year, .summer)) == july)
    #expect(declared.lastDay(of: .term(year, 5)) == last)
    #expect(!declared.knowsEnd(of: .term(year, 5)))
  }

  @Test func `declared days of a term stand before the usual ones, and seasons follow them`() throws
  {
    let first = try days("2015-08-27", "2015-10-16")
    let second = try days("2015-11-02", "2015-12-18")
    let declared = SchoolCalendar(declared: [.term(year, 1): first, .term(year, 2): second])
    #expect(declared.days(of: .term(year, 1)) == first)
    #expect(declared.days(of: .season(year, .autumn)) == first.lowerBound...second.upperBound)
    #expect(declared.days(of: .term(year, 3)) == calendar.days(of: .term(year, 3)))
  }

  @Test func `the school year of a period is the one in which it begins`() throws {
    #expect(calendar.year(of: Period.month(year: 2016, month: 8)) == year)
    #expect(calendar.year(of: Period.month(year: 2016, month: 9)) == year.next)
    #expect(calendar.year(of: Period.calendarYear(2016)) == year)
    #expect(calendar.year(of: Period.term(year, 6)) == year)
    #expect(calendar.year(of: Period.day(try #require(Day("2015-09-01")))) == year)
  }

  @Test(arguments: [Int.min / 2, -1, 0, 1, 9998, 9999, 10_000, Int.max / 2])
  func `a year that no calendar reaches still has a first and last day`(start: Int) {
    let year = AcademicYear(startingIn: start)
    let periods: [Period] =
      [.academicYear(year), .calendarYear(start), .month(year: start, month: 12)]
      + (1...6).map { .term(year, $0) } + Period.Season.allCases.map { .season(year, $0) }
    for period in periods {
      let days = calendar.days(of: period)
      #expect(days.lowerBound <= days.upperBound)
    }
  }

  @Test func `a term declared for the wrong year does not turn a season round`() throws {
    let wrong = try days("2016-08-27", "2016-10-16")
    let declared = SchoolCalendar(declared: [.term(year, 1): wrong])
    #expect(declared.days(of: .season(year, .autumn)).lowerBound == wrong.lowerBound)
  }

  @Test func `a term that no year has is taken for the nearest`() {
    #expect(calendar.days(of: .term(year, 9)) == calendar.days(of: .term(year, 6)))
    #expect(calendar.days(of: .term(year, 0)) == calendar.days(of: .term(year, 1)))
  }

  @Test func `periods print as rlt writes them`() {
    #expect(Period.academicYear(year).description == "2015/16")
    #expect(Period.term(year, 5).description == "2015/16 T5")
    #expect(Period.season(year, .spring).description == "2015/16 spring")
    #expect(Period.month(year: 2016, month: 7).description == "July 2016")
    #expect(Period.calendarYear(2020).description == "2020")
  }
}

@Suite struct ScaleTests {
  let nowhere = Place(FileID(0), TextRange(0, 0))

  var ofsted: Scale {
    var scale = Scale(
      id: "ofsted",
      title: "Ofsted",
      levels: [
        Scale.Level("Outstanding", code: "1"), Scale.Level("Good", code: "2"),
        Scale.Level("Requires improvement", code: "3", aliases: ["RI"]),
        Scale.Level("Inadequate", code: "4", aliases: ["Special Measures", "Serious Weaknesses"]),
      ],
      at: nowhere
    )
    scale.until = Day("2024-09-02")
    return scale
  }

  @Test(arguments: [
    ("Outstanding", 0), ("outstanding", 0), ("GOOD", 1), ("2", 1), ("ri", 2),
    ("special measures", 3),
    ("4", 3),
  ])
  func `a grade is found by name, code or alias`(text: String, rank: Int) {
    #expect(ofsted.rank(of: text) == rank)
  }

  @Test(arguments: ["", "5", "Goo", "Good ", "Excellent"])
  func `another word is no grade`(text: String) { #expect(ofsted.rank(of: text) == nil) }

  @Test func `a scale is in use from its first day to its last`() throws {
    #expect(ofsted.isInUse(on: try #require(Day("2024-09-02"))))
    #expect(!ofsted.isInUse(on: try #require(Day("2024-09-03"))))
    var later = ofsted
    later.from = Day("2019-09-01")
    #expect(!later.isInUse(on: try #require(Day("2019-08-31"))))
    #expect(later.isInUse(on: try #require(Day("2019-09-01"))))
  }
}

@Suite struct ReadingListTests {
  let nowhere = Place(FileID(0), TextRange(0, 0))

  private func reading(_ year: Int, _ text: String, recorded: String? = nil) -> Reading {
    Reading(
      kpi: "k",
      scope: .school("a"),
      period: .academicYear(AcademicYear(startingIn: year)),
      value: .evidence,
      text: text,
      recorded: recorded.flatMap { Day($0) },
      at: nowhere
    )
  }

  @Test func `a series goes by period, then by day of recording, then by row`() {
    let list = ReadingList([
      reading(2016, "c"), reading(2015, "b", recorded: "2016-12-01"), reading(2015, "a"),
      reading(2015, "b2", recorded: "2016-12-01"),
    ])
    #expect(list.series("k", nil, .school("a")).map(\.text) == ["a", "b", "b2", "c"])
    #expect(list.series("k", "maths", .school("a")).isEmpty)
    #expect(list.series("k", nil, .everySchool).isEmpty)
  }
}
