import PlanModel
import SourceText

extension Evaluator {
  /// Judges a condition for a subject, by the rule for its kind.
  func find(_ condition: Condition, _ subject: Subject) -> Finding {
    switch condition {
    case .allOf(let parts): return findAll(parts, subject)
    case .anyOf(let parts): return findAny(parts, subject)
    case .kpi(let id): return findKPI(id, subject)
    default: break
    }
    guard let reading = subject.reading else { return Finding(outcome: subject.withoutReading) }
    if let gap = obstacle(reading, subject.kpi) {
      guard case .cap(let cap) = condition else { return gap }
      return findWithGap(cap, reading, subject) ?? gap
    }
    switch condition {
    case .bound(let bound): return find(bound, reading, subject.kpi)
    case .range(let range): return find(range, reading, subject.kpi)
    case .gradeAtLeast(let rank): return findGrade(atLeast: rank, reading, subject.kpi)
    case .gradeOneOf(let ranks): return findGrade(oneOf: ranks, reading, subject.kpi)
    case .fact(let asked): return findFact(asked, reading, subject.kpi)
    case .share(let word): return findShare(word, reading, subject.kpi)
    case .comparison(let comparison): return find(comparison, reading, subject)
    case .trend(let trend): return find(trend, reading, subject)
    case .gap(let relation, let comparator):
      return findGap(relation, comparator, reading, subject)
    case .multiple(let factor, let comparator):
      return findMultiple(factor, comparator, reading, subject)
    case .multipleOfFigure(let factor, let comparator):
      return findMultipleOfFigure(factor, comparator, reading, subject.kpi)
    case .cap(let cap): return find(cap, reading, subject)
    case .allOf, .anyOf, .kpi: return .unknown()
    }
  }

  /// What keeps a reading from being judged at all: a typed gap, a scale out of use, odd text.
  private func obstacle(_ reading: Reading, _ kpi: KPI) -> Finding? {
    switch reading.value {
    case .missing(let why): return Finding(outcome: .missing(why))
    case .evidence: return Finding(outcome: .noReading)
    case .grade, .gradeBand: return scaleOutOfUse(reading, kpi)
    case .unreadable:
      // A grade of the scale that came after says nothing on this one.
      if let later = laterScale(than: kpi, with: reading.text) {
        let reason = Reason(.gradeOfLaterScale(reading, later), at: reading.place)
        return Finding(outcome: .noScale, reasons: [reason])
      }
      if let gap = scaleOutOfUse(reading, kpi) { return gap }
      return .unreadable(reading)
    default: return nil
    }
  }

  /// The first of the scales that came after a KPI's, one after the other, that has a grade.
  private func laterScale(than kpi: KPI, with grade: String) -> Scale? {
    var next = trust.scales.first { $0.id == kpi.scale?.value }?.successor
    var seen: [String] = []
    while let id = next, !seen.contains(id), let scale = trust.scales.first(where: { $0.id == id })
    {
      if scale.rank(of: grade) != nil { return scale }
      seen.append(id)
      next = scale.successor
    }
    return nil
  }

  private func scaleOutOfUse(_ reading: Reading, _ kpi: KPI) -> Finding? {
    guard let id = kpi.scale?.value, let scale = trust.scales.first(where: { $0.id == id }),
      scale.from != nil || scale.until != nil
    else { return nil }
    let period = days(of: reading.period)
    if let from = scale.from, period.upperBound < from {
      return .scaleOutOfUse(scale, period.upperBound)
    }
    guard let until = scale.until else { return nil }
    if period.lowerBound > until { return .scaleOutOfUse(scale, period.lowerBound) }
    // A grade was given on the day on which it was recorded at the latest.
    guard min(period.upperBound, reading.recorded ?? period.upperBound) > until else { return nil }
    let reason = Reason(.scaleEndedWithin(scale, until, reading.period), at: scale.place)
    return Finding(outcome: .noScale, reasons: [reason])
  }
}

extension Finding {
  /// The value fits neither the unit nor the scale.
  static func unreadable(_ reading: Reading) -> Finding {
    Finding(outcome: .undetermined, reasons: [Reason(.unreadable(reading), at: reading.place)])
  }

  fileprivate static func scaleOutOfUse(_ scale: Scale, _ day: Day) -> Finding {
    let reason = Reason(.scaleNotInUse(scale, day), at: scale.place)
    return Finding(outcome: .noScale, reasons: [reason])
  }
}
