import Documents
import PlanEvaluation
import PlanFiles
import PlanModel
import SourceText
import Testing

@testable import PlanReports

/// A made-up trust of as many schools and KPIs as a test wants, with long names and many movements.
private struct WideTrust {
  let record: TrustRecord
  let files: SourceFiles

  init(schools: Int, kpis: Int) {
    let names = [
      "Oak", "St Bartholomew and All Angels Church of England Primary School", "Holy Trinity CE",
      "Northfield Community Primary School and Nursery",
    ]
    let trust =
      "trust: oak\nname: Oak Schools\nschools:\n"
      + (0..<schools).map { "  s\($0): {name: \(names[$0 % names.count]) \($0)}\n" }.joined()
      + "roles: {head: Head, cfo: CFO, lead: Standards Lead}\n"
    let plan = """
      plan: plan
      title: The plan
      years: 2015/16 to 2017/18
      strategies:
        first:
          title: First
          priorities:
            main:
              title: Main
              kpis:

      """
    let body = (0..<kpis).map { number in
      """
                \("k\(number)"):
                  title: Pupils who reach standard number \(number)
                  unit: "% of pupils"
                  target: at least 70%
                  amber: at least 65%
                  strands: {boys: Boys, girls: Girls}
                  actions:
                    - {id: act\(number), action: Do \(number), owner: \(["head", "cfo", "lead"][number % 3]), due: 2016-12-01}

      """
    }.joined()
    var rows = "kpi,strand,scope,period,value,recorded\n"
    for kpi in 0..<kpis {
      for school in 0..<schools {
        for (index, strand) in ["boys", "girls"].enumerated() {
          let before = (kpi * 7 + school * 13 + index * 29) % 60 + 40
          let now = (kpi * 11 + school * 17 + index * 23) % 30 + 40
          rows += "k\(kpi),\(strand),s\(school),2014/15,\(before)%,2015-09-01\n"
          rows += "k\(kpi),\(strand),s\(school),2015/16,\(now)%,2016-09-01\n"
        }
      }
    }
    let disk = TextFiles(files: [
      "oak/trust.yaml": trust, "oak/plans/plan.yaml": plan + body, "oak/readings/all.csv": rows,
    ])
    var files = SourceFiles()
    let loaded = loadTrust("oak", from: disk, into: &files)
    record = loaded.record
    self.files = files
  }

  func screen() throws -> (text: String, summary: PlanSummary) {
    let day = try #require(Day("2017-03-31"))
    let plan = try #require(record.plans.first)
    let now = EvaluationRequest(asOf: day)
    let subject = ReportSubject(
      trust: record.trust,
      plan: plan,
      evaluation: evaluate(record, plan: plan, now),
      files: files,
      record: record
    )
    let then = EvaluationRequest(asOf: day.adding(years: -1))
    let before = evaluate(record, plan: plan, then)
    let moves = Moves(from: before, since: then.asOf, isUsual: true, to: subject)
    let summary = PlanSummary(subject, moves)
    return (drawn(summaryReport(summary, isScreen: true).document, width: 80), summary)
  }
}

@Suite struct SummaryScreenTests {
  @Test(arguments: [(1, 3), (4, 3), (4, 12), (14, 7), (60, 30), (600, 7)])
  func `however many schools and KPIs there are, it is one screen`(
    size: (schools: Int, kpis: Int)
  ) throws {
    let (text, summary) = try WideTrust(schools: size.schools, kpis: size.kpis).screen()
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
    #expect(lines <= 40, "\(text)")
    #expect(summary.red.count > size.kpis)
    // What there was no room for is counted, with the command that shows it.
    let titles = Set(summary.red.map { summary.subject.title($0.furthest) })
    #expect(titles.count == size.kpis)
    let red = text.split(separator: "\nRed")[1].split(separator: "\nSince")[0]
    let shown = titles.count { title in red.contains("\(title),") || red.contains("\(title)\n") }
    let more = "\(size.kpis - shown) more: rlt kpi status --status red --trust oak"
    #expect(shown == size.kpis || red.contains(more), "\(text)")
    #expect(shown >= min(size.kpis, 3), "\(text)")
  }

  @Test func `each red KPI is told once, and all of its parts on a page`() throws {
    let (text, summary) = try WideTrust(schools: 4, kpis: 3).screen()
    for number in 0..<3 {
      let title = "R Pupils who reach standard number \(number),"
      #expect(text.split(separator: "\nSince")[0].split(separator: title).count == 2, "\(text)")
    }
    let page = drawn(summaryReport(summary).document, width: 200)
    for miss in summary.red {
      let subject = summary.subject
      let words = "\(subject.title(miss.furthest)), \(subject.strandTitle(miss.furthest)), target"
      #expect(page.contains(words), "\(words)")
    }
  }
}
