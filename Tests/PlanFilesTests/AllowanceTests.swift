import PlanFiles
import PlanModel
import SourceText
import Testing

private let head = "plan: p\ntitle: P\nyears: 2015/16 to 2016/17\nstrategies:\n"
private let until = "until 2017-03-31 -- agreed"

/// The problems of a plan with actions, as rule and line, on a day.
private func problems(_ actions: String, on day: String = "2017-03-31") -> [String] {
  let plan =
    head + "  s:\n    title: S\n    priorities:\n      a:\n        title: A\n        actions:\n"
    + actions
  let files = InMemoryFileSystem(["t/trust.yaml": "trust: t\nname: T\n", "t/plans/p.yaml": plan])
  var options = LoadOptions()
  options.today = Day(day)
  var sources = SourceFiles()
  return loadTrust("t", from: files, into: &sources, options).diagnostics.map { found in
    "\(found.id) \(sources[found.place.file].line(at: Int(found.place.range.lower)) - 9)"
  }
}

@Suite struct AllowanceTests {
  @Test func `an allowance speaks of the next line and of what stands below it`() {
    let action = "          - id: x\n            action: X\n            due: soon\n"
    #expect(problems(action) == ["due-unparsed 4"])
    #expect(problems("          # rlt: allow due-unparsed \(until)\n\n" + action) == [])
    let twice = action + action.replacing("id: x", with: "id: y")
    let first = problems("          # rlt: allow due-unparsed \(until)\n" + twice)
    #expect(first == ["due-unparsed 8"])
  }

  @Test func `an allowance at the end of a line speaks of that line`() {
    let action = "          - id: x\n            action: X\n            due: soon"
    #expect(problems(action + " # rlt: allow due-unparsed \(until)\n") == [])
  }

  @Test func `it holds through its last day, and then says so itself`() {
    let action = "          - id: x\n            action: X\n            due: soon"
    let text = action + " # rlt: allow due-unparsed \(until)\n"
    #expect(problems(text, on: "2017-04-01") == ["due-unparsed 4", "allow-expired 4"])
  }

  @Test func `errors stay, whatever a file allows`() {
    let text = "          - id: X X # rlt: allow bad-id \(until)\n            action: X\n"
    #expect(problems(text) == ["bad-id 2", "allow-syntax 2"])
  }

  @Test func `other comments are left alone`() {
    #expect(problems("          # rlt is a program\n          # allow: 1\n") == [])
  }

  @Test(arguments: [
    "until 31 March 2017 -- agreed", "until 2017-03-31 — agreed by all",
    "until 31st March 2017 – so",
  ])
  func `the day and the dash have several spellings`(words: String) {
    let action = "          - id: x\n            action: X\n            due: soon"
    #expect(problems(action + " # rlt: allow due-unparsed \(words)\n") == [])
  }

  @Test(arguments: [
    "RLT: allow due-unparsed", "rlt allow due-unparsed", "rlt:allow due-unparsed until 2017-03-31",
    "Rlt: ignore due-unparsed", "rlt-disable due-unparsed",
    "rlt: allow due-unparsed until 2017-03-31",
    "rlt: allow due-unparsed until 31/03/2017 -- agreed", "rlt: allow due-unparsed until soon -- x",
    "rlt: allow", "rlt: allow due-unparsed in readings/1.csv until 2017-03-31 -- x",
  ])
  func `what is meant as an allowance and is none says so`(comment: String) {
    let action = "          - id: x\n            action: X\n            due: soon"
    #expect(problems("\(action) # \(comment)\n") == ["due-unparsed 4", "allow-syntax 4"])
  }

  @Test func `an allowance of a rule that is off is looked at all the same`() {
    let kpi = """
              kpis:
                k:
                  title: K
                  target: at least 5
                  frequency: monthly # rlt: allow stale-reading DAY

      """
    func found(_ day: String, on today: String, _ value: String = "") -> [String] {
      let plan =
        head + "  s:\n    title: S\n    priorities:\n      a:\n        title: A\n"
        + kpi.replacing("DAY", with: day)
      let files = InMemoryFileSystem([
        "t/trust.yaml": "trust: t\nname: T\n", "t/plans/p.yaml": plan,
        "t/readings/2015-16.csv": "kpi,scope,period,value\nk,trust,\(value),6\n",
      ])
      var options = LoadOptions()
      options.today = Day(today)
      var sources = SourceFiles()
      return loadTrust("t", from: files, into: &sources, options).diagnostics.map {
        $0.id.description
      }
    }
    let late = "until 2017-08-31 -- agreed"
    #expect(found(late, on: "2017-03-31", "July 2016") == [])
    #expect(found(late, on: "2016-07-31", "July 2016") == ["allow-unused"])
    #expect(found(late, on: "2017-09-01", "July 2016") == ["allow-expired"])
  }

  @Test func `what a file of readings breaks is allowed elsewhere, by its name`() {
    func found(_ comment: String) -> [String] {
      let row = "k,trust,2015/16,105%\n"
      let files = InMemoryFileSystem([
        "t/trust.yaml": "trust: t\nname: T\n# rlt: allow \(comment)\n",
        "t/plans/p.yaml": head
          + "  s: {title: S, priorities: {a: {title: A, kpis: {k: {title: K, unit: \"% of pupils\"}}}}}\n",
        "t/readings/2015-16.csv": "kpi,scope,period,value\n\(row)",
        "t/readings/2016-17.csv": "kpi,scope,period,value\n\(row.replacing("5/16", with: "6/17"))",
      ])
      var options = LoadOptions()
      options.today = Day("2017-03-31")
      var sources = SourceFiles()
      return loadTrust("t", from: files, into: &sources, options).diagnostics.map { found in
        "\(found.id) \(sources[found.place.file].name)"
      }
    }
    let (first, second) = (
      "impossible-value t/readings/2015-16.csv", "impossible-value t/readings/2016-17.csv"
    )
    let own = "allow-unused t/trust.yaml"
    #expect(found("impossible-value \(until)") == [own, first, second])
    #expect(found("impossible-value in readings/2015-16.csv \(until)") == [second])
    #expect(found("impossible-value in 2016-17.csv \(until)") == [first])
    #expect(found("impossible-value in readings \(until)") == [])
    #expect(found("small-cohort in readings \(until)") == [own, first, second])
    let unknown = found("impossible-value in readings/2015-17.csv \(until)")
    #expect(unknown == ["allow-syntax t/trust.yaml", first, second])
  }

  @Test func `the number of allowances is bounded`() {
    let line = "          # rlt: allow due-unparsed until 2018-01-01 -- agreed\n"
    let found = problems(String(repeating: line, count: 5_000))
    #expect(found.count == 201)
    #expect(found.filter { $0.hasPrefix("allow-syntax") }.count == 1)
  }
}
