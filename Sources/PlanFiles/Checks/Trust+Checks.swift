internal import PlanModel
internal import SourceText

extension Lowering {
  /// Checks what a trust and its plans say of each other.
  ///
  /// - Parameters:
  ///   - trust: The trust.
  ///   - plans: Those of its plans that could be read.
  ///   - unread: The names of plan files that could not be read; their ids are taken for known.
  func checkPlans(of trust: Trust, _ plans: [Plan], unread: [String]) {
    let known = plans.map(\.id) + unread
    var seen: [String: Place] = [:]
    for plan in plans {
      if let first = seen[plan.id] {
        reportTwice(plan.id, at: plan.place, first: first)
      } else {
        seen[plan.id] = plan.place
      }
      if let supersedes = plan.supersedes { checkPlanName(supersedes, known) }
    }
    if let current = trust.currentPlan { checkPlanName(current, known) }
  }

  private func checkPlanName(_ name: Sourced<String>, _ known: [String]) {
    guard !known.contains(name.value) else { return }
    let near = search.nearest(to: name.value, among: known)
    let list = known.prefix(12).map { "`\($0)`" }.joined(separator: ", ")
    report(
      .unknownPlan,
      "the trust has no plan '\(name.value)'",
      at: name.place,
      label: near.isEmpty ? "" : "did you mean `\(near[0])`?",
      help: known.isEmpty
        ? "add a file `plans/\(suggestedID(name.value)).yaml`" : "the plans are \(list)"
    )
  }
}
