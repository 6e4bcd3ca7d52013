import PlanModel

extension Tally {
  /// What the members give under a quantifier.
  ///
  /// Red as soon as it cannot hold any more, green only when it holds whatever the unknown members
  /// are. Members inside their tolerance do not satisfy it; where it fails only for want of them,
  /// whatever the unknown members are, the whole is nearly met. Without a single known member
  /// nothing is ever green.
  func outcome(_ rule: Quantifier.Rule) -> Outcome {
    guard total > 0 else { return withoutTarget > 0 ? .noTarget : .notApplicable }
    if unknown == total { return shared ?? .undetermined }
    let open = notDue + unknown
    let strict = rule.holds(from: met, to: met + open, of: total)
    if strict == .always { return .met }
    if strict == .never {
      guard lenient(rule) == .always else { return .missed }
      return nearly > 0 ? .nearly : .excepted
    }
    return unknown == 0 && notDue > 0 ? .notDue : .undetermined
  }

  /// Whether members that miss for certain would do with those inside their tolerances, which
  /// cannot be told for those that are unknown.
  func leavesToleranceOpen(_ rule: Quantifier.Rule) -> Bool {
    total > 0 && outcome(rule) == .missed && lenient(rule) == .sometimes
  }

  /// Whether a quantifier holds if members inside their tolerance count with those that are met.
  private func lenient(_ rule: Quantifier.Rule) -> Certainty {
    guard nearly + excepted > 0 else { return .never }
    let least = met + nearly + excepted
    return rule.holds(from: least + tolerated, to: least + notDue + unknown, of: total)
  }
}

/// Whether something holds over all cases that are still open.
enum Certainty {
  case always
  case sometimes
  case never
}

extension Quantifier.Rule {
  /// Whether the quantifier holds for the numbers of satisfied members that are still possible.
  func holds(from least: Int, to most: Int, of total: Int) -> Certainty {
    var always = true
    var never = true
    for met in least...most {
      let holds = holds(met, of: total)
      if holds != true { always = false }
      if holds != false { never = false }
    }
    return always ? .always : never ? .never : .sometimes
  }

  /// Whether a number of satisfied members is enough; `nil` where a word is not declared.
  private func holds(_ met: Int, of total: Int) -> Bool? {
    switch self {
    case .every, .theTrust: met == total
    case .count(let bound): bound.relation.holds(ExactNumber(met), bound.limit.number)
    case .share(let bound):
      bound.limit.number.multiplied(by: ExactNumber(total)).map {
        bound.relation.holds(ExactNumber(met * 100), $0)
      }
    case .undeclared: met == total ? true : met == 0 ? false : nil
    }
  }
}
