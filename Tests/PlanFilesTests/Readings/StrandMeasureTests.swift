import PlanFiles
import PlanModel
import SourceText
import TestSupport
import Testing

private let plan = """
  plan: plan
  title: The plan
  years: 2015/16 to 2018/19
  strategies:
    one:
      title: One
      priorities:
        groups:
          title: Groups
          kpis:
            risk:
              title: Groups at risk
              unit: "% of pupils"
              target: at least 80%
              strands:
                progress: {title: Progress, unit: progress score, target: at least -0.5}
                grade: {title: Grade, scale: ofsted-grade, target: at least Good}
                share: Share
            again: {title: Again, target: at least 90%, same-as: risk}
            graded: {title: Graded, scale: ofsted-grade, target: at least Good}
            other: {title: Other, same-as: graded}

  """

private func loaded(
  _ readings: String,
  _ plan: String = plan
) -> (loaded: LoadedTrust, sources: SourceFiles) {
  var sources = SourceFiles()
  let files = InMemoryFileSystem([
    "t/trust.yaml": TinyTrust.trust, "t/plans/plan.yaml": plan,
    "t/readings/2015-16.csv": "kpi,strand,scope,period,value\n" + readings,
  ])
  return (loadTrust("t", from: files, into: &sources), sources)
}

@Suite struct StrandMeasureTests {
  @Test(arguments: [
    ("progress", "-0.3", ReadingValue.number(ExactNumber(digits: -3, decimals: 1))),
    ("grade", "Good", .grade(rank: 1)), ("grade", "2", .grade(rank: 1)),
    ("share", "85%", .number(ExactNumber(85))),
  ])
  func `each strand reads values with its own unit or scale`(
    strand: String,
    text: String,
    value: ReadingValue
  ) throws {
    let found = loaded("risk,\(strand),ketton,2015/16,\(text)\n").loaded
    #expect(found.diagnostics.filter { $0.place.file != FileID(1) }.map(\.message) == [])
    let readings = found.record.readings.read(by: found.record.plans[0])
    #expect(readings.series("risk", strand, .school("ketton")).map(\.value) == [value])
  }

  @Test(arguments: [
    ("progress", "5%", "value-unit", "in progress score"),
    ("grade", "Goood", "value-grade", "grade of Ofsted grade"),
    ("grade", "85%", "value-grade", "grade of Ofsted grade"),
    ("share", "Good", "value-unit", "in % of pupils"),
  ])
  func `a value of another strand is a mistake`(
    strand: String,
    text: String,
    id: String,
    words: String
  ) {
    let found = loaded("risk,\(strand),ketton,2015/16,\(text)\n").loaded.diagnostics
      .filter { $0.id.description.hasPrefix("value-") }
    #expect(found.map(\.id.description) == [id])
    #expect(found.allSatisfy { $0.message.contains(words) })
  }

  @Test func `the target of a strand is held to its own unit`() {
    let wrong = plan.replacing("target: at least -0.5", with: "target: at least 5%")
    let found = loaded("", wrong).loaded.diagnostics
    #expect(found.contains { $0.id.description == "unit-mismatch" })
    let unknown = plan.replacing(
      "scale: ofsted-grade, target: at least Good}\n",
      with: "scale: stage}\n"
    )
    #expect(
      loaded("", unknown).loaded.diagnostics.contains { $0.id.description == "unknown-scale" }
    )
  }

  @Test func `a KPI that repeats another takes over its parts, unit and scale`() throws {
    let found = try #require(loaded("").loaded.record.plans.first)
    let again = found[try #require(found.path(of: "again"))]
    #expect(again.strands.map(\.id) == ["progress", "grade", "share"])
    #expect(again.unit?.text == "% of pupils")
    let other = found[try #require(found.path(of: "other"))]
    #expect(other.scale?.value == "ofsted-grade")
  }
}
