import PlanFiles
import PlanModel
import SourceText
import Testing

private func year(_ start: Int) -> AcademicYear { AcademicYear(startingIn: start) }
private func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

@Suite struct ParseTimeTests {
  @Test(arguments: [
    ("2015/16", Period.academicYear(year(2015))), ("2015 - 16", .academicYear(year(2015))),
    ("2016/2017", .academicYear(year(2016))), ("2018/9", .academicYear(year(2018))),
    ("2011-12", .academicYear(year(2011))), ("2015–16", .academicYear(year(2015))),
    ("2015/16 T5", .term(year(2015), 5)), ("T5 2015/16", .term(year(2015), 5)),
    ("Term 5 2015/16", .term(year(2015), 5)), ("2015/16 spring", .season(year(2015), .spring)),
    ("spring 2016", .season(year(2015), .spring)),
    ("autumn term 2016", .season(year(2016), .autumn)),
    ("Summer Term 2018/19", .season(year(2018), .summer)),
    ("July 2016", .month(year: 2016, month: 7)), ("Sept 2016", .month(year: 2016, month: 9)),
    ("2016-07", .month(year: 2016, month: 7)), ("2016-07-14", .day(day("2016-07-14"))),
    ("14 July 2016", .day(day("2016-07-14"))), ("1st March 2016", .day(day("2016-03-01"))),
    ("2020", .calendarYear(2020)),
  ])
  func `a period is read in each of its notations`(text: String, period: Period) {
    var findings: [Diagnostic] = []
    #expect(parsePeriod(SourcedText(text, in: FileID(0)), &findings) == period)
    #expect(findings.map(\.message) == [])
  }

  @Test(arguments: Period.Season.allCases)
  func `what is written is read back`(season: Period.Season) {
    for period in [
      Period.season(year(2019), season), .term(year(2019), 3), .academicYear(year(1999)),
      .month(year: 2020, month: 2), .day(day("2020-02-29")), .calendarYear(2021),
    ] {
      var findings: [Diagnostic] = []
      #expect(parsePeriod(SourcedText("\(period)", in: FileID(0)), &findings) == period)
    }
  }

  @Test(arguments: [
    ("2016-02-30", "impossible-date", "29 February 2016"),
    ("30 February 2015", "impossible-date", "28"),
    ("2016-13-01", "impossible-date", "2016-01-31"), ("2016-13", "impossible-date", "2016/17"),
    ("2015/17", "impossible-date", "2015/16"), ("T7 2015/16", "impossible-date", "six terms"),
    ("03/04/2016", "period-syntax", "`2016-04-03` for 3 April 2016, or `2016-03-04`"),
    ("30/11/2016", "period-syntax", "`2016-11-30`"), ("11/30/2016", "period-syntax", "2016-11-30"),
    ("5.5.16", "period-syntax", "`2016-05-05`"), ("31/31/2016", "impossible-date", "year first"),
    ("2016/11/30", "period-syntax", "`2016-11-30`"), ("30/11", "period-syntax", "2016-07-14"),
    ("2016-2020", "period-syntax", "2016/17"),
    ("Easter 2016", "period-syntax", "July 2016"), ("", "period-syntax", "2015/16"),
    ("2015/16 or so", "period-syntax", "2015/16"),
  ])
  func `what is no period is reported`(text: String, id: String, help: String) throws {
    var findings: [Diagnostic] = []
    #expect(parsePeriod(SourcedText(text, in: FileID(0)), &findings) == nil)
    let found = try #require(findings.first)
    #expect(found.id.description == id)
    #expect(found.help.contains(help), "\(found.help)")
  }

  @Test func `of a calendar year it is said which school years it may be`() {
    for allowsRun in [false, true] {
      var findings: [Diagnostic] = []
      let text = SourcedText("2016", in: FileID(0))
      #expect(parseAcademicYears(text, allowsRun: allowsRun, &findings) == nil)
      #expect(
        findings.map(\.help) == ["write `2016/17` for the one that begins in 2016, or `2015/16`"]
      )
    }
  }

  @Test(arguments: [
    ("2020-08-31", Deadline.Rule.period(.day(day("2020-08-31")))),
    ("by July 2020", .period(.month(year: 2020, month: 7))), ("2020", .period(.calendarYear(2020))),
    ("2016/17 T5", .period(.term(year(2016), 5))), ("2 years after joining", .yearsAfterJoining(2)),
    ("within three years of joining", .yearsAfterJoining(3)),
    ("first inspection", .firstInspection(section: nil)),
    ("first Section 5 inspection", .firstInspection(section: "Section 5")),
    (
      "first Section 5 inspection or 2 years after joining, whichever is sooner",
      .earliest([.firstInspection(section: "Section 5"), .yearsAfterJoining(2)])
    ),
  ])
  func `a deadline is a period or an event`(text: String, rule: Deadline.Rule) {
    var findings: [Diagnostic] = []
    #expect(parseDeadline(SourcedText(text, in: FileID(0)), &findings)?.rule == rule)
    #expect(findings.map(\.message) == [])
  }

  @Test func `words without a date are kept, impossible dates are not`() {
    var findings: [Diagnostic] = []
    let words = parseDeadline(SourcedText("when funds allow", in: FileID(0)), &findings)
    #expect(words?.rule == .unparsed)
    #expect(parseDeadline(SourcedText("31 June 2020", in: FileID(0)), &findings) == nil)
    #expect(findings.map(\.id) == ["deadline-unparsed", "impossible-date"])
  }

  @Test(arguments: [
    ("2016-11-30", Period.day(day("2016-11-30"))),
    ("by November 2016", .month(year: 2016, month: 11)),
    ("December 2016 or earlier", .month(year: 2016, month: 12)),
    ("end of the year", .academicYear(year(2016))),
    ("by the end of July 2017", .month(year: 2017, month: 7)),
    ("Term 5 2016/17", .term(year(2016), 5)),
  ])
  func `work is due on the last day of a period`(text: String, period: Period) {
    var findings: [Diagnostic] = []
    let due = parseDue(SourcedText(text, in: FileID(0)), in: year(2016), &findings)
    #expect(due.period == period)
    #expect(due.text == text)
    #expect(findings.map(\.message) == [])
  }

  @Test(arguments: ["On-going", "TBC", "by the end of April", "Easter"])
  func `words without a date stay undated`(text: String) {
    var findings: [Diagnostic] = []
    let due = parseDue(SourcedText(text, in: FileID(0)), in: year(2016), &findings)
    #expect(due.period == nil)
    #expect(findings.map(\.id) == ["due-unparsed"])
  }

  @Test(arguments: Frequency.allCases)
  func `every frequency is read as it is written`(frequency: Frequency) {
    var findings: [Diagnostic] = []
    let text = SourcedText(frequency.rawValue, in: FileID(0))
    #expect(parseFrequency(text, &findings) == frequency)
    #expect(parseFrequency(SourcedText("anual", in: FileID(0)), &findings) == nil)
    #expect(findings.map(\.label) == ["did you mean `annual`?"])
  }

  @Test(arguments: [
    ("3 years", 3, Window.Unit.years), ("the last three years", 3, .years),
    ("within the past 18 months", 18, .months), ("any 3-year", 3, .years), ("1 year", 1, .years),
    ("six weeks", 6, .weeks), ("in the last 30 days", 30, .days), ("the last year", 1, .years),
  ])
  func `a window is a number of years, months, weeks or days`(
    text: String,
    length: Int,
    unit: Window.Unit
  ) {
    var findings: [Diagnostic] = []
    let window = parseWindow(SourcedText(text, in: FileID(0)), &findings)
    #expect(window?.length == length)
    #expect(window?.unit == unit)
    #expect(window?.text == text)
    #expect(findings.map(\.message) == [])
  }

  @Test(arguments: [
    "", "recently", "3", "0 years", "51 years", "3 terms", "3 years or so", "-1 year",
  ])
  func `anything else is no window`(text: String) {
    var findings: [Diagnostic] = []
    #expect(parseWindow(SourcedText(text, in: FileID(0)), &findings) == nil)
    #expect(findings.map(\.id) == ["window-syntax"])
  }
}
