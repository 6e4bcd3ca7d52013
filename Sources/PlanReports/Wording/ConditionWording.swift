import PlanModel

extension KPIWording {
  /// The words of a condition, put together again from what it means: `at least 75%`.
  func words(_ condition: Condition) -> String {
    switch condition {
    case .bound(let bound): words(bound)
    case .range(let range): words(range)
    case .gradeAtLeast(let rank): rank == 0 ? grade(rank) : "at least \(grade(rank))"
    case .gradeOneOf(let ranks):
      ranks.count == 1 && ranks[0] > 0
        ? "exactly \(grade(ranks[0]))" : listed(ranks.map(grade), "or")
    case .fact(let fact): fact ? "yes" : "no"
    case .share(let word): word
    case .comparison(let comparison): words(comparison)
    case .trend(let trend): trend.rawValue
    case .gap(let relation, let id): "\(relation.rawValue) \(name(id)), or closing the gap"
    case .multiple(let factor, let id):
      "at least \(figure(factor)) × improvement of \(name(id))"
    case .multipleOfFigure(let factor, let id): "at least \(figure(factor)) × \(name(id))"
    case .cap(let cap):
      "\(words(cap.bound)) \(cap.stretchWords)" + (cap.allowsException ? ", unless excepted" : "")
    case .allOf(let parts): listed(parts.map(words), "and")
    case .anyOf(let parts): listed(parts.map(words), "or")
    case .kpi(let id): "kpi \(id)"
    }
  }

  private func words(_ bound: Bound) -> String {
    "\(bound.relation.rawValue) \(exactFigure(bound.limit.number, mark))"
  }

  private func words(_ range: BoundedRange) -> String {
    let (lower, upper) = (range.lower, range.upper)
    guard lower.relation == .atLeast, upper.relation == .atMost else {
      return "\(words(lower)) and \(words(upper))"
    }
    return "between \(exactFigure(lower.limit.number, mark)) and "
      + exactFigure(upper.limit.number, mark)
  }

  private func name(_ comparator: String) -> String { trust.name(of: .comparator(comparator)) }
}
