public import PlanEvaluation
public import PlanModel

/// What moved in a plan from one day to another: the worst first, then in the order of the plan.
///
/// Evaluation is pure, so the movement between two days is the difference of the verdicts of the
/// two days; nothing needs to have been kept.
///
/// - Parameters:
///   - before: What was found on the first day.
///   - now: What was found on the second day, of the same schools and KPIs.
///   - plan: The plan.
///   - oldPlan: The plan as it was on the first day, where the files have changed since.
/// - Returns: The movements. Those told elsewhere are among them, so that counts come right.
public func movements(
  before: Evaluation,
  now: Evaluation,
  plan: Plan,
  was oldPlan: Plan? = nil
) -> [Movement] {
  var old: [VerdictKey: Verdict] = [:]
  let source = oldPlan ?? plan
  for verdict in before.verdicts {
    for each in [verdict] + verdict.ownParts {
      old[VerdictKey(each, source)] = old[VerdictKey(each, source)] ?? each
    }
  }
  var found: [Movement] = []
  var at = 0
  while at < now.verdicts.count {
    let path = now.verdicts[at].path
    let first = at
    while at < now.verdicts.count, now.verdicts[at].path == path { at += 1 }
    found += movements(ofKPI: now.verdicts[first..<at], plan, old)
  }
  return found.enumerated().sorted { a, b in
    (a.element.order.0, a.element.order.1, a.offset)
      < (b.element.order.0, b.element.order.1, b.offset)
  }
  .map(\.element)
}

/// The movements of one KPI, each marked where others say the same.
private func movements(
  ofKPI verdicts: ArraySlice<Verdict>,
  _ plan: Plan,
  _ old: [VerdictKey: Verdict]
) -> [Movement] {
  var found: [Movement] = []
  /// The parts that moved in a school; the trust's own follow from them.
  var schools: Set<String> = []
  for verdict in verdicts {
    let isSchool = verdict.scope != .trust
    func movement(_ verdict: Verdict) -> Movement? {
      let key = VerdictKey(verdict, plan)
      let before = old[key]
      guard let direction = direction(from: before, to: verdict) else { return nil }
      var movement = Movement(direction, kpi: key.kpi, before: before, now: verdict)
      let name = verdict.strand ?? ""
      if isSchool { schools.insert(name) }
      movement.isToldElsewhere =
        verdicts.first?.repeatsAnother == true || !isSchool && schools.contains(name)
      return movement
    }
    let parts = verdict.ownParts.compactMap(movement)
    if var whole = movement(verdict) {
      if !parts.isEmpty { whole.isToldElsewhere = true }
      found.append(whole)
    }
    found += parts
  }
  return found
}

/// Which way a verdict moved; `nil` where there is nothing to tell.
private func direction(from before: Verdict?, to now: Verdict) -> Movement.Direction? {
  if now.isUnasked { return before?.isKnown == true ? .noLongerAsked : nil }
  if now.isWanting {
    return before == nil || before?.isWanting == true || before?.isUnasked == true
      ? nil : .noLongerKnown
  }
  let isNewFigure = now.reading != nil && now.reading?.saysTheSame(as: before?.reading) != true
  guard now.isKnown else {
    if before?.isKnown == true { return .noLongerKnown }
    return isNewFigure ? .newFigure : nil
  }
  if let color = now.color, let old = before?.color {
    if color < old { return .worse }
    if color > old { return .better }
    if before?.isKnown == true { return isNewFigure ? .newFigure : nil }
  }
  return before?.isKnown == true ? nil : .newlyKnown
}

/// What a verdict is of, by names that hold in every version of the files.
private struct VerdictKey: Hashable {
  let kpi: KPI.ID
  let strand: String?
  let scope: Scope

  init(_ verdict: Verdict, _ plan: Plan) {
    let path = verdict.path
    kpi = plan.strategies[path.strategy].priorities[path.priority].kpis[path.kpi].id
    strand = verdict.strand
    scope = verdict.scope
  }
}

extension Movement {
  /// Directions in their order; in each, the worst colour first.
  fileprivate var order: (Int, Int) {
    let index = Direction.allCases.firstIndex(of: direction) ?? 0
    return (index, now.color?.rawValue ?? 9)
  }
}

extension Verdict {
  /// The verdicts of the strands of the verdict's own scope.
  var ownParts: [Verdict] { parts.filter { $0.strand != nil && $0.scope == scope } }
}

extension Reading {
  /// Whether another reading says the same of the same period.
  func saysTheSame(as other: Reading?) -> Bool {
    guard let other else { return false }
    return period == other.period && value == other.value
      && text.utf8.elementsEqual(other.text.utf8)
  }
}
