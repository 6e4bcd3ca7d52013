import PlanFiles
import PlanModel
import SourceText
import Testing

/// The problems of a plan with one KPI, as rule and line of the KPI, on 31 March 2017.
private func problems(_ kpi: String, trust: String = TinyTrust.trust) -> [String] {
  let head = """
    plan: plan
    title: The plan
    years: 2015/16 to 2018/19
    strategies:
      first:
        title: First
        priorities:
          money:
            title: Money
            kpis:
              staffing:

    """
  let lines = kpi.split(separator: "\n").map { "            \($0)\n" }.joined()
  var options = LoadOptions()
  options.today = Day("2017-03-31")
  var sources = SourceFiles()
  let files = TinyTrust.files(trust: trust, plan: head + lines)
  return loadTrust("t", from: files, into: &sources, options).diagnostics.map { found in
    "\(found.id) \(sources[found.place.file].line(at: Int(found.place.range.lower)) - 11)"
  }
}

@Suite struct PlanCheckTests {
  @Test(arguments: [
    ("at least 97%", "at least 79%", true), ("at least 97%", "at least 98%", false),
    ("below 75%", "at most 75%", false), ("below 75%", "below 84%", true),
    ("between 20% and 25%", "between 19% and 26%", true),
    ("between 20% and 25%", "between 21% and 24%", false),
    ("between 20% and 25%", "between 21% and 26%", false),
    ("between 20% and 25%", "at least 20%", true), ("at least 20%", "between 20% and 25%", false),
    ("exactly 100%", "at least 98%", true), ("at least 97%", "below 98%", false),
  ])
  func `a path of figures and ranges does not turn back`(
    first: String,
    second: String,
    turns: Bool
  ) {
    let kpi = "title: K\nunit: \"% of income\"\ntargets:\n  2015/16: \(first)\n  2016/17: \(second)"
    #expect(problems(kpi) == (turns ? ["path-out-of-order 5"] : []))
  }

  @Test(arguments: [
    ("Outstanding", "at least Good", true), ("at least Good", "Outstanding", false),
    ("at least Good", "at least Poor", true), ("Good or Outstanding", "at least Good", false),
  ])
  func `a path of grades does not turn back`(first: String, second: String, turns: Bool) {
    let kpi = "title: K\nscale: ofsted-grade\ntargets:\n  2015/16: \(first)\n  2016/17: \(second)"
    #expect(problems(kpi) == (turns ? ["path-out-of-order 5"] : []))
  }

  @Test(arguments: [
    ("valid: {from: 2017/18, to: 2016/17}", ["impossible-date 2"]),
    ("valid: {from: 2016/17, to: 2016/17}", []), ("amber: up to 76", ["amber-alone 2"]),
    ("amber: up to 76\ntarget: below 75", []),
    ("amber: up to 76\ntargte: below 75", ["unknown-key 3"]),
    ("note: null", ["null-text 2"]), ("note: ~", ["null-text 2"]), ("note: \"null\"", []),
    ("note: nullify", []), ("note: |\n  null", []),
    ("owner: [CFO, Null]", ["null-text 2", "unknown-owner 2"]),
    ("actions: [{id: a, action: A, done: 2017-04-01}]", ["future-date 2"]),
    ("actions: [{id: a, action: A, done: 2017-03-31, last-done: 2031-01-01}]", ["future-date 2"]),
  ])
  func `what cannot be meant is told`(line: String, expected: [String]) {
    #expect(problems("title: K\n\(line)").sorted() == expected.sorted())
  }

  @Test func `a school does not leave before it joins`() {
    func trust(_ dates: String) -> String {
      TinyTrust.trust.replacing("ketton: Ketton", with: "ketton: {name: Ketton, \(dates)}")
    }
    let wrong = trust("joined: 2017-09-01, left: 2016-08-31")
    #expect(
      problems("title: K", trust: wrong).map { $0.prefix { $0 != " " } } == ["impossible-date"]
    )
    #expect(problems("title: K", trust: trust("joined: 2015/16, left: 2015-12-31")) == [])
  }

  @Test func `where nobody says what day it is, no day is in the future`() {
    var sources = SourceFiles()
    let plan = TinyTrust.plan.replacing(
      "title: Grade\n",
      with: "title: Grade\n            actions: [{id: a, action: A, done: 2999-01-01}]\n"
    )
    #expect(loadTrust("t", from: TinyTrust.files(plan: plan), into: &sources).diagnostics == [])
  }
}
