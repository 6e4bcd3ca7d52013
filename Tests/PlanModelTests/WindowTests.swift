import PlanModel
import SourceText
import Testing

private let nowhere = Place(FileID(0), TextRange(0, 0))

@Suite struct WindowTests {
  @Test(arguments: [
    (3, Window.Unit.years, "2018-08-31", "2015-09-01"), (1, .years, "2016-02-29", "2015-03-01"),
    (1, .years, "2017-02-28", "2016-02-29"), (1, .months, "2016-03-31", "2016-03-01"),
    (1, .months, "2016-01-15", "2015-12-16"), (18, .months, "2017-08-31", "2016-03-01"),
    (14, .months, "2017-01-01", "2015-11-02"), (2, .weeks, "2015-09-14", "2015-09-01"),
    (1, .days, "2015-09-14", "2015-09-14"), (30, .days, "2016-03-01", "2016-02-01"),
  ])
  func `a window ends on the day looked at`(
    length: Int,
    unit: Window.Unit,
    last: String,
    first: String
  ) throws {
    let day = try #require(Day(last))
    let days = Window("", length, unit, at: nowhere).days(endingOn: day)
    #expect(days.lowerBound.description == first)
    #expect(days.upperBound == day)
  }

  @Test func `a window that reaches before all calendars keeps its last day`() throws {
    let day = try #require(Day("0001-01-01"))
    #expect(Window("", 50, .years, at: nowhere).days(endingOn: day).upperBound == day)
  }
}
