import PlanEvaluation
import PlanFiles
import PlanModel
import PlanReports
import SourceText

/// A made-up trust in which one of everything changes between the two days of a test.
struct ChangingTrust {
  let record: TrustRecord
  let files: SourceFiles
  let findings: [Diagnostic]
  var plan: Plan { record.plans[0] }

  /// Loads the trust.
  ///
  /// - Parameter changes: What stands in place of what, in any of its files.
  init(_ changes: [(old: String, new: String)] = []) {
    func text(_ text: String) -> String {
      var text = text
      for change in changes {
        text = text.split(separator: change.old, omittingEmptySubsequences: false)
          .joined(separator: change.new)
      }
      return text
    }
    let disk = TextFiles(files: [
      "oak/trust.yaml": text(Self.trust), "oak/plans/plan.yaml": text(Self.plan),
      "oak/readings/all.csv": text(Self.readings),
    ])
    var files = SourceFiles()
    let loaded = loadTrust("oak", from: disk, into: &files)
    record = loaded.record
    findings = loaded.diagnostics
    self.files = files
  }

  func evaluation(on day: String) -> Evaluation {
    evaluate(record, plan: plan, EvaluationRequest(asOf: Day(day) ?? Day(number: 0)))
  }

  /// The subject of a report on a day, for all schools or some.
  func subject(on day: String, _ schools: [String] = []) -> ReportSubject {
    var request = EvaluationRequest(asOf: Day(day) ?? Day(number: 0))
    request.schools = schools
    return ReportSubject(
      trust: record.trust,
      plan: plan,
      evaluation: evaluate(record, plan: plan, request),
      asked: record.trust.schools.filter { schools.contains($0.id) },
      files: files,
      record: record,
      on: Day(day)
    )
  }

  static let trust = """
    trust: oak
    name: Oak Schools
    current-plan: plan
    schools:
      alder: Alder
      beech: Beech
      cedar: {name: Cedar, joined: 2017-01-10}
      dogwood: {name: Dogwood, left: 2017-02-01}
    roles:
      cfo: Finance lead
      head: Head of Alder
    comparators:
      national: national average
    """

  static let plan = """
    plan: plan
    title: The plan
    years: 2015/16 to 2017/18
    strategies:
      first:
        title: First
        priorities:
          people:
            title: People
            kpis:
              att:
                title: Attendance
                unit: "% attendance"
                target: at least 96%
                amber: at least 95%
                owner: head
              staff:
                title: Staff costs
                unit: "% of income"
                level: trust
                targets:
                  2015/16: below 80%
                  2016/17: below 75%
                owner: cfo
              staff-again:
                title: Staff costs in the budget
                unit: "% of income"
                level: trust
                target: below 75%
                same-as: staff
              survey:
                title: Parents agree
                unit: "% of parents"
                strands: {safe: My child is safe, happy: My child is happy}
                target: at least 90%
              clubs:
                title: Clubs
                unit: clubs
                level: trust
                target: at least 3
                frequency: termly
                owner: head
              visits:
                title: Visits
                unit: visits
                level: trust
                target: at least 2
                frequency: termly
                valid: {from: 2016-11-01}
              score:
                title: Expected standard
                unit: "% of pupils"
                target: at least 66%
                by: 2017-02-28
              old:
                title: The old measure
                level: trust
                target: yes
                valid: {to: February 2017}
              depth:
                title: Greater depth
                unit: "% of pupils"
                level: trust
                target: above 98%
            years:
              2016/17:
                actions:
                  - {id: ask, action: Ask parents, owner: head, due: 2017-03-02, status: open}
                  - {id: buy, action: Buy books, owner: cfo, due: 2017-02-10, status: done, done: 2017-02-20}
                  - {id: cut, action: Cut costs, owner: cfo, due: 2017-03-20, status: started}
                  - {id: drop, action: Drop it, due: 2017-02-15, status: stopped}
                  - {id: look, action: Look again, owner: cfo, due: July 2017, status: open}
            milestones:
              half: {milestone: Half way, due: 2017-02-28, reached: 2017-03-01}
              most: {milestone: Most of it, due: 2017-03-05}
    """

  static let readings = """
    kpi,strand,scope,period,value,recorded,basis,source,note
    att,,alder,2016/17 autumn,97.1%,2017-01-05,,,
    att,,beech,2016/17 autumn,95.2%,2017-01-05,,,
    att,,cedar,2016/17 autumn,96.5%,2017-02-01,,,
    att,,dogwood,2016/17 autumn,98%,2017-01-05,,,
    att,,alder,2016/17 spring,95.9%,2017-03-03,,,
    att,,alder,2016/17 spring,94%,2017-03-10,,,a register was missing
    att,,beech,2016/17 spring,96.4%,2017-03-03,,,
    att,,cedar,2016/17 spring,96.9%,2017-03-03,,,
    staff,,trust,2015/16,78%,2016-10-01,,,
    staff,,trust,2016/17,74%,2017-03-01,,,
    staff-again,,trust,2015/16,78%,2016-10-01,,,
    staff-again,,trust,2016/17,74%,2017-03-01,,,
    survey,safe,alder,2016-11-01,91%,2016-11-10,,,
    survey,happy,alder,2016-11-01,85%,2016-11-10,,,
    survey,safe,alder,2017-03-01,88%,2017-03-04,,,
    survey,happy,alder,2017-03-01,86%,2017-03-04,,,
    clubs,,trust,2016-11-01,4,2016-11-02,,,
    score,,alder,2015/16,60%,2016-09-01,,,
    score,,beech,2015/16,70%,2016-09-01,,,
    old,,trust,2015/16,yes,2016-09-01,,,
    depth,,trust,2016/17,> 97%,2017-03-01,,,
    """
}

/// Files that a test has made up.
struct TextFiles: FileSystem {
  var files: [String: String]

  func bytes(of path: String, atMost limit: Int) throws(FileSystemError) -> [UInt8] {
    guard let text = files[path] else { throw .notFound }
    return Array(text.utf8)
  }

  func names(in path: String) throws(FileSystemError) -> [String] {
    let below = files.keys.filter { $0.hasPrefix(path + "/") }
    return Set(below.map { String($0.dropFirst(path.count + 1).prefix { $0 != "/" }) }).sorted()
  }

  func kind(of path: String) -> FileKind? {
    if files[path] != nil { return .file }
    return files.keys.contains { $0.hasPrefix(path + "/") } ? .folder : nil
  }
}
