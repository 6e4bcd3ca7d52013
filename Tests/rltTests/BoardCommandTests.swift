import TestSupport
import Testing

@testable import rlt

private func words(_ line: String) -> [String] { line.split(separator: " ").map(String.init) }

@Suite struct BoardCommandTests {
  @Test(arguments: ["text", "markdown", "html", "json", "csv"])
  func `the pack in each form is the same on every run`(form: String) {
    let line = words("report board --format \(form)")
    let run = ProgramRun(line, in: "work", terminal: Terminal(width: 80))
    expectScreen(unstyled(run.output), "board/pack.\(form == "text" ? "txt" : form)")
    #expect(run.status == .success)
    #expect(run == ProgramRun(line, in: "work", terminal: Terminal(width: 80)))
  }

  @Test func `the pack of the plans that ship with the project`() {
    let line = words("report board --trust owls --as-of 2018-03-31 --format markdown")
    expectScreen(ProgramRun(line, in: "../../..").output, "board/owls.markdown")
  }

  @Test(arguments: [
    ("for", ["report", "board", "--for", "the governors", "--priority", "reading"], "work"),
    ("school", words("report board --school alder"), ""),
    ("ended", words("report board --as-of 2020-01-01 --since 2017-01-01"), ""),
    ("nothing", words("report board --priority none"), ""),
  ])
  func `a pack of a part`(name: String, line: [String], folder: String) {
    let run = ProgramRun(line, in: folder, terminal: Terminal(width: 80))
    expectScreen(run.transcript, "board/\(name).txt")
  }

  @Test(arguments: [
    "rutland", "owls", "learning-together", "teaching-school-alliance",
    "rutland --plan strategy-2018-2022",
  ])
  func `every link of a pack leads to a place on its page`(plan: String) {
    let line = words("report board --trust \(plan) --as-of 2018-03-31 --format html")
    let page = ProgramRun(line, in: "../../..").output
    let places = Set(values(of: "id", in: page))
    let links = values(of: "href", in: page).filter { $0.hasPrefix("#") }
    #expect(links.count > 5)
    for link in links { #expect(places.contains(String(link.dropFirst())), "\(link)") }
  }

  @Test func `a KPI that repeats another is one line that says where the other stands`() {
    let page = ProgramRun(
      words("report board --trust rutland --as-of 2017-03-31 --format markdown"),
      in: "../../.."
    ).output
    let rows = page.split(separator: "\n").filter { $0.contains("(=)") && $0.contains("as under") }
    #expect(rows.count == 2, "\(rows)")
    #expect(rows.allSatisfy { $0.contains("](#rutland.priority.") })
    // Its parts are not told again: once in the matrix, once for the trust and each of three schools.
    #expect(page.split(separator: "KS2 reading, writing and GPaS").count - 1 == 5)
  }

  @Test func `help of the pack`() {
    expectScreen(ProgramRun(words("report board --help")).transcript, "help-report-board.txt")
  }
}
