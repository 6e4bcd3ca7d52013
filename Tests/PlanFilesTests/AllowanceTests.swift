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

  @Test func `the number of allowances is bounded`() {
    let line = "          # rlt: allow due-unparsed until 2018-01-01 -- agreed\n"
    let found = problems(String(repeating: line, count: 5_000))
    #expect(found.count == 201)
    #expect(found.filter { $0.hasPrefix("allow-syntax") }.count == 1)
  }
}
