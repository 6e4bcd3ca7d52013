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
    case .period(let period): return .on(trust.calendar.lastDay(of: period))
    case .yearsAfterJoining(let years):
      guard let joined = school?.joined?.value else { return .unknown(.noJoiningDay) }
      return .on(trust.calendar.lastDay(of: joined).adding(years: years))
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
  ///
  /// Where nobody can tell whether the deadline has passed, a miss is left open, until the plan
  /// itself has ended.
  func applyDeadline(_ subject: Subject, to verdict: inout Verdict) {
    guard let deadline = subject.kpi.deadline else { return }
    switch due(deadline.rule, subject.school) {
    case .on(let day):
      verdict.due = day
      verdict.reasons.append(Reason(.due(deadline, day), at: deadline.place))
      explainTerms(deadline, in: &verdict)
      if day > asOf {
        verdict.setMissAside(as: .notDue)
      } else {
        explainLateness(subject, day, in: &verdict)
      }
    case .ahead(let latest, let gap):
      verdict.due = latest
      let line = Reason(.deadlineAhead(deadline, by: latest, gap), at: deadline.place)
      verdict.reasons.append(line)
      explainTerms(deadline, in: &verdict)
      verdict.setMissAside(as: .notDue)
    case .unknown(let gap):
      verdict.reasons.append(Reason(.deadlineUnknown(deadline, gap), at: deadline.place))
      if !planEnded, verdict.setMissAside(as: .undetermined) {
        verdict.reasons.append(Reason(.dueUnknown))
      }
    }
  }

  /// Adds the deadline of a trust whose schools all have the same.
  func explainDeadlineOfAll(_ kpi: KPI, in verdict: inout Verdict) {
    guard let deadline = kpi.deadline, case .period(let period) = deadline.rule else { return }
    let due = trust.calendar.lastDay(of: period)
    verdict.due = due
    verdict.reasons.append(Reason(.due(deadline, due), at: deadline.place))
    explainTerms(deadline, in: &verdict)
  }

  /// Turns a miss before the plan has begun into "not due".
  func applyPlanStart(to verdict: inout Verdict) {
    guard asOf < planStart, verdict.setMissAside(as: .notDue) else { return }
    verdict.reasons.append(Reason(.planNotBegun(planStart), at: plan.place))
  }

  /// Says of which terms of a deadline nobody has declared the dates.
  private func explainTerms(_ deadline: Deadline, in verdict: inout Verdict) {
    for period in deadline.rule.periods where !trust.calendar.knowsEnd(of: period) {
      verdict.reasons.append(Reason(.termNotDeclared(period)))
    }
  }

  /// Says what stood on a deadline, where it has been met only since.
  private func explainLateness(_ subject: Subject, _ day: Day, in verdict: inout Verdict) {
    // What counts now counted on the deadline already, if its period had begun by then.
    guard verdict.outcome == .met, let reading = subject.reading,
      days(of: reading.period).lowerBound > day
    else { return }
    var then = self
    then.asOf = day
    let (question, strand) = (subject.question, subject.strand)
    let choice = then.choose(question.kpi, strand, subject.scope)
    guard let old = choice.reading else {
      verdict.reasons.append(Reason(.metLate(day, .noReading, nil)))
      return
    }
    let force = then.targetInForce(question.kpi, strand, subject.school, old)
    guard let target = force.target else { return }
    let earlier = Subject(
      question: question,
      strand: strand,
      scope: subject.scope,
      school: subject.school,
      reading: old,
      target: target.condition,
      withoutReading: .noReading
    )
    var finding = then.find(target.condition, earlier)
    then.applyAmber(force.amber, target.condition, earlier, to: &finding)
    guard finding.outcome != .met else { return }
    verdict.reasons.append(Reason(.metLate(day, finding.outcome, old), at: old.place))
  }
}

extension Verdict {
  /// Turns a miss into an outcome that is not held against anyone.
  ///
  /// - Returns: Whether there was one.
  @discardableResult
  mutating func setMissAside(as open: Outcome) -> Bool {
    guard outcome == .missed || outcome == .nearly else { return false }
    openMiss = outcome
    outcome = open
    return true
  }
}

extension Deadline.Rule {
  /// The periods by whose end something is to be done.
  fileprivate var periods: [Period] {
    switch self {
    case .period(let period): [period]
    case .earliest(let rules): rules.flatMap(\.periods)
    case .yearsAfterJoining, .firstInspection, .unparsed: []
    }
  }
}
