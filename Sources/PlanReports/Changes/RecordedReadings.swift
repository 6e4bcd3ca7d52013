import PlanEvaluation
public import PlanModel

/// A reading that came to be known between two days.
public struct RecordedReading: Sendable {
  /// The reading.
  public var reading: Reading
  /// The title of its KPI or piece of evidence.
  public var title: String
  /// Where its KPI stands in the plan; `nil` for evidence that no KPI asks for.
  public var path: KPIPath?
  /// The earlier row for the same period, whose place it took.
  public var corrects: Reading?
}

extension ReportSubject {
  /// The readings that came to be known after one day and by another, in the order of the plan.
  ///
  /// A row without a day of recording is known as soon as its period has begun, or from its last
  /// day on, as evaluation takes it.
  ///
  /// - Parameters:
  ///   - record: The trust with its readings.
  ///   - from: The day by which they were not known.
  ///   - to: The day by which they are.
  /// - Returns: The readings of the subject's KPIs and schools, and of what these are compared with.
  func recordedReadings(_ record: TrustRecord, after from: Day, by to: Day) -> [RecordedReading] {
    let readings = record.readings.read(by: plan)
    var found: [RecordedReading] = []
    func look(_ id: KPI.ID, _ title: String, _ path: KPIPath?) {
      for scope in readingScopes {
        for strand in [nil] + readings.strands(of: id).map(Optional.some) {
          let series = readings.series(id, strand, scope)
          for (index, reading) in series.enumerated() {
            let day = dayKnown(reading)
            guard from < day, day <= to, reading.recorded ?? from <= evaluation.knownAt else {
              continue
            }
            let before = series[..<index].last {
              $0.period == reading.period && $0.value != .evidence && reading.value != .evidence
            }
            found.append(
              RecordedReading(reading: reading, title: title, path: path, corrects: before)
            )
          }
        }
      }
    }
    var last: KPIPath?
    var kpis: [KPIPath] = []
    for verdict in evaluation.verdicts where verdict.path != last {
      last = verdict.path
      kpis.append(verdict.path)
    }
    let all = plan.strategies.reduce(0) { $0 + $1.priorities.reduce(0) { $0 + $1.kpis.count } }
    for path in kpis { look(plan[path].id, plan[path].title, path) }
    // Evidence belongs to no KPI, so whoever asks for some KPIs does not mean it.
    guard kpis.count == all else { return found }
    for priority in plan.strategies.flatMap(\.priorities) {
      for evidence in priority.evidence { look(evidence.id, evidence.title, nil) }
    }
    return found
  }

  /// The day from which a reading counts.
  private func dayKnown(_ reading: Reading) -> Day {
    let days = trust.calendar.days(of: reading.period)
    if let recorded = reading.recorded { return max(days.lowerBound, recorded) }
    return evaluation.takesUndatedRows ? days.lowerBound : days.upperBound
  }

  /// The scopes whose readings can bear on the subject.
  private var readingScopes: [Scope] {
    let isWhole = evaluation.verdicts.contains { $0.scope == .trust }
    return (isWhole ? [.trust] : []) + [.everySchool]
      + (isWhole ? trust.schools : schools).map { .school($0.id) }
      + trust.comparators.map { .comparator($0.id) }
  }
}
