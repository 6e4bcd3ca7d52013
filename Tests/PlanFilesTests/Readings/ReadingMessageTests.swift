import PlanFiles
import PlanModel
import SourceText
import TestSupport
import Testing

private let header = "kpi,scope,period,value\n"

/// The problems of one file of readings, as rule, line and column.
private func problems(_ bytes: [UInt8], _ options: LoadOptions = LoadOptions()) -> [String] {
  var files = TinyTrust.files()
  files.files["t/readings/2015-16.csv"] = bytes
  var sources = SourceFiles()
  return loadTrust("t", from: files, into: &sources, options).diagnostics.map { found in
    let at = sources[found.place.file].lineColumn(at: Int(found.place.range.lower))
    return "\(found.id) \(at.line):\(at.column)"
  }
}

private func problems(_ text: String) -> [String] { problems(Array(text.utf8)) }

@Suite struct ReadingMessageTests {
  @Test func `a name that many rows share is told once, with their number`() throws {
    let rows = (0..<10_000).map { "zz,keton,\(1900 + $0 % 100)/01,1\n" }
    #expect(rows.count == 10_000)
    let text =
      header + "staffing,keton,2015/16,70%\nstaffing,ketton,2015/16,70%\nzz,keton,2015/16,70%\n"
      + "zz,langham,2015/16,70%\n,,2015/16,70%\n,,2015/16 T1,70%\n"
    let (loaded, _) = TinyTrust.loaded(text)
    #expect(
      loaded.diagnostics.map(\.message) == [
        "'keton' is no school or comparator of the trust; 1 more row names it",
        "no plan of the trust has a KPI 'zz'; 1 more row names it",
        "'langham' is no school or comparator of the trust",
        "the row names no KPI; 1 more row names none",
        "the row names no scope; 1 more row names none",
      ]
    )
    let many = String(repeating: "zz,keton,2015/16,70%\n", count: 10_000)
    let (crowd, sources) = TinyTrust.loaded(header + many)
    #expect(
      crowd.diagnostics.map(\.message) == [
        "no plan of the trust has a KPI 'zz'; 9,999 more rows name it",
        "'keton' is no school or comparator of the trust; 9,999 more rows name it",
      ]
    )
    let note = try #require(crowd.diagnostics.first?.notes.first)
    #expect(sources[note.place.file].line(at: Int(note.place.range.lower)) == 3)
  }

  @Test(arguments: [
    ("one column too many", "kpi,scope,period,value,colour\nstaffing,ketton,2015/16,70%\n", "1:24"),
    ("a comma too many", "kpi,scope,period,value,\nstaffing,ketton,2015/16,70%\n", "1:24"),
    ("one column too few", "kpi,scope,period,value\nstaffing,ketton,2015/16,70%,\n", "1:23"),
  ])
  func `where every row is as wide as the others, the header is wrong`(
    what: String,
    text: String,
    place: String
  ) {
    let second = text.split(separator: "\n")[1].replacing("ketton", with: "trust")
    #expect(problems(text + "\(second)\n") == ["field-count \(place)"])
    // One row of another width, and each row is told.
    let third = problems(text + "\(second)\nstaffing,national,2015/16,70%,,,\n")
    #expect(third.filter { $0.hasPrefix("field-count") }.count == 3)
  }

  @Test func `rows of commas alone are no rows`() {
    let rows = "staffing,ketton,2015/16,70%\n,,,\n,,,,,,\r\n\n,,,"
    #expect(problems(header + rows) == [])
    let (loaded, _) = TinyTrust.loaded(header + rows)
    #expect(loaded.record.readings.series("staffing", nil, .school("ketton")).count == 1)
  }

  @Test(arguments: [
    ("nothing", "", "file-empty 1:1"), ("a byte order mark", "\u{FEFF}\n", "file-empty 1:1"),
    ("empty lines", "\n\r\n  \n", "file-empty 1:1"),
    ("semicolons", "kpi;scope;period;value\na;b;c;d\n", "readings-delimiter 1:4"),
    ("tabs", "\"kpi\"\t\"scope\"\tperiod\tvalue\n", "readings-delimiter 1:6"),
    ("a sign for Excel", "sep=,\nkpi,scope,period,value\n", "readings-delimiter 1:1"),
    ("old line ends", "kpi,scope,period,value\ra,b,c,d\r", "readings-line-ends 1:23"),
    (
      "old line ends after a note", "kpi,scope,period,value,note\ra,b,c,d,e\r",
      "readings-line-ends 1:28"
    ),
    ("a slip of the pen", "kpi,scope,period,vaule\na,b,c,d\n", "missing-column 1:18"),
    ("another word", "kpi,school,period,value\na,b,c,d\n", "missing-column 1:5"),
    ("no header", "staffing,ketton,2015/16,70%\n", "missing-column 1:1"),
    ("a workbook", "PK\u{3}\u{4}\u{0}\u{0}", "not-text 1:1"),
    ("a page", "%PDF-1.4\n1,2", "not-text 1:1"),
    ("noise", String(repeating: "\u{1}\u{2}a\u{0}\n", count: 40), "not-text 1:1"),
  ])
  func `a file that is no table of commas is one problem`(
    what: String,
    text: String,
    problem: String
  ) {
    #expect(problems(text) == [problem])
    // The commands that answer from it are told as well.
    var options = LoadOptions()
    options.checksReadings = false
    #expect(problems(Array(text.utf8), options) == [problem])
  }

  @Test func `a file of another encoding is one problem`() {
    let text = header + "staffing,ketton,2015/16,£70\nstaffing,Sch\u{F6}n,2015/16,70%\n"
    let latin = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    #expect(problems(latin) == ["readings-encoding 2:25"])
    let wide = Array(text.utf16).flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    #expect(problems(wide) == ["readings-encoding 1:1"])
    #expect(problems([0xFF, 0xFE] + wide) == ["readings-encoding 1:1"])
  }

  @Test(arguments: [
    "4", "0", "2.5", "9", "Goood", "yes", "almost all", "> 2", "≥2", "90%", "1 to 2",
  ])
  func `what is no grade of the scale is said to be none`(value: String) {
    #expect(problems(header + "grade,ketton,2015/16,\(value)\n") == ["value-grade 2:22"])
  }

  @Test(arguments: ["1", "3", "good", "Good or Outstanding", "at least Good", "SUPP", "awaited"])
  func `grades, codes, bands and gaps are values of a scale`(value: String) {
    #expect(problems(header + "grade,ketton,2015/16,\(value)\n") == [])
  }

  @Test(arguments: [(nil, [5]), (3, [2]), (10, [5, 6, 9])] as [(Int?, [Int])])
  func `how few are too few is for the trust to say`(least: Int?, found: [Int]) {
    var text = "kpi,scope,period,value,cohort\n"
    for (term, cohort) in [2, 5, 6, 9, 10].enumerated() where cohort != 2 || least == 3 {
      text += "staffing,ketton,2015/16 T\(term + 1),70%,\(cohort)\n"
    }
    let trust = TinyTrust.trust + (least.map { "small-cohort: \($0)\n" } ?? "")
    let files = TinyTrust.files(trust: trust, readings: ["2015-16.csv": text])
    var sources = SourceFiles()
    let loaded = loadTrust("t", from: files, into: &sources)
    #expect(loaded.diagnostics.map(\.id) == found.map { _ in "small-cohort" })
    #expect(loaded.diagnostics.map { $0.message.contains("\(found[0]) people") }.first == true)
  }

  @Test(arguments: [
    ("basis", "for H801200001001"), ("source", "h801200001001"), ("note", "H801 2000 01 001"),
    ("note", "H 801200001001"), ("source", "the register, H80120000100A"),
    ("basis", "of the child born 12/03/2009"),
  ])
  func `pupils are looked for in all free text`(column: String, text: String) {
    let found = problems(
      "kpi,scope,period,value,\(column)\nstaffing,ketton,2015/16,70%,\"\(text)\"\n"
    )
    #expect(found.map { $0.prefix { $0 != " " } } == ["pupil-data"])
  }

  @Test(arguments: ["H801200001002", "80 120 000 100 1", "2016-09-30 12:30", "GB801200001001"])
  func `other figures are no pupils`(text: String) {
    #expect(problems("kpi,scope,period,value,note\nstaffing,ketton,2015/16,70%,\(text)\n") == [])
  }

  @Test func `days on which nobody can have recorded anything are told`() {
    var options = LoadOptions()
    options.today = Day("2017-03-31")
    let rows = ["2015-08-31", "2015-09-01", "2017-03-31", "2017-04-01", "2116-09-30", "30/09/2016"]
    let text = rows.enumerated().map { "staffing,ketton,2015/16,\(70 + $0)%,\($1)\n" }.joined()
    let found = problems(Array("kpi,scope,period,value,recorded\n\(text)".utf8), options)
    #expect(
      found == ["recorded-early 2:29", "future-date 5:29", "future-date 6:29", "bad-value 7:29"]
    )
  }

  @Test func `an endless value does not make an endless message`() throws {
    let (loaded, _) = TinyTrust.loaded(
      header + "staffing,ketton,2015/16,\(String(repeating: "9", count: 300_000))\n"
    )
    let found = try #require(loaded.diagnostics.first)
    #expect(found.message.utf8.count < 1_000)
    #expect(found.message.hasPrefix("'99999"))
  }

  @Test func `capitals in the ending do not matter, other files are told of`() {
    let files = TinyTrust.files(readings: [
      "2015-16.CSV": header + "staffing,ketton,2015/16,70%\n", "2016-17.xlsx": "PK",
      "2017-18.csv.txt": header, "old/2014-15.csv": header, "README.md": "", ".hidden": "",
      "~$2016-17.xlsx": "",
    ])
    var sources = SourceFiles()
    let loaded = loadTrust("t", from: files, into: &sources)
    #expect(loaded.record.readings.series("staffing", nil, .school("ketton")).count == 1)
    #expect(
      loaded.diagnostics.map { "\($0.id) \(sources[$0.place.file].name)" } == [
        "stray-file t/readings/2016-17.xlsx", "stray-file t/readings/2017-18.csv.txt",
        "stray-file t/readings/old",
      ]
    )
  }
}
