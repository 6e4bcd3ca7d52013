import Documents
import PlanReports
import TestSupport
import Testing

/// The page as it is drawn, for golden files.
func drawn(
  _ document: Document,
  width: Int,
  color: Bool = false,
  ascii: Bool = false
) -> String {
  let renderer = TerminalRenderer(width: width, usesColor: color, isASCII: ascii)
  return String(decoding: renderer.render(document), as: UTF8.self)
}

/// Compares with a golden file of this target.
func expectPage(
  _ text: String,
  _ name: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  expectGolden(text, at: "Tests/PlanReportsTests/Golden/\(name)", sourceLocation: sourceLocation)
}

@Suite struct StatusReportTests {
  let demo = DemoTrust()

  @Test(arguments: [60, 80, 120])
  func `the page of a school`(width: Int) {
    let text = drawn(statusReport(demo.subject(["alder"])), width: width)
    expectPage(text, "status-alder-\(width).txt")
    #expect(longest(text) <= width)
  }

  @Test(arguments: [60, 80, 120])
  func `the page of a trust`(width: Int) {
    let text = drawn(statusReport(demo.subject()), width: width)
    expectPage(text, "status-trust-\(width).txt")
    #expect(longest(text) <= width)
  }

  @Test func `colour only decorates`() {
    let page = statusReport(demo.subject(["alder"]))
    let coloured = drawn(page, width: 80, color: true)
    expectPage(coloured, "status-alder-80-colour.txt")
    #expect(withoutColour(coloured) == drawn(page, width: 80))
  }

  @Test func `a terminal without UTF-8 gets ASCII`() {
    let text = drawn(statusReport(demo.subject(["alder"])), width: 80, ascii: true)
    expectPage(text, "status-alder-80-ascii.txt")
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func `a plan that has ended shows its final position`() {
    let text = drawn(statusReport(demo.subject(["alder"], on: "2020-01-01")), width: 100)
    expectPage(text, "status-alder-ended.txt")
  }

  @Test(arguments: ["red", "missed", "no-reading"])
  func `a page can be confined to a status`(status: String) {
    let text = drawn(statusReport(demo.subject(["alder"], statuses: [status])), width: 100)
    expectPage(text, "status-alder-only-\(status).txt")
  }

  @Test func `JSON holds every verdict with its proof`() {
    let text = String(decoding: statusJSON([demo.subject()]), as: UTF8.self)
    expectPage(text, "status-trust.json")
  }
}

/// The width of the widest line.
func longest(_ text: String) -> Int {
  text.split(separator: "\n").map { displayWidth(String($0)) }.max() ?? 0
}

/// Text without its colour codes.
func withoutColour(_ text: String) -> String {
  var result = ""
  var isCode = false
  for scalar in text.unicodeScalars {
    if scalar == "\u{1B}" {
      isCode = true
    } else if isCode {
      if scalar == "m" { isCode = false }
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}
