import PlanFiles
import PlanModel
import SourceText
import Testing

@Suite struct KPIMistakeTests {
  /// The plan with lines of its own for the first KPI; the text in which its mistake begins.
  private func mistake(_ lines: String, _ options: LoadOptions = LoadOptions()) throws -> String? {
    var sources = SourceFiles()
    let text = """
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
      \(lines.split(separator: "\n").map { "            \($0)" }.joined(separator: "\n"))
                again:
                  title: The same
                  same-as: staffing
                  target: at least 10
                other:
                  title: Another
                  target: below 75

      """
    let files = TinyTrust.files(plan: text)
    let loaded = loadTrust("t", from: files, into: &sources, options)
    let kpis = try #require(loaded.record.plans.first?.strategies[0].priorities[0].kpis)
    #expect(kpis[1].mistake == kpis[0].mistake)
    #expect(kpis[2].mistake == nil)
    guard let place = kpis[0].mistake else { return nil }
    return String(decoding: Array(text.utf8)[place.range.indices], as: UTF8.self)
  }

  @Test(arguments: [
    ("title: A\ntarget: at leest 70%", "at leest"),
    ("title: A\nunit: \"%\"\ntarget: at least 5\ntargets: {2017/18: at leest 70}", "at leest"),
    ("title: A\ntarget: at least 5\namber: within 2%", "2%"),
    ("title: A\ntarget: at least 5\noverrides: {ketton: at leest 5}", "at leest"),
    ("title: A\ntarget: at least 5\noverrides: {kettn: at least 5}", "kettn"),
    (
      "title: A\ntarget: at least 5\nstrands: {x: X, y: {title: Y, target: at leest 9}}", "at leest"
    ),
    ("title: A\ntarget: at least 5\napplies-to: {chruch: yes}", "chruch"),
    ("title: A\ntarget: at least 5\nfor: some schools", "some schools"),
    ("title: A\ntarget: at least 5\nvalid: {from: 2016/18}", "2016/18"),
    ("title: A\ntarget: at least 5\nscale: oftsed-grade", "oftsed-grade"),
    ("title: A\ntraget: at least 5", "traget"),
    ("title: A\ntarget: at least 5\ntarget: at least 6", "target"),
  ])
  func `a mistake in what is judged is noted on its KPI`(lines: String, start: String) throws {
    let found = try #require(try mistake(lines))
    #expect(found.hasPrefix(start) || start.hasPrefix(found), "\(found)")
  }

  @Test(arguments: [
    "title: A\ntarget: at least 5", "target: at least 5",
    "title: A\ntarget: at least 5\nowner: [CF0]",
    "title: A\ntarget: at least 5\nyears: {2015/17: {impact: None.}}",
    "title: A\ntarget: at least 5\nactions: [{id: a, acton: Do it}]",
    "title: A\ntarget: at least 5\nby: the end of the project",
  ])
  func `a mistake in what no verdict rests on is not`(lines: String) throws {
    #expect(try mistake(lines) == nil)
  }

  @Test func `a plan read for its verdicts alone has the same mistakes`() throws {
    var options = LoadOptions()
    options.loadsWork = false
    options.loadsEntities = false
    options.checksReadings = false
    #expect(try mistake("title: A\ntarget: at leest 70%", options) != nil)
  }
}
