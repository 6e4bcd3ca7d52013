import Documents
import PlanEvaluation
import PlanFiles
import PlanModel
import PlanReports
import SourceText
import TestSupport
import Testing

/// A made-up trust with small groups, in which the figures of some of them are given.
private struct SmallTrust {
  let record: TrustRecord
  let files: SourceFiles
  let findings: [Diagnostic]

  /// Loads the trust.
  ///
  /// - Parameters:
  ///   - figures: The small figures: attendance of four children, a share, and a count.
  ///   - trust: What more the file of the trust says.
  init(_ figures: [String] = ["91.5%", "25%", "2"], trust: String = "") {
    let disk = TextFiles(files: [
      "oak/trust.yaml": Self.trust + trust, "oak/plans/plan.yaml": Self.plan,
      "oak/readings/all.csv": Self.readings(figures),
    ])
    var files = SourceFiles()
    let loaded = loadTrust("oak", from: disk, into: &files)
    record = loaded.record
    findings = loaded.diagnostics
    self.files = files
  }

  func subject(_ audience: Audience, _ schools: [String] = []) -> ReportSubject {
    let record = record.shown(to: audience, schools: schools)
    var request = EvaluationRequest(asOf: Day("2017-03-31") ?? Day(number: 0))
    request.schools = schools
    return ReportSubject(
      trust: record.trust,
      plan: record.plans[0],
      evaluation: evaluate(record, plan: record.plans[0], request),
      asked: record.trust.schools.filter { schools.contains($0.id) },
      files: files,
      record: record
    )
  }

  /// Everything that is said to an audience, in words and as JSON.
  func everything(_ audience: Audience, _ schools: [String] = []) -> String {
    let subject = subject(audience, schools)
    let request = EvaluationRequest(asOf: subject.evaluation.asOf)
    let before = evaluate(
      subject.record ?? record,
      plan: subject.plan,
      EvaluationRequest(asOf: Day("2016-03-31") ?? Day(number: 0))
    )
    let moves = Moves(from: before, since: before.asOf, isUsual: true, to: subject)
    let summary = PlanSummary(subject, moves)
    let shown = subject.record ?? record
    let gaps = PlanGaps(of: shown, plan: subject.plan, request, files: files)
    var said: [[UInt8]] = [
      statusJSON([subject]), kpiJSON([subject]), matrixJSON([subject]),
      summaryJSON([summary]), CSVRenderer().render(summaryRows([summary])),
      CSVRenderer().render(verdictRows([subject])), gapJSON([gaps]),
    ]
    let pages = [
      statusReport(subject), kpiReport(subject), explainReport(subject), gapReport(gaps),
      matrixReport(subject).document, summaryReport(summary).document,
    ]
    said += pages.map { TerminalRenderer(width: 100).render($0) }
    for s in subject.plan.strategies.indices {
      for p in subject.plan.strategies[s].priorities.indices {
        for k in subject.plan.strategies[s].priorities[p].kpis.indices {
          let path = KPIPath(strategy: s, priority: p, kpi: k)
          let past = history(shown, plan: subject.plan, path, request)
          let chapter = HistorySubject.Chapter(
            plan: subject.plan,
            kpi: subject.plan[path],
            readings: past
          )
          let kpi = HistorySubject(
            trust: shown.trust,
            id: subject.plan[path].id,
            asOf: request.asOf,
            chapters: [chapter],
            files: files
          )
          said.append(TerminalRenderer(width: 100).render(historyReport(kpi)))
          said.append(historyJSON([kpi]))
        }
      }
    }
    return String(decoding: said.joined(), as: UTF8.self)
  }

  static let trust = """
    trust: oak
    name: Oak Schools
    schools:
      alder: {name: Alder, champion: Jo Bloggs}
      beech: {name: Beech, note: a note on Beech}
      cedar: Cedar
    roles:
      cfo: Finance lead

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
            lead: Finance lead
            kpis:
              att:
                title: Attendance
                unit: "% attendance"
                target: at least 96%
                amber: at least 95%
                for: at least 60% of schools
                owner: Jo Bloggs
                note: a note on attendance
                source: "7:12"
                years:
                  2016/17:
                    impact: Four children at Beech came more often.
                    actions:
                      - {id: ring, action: Ring parents, owner: Jo Bloggs, due: 2017-03-02, status: open}
                      - {id: visit, action: Visit homes, owner: Finance lead, due: 2017-03-09}
              trend:
                title: Rising
                unit: "% attendance"
                target: rising
                same-as: att
              full:
                title: Full places
                unit: "% of places"
                target: below 80%
                owner: Finance lead
              empty: {title: Empty places, unit: "% of places", target: above 20%}
              out:
                title: Exclusions
                unit: exclusions
                target: at most 3 a year
                exceptions:
                  - {period: 2016/17, by: Jo Bloggs, on: 2017-01-10, reason: the twins of Beech}
              reads: {title: Readers, unit: "% of readers", target: above 80%}
              staff: {title: Staff costs, unit: "% of income", level: trust, target: below 75%}
    wholes:
      places: {title: All places, parts: [full, empty], total: 100%}
    """

  static func readings(_ figures: [String]) -> String {
    """
    kpi,scope,period,value,recorded,basis,source,note,cohort
    att,alder,2015/16,94%,,,,,40
    att,beech,2015/16,93%,,,,,40
    att,alder,2016/17,97.1%,2017-01-05,,9:1,,41
    att,beech,2016/17,90%,2017-01-05,,9:2,four children,4
    att,beech,2016/17,\(figures[0]),2017-02-05,,9:2,counted again,4
    att,cedar,2016/17,96.2%,2017-01-05,,9:3,Beech was lower,39
    att,trust,2016/17,96.4%,2017-01-05,,,,84
    full,alder,2016/17,\(figures[1]),2017-01-05,,,,3
    empty,alder,2016/17,81%,2017-01-05,,,,
    full,beech,2016/17,60%,2017-01-05,,,,50
    out,beech,2016/17,\(figures[2]),2017-01-05,,,the twins,2
    out,cedar,2016/17,0,2017-01-05,,,,200
    staff,trust,2016/17,74%,2017-01-05,,,,
    reads,every-school,2015/16,87.5%,2017-01-05,,,,
    reads,every-school,2016/17,88.5%,2017-01-05,,,,
    reads,beech,2016/17,\(figures[1]),2017-01-05,,,,3
    """
  }
}

@Suite struct AudienceTests {
  @Test func `the trust of these tests is sound, and shows its figures to those who work with it`()
  {
    let trust = SmallTrust()
    let errors = trust.findings.filter { $0.severity == .error }.map(\.message)
    #expect(errors == [])
    let said = trust.everything(.staff)
    for word in [
      "91.5%", "96.4%", "81%", "Jo Bloggs", "four children", "a note on attendance", "88.5%",
    ] {
      #expect(said.contains(word), "\(word)")
    }
  }

  @Test(arguments: [
    (Audience.everyone, [String]()), (.board, []), (.school, ["cedar"]), (.school, []),
  ])
  func `whatever a small figure is, the very same is said`(audience: Audience, schools: [String]) {
    let said = SmallTrust().everything(audience, schools)
    for others in [["99.9%", "79%", "9"], ["96%", "0%", "0"], ["95.5%", "100%", "4"]] {
      #expect(Array(SmallTrust(others).everything(audience, schools).utf8) == Array(said.utf8))
    }
  }

  @Test(arguments: [
    (Audience.everyone, ["91.5", "96.4", "81%", "Bloggs", "children", "twins", "a note", "7:12"]),
    (.board, ["91.5", "96.4", "81%", "Bloggs", "children", "twins"]),
    (.school, ["91.5", "96.4", "81%", "children", "twins"]),
  ])
  func `what is not shown is nowhere`(audience: Audience, words: [String]) {
    let said = SmallTrust().everything(audience)
    for word in words { #expect(!said.contains(word), "\(word)") }
    #expect(said.contains("suppressed"))
    #expect(said.contains("97.1%"))
    // What is said of every school would tell the small one, but only of its own year.
    #expect(!said.contains("88.5%"))
    #expect(said.contains("87.5%"))
    #expect(said.contains("60%"))
    #expect(said.contains("74%"))
    #expect(said.contains("Finance lead") == (audience != .everyone))
  }

  @Test func `a school is shown its own figures and no small ones of others`() {
    let own = SmallTrust().everything(.school, ["beech"])
    for word in ["91.5%", "four children", "Four children", "the twins"] {
      #expect(own.contains(word), "\(word)")
    }
    let other = SmallTrust().everything(.school, ["alder"])
    #expect(!other.contains("91.5%") && other.contains("25%"))
  }

  @Test func `the trust says from how many people on a group is shown`() {
    let all = SmallTrust(trust: "small-cohort: 2\n")
    #expect(all.record.trust.leastCohort == 2)
    #expect(all.everything(.board).contains("91.5%"))
    let none = SmallTrust(trust: "small-cohort: 100\n")
    #expect(!none.everything(.board).contains("97.1%"))
    #expect(SmallTrust().record.trust.leastCohort == 6)
  }

  @Test func `an owner who is not named is not nobody`() {
    let subject = SmallTrust().subject(.everyone)
    let kpi = subject.plan.strategies[0].priorities[0].kpis[0]
    #expect(kpi.owners.map(\.value) == ["not shown"])
    #expect(kpi.years[0].actions[0].owners.map(\.value) == ["not shown"])
    let board = SmallTrust().subject(.board).plan.strategies[0].priorities[0].kpis[0]
    #expect(board.owners.map(\.value) == ["not shown"])
    #expect(board.years[0].actions[1].owners.map(\.value) == ["Finance lead"])
  }

  @Test func `who leads is hidden as an owner is, and is not nobody either`() {
    let subject = SmallTrust().subject(.everyone)
    let priority = subject.plan.strategies[0].priorities[0]
    #expect(priority.leads.map(\.value) == ["not shown"])
    let empty = KPIPath(strategy: 0, priority: 0, kpi: 3)
    #expect(subject.plan.answering(for: empty).map(\.value) == ["not shown"])
    let pack = boardReport(BoardPack(subject, readers: "the public")).document
    let text = String(decoding: TerminalRenderer(width: 200).render(pack), as: UTF8.self)
    #expect(!text.contains("nobody") && !text.contains("Led by"), "\(text)")
    let board = SmallTrust().subject(.board).plan.strategies[0].priorities[0]
    #expect(board.leads.map(\.value) == ["Finance lead"])
  }

  @Test func `the board is shown no person whom the trust does not list`() {
    let subject = SmallTrust().subject(.board)
    #expect(subject.trust.schools[0].champion == nil)
    #expect(SmallTrust().subject(.staff).trust.schools[0].champion?.value == "Jo Bloggs")
    let out = subject.plan.strategies[0].priorities[0].kpis[4]
    #expect(out.exceptions.map(\.by) == ["the trust"])
  }
}
