import PlanFiles
import PlanModel
import SourceText
import Testing

private let header = "kpi,strand,scope,period,value,recorded,basis,source,note\n"

private func year(_ start: Int) -> Period { .academicYear(AcademicYear(startingIn: start)) }

@Suite struct ReadingTableTests {
  @Test func `a row becomes a reading with its place`() throws {
    let text = header + "staffing,,ketton,2015/16,77%,2016-09-30,accounts,000:237,a note\n"
    let (loaded, files) = TinyTrust.loaded(text)
    #expect(plainText(loaded.diagnostics, in: files) == "")
    let found = loaded.record.readings.series("staffing", nil, .school("ketton"))
    let reading = try #require(found.first)
    #expect(found.count == 1)
    #expect(reading.value == .number(number("77")))
    #expect(reading.text == "77%")
    #expect(reading.period == year(2015))
    #expect(reading.recorded == Day("2016-09-30"))
    #expect(reading.basis == "accounts")
    #expect(reading.source == "000:237")
    #expect(reading.note == "a note")
    #expect(files[reading.place.file].line(at: Int(reading.place.range.lower)) == 2)
    #expect(reading.place.range.count == text.utf8.count - header.utf8.count - 1)
  }

  @Test func `of more problems than anybody reads, some are kept and all are counted`() {
    let row = "staffing,,ketton,2015/16,77%,,,,\n"
    let (loaded, _) = TinyTrust.loaded(header + String(repeating: row, count: 12_001))
    #expect(loaded.diagnostics.count == 10_000)
    #expect(loaded.omittedCount == 2_000)
  }

  @Test func `corrections come after what they correct, whatever their order in the file`() {
    let (loaded, _) = TinyTrust.loaded(
      header
        + """
        staffing,,ketton,2016/17,3%,,,,
        staffing,,ketton,2015/16,2%,2017-01-01,,,
        staffing,,ketton,2015/16,1%,,,,
        staffing,,ketton,2015/16 T1,0%,,,,
        """
    )
    let found = loaded.record.readings.series("staffing", nil, .school("ketton"))
    #expect(found.map(\.text) == ["0%", "1%", "2%", "3%"])
  }

  @Test(arguments: [
    ("a byte order mark", "\u{FEFF}kpi,scope,period,value\nstaffing,ketton,2015/16,77%\n"),
    ("CRLF", "kpi,scope,period,value\r\nstaffing,ketton,2015/16,77%\r\n"),
    ("no last line end", "kpi,scope,period,value\nstaffing,ketton,2015/16,77%"),
    ("CRLF, no last line end", "kpi,scope,period,value\r\nstaffing,ketton,2015/16,77%\r"),
    ("quotes", "\"kpi\",scope,period,value\n\"staffing\",\"ketton\",\"2015/16\",\"77%\"\n"),
    ("another order", "value,period,scope,kpi\n77%,2015/16,ketton,staffing\n"),
    ("another order, CRLF", "value,period,kpi,scope\r\n77%,2015/16,staffing,ketton\r\n"),
    ("capitals in the header", "KPI,Scope,Period,Value\nstaffing,ketton,2015/16,77%\n"),
    ("the name of the school", "kpi,scope,period,value\nstaffing,KETTON,2015-16,77%\n"),
    ("empty lines", "kpi,scope,period,value\n\nstaffing,ketton,2015/16,77%\n\n\n"),
    ("spaces", "kpi, scope, period, value\nstaffing, ketton, 2015/16 , 77% \n"),
    (
      "a comma in the note", "kpi,scope,period,value,note\nstaffing,ketton,2015/16,77%,\"a, b\"\n"
    ),
    (
      "a column in between",
      "kpi,colour,scope,period,value\nstaffing,\"re,d\",ketton,2015/16,77%\n"
    ),
  ])
  func `the writing of a file does not change what it says`(what: String, text: String) {
    let (loaded, files) = TinyTrust.loaded(text)
    let errors = loaded.diagnostics.filter { $0.severity == .error }
    #expect(plainText(errors, in: files) == "")
    let found = loaded.record.readings.series("staffing", nil, .school("ketton"))
    #expect(found.map(\.text) == ["77%"])
    #expect(found.map(\.period) == [year(2015)])
  }

  @Test func `quoted notes keep commas, quotes and line ends`() {
    let (loaded, files) = TinyTrust.loaded(
      header + "staffing,,ketton,2015/16,77%,,,,\"said \"\"well done\"\",\nthen left\"\n"
        + "staffing,,ketton,2016/17,78%,,,,plain\n"
    )
    let errors = loaded.diagnostics.filter { $0.severity == .error }
    #expect(plainText(errors, in: files) == "")
    let found = loaded.record.readings.series("staffing", nil, .school("ketton"))
    #expect(found.map(\.note) == ["said \"well done\",\nthen left", "plain"])
  }

  @Test func `strands, comparators and statements for every school are series of their own`() {
    let (loaded, files) = TinyTrust.loaded(
      header
        + """
        staffing,support,st nichs,2015/16,20%,,,,
        staffing,teachers,ketton,2015/16,50%,,,,
        staffing,,national,2015/16,74%,,,,
        done,,every-school,2015/16,yes,,,,
        done,,trust,2015/16,no,,,,
        """
    )
    #expect(plainText(loaded.diagnostics, in: files) == "")
    let readings = loaded.record.readings
    #expect(readings.strands(of: "staffing") == ["support", "teachers"])
    #expect(readings.series("staffing", "support", .school("st-nicholas")).map(\.text) == ["20%"])
    #expect(readings.series("staffing", nil, .comparator("national")).map(\.text) == ["74%"])
    #expect(readings.series("done", nil, .everySchool).map(\.value) == [.fact(true)])
    #expect(readings.series("done", nil, .trust).map(\.value) == [.fact(false)])
    #expect(readings.series("done", nil, .school("ketton")).isEmpty)
  }

  @Test func `only the schools that are wanted are kept`() {
    var options = LoadOptions()
    options.schools = ["ketton"]
    let (loaded, _) = TinyTrust.loaded(
      header
        + """
        staffing,,ketton,2015/16,50%,,,,
        staffing,,st-nicholas,2015/16,60%,,,,
        staffing,,national,2015/16,74%,,,,
        """,
      options
    )
    let readings = loaded.record.readings
    #expect(readings.series("staffing", nil, .school("ketton")).count == 1)
    #expect(readings.series("staffing", nil, .school("st-nicholas")).isEmpty)
    #expect(readings.series("staffing", nil, .comparator("national")).count == 1)
  }

  @Test func `unchecked files still report rows that cannot be used`() {
    var options = LoadOptions()
    options.checksReadings = false
    let (loaded, _) = TinyTrust.loaded(
      header + "staffing,,mars,2015/16,50%,,,,\nstaffing,,ketton,2015/17,50%,,,,\n",
      options
    )
    #expect(loaded.diagnostics.map(\.id) == ["unknown-school", "impossible-date"])
  }
}
