import PlanModel
import SourceText

/// The reading that speaks for a scope on the day looked at.
struct ReadingChoice {
  var reading: Reading?
  /// Rows that the reading replaced, latest first.
  var superseded: [Reading] = []
  /// The latest row kept for its note alone.
  var evidence: Reading?
  /// The latest reading that would speak but for the KPI's window.
  var beforeWindow: Reading?
  /// The latest reading that would speak but for the time in which the KPI is in force.
  var outsideValidity: Reading?
  var isForEverySchool = false
  var isForWholeKPI = false
}

extension Evaluator {
  /// Whether a reading counts: its period has begun, and it had been recorded.
  func counts(_ reading: Reading) -> Bool {
    request.counts(reading, days(of: reading.period), on: asOf)
  }

  /// The latest reading of one series that counts and that is accepted.
  func latest(
    _ kpi: KPI.ID,
    _ strand: String?,
    _ scope: Scope,
    where accepts: (Reading) -> Bool = { _ in true }
  ) -> ReadingChoice {
    let series = readings.series(kpi, strand, scope)
    var choice = ReadingChoice()
    var index = series.count
    while index > 0 {
      index -= 1
      if let chosen = choice.reading {
        // Rows of a period stand together but for periods that end on the same day.
        guard days(of: series[index].period).upperBound == days(of: chosen.period).upperBound
        else { break }
        guard series[index].period == chosen.period else { continue }
      }
      guard counts(series[index]), accepts(series[index]) else { continue }
      if case .evidence = series[index].value {
        if choice.evidence == nil { choice.evidence = series[index] }
      } else if choice.reading == nil {
        choice.reading = series[index]
      } else {
        choice.superseded.append(series[index])
      }
    }
    return choice
  }

  /// The reading of one series for exactly one period, the latest row where it was corrected.
  func reading(_ kpi: KPI.ID, _ strand: String?, _ scope: Scope, in period: Period) -> Reading? {
    readings.series(kpi, strand, scope).last {
      $0.period == period && $0.value != .evidence && counts($0)
    }
  }

  /// The reading that speaks for a scope and strand.
  ///
  /// A school without its own takes the one for every school, if it was a member in that period:
  /// the newer period wins, its own on equal ones. A KPI of the trust takes what holds of every
  /// school where that says something of the whole. A strand without its own takes that of the
  /// whole KPI.
  func choose(_ kpi: KPI, _ strand: KPI.Strand?, _ scope: Scope) -> ReadingChoice {
    guard kpi.window != nil || kpi.valid != nil else {
      return choose(kpi, strand, scope) { _ in true }
    }
    var choice = choose(kpi, strand, scope) { isInForce($0, kpi) && isInWindow($0, kpi) }
    guard choice.reading == nil else { return choice }
    choice.beforeWindow = choose(kpi, strand, scope) { isInForce($0, kpi) }.reading
    if choice.beforeWindow == nil {
      choice.outsideValidity = choose(kpi, strand, scope) { _ in true }.reading
    }
    return choice
  }

  private func choose(
    _ kpi: KPI,
    _ strand: KPI.Strand?,
    _ scope: Scope,
    where accepts: (Reading) -> Bool
  ) -> ReadingChoice {
    let id = readID(of: kpi)
    var choice = latest(id, strand?.id, scope, where: accepts)
    if let every = latestForEverySchool(id, kpi, strand, scope, where: accepts) {
      if let other = every.reading, isNewer(other, than: choice.reading) {
        choice = every
        choice.isForEverySchool = true
      } else if choice.evidence == nil {
        choice.evidence = every.evidence
      }
    }
    if choice.reading == nil, strand != nil {
      var whole = choose(kpi, nil, scope, where: accepts)
      whole.isForWholeKPI = whole.reading != nil
      if whole.evidence == nil { whole.evidence = choice.evidence }
      return whole
    }
    return choice
  }

  /// The id whose readings speak for a KPI: its own, or that of the KPI which it repeats.
  ///
  /// A KPI that repeats another and yet has readings of its own keeps to them.
  func readID(of kpi: KPI) -> KPI.ID {
    guard kpi.sameAs != nil, !isRead(kpi.id) else { return kpi.id }
    return plan.repeated(by: kpi)
  }

  private func isRead(_ id: KPI.ID) -> Bool {
    if !readings.strands(of: id).isEmpty { return true }
    if !readings.series(id, nil, .trust).isEmpty { return true }
    if !readings.series(id, nil, .everySchool).isEmpty { return true }
    return trust.schools.contains { !readings.series(id, nil, .school($0.id)).isEmpty }
  }

  /// The latest reading for every school, where it may speak for a scope.
  private func latestForEverySchool(
    _ readID: KPI.ID,
    _ kpi: KPI,
    _ strand: KPI.Strand?,
    _ scope: Scope,
    where accepts: (Reading) -> Bool
  ) -> ReadingChoice? {
    switch scope {
    case .school(let id):
      guard let school = trust.schools.first(where: { $0.id == id }) else { return nil }
      return latest(readID, strand?.id, .everySchool) {
        wasMember(school, in: $0.period) && accepts($0)
      }
    case .trust where kpi.level == .trust:
      return latest(readID, strand?.id, .everySchool) {
        $0.value.holdsOfTheWhole(kpi.unit) && accepts($0)
      }
    case .trust, .everySchool, .comparator: return nil
    }
  }

  private func isNewer(_ other: Reading, than own: Reading?) -> Bool {
    guard let own else { return true }
    return days(of: other.period).upperBound > days(of: own.period).upperBound
  }

  /// Appends the lines of proof for a choice.
  func explain(
    _ choice: ReadingChoice,
    _ kpi: KPI,
    _ scope: Scope,
    _ withoutReading: Outcome,
    in reasons: inout [Reason]
  ) {
    explainWindow(kpi, in: &reasons)
    if let reading = choice.reading {
      reasons.append(Reason(.reading(reading), at: reading.place))
      if choice.isForEverySchool { reasons.append(Reason(.readingForEverySchool(scope))) }
      if choice.isForWholeKPI { reasons.append(Reason(.readingForWholeKPI)) }
      for old in choice.superseded { reasons.append(Reason(.superseded(old), at: old.place)) }
    } else {
      if withoutReading == .awaited, let frequency = kpi.frequency {
        reasons.append(Reason(.neverRead(frequency.value), at: frequency.place))
      } else {
        reasons.append(Reason(.noReading, at: kpi.place))
      }
      if let old = choice.beforeWindow {
        reasons.append(Reason(.beforeWindow(old), at: old.place))
      }
      if let other = choice.outsideValidity, let valid = kpi.valid {
        reasons.append(Reason(.validity(valid), at: valid.place))
        reasons.append(Reason(.outsideValidity(other), at: other.place))
      }
      if let note = choice.evidence { reasons.append(Reason(.evidence(note), at: note.place)) }
    }
  }
}

extension ReadingValue {
  /// Whether what is true of every school alike is then true of the trust; sums and counts are not.
  fileprivate func holdsOfTheWhole(_ unit: Unit?) -> Bool {
    switch self {
    case .number, .censored, .between: unit?.mark == .percent
    default: true
    }
  }
}
