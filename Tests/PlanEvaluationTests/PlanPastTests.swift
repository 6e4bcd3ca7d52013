import PlanEvaluation
import PlanModel
import SourceText
import Testing

@Suite struct PlanPastTests {
  /// A KPI of one school, read as a whole in three years, and its one part in the second of them.
  private let world: World = {
    var world = World()
    world.trust.schools = [School(id: "ketton", name: "Ketton", at: nowhere)]
    var kpi = KPI(id: "kpi", title: "", at: nowhere)
    kpi.strands = [KPI.Strand(id: "part", title: "Part", at: nowhere)]
    world.kpis = [kpi]
    for (year, strand) in [(2013, nil), (2014, "part"), (2014, nil), (2015, nil)] {
      guard let day = Day(year: year, month: 7, day: 1) else { continue }
      var reading = Reading(
        kpi: kpi.id,
        scope: .school("ketton"),
        period: .day(day),
        value: .number(ExactNumber(year)),
        text: "\(year)",
        at: nowhere
      )
      reading.strand = strand
      world.readings.append(reading)
    }
    return world
  }()

  @Test func `a part is drawn up to the reading that speaks for it`() throws {
    let request = EvaluationRequest(asOf: try #require(Day(year: 2016, month: 3, day: 31)))
    let past = PlanPast(world.record, plan: world.plan, request)
    let path = KPIPath(strategy: 0, priority: 0, kpi: 0)
    let texts = past.readings(of: path, "part", .school("ketton")).map(\.reading.text)
    #expect(texts == ["2013", "2014"])
    let verdict = world.evaluation(request).verdict(0, "ketton", "part")
    #expect(verdict?.reading?.text == texts.last)
    let whole = past.readings(of: path, nil, .school("ketton")).map(\.reading.text)
    #expect(whole == ["2013", "2014", "2015"])
  }
}
