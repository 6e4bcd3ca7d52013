import PlanModel
import SourceText

extension Evaluator {
  /// Why a school is not asked on the day looked at, or `nil` where it is.
  func absence(of school: School) -> Finding? {
    if school.membership == .candidate {
      return Finding(outcome: .notYetJoined, reasons: [Reason(.candidate, at: school.place)])
    }
    if let joined = school.joined, days(of: joined.value).lowerBound > asOf {
      let reason = Reason(.joinedLater(joined.value), at: joined.place)
      return Finding(outcome: .notYetJoined, reasons: [reason])
    }
    if let left = school.left, days(of: left.value).upperBound < asOf {
      return Finding(outcome: .left, reasons: [Reason(.leftEarlier(left.value), at: left.place)])
    }
    return nil
  }

  /// Whether a school belonged to the trust at some time in a period, as far as is known.
  func wasMember(_ school: School, in period: Period) -> Bool {
    let days = days(of: period)
    if school.membership == .candidate { return false }
    if let joined = school.joined?.value, self.days(of: joined).lowerBound > days.upperBound {
      return false
    }
    if let left = school.left?.value, self.days(of: left).upperBound < days.lowerBound {
      return false
    }
    return true
  }

  /// Why a KPI does not apply to a school or may not, or `nil` where it does.
  func exemption(of school: School, from kpi: KPI) -> Finding? {
    guard let predicate = kpi.appliesTo else { return nil }
    switch predicate.admits(school) {
    case true: return nil
    case false:
      let reason = Reason(.doesNotApply(predicate), at: predicate.place)
      return Finding(outcome: .notApplicable, reasons: [reason])
    case nil:
      let reason = Reason(.mayNotApply(predicate), at: school.place)
      return Finding(outcome: .undetermined, reasons: [reason])
    }
  }

  /// Why a KPI is not in force on the day looked at, or `nil` where it is.
  func retirement(of kpi: KPI) -> Finding? {
    guard let valid = kpi.valid else { return nil }
    let isEarly = valid.from.map { days(of: $0).lowerBound > asOf } ?? false
    let isLate = valid.to.map { days(of: $0).upperBound < asOf } ?? false
    guard isEarly || isLate else { return nil }
    return Finding(outcome: .notApplicable, reasons: [Reason(.validity(valid), at: valid.place)])
  }
}

extension Evaluator {
  /// Whether a reading is of a period in which the KPI was in force.
  ///
  /// The first day of the period decides, so that of two versions of a KPI that follow on each
  /// other one speaks for each period.
  func isInForce(_ reading: Reading, _ kpi: KPI) -> Bool {
    guard let valid = kpi.valid else { return true }
    let first = days(of: reading.period).lowerBound
    if let from = valid.from, first < days(of: from).lowerBound { return false }
    if let to = valid.to, first > days(of: to).upperBound { return false }
    return true
  }
}

extension SchoolPredicate {
  /// Whether a school passes; `nil` where its entry lacks what decides.
  func admits(_ school: School) -> Bool? {
    if !schools.isEmpty, !schools.contains(school.id) { return false }
    var known = true
    if !phases.isEmpty {
      if let phase = school.phase {
        guard phases.contains(where: { sameWord($0, phase) }) else { return false }
      } else {
        known = false
      }
    }
    if let church {
      if let isChurch = school.church {
        guard isChurch == church else { return false }
      } else {
        known = false
      }
    }
    return known ? true : nil
  }
}
