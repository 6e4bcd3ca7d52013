internal import PlanModel
internal import SourceText

extension Lowering {
  /// Checks what only the whole plan can tell: ids given twice, names of nothing, circles.
  func checkPlan(_ plan: Plan) {
    checkOnce(references.priorityIDs)
    checkOnce(references.measureIDs)
    checkOnce(references.actionIDs)
    checkOnce(references.milestoneIDs)
    checkKPIs(plan)
    checkNames(
      references.actions,
      among: references.actionIDs.map(\.value),
      .unknownAction,
      "action"
    )
    checkNames(references.risks, among: plan.risks.map(\.id), .unknownRisk, "risk")
    checkYears(plan)
    checkCycles()
  }

  private func checkOnce(_ ids: [Sourced<String>]) {
    var seen: [String: Place] = [:]
    for id in ids {
      if let first = seen[id.value] {
        reportTwice(id.value, at: id.place, first: first)
      } else {
        seen[id.value] = id.place
      }
    }
  }

  private func checkKPIs(_ plan: Plan) {
    guard !references.kpis.isEmpty else { return }
    let known = plan.strategies.flatMap(\.priorities).flatMap(\.kpis).map(\.id)
    checkNames(references.kpis, among: known, .unknownKPI, "KPI")
  }

  private func checkNames(
    _ names: [Sourced<String>],
    among known: [String],
    _ rule: PlanRule,
    _ noun: String
  ) {
    let set = Set(known)
    for name in names where !set.contains(name.value) {
      let near = search.nearest(to: name.value, among: known)
      report(
        rule,
        "the plan has no \(noun) '\(name.value)'",
        at: name.place,
        label: near.isEmpty ? "" : "did you mean `\(near[0])`?",
        help: near.isEmpty ? "write the id of one that the plan has" : "write `\(near[0])`"
      )
    }
  }

  private func checkYears(_ plan: Plan) {
    for year in references.years where !plan.years.contains(year.value) {
      report(
        .yearOutsidePlan,
        "\(year.value) lies outside the plan, which runs from \(plan.years.lowerBound) "
          + "to \(plan.years.upperBound)",
        at: year.place,
        help: "check the year, or change `years:` at the top of the plan"
      )
    }
  }
}
