import PlanModel
import Testing

@Suite struct DayTests {
  @Test func `every day of a thousand years follows the one before`() {
    // Counted by hand from 1 January 1600, without the arithmetic under test.
    var (year, month, day) = (1600, 1, 1)
    var number = Day(year: 1600, month: 1, day: 1)?.number ?? 0
    #expect(number == -135_140)
    while year < 2600 {
      guard let found = Day(year: year, month: month, day: day) else {
        Issue.record("no \(year)-\(month)-\(day)")
        return
      }
      let date = Day(number: number).date
      guard found.number == number, date.year == year, date.month == month, date.day == day else {
        Issue.record("\(found) is day \(found.number), not \(number)")
        return
      }
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      number += 1
      day += 1
      if day > lengths[month - 1] { (day, month) = (1, month + 1) }
      if month > 12 { (month, year) = (1, year + 1) }
    }
  }

  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2016-09-01", 17_045),
    ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
  ])
  func `a day has its number and reads back`(text: String, number: Int32) throws {
    let day = try #require(Day(text))
    #expect(day.number == number)
    #expect(day.description == text)
    #expect(Day(day.description) == day)
  }

  @Test(arguments: [
    "", "2015-02-29", "2016-02-30", "2015-04-31", "2015-13-01", "2015-00-10", "2015-01-00",
    "0000-01-01", "2015-1-01", "2015/01/01", "20150101", "15-01-2015", "2015-01-01 ",
    "2015-01-0x", "1900-02-29", "2015-01-32",
  ])
  func `a day that the calendar lacks is none`(text: String) { #expect(Day(text) == nil) }

  @Test(arguments: [
    ("2016-02-29", 1, "2017-02-28"), ("2016-02-29", 2, "2018-02-28"),
    ("2016-02-29", 4, "2020-02-29"),
    ("2017-02-28", 3, "2020-02-28"), ("2019-01-01", 2, "2021-01-01"),
    ("2018-08-31", 3, "2021-08-31"),
    ("2016-02-29", 0, "2016-02-29"), ("2020-02-29", -1, "2019-02-28"),
    ("2096-02-29", 4, "2100-02-28"),
  ])
  func `the same date in another year`(from: String, years: Int, to: String) throws {
    #expect(try #require(Day(from)).adding(years: years) == Day(to))
  }

  @Test func `days later and earlier`() throws {
    let day = try #require(Day("2016-08-31"))
    #expect(day.adding(days: 1) == Day("2016-09-01"))
    #expect(day.adding(days: 366) == Day("2017-09-01"))
    #expect(day.adding(days: -244) == Day("2015-12-31"))
    #expect(day < day.adding(days: 1))
  }

  @Test func `the length of a month`() {
    #expect(Day.days(inMonth: 2, of: 2000) == 29)
    #expect(Day.days(inMonth: 2, of: 1900) == 28)
    #expect(Day.days(inMonth: 2, of: 2016) == 29)
    #expect([4, 6, 9, 11].allSatisfy { Day.days(inMonth: $0, of: 2015) == 30 })
  }

  @Test func `years that no calendar reaches leave the day as it is`() throws {
    let day = try #require(Day("9998-06-01"))
    #expect(day.adding(years: 5) == day)
  }
}

@Suite struct AcademicYearTests {
  @Test(arguments: [
    "2015/16", "2015-16", "2015 - 16", "2015 / 16", "2015/2016", "2015-2016", "2015/6",
    "2015\u{2013}16", "2015 \u{2013} 2016",
  ])
  func `the notations in use`(text: String) {
    #expect(AcademicYear(text) == AcademicYear(startingIn: 2015))
  }

  @Test(arguments: [
    "", "2015", "2016-2020", "2016-07", "2015/17", "2015/15", "2015/016", "2015//16", "15/16",
    "2015/16 T5", "2015/", "2015/1a", "1899/00", "2018-2021", "2015/116", "2015 16",
  ])
  func `anything else is no school year`(text: String) { #expect(AcademicYear(text) == nil) }

  @Test func `a year that ends a century`() {
    #expect(AcademicYear("1999/00") == AcademicYear(startingIn: 1999))
    #expect(AcademicYear("1999/2000") == AcademicYear(startingIn: 1999))
    #expect(AcademicYear("2009/0") == AcademicYear(startingIn: 2009))
    #expect(AcademicYear(startingIn: 1999).description == "1999/00")
    #expect(AcademicYear(startingIn: 2008).description == "2008/09")
  }

  @Test func `years before and after`() {
    let year = AcademicYear(startingIn: 2015)
    #expect(year.next.previous == year)
    #expect(year.previous < year)
    #expect(year.next.description == "2016/17")
    #expect(AcademicYear(year.description) == year)
  }
}
