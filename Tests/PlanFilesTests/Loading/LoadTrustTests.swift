import PlanFiles
import PlanModel
import SourceText
import Testing

private let years = "years: 2019/20 to 2021/22"

@Suite struct LoadTrustTests {
  private func loaded(_ options: LoadOptions) -> (LoadedTrust, SourceFiles) {
    var files = TinyTrust.files(readings: ["2015-16.csv": "kpi,scope,period,value\n"])
    files.files["t/plans/later.yaml"] = Array(
      "plan: later\ntitle: Later\n\(years)\nsupersedes: plan\n".utf8
    )
    files.files["t/plans/renamed.yaml"] = Array("plan: other\ntitle: Other\n\(years)\n".utf8)
    var sources = SourceFiles()
    let loaded = loadTrust("t", from: files, into: &sources, options)
    return (loaded, sources)
  }

  @Test func `all plans come in the order of their years, then of their ids`() {
    let (loaded, files) = loaded(LoadOptions())
    #expect(plainText(loaded.diagnostics, in: files) == "")
    #expect(loaded.record.plans.map(\.id) == ["plan", "later", "other"])
    #expect(loaded.currentPlan?.id == "plan")
    #expect(loaded.files.plans.count == 3)
  }

  @Test(arguments: [
    (LoadOptions.PlanChoice.current, ["plan"], 3), (.named("later"), ["later"], 3),
    (.named("other"), ["other"], 5), (.named("none"), ["plan", "later", "other"], 5),
  ])
  func `only the plan that is asked for is read, if its file bears its name`(
    choice: LoadOptions.PlanChoice,
    plans: [String],
    files: Int
  ) {
    var options = LoadOptions()
    options.plans = choice
    let (loaded, sources) = loaded(options)
    #expect(loaded.record.plans.map(\.id) == plans)
    #expect(sources.files.count == files)
  }

  @Test func `names are shown relative to a folder`() {
    var options = LoadOptions()
    options.shownRelativeTo = "t"
    let (_, sources) = loaded(options)
    #expect(sources.files.map(\.name).prefix(2) == ["trust.yaml", "plans/later.yaml"])
  }

  @Test func `every key finds its place in the model`() throws {
    let plan = """
      plan: full
      title: Full
      years: 2015/16 to 2018/19
      legend: A star is a priority
      vision: [{text: Every child, source: "1:2"}, And more]
      offers:
        core: {title: Core offer, audience: schools, items: {sport: Sport, art: {title: Art}}}
      strategies:
        first:
          title: First
          aliases: One
          priorities:
            money:
              title: Money
              label: 1 a)
              starred: yes
              lead: cfo
              milestones:
                m1: {milestone: Halfway, due: July 2017, revised: [May 2017], kpis: staffing}
              actions:
                - {id: always, action: Look after it, every: termly, last-done: 2016-01-31}
              kpis:
                staffing:
                  title: Staff costs
                  unit: "% of income"
                  target:
                    any of:
                      - below 75%
                      - all of: [below 76%, kpi core]
                  targets: {2016/17: below 74%, 2015/16: below 75%}
                  overrides:
                    st nichs: {target: below 80%, amber: up to 81%, until: 2017-08-31}
                    ketton: below 79%
                  operator: assumed
                  amber: within 2 points
                  for: at least 2 schools
                  applies-to: {church: no, phase: [Primary, infant], schools: Ketton}
                  by: 2 years after joining
                  valid: {from: 2015/16}
                  owner: [cfo, Chair]
                  exceptions:
                    - {period: 2016/17, by: Board, on: 2017-01-31, reason: New head}
                  years:
                    2015/16 to 2016/17:
                      impact: [Kept, {text: Nearly, source: "1:3"}]
                      actions:
                        - {id: review, action: Review, due: end of the year, status: started}
                core: {title: Core, level: trust, target: yes, checklist: core, same-as: staffing}
      risks:
        growth: {risk: Too fast, implied: yes, mitigations: {stop: Stop, same: {same-as: growth}}}

      """
    var sources = SourceFiles()
    var trust = TinyTrust.trust
    trust = trust.replacing("current-plan: plan\n", with: "current-plan: full\n")
    trust = trust.replacing("cfo: CFO", with: "cfo: CFO\n  chair: Chair of Trustees")
    let loaded = loadTrust("t", from: TinyTrust.files(trust: trust, plan: plan), into: &sources)
    let notes = loaded.diagnostics.map(\.id.description)
    #expect(notes == ["kpi-cycle"], "\(plainText(loaded.diagnostics, in: sources))")
    let found = try #require(loaded.currentPlan)
    #expect(found.statements.map(\.text) == ["Every child", "And more"])
    #expect(found.statements.map(\.source) == ["1:2", nil])
    #expect(found.offers.first?.entitlements.map(\.id) == ["sport", "art"])
    let priority = try #require(found.strategies.first?.priorities.first)
    #expect(
      priority.isStarred && priority.label == "1 a)" && priority.leads.map(\.value) == ["CFO"]
    )
    #expect(priority.milestones.first?.earlier.map(\.text) == ["May 2017"])
    #expect(priority.actions.first?.every?.value == .termly)
    #expect(priority.actions.first?.lastDone == Day("2016-01-31"))
    let kpi = try #require(priority.kpis.first)
    #expect(kpi.target?.text == "any of: below 75%; all of: below 76%; kpi core")
    #expect(
      kpi.target?.condition
        == .anyOf([
          .bound(Bound(.below, percent("75"))),
          .allOf([.bound(Bound(.below, percent("76"))), .kpi("core")]),
        ])
    )
    #expect(kpi.target?.operatorAssumed == true)
    #expect(kpi.targetsByYear.map(\.year.start) == [2015, 2016])
    #expect(kpi.overrides.map(\.school) == ["st-nicholas", "ketton"])
    #expect(kpi.overrides.first?.until == Day("2017-08-31"))
    #expect(kpi.amber?.rule == .within(plain("2")))
    #expect(kpi.quantifier?.rule == .count(Bound(.atLeast, plain("2"))))
    #expect(kpi.appliesTo?.church == false)
    #expect(kpi.appliesTo?.phases == ["primary", "infant"])
    #expect(kpi.appliesTo?.schools == ["ketton"])
    #expect(kpi.deadline?.rule == .yearsAfterJoining(2))
    #expect(kpi.owners.map(\.value) == ["CFO", "Chair of Trustees"])
    #expect(kpi.exceptions.first?.reason == "New head")
    #expect(kpi.years.first?.through?.start == 2016)
    #expect(kpi.years.first?.impact.map(\.text) == ["Kept", "Nearly"])
    let action = try #require(kpi.years.first?.actions.first)
    #expect(action.due?.period == .academicYear(AcademicYear(startingIn: 2016)))
    #expect(action.status?.value == .started)
    #expect(priority.kpis.last?.strands.map(\.id) == ["sport", "art"])
    #expect(priority.kpis.last?.level == .trust)
    #expect(found.risks.first?.isImplied == true)
    #expect(found.risks.first?.mitigations.last?.sameAs?.value == "growth")
  }
}
