import FoundationEssentials
import PlanEvaluation
import PlanFiles
import PlanModel
import PlanReports
import SourceText
import TestSupport
import Testing

@testable import PlanSyntax

private let pages = ruleAreas.flatMap(\.rules)

/// The rules of the way a file is written.
private let syntaxRules = Set(ProblemCode.allCases.map(\.id))

/// Rules whose examples cannot be shown as text: files that break them.
private let untypable: [String: [UInt8]] = [
  "utf8": Array("title: Children".utf8) + [0x92] + Array("s reading\n".utf8),
  "utf16": [0xFF, 0xFE] + "title: Reading\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
  "not-text": [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00, 0x08, 0x00],
]

private func problems(_ text: String) -> [Diagnostic] {
  parsePlanText(SourceFile(name: "plan.yaml", bytes: Array(text.utf8)), id: FileID(0)).diagnostics
}

@Suite struct RuleCatalogueTests {
  @Test func `every rule has one page, and every page a rule`() {
    let named = pages.map(\.id.description)
    let rules = syntaxRules.union(PlanRule.allCases.map(\.rawValue)).union(["test-failed"])
    #expect(Set(named).count == named.count)
    #expect(rules.subtracting(named).sorted() == [])
    #expect(Set(named).subtracting(rules).sorted() == [])
  }

  @Test(arguments: pages.map(\.id.description))
  func `a page says what is wrong, why it matters and what to write`(id: String) throws {
    let page = try #require(rulePage(id))
    #expect(page.title.utf8.last != UInt8(ascii: "."))
    #expect(page.title.utf8.count <= 70)
    #expect(page.meaning.utf8.last == UInt8(ascii: "."))
    #expect(page.bad != page.good)
    if let rule = PlanRule(rawValue: id) {
      #expect(page.severity == rule.severity)
      #expect(page.isOptional == rule.isOptional)
    }
  }

  @Test(arguments: syntaxRules.subtracting(untypable.keys).subtracting(["file-too-large"]).sorted())
  func `the examples of a rule of writing are what they say`(id: String) throws {
    let page = try #require(rulePage(id))
    let found = problems(page.bad + "\n")
    #expect(found.contains { $0.id == page.id }, "\(found.map(\.id))")
    #expect(found.contains { $0.id == page.id && $0.severity == page.severity })
    #expect(problems(page.good + "\n").map(\.id.description) == [])
  }

  @Test func `the page of all rules is up to date`() throws {
    var text = """
      # Every message

      What `rlt validate` can find, rule by rule, and what is shown then. `rlt help RULE` tells the same on
      the terminal, without the screen. This page is made by a test from the catalogue in
      `Sources/PlanReports/Rules` and the gallery in `Tests/PlanFilesTests/Gallery`: change those, then
      `RLT_RECORD=1 swift test --filter RuleCatalogue`.


      """
    for area in ruleAreas {
      text += "## \(area.title)\n\n"
      for page in area.rules { text += try section(page) }
    }
    expectGolden(text.dropLast(1) + "", at: "docs/errors.md")
  }

  private func section(_ page: RulePage) throws -> String {
    var text = "### \(page.id)\n\n"
    let title = page.title.prefix(1).uppercased() + page.title.dropFirst()
    let off = page.isOptional ? ", off unless selected" : ""
    text += "*\(page.severity.rawValue)\(off)* · \(title). \(page.meaning)\n\n"
    text += "Not so:\n\n" + block(page.bad) + "But so:\n\n" + block(page.good)
    let shown = try screen(page)
    #expect(!shown.isEmpty, "nothing shows \(page.id)")
    return text + "What is shown:\n\n" + drawing(shown)
  }

  /// A screen, which is safe already; only lines that nobody reads to their end are cut.
  private func drawing(_ screen: String) -> String {
    let ends = screen.hasSuffix("\n") ? String(screen.dropLast()) : screen
    let lines = ends.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.unicodeScalars.count > 400
        ? String(line.unicodeScalars.prefix(100)) + " …" : String(line)
    }
    return "```\n" + lines.joined(separator: "\n") + "\n```\n\n"
  }

  /// What a person sees of a rule: all that is said of a file that breaks it.
  private func screen(_ page: RulePage) throws -> String {
    let id = page.id.description
    if id == "test-failed" { return try failedTest() }
    if PlanRule(rawValue: id) == nil {
      let bytes = untypable[id] ?? Array((page.bad + "\n").utf8)
      var files = SourceFiles()
      _ = files.add(SourceFile(name: "plan.yaml", bytes: bytes))
      let found = parsePlanText(files[FileID(0)], id: FileID(0)).diagnostics
      return drawn(findingsReport(found, in: files), width: 100)
    }
    var files = SourceFiles()
    var options = LoadOptions()
    options.today = Day("2017-03-31")
    options.shownRelativeTo = "t"
    if page.isOptional { options.optionalRules = Set([PlanRule(rawValue: id)].compactMap { $0 }) }
    let loaded = loadTrust("t", from: try Gallery(id), into: &files, options)
    return drawn(findingsReport(inFileOrder(loaded.diagnostics), in: files), width: 100)
  }

  private func failedTest() throws -> String {
    let tests = """
      tests:
        boundary:
          kpi: staffing
          school: ketton
          period: 2015/16
          values:
            75%: met

      """
    var files = SourceFiles()
    let loaded = loadTrust("t", from: try Gallery("_base"), into: &files)
    let file = SourceFile(name: "tests/thresholds.yaml", bytes: Array(tests.utf8))
    let id = files.add(file)
    let record = loaded.record
    let cases = loadTests(file, id: id, of: record.trust, record.plans).cases
    let run = TestRun(cases, of: record.trust, record.plans[0])
    return drawn(
      testReport(TestSubject(runs: [run], tested: [id], files: files), listsUntested: false),
      width: 100
    )
  }

  private func block(_ text: String) -> String {
    let ends = text.hasSuffix("\n") ? String(text.dropLast()) : text
    return "```\n" + exampleLines(ends).joined(separator: "\n") + "\n```\n\n"
  }
}
