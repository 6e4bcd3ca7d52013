import Documents
import PlanEvaluation
import PlanModel
import PlanReports
import TestSupport
import Testing

/// A report on the made-up trust in every form.
private struct Reported {
  let name: String
  let part: ReportPart
  let rows: Table
  let json: [UInt8]
}

extension DemoTrust {
  /// What moved since a year before the day of a subject.
  fileprivate func moves(to subject: ReportSubject, of schools: [String]) -> Moves {
    let since = subject.evaluation.asOf.adding(years: -1)
    var request = EvaluationRequest(asOf: since)
    request.schools = schools
    let before = evaluate(record, plan: plan, request)
    return Moves(from: before, since: since, isUsual: true, to: subject)
  }

  fileprivate func reported(_ name: String, on day: String = "2017-03-31") -> Reported {
    switch name {
    case "summary":
      let subject = subject(on: day)
      let summary = PlanSummary(subject, moves(to: subject, of: []))
      return Reported(
        name: name,
        part: summaryReport(summary),
        rows: summaryRows([summary]),
        json: summaryJSON([summary])
      )
    case "matrix":
      let subject = subject(on: day)
      return Reported(
        name: name,
        part: matrixReport(subject),
        rows: verdictRows([subject]),
        json: matrixJSON([subject])
      )
    default:
      let subject = subject(["alder"], on: day)
      let page = SchoolPage(subject, record.trust.schools[0], moves(to: subject, of: ["alder"]))
      return Reported(
        name: name,
        part: schoolReport(page),
        rows: verdictRows([subject]),
        json: schoolJSON([page])
      )
    }
  }
}

@Suite struct ReportPagesTests {
  static let names = ["summary", "matrix", "school"]

  @Test(arguments: names, [40, 80, 120])
  func `a report at every width`(name: String, width: Int) {
    let text = drawn(DemoTrust().reported(name).part.document, width: width)
    expectPage(text, "report/\(name)-\(width).txt")
    #expect(longest(text) <= width)
  }

  @Test(arguments: names)
  func `a report in every form`(name: String) {
    let report = DemoTrust().reported(name)
    let page = reportPage("Report", [report.part])
    let forms = [
      ("html", HTMLRenderer().render(page)), ("md", MarkdownRenderer().render(page)),
      ("csv", CSVRenderer().render(report.rows)), ("json", report.json),
    ]
    for (ending, bytes) in forms {
      expectPage(withoutStyle(String(decoding: bytes, as: UTF8.self)), "report/\(name).\(ending)")
    }
  }

  @Test(arguments: names)
  func `the same question gives the same bytes`(name: String) {
    func bytes() -> [[UInt8]] {
      let report = DemoTrust().reported(name)
      let page = reportPage("Report", [report.part, report.part])
      return [
        HTMLRenderer().render(page), MarkdownRenderer().render(page),
        CSVRenderer().render(report.rows), report.json,
        TerminalRenderer(width: 80, usesColor: true).render(report.part.document),
      ]
    }
    #expect(bytes() == bytes())
  }

  @Test(arguments: names)
  func `colour only decorates, and ASCII will do`(name: String) {
    let document = DemoTrust().reported(name).part.document
    let plain = drawn(document, width: 80)
    let coloured = drawn(document, width: 80, color: true)
    #expect(withoutColour(coloured) == plain && coloured != plain)
    #expect(drawn(document, width: 80, ascii: true).utf8.allSatisfy { $0 < 0x80 })
  }

  @Test(arguments: names)
  func `headings come in order, and each part has its place`(name: String) {
    let part = DemoTrust().reported(name).part
    let page = reportPage("Report", [part, part])
    var last = 0
    for case .heading(_, let level, _) in page.document.blocks {
      #expect(level <= last + 1)
      last = level
    }
    #expect(page.navigation.map(\.target) == ["#\(part.anchor)", "#\(part.anchor)"])
    #expect(page.foot == "As of 31 March 2017. Made by rlt.")
  }

  @Test func `every verdict is one row`() {
    let subject = DemoTrust().subject()
    let parts = subject.verdicts.flatMap { verdict in
      verdict.parts.filter { $0.strand != nil && $0.scope == verdict.scope }
    }
    let table = verdictRows([subject])
    #expect(table.rows.count == subject.verdicts.count + parts.count)
    for row in table.rows {
      guard case .cells(let cells) = row.kind else { continue }
      #expect(cells.count == table.columns.count)
    }
  }
}
