import PlanEvaluation
import PlanFiles
import PlanModel
import SourceText
import TestSupport
import Testing

/// Two plans that give the KPI "grade" different scales.
private let first = """
  plan: before
  title: Before
  years: 2013/14 to 2014/15
  strategies:
    one:
      title: One
      priorities:
        money:
          title: Money
          kpis:
            grade: {title: Grade, scale: stage, target: at least Growing}

  """

private let trust =
  TinyTrust.trust + """
      stage:
        title: Stages
        levels: [Grown, Growing, Seed]

    """

private func loadedTwo(_ readings: String) -> LoadedTrust {
  var sources = SourceFiles()
  let files = InMemoryFileSystem([
    "t/trust.yaml": trust, "t/plans/plan.yaml": TinyTrust.plan, "t/plans/before.yaml": first,
    "t/readings/2015-16.csv": readings,
  ])
  return loadTrust("t", from: files, into: &sources)
}

private let rows = """
  kpi,scope,period,value,note
  grade,ketton,2014/15,Growing,
  grade,ketton,2015/16,Good,

  """

@Suite struct TwoPlansTests {
  @Test func `a value that fits either plan is no mistake`() {
    #expect(loadedTwo(rows).diagnostics.filter { $0.severity == .error }.map(\.message) == [])
  }

  @Test func `a value that fits neither plan is one`() {
    let found = loadedTwo("kpi,scope,period,value,note\ngrade,ketton,2015/16,Splendid,\n")
    #expect(found.diagnostics.map(\.id.description) == ["value-grade"])
  }

  @Test(arguments: [
    ("before", ["Growing": ReadingValue.grade(rank: 1), "Good": .unreadable]),
    ("plan", ["Growing": .unreadable, "Good": .grade(rank: 1)]),
  ])
  func `each plan reads a value with its own scale`(
    id: String,
    expected: [String: ReadingValue]
  ) throws {
    let record = loadedTwo(rows).record
    let plan = try #require(record.plans.first { $0.id == id })
    let series = record.readings.read(by: plan).series("grade", nil, .school("ketton"))
    #expect(series.count == 2)
    for reading in series { #expect(reading.value == expected[reading.text], "\(reading.text)") }
  }

  @Test func `a grade of another scale is never converted, and the verdict says why`() throws {
    let record = loadedTwo("kpi,scope,period,value,note\ngrade,ketton,2014/15,Growing,\n").record
    let plan = try #require(record.plans.first { $0.id == "plan" })
    let request = EvaluationRequest(asOf: Day(number: 17_000))
    let verdict = try #require(
      evaluate(record, plan: plan, request).verdicts.first {
        plan[$0.path].id == "grade" && $0.scope == .school("ketton")
      }
    )
    #expect(verdict.outcome == .undetermined)
    #expect(
      verdict.reasons.contains { reason in
        if case .unreadable = reason.fact { true } else { false }
      }
    )
  }

  @Test func `rows without a value stand beside a reading and beside each other`() {
    let found = loadedTwo(
      """
      kpi,scope,period,value,note
      grade,ketton,2015/16,Good,
      grade,ketton,2015/16,,the head was new
      grade,ketton,2015/16,,the roof was new
      """
    )
    #expect(found.diagnostics.map(\.message) == [])
    #expect(found.record.readings.series("grade", nil, .school("ketton")).count == 3)
  }
}
