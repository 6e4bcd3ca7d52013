import PlanEvaluation
import PlanModel
import SourceText

extension GapFinder {
  /// Works out, for every declared whole, what its known shares leave for the one that is not read.
  mutating func lookAtWholes() {
    for whole in plan.wholes {
      let parts = whole.parts.compactMap { part in
        plan.path(of: part.value).map { (path: $0, kpi: plan[$0]) }
      }
      guard parts.count == whole.parts.count, parts.contains(where: isPicked) else { continue }
      let pasts = parts.map { part in
        history(record, plan: plan, part.path, request).filter { !$0.isReplaced }.map(\.reading)
      }
      lookAtTargets(of: whole, parts.map(\.kpi))
      var told: [(Scope, Period)] = []
      for reading in pasts.flatMap(\.self) {
        guard !told.contains(where: { $0 == (reading.scope, reading.period) }) else { continue }
        told.append((reading.scope, reading.period))
        look(at: whole, parts.map(\.kpi), pasts, reading.scope, reading.period)
      }
    }
  }

  private func isPicked(_ part: (path: KPIPath, kpi: KPI)) -> Bool {
    request.includes(part.path, part.kpi)
  }

  private mutating func look(
    at whole: Whole,
    _ kpis: [KPI],
    _ pasts: [[Reading]],
    _ scope: Scope,
    _ period: Period
  ) {
    let figures = pasts.map { past -> ExactNumber? in
      let own = past.last { $0.scope == scope && $0.period == period && $0.strand == nil }
      if case .number(let number)? = own?.value { return number }
      return nil
    }
    let open = figures.indices.filter { figures[$0] == nil }
    var rest = whole.total
    for figure in figures.compactMap(\.self) {
      guard let left = rest.subtracting(figure) else { return }
      rest = left
    }
    let name = "\(trust.name(of: scope)), \(periodWords(period))"
    if open.isEmpty, rest != .zero {
      let wording = KPIWording(trust: trust, kpi: kpis[0])
      let words =
        "\(name): the shares differ from \(figure(whole.total, wording.mark)) by "
        + wording.distanceWords(rest) + "."
      gaps.append(Gap(.derived, whole.id, whole.title, detail: words, at: whole.place))
    } else if open.count == 1 {
      let kpi = kpis[open[0]]
      let wording = KPIWording(trust: trust, kpi: kpi)
      let known = figures.compactMap(\.self).map { figure($0, wording.mark) }
      var words = "\(name): \(listed(known, "and")) leave \(figure(rest, wording.mark))"
      if let target = kpi.target, case .bound(let bound) = target.condition {
        let holds = bound.relation.holds(rest, bound.limit.number)
        words += ", which \(holds ? "would meet" : "would miss") \(wording.words(target))"
      }
      gaps.append(Gap(.derived, kpi.id, kpi.title, detail: words + ".", at: whole.place))
    }
  }
}
