public import Documents
import PlanEvaluation
import PlanModel
import SourceText

/// What the tests of thresholds gave: each failure with its place and proof, and what no test tries.
///
/// - Parameters:
///   - subject: What the tests gave.
///   - listsUntested: Whether each band that no test reaches is named.
/// - Returns: The page.
public func testReport(_ subject: TestSubject, listsUntested: Bool) -> Document {
  var page = Document()
  var lines = SourceLines(subject.files)
  for file in subject.byFile {
    for result in file.results where !result.result.isAsExpected {
      page.append(contentsOf: findingsReport([result.problem], in: subject.files))
      for (index, line) in result.why.enumerated() {
        let at = line.place.flatMap { lines.line(of: $0) }.map { " (\($0.file):\($0.line))" } ?? ""
        page.append(
          .verbatim(Line("   \(index == 0 ? "why: " : "     ") " + line.sentence + at))
        )
      }
      page.append(.gap)
    }
  }
  let counts = subject.counts
  page.append(.paragraph(Line(summary(counts.all, counts.failed))))
  for run in subject.runs { page.append(contentsOf: coverage(run, listsUntested)) }
  return page
}

private func summary(_ all: Int, _ failed: Int) -> String {
  let expectations = counted(all, "expectation")
  if all == 0 { return "There are no expectations." }
  if failed == 0 { return "\(expectations), all as expected." }
  return "\(expectations), \(failed) not as expected."
}

private func coverage(_ run: TestRun, _ listsUntested: Bool) -> Document {
  let all = run.targets.reduce(0) { $0 + $1.bands.count }
  let missing = run.targets.reduce(0) { $0 + $1.missing.count }
  let name = "\(run.trust.name), \(run.plan.title)"
  if missing == 0 {
    return Document([.paragraph(Line("\(name): a test reaches every band of every target."))])
  }
  let hint = listsUntested ? ":" : "; `rlt test --coverage` lists them."
  var page = Document([
    .paragraph(Line("\(name): no test reaches \(missing) of \(counted(all, "band"))\(hint)"))
  ])
  guard listsUntested else { return page }
  let rows = run.targets.filter { !$0.missing.isEmpty }.map { target in
    let kpi = run.plan[target.path]
    let marks = target.missing.map { Cell.mark($0.mark) }
    return Row([
      .text(kpi.id), .text(target.target.text), .text(target.particulars(in: run.trust)),
      .list(marks),
    ])
  }
  let columns = [
    Column("KPI", narrowest: 12), Column("Target", narrowest: 16),
    Column("Of", narrowest: 8, leavesOut: 1), Column("No test reaches"),
  ]
  page.append(.gap)
  page.append(.table(Table(columns: columns, rows: rows)))
  return page
}

extension TestedTarget {
  /// What tells the target from others of its KPI: the year, the school, the strand.
  func particulars(in trust: Trust) -> String {
    if let school { return trust.name(of: .school(school)) }
    if let strand { return strand }
    return year.map { "from \($0)" } ?? ""
  }
}

extension Band {
  /// The band as it stands on a page.
  fileprivate var mark: Mark {
    switch self {
    case .green: Mark("G", "green", .green)
    case .amber: Mark("A", "amber", .amber)
    case .red: Mark("R", "red", .red)
    }
  }
}
