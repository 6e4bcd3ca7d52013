import PlanFiles
import PlanModel
import SourceText
import Testing

private let readings = """
  kpi,scope,period,value
  staffing,Ketton,2015/16,77%
  staffing,St Nichs,2015/16,70%
  grade,ketton,2015/16,Good
  staffing,national,2015/16,74%

  """

private struct Mistake: Sendable, CustomTestStringConvertible {
  var name: String
  var file: String
  var old: String
  var new: String
  /// The rules that are named, each once for each problem.
  var expected: [String]

  var testDescription: String { name }

  init(_ name: String, _ file: String, _ old: String, _ new: String, _ expected: [String]) {
    (self.name, self.file, self.old, self.new, self.expected) = (name, file, old, new, expected)
  }
}

private let mistakes: [Mistake] = [
  Mistake("schools misspelt", "trust", "schools:", "scools:", ["unknown-key", "not-checked"]),
  Mistake("scales misspelt", "trust", "scales:", "scalse:", ["unknown-key", "not-checked"]),
  Mistake(
    "comparators misspelt",
    "trust",
    "comparators:",
    "comparator:",
    ["unknown-key", "not-checked"]
  ),
  Mistake("a school without a space", "trust", "ketton: Ketton", "ketton:Ketton", ["colon-space"]),
  Mistake("a school twice", "trust", "st-nicholas:", "ketton:", ["duplicate", "not-checked"]),
  Mistake("kpis misspelt", "plan", "kpis:", "kpi:", ["unknown-key", "not-checked"]),
  Mistake(
    "a KPI with the id of another",
    "plan",
    "          grade:\n",
    "          staffing:\n",
    ["duplicate", "not-checked"]
  ),
  Mistake(
    "no unit",
    "plan",
    "            unit: \"% of income\"\n",
    "",
    ["unit-mismatch", "not-checked"]
  ),
  Mistake(
    "curly quotes",
    "plan",
    "\"% of income\"",
    "“% of income”",
    ["bad-value"]
  ),
  Mistake(
    "no scale",
    "plan",
    "            scale: ofsted-grade\n",
    "",
    ["grade-without-scale", "not-checked"]
  ),
  Mistake("another scale", "plan", "scale: ofsted-grade", "scale: ofsted", ["unknown-scale"]),
  Mistake("no proper id of the plan", "plan", "plan: plan", "plan: The plan", ["bad-id"]),
  Mistake(
    "a title by another name",
    "plan",
    "title: Staff costs",
    "name: Staff costs",
    ["unknown-key"]
  ),
  Mistake("a title misspelt", "plan", "title: Staff costs", "titel: Staff costs", ["unknown-key"]),
  Mistake(
    "a title after a sign",
    "plan",
    "title: Staff costs",
    "title = Staff costs",
    ["no-colon"]
  ),
  Mistake("a title after a dash", "plan", "title: Staff costs", "title: - Staff", ["dash-here"]),
  Mistake("an empty title", "plan", "title: Staff costs", "title: # 12", ["missing-key"]),
  Mistake(
    "an owner that is a dash",
    "plan",
    "target: below 75%",
    "target: below 75%\n            owner: -",
    ["dash-here"]
  ),
  Mistake(
    "a year outside the plan",
    "plan",
    "title: Grade\n",
    "title: Grade\n            years: {2021/22: {actions: [{id: a, action: A, due: 2016-11-30}]}}\n",
    ["year-outside-plan"]
  ),
]

/// The files of the tiny trust, the way it is written on disk.
private func files(_ mistake: Mistake?) -> InMemoryFileSystem {
  var texts = ["trust": TinyTrust.trust, "plan": TinyTrust.plan]
  if let mistake {
    let text = texts[mistake.file] ?? ""
    #expect(text.contains(mistake.old))
    texts[mistake.file] = text.replacing(mistake.old, with: mistake.new, maxReplacements: 1)
  }
  return TinyTrust.files(
    trust: texts["trust"] ?? "",
    plan: texts["plan"] ?? "",
    readings: ["2015-16.csv": readings]
  )
}

@Suite struct DoubtTests {
  @Test(arguments: mistakes)
  fileprivate func `one mistake is told once, wherever its names are used`(mistake: Mistake) {
    var sources = SourceFiles()
    let loaded = loadTrust("t", from: files(mistake), into: &sources)
    #expect(loaded.diagnostics.map(\.id.description).sorted() == mistake.expected.sorted())
    // Without it nothing is wrong.
    #expect(loadTrust("t", from: files(nil), into: &sources).diagnostics.map(\.message) == [])
  }

  @Test func `names that the file with mistakes does not hold are reported all the same`() {
    var wrong = files(Mistake("", "trust", "schools:", "scools:", []))
    wrong.files["t/readings/2016-17.csv"] = Array(
      "kpi,scope,period,value\nstaffing,oakham,2016/17,70%\n".utf8
    )
    var sources = SourceFiles()
    let loaded = loadTrust("t", from: wrong, into: &sources)
    #expect(loaded.diagnostics.map(\.id) == ["unknown-key", "not-checked", "unknown-school"])
    #expect(loaded.diagnostics[1].message.hasPrefix("3 names were not checked"))
  }

  @Test(arguments: [
    ("trust", "Just words.\nAnd more.\n"), ("trust", ""), ("plan", "Just words.\nAnd more.\n"),
    ("plan", ""), ("plan", "- a\n- b\n"), ("plan", "PK\u{3}\u{4}\u{0}"),
    ("trust", "PK\u{3}\u{4}\u{0}"),
  ])
  func `a file that holds nothing of what is expected is one mistake`(file: String, text: String) {
    var all = files(nil)
    all.files[file == "trust" ? "t/trust.yaml" : "t/plans/plan.yaml"] = Array(text.utf8)
    var sources = SourceFiles()
    let loaded = loadTrust("t", from: all, into: &sources)
    #expect(loaded.diagnostics.count == 1, "\(loaded.diagnostics.map(\.id))")
  }
}
