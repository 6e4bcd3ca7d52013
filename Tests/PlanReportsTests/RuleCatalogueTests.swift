import FoundationEssentials
import PlanFiles
import PlanReports
import SourceText
import TestSupport
import Testing

@testable import PlanSyntax

private let pages = ruleAreas.flatMap(\.rules)

/// The rules of the way a file is written.
private let syntaxRules = Set(ProblemCode.allCases.map(\.id))

/// Rules whose examples cannot be shown as text.
private let untypable: Set<String> = ["utf8", "utf16", "too-large"]

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

  @Test(arguments: syntaxRules.subtracting(untypable).sorted())
  func `the examples of a rule of writing are what they say`(id: String) throws {
    let page = try #require(rulePage(id))
    let found = problems(page.bad + "\n")
    #expect(found.contains { $0.id == page.id }, "\(found.map(\.id))")
    #expect(found.contains { $0.id == page.id && $0.severity == page.severity })
    #expect(problems(page.good + "\n").map(\.id.description) == [])
  }

  @Test func `the page of all rules is up to date`() {
    var text = """
      # Every message

      What `rlt validate` can find, rule by rule. `rlt help RULE` shows the same on the terminal. This
      page is made by a test from the catalogue in `Sources/PlanReports/Rules` and the gallery in
      `Tests/PlanFilesTests/Gallery`: change those, then `RLT_RECORD=1 swift test --filter RuleCatalogue`.


      """
    for area in ruleAreas {
      text += "## \(area.title)\n\n"
      for page in area.rules { text += section(page) }
    }
    expectGolden(text.dropLast(1) + "", at: "docs/errors.md")
  }

  private func section(_ page: RulePage) -> String {
    var text = "### \(page.id)\n\n"
    let title = page.title.prefix(1).uppercased() + page.title.dropFirst()
    let off = page.isOptional ? ", off unless selected" : ""
    text += "*\(page.severity.rawValue)\(off)* · \(title). \(page.meaning)\n\n"
    text += "Not so:\n\n" + block(page.bad) + "But so:\n\n" + block(page.good)
    let path = "\(repositoryPath)/Tests/PlanFilesTests/Gallery/\(page.id)/expected.txt"
    var shown = ""
    if let data = FileManager.default.contents(atPath: path) {
      shown = String(decoding: data, as: UTF8.self)
    } else if syntaxRules.contains(page.id.description), !untypable.contains(page.id.description) {
      var files = SourceFiles()
      let bytes = Array((page.bad + "\n").utf8)
      _ = files.add(SourceFile(name: "plan.yaml", bytes: bytes))
      shown = drawn(findingsReport(problems(page.bad + "\n"), in: files), width: 100)
    }
    if !shown.isEmpty { text += "What is shown:\n\n" + block(shown) }
    return text
  }

  private func block(_ text: String) -> String {
    let ends = text.hasSuffix("\n") ? String(text.dropLast()) : text
    let lines = ends.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.utf8.count > 200 ? String(line.prefix(60)) + " …" : String(line)
    }
    return "```\n" + safeLines(lines) + "\n```\n\n"
  }

  private func safeLines(_ lines: [String]) -> String {
    lines.map { line in
      line.unicodeScalars.map { scalar in
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E: "\\u{\(String(scalar.value, radix: 16))}"
        default: String(Character(scalar))
        }
      }.joined()
    }.joined(separator: "\n")
  }
}
