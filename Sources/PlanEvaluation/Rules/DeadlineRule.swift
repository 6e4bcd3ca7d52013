import PlanModel
import SourceText

/// When a deadline falls, as far as it can be told.
enum DueDay {
  /// On this day.
  case on(Day)
  /// After the day looked at, on this day at the latest where one is known.
  case ahead(by: Day?, Reason.DeadlineGap)
  /// It cannot be told.
  case unknown(Reason.DeadlineGap)
}

extension Evaluator {
  /// When a deadline falls for a school, or for the trust where there is none.
  func due(_ rule: Deadline.Rule, _ school: School?) -> DueDay {
    switch rule {
    case .period(let period): return .on(days(of: period).upperBound)
    case .yearsAfterJoining(let years):
      guard let joined = school?.joined?.value else { return .unknown(.noJoiningDay) }
      return .on(days(of: joined).upperBound.adding(years: years))
    case .firstInspection(let section): return firstInspection(section, school)
    case .earliest(let rules): return earliest(rules.map { due($0, school) })
    case .unparsed: return .unknown(.unparsed)
    }
  }

  /// The first inspection on or after joining; one before it was not the trust's.
  private func firstInspection(_ section: String?, _ school: School?) -> DueDay {
    guard let school, let joined = school.joined?.value else { return .unknown(.noJoiningDay) }
    let start = days(of: joined).lowerBound
    var first: Day?
    for inspection in school.inspections {
      if let section, !sameWord(section, inspection.section) { continue }
      let days = days(of: inspection.on.value)
      guard days.lowerBound >= start, days.lowerBound <= asOf else { continue }
      first = min(first ?? days.upperBound, days.upperBound)
    }
    return first.map { .on($0) } ?? .ahead(by: nil, .noInspection)
  }

  /// Whichever comes first.
  ///
  /// A day that has passed decides whatever the others are. One that cannot be told might have
  /// passed already; an inspection still to come has not.
  private func earliest(_ days: [DueDay]) -> DueDay {
    var known: Day?
    var ahead: Reason.DeadlineGap?
    var unknown: Reason.DeadlineGap?
    for day in days {
      switch day {
      case .on(let day): known = min(known ?? day, day)
      case .ahead(let latest, let gap):
        if let latest { known = min(known ?? latest, latest) }
        ahead = gap
      case .unknown(let gap): unknown = unknown ?? gap
      }
    }
    if let known, known <= asOf { return .on(known) }
    if let unknown { return .unknown(unknown) }
    if let ahead { return .ahead(by: known, ahead) }
    return known.map { .on($0) } ?? .unknown(.unparsed)
  }

  /// Turns a miss before its deadline into "not due"; a target met early is met.
  func applyDeadline(_ kpi: KPI, _ school: School?, to verdict: inout Verdict) {
    guard let deadline = kpi.deadline else { return }
    let isAhead: Bool
    switch due(deadline.rule, school) {
    case .on(let day):
      verdict.due = day
      verdict.reasons.append(Reason(.due(deadline, day), at: deadline.place))
      isAhead = day > asOf
    case .ahead(let latest, let gap):
      verdict.due = latest
      if let latest {
        verdict.reasons.append(Reason(.due(deadline, latest), at: deadline.place))
      }
      verdict.reasons.append(Reason(.deadlineUnknown(deadline, gap), at: deadline.place))
      isAhead = true
    case .unknown(let gap):
      verdict.reasons.append(Reason(.deadlineUnknown(deadline, gap), at: deadline.place))
      isAhead = false
    }
    if isAhead, verdict.outcome == .missed || verdict.outcome == .nearly {
      verdict.outcome = .notDue
    }
  }
}
