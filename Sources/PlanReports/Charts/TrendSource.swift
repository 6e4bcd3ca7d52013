import Documents
import PlanEvaluation
import PlanModel

/// Draws pictures of figures over time for one subject; what every picture needs is prepared once.
struct TrendSource {
  private let subject: ReportSubject
  private let past: PlanPast

  /// Prepares the pictures; `nil` where the subject comes without its readings.
  init?(_ subject: ReportSubject) {
    guard let record = subject.record else { return nil }
    self.subject = subject
    let request = subject.evaluation.request(asOf: subject.evaluation.asOf)
    past = PlanPast(record, plan: subject.plan, request)
  }

  /// The figures of the scope and strand of a verdict, period after period.
  ///
  /// - Parameter verdict: The verdict, whose target is drawn.
  /// - Returns: The picture; `nil` where there is no reading.
  func trend(of verdict: Verdict) -> Chart? {
    let readings = past.readings(of: verdict.path, verdict.strand, verdict.scope)
    guard !readings.isEmpty else { return nil }
    let wording = subject.wording(verdict)
    let points = readings.map { point($0, wording) }
    let scale = wording.scale
    var trend = Documents.Trend(
      points: points,
      unit: unitWords(wording, readings),
      targetWords: verdict.target.map { wording.words($0) } ?? "",
      lastReading: readings.last.map { lastWords($0.reading.period) } ?? "",
      levels: levels(wording, readings)
    )
    if let target = verdict.target {
      let limits = TrendLimits(target, amber(of: verdict, wording.kpi), scale)
      trend.target = limits.target
      trend.amber = limits.amber
    }
    // The page of one school says itself whose figures these are.
    let isPlaced = verdict.scope != .trust && subject.school == nil
    let place = isPlaced ? ", " + subject.trust.name(of: verdict.scope) : ""
    return Chart(
      title: subject.fullTitle(verdict) + place,
      summary: summary(trend, verdict),
      kind: .trend(trend)
    )
  }

  // MARK: - Points

  private func point(_ past: PastReading, _ wording: KPIWording) -> Documents.Trend.Point {
    let limits = KPIWording.limits(of: past.verdict?.target)
    let value: Double? =
      switch past.reading.value {
      case .number(let number): number.drawn
      case .grade(let rank): wording.scale.map { Double($0.levels.count - rank) }
      case .fact(let fact): fact ? 1 : 0
      // What is known only within limits is no height: the line is broken, and the words say it.
      default: nil
      }
    return Documents.Trend.Point(
      label: periodWords(past.reading.period),
      value: value,
      words: wording.value(of: past.reading, beside: limits),
      mark: past.verdict?.mark
    )
  }

  /// What the heights mean: the unit, or the scale of the grades.
  private func unitWords(_ wording: KPIWording, _ readings: [PastReading]) -> String {
    wording.scale?.title ?? (areFacts(readings) ? "yes or no" : wording.kpi.unit?.text ?? "")
  }

  /// The names of the heights, from the lowest: the grades of the scale, or no and yes.
  private func levels(_ wording: KPIWording, _ readings: [PastReading]) -> [Documents.Trend.Level] {
    if let scale = wording.scale {
      return scale.levels.indices.reversed().map { rank in
        Documents.Trend.Level(Double(scale.levels.count - rank), scale.levels[rank].name)
      }
    }
    return areFacts(readings) ? [.init(0, "no"), .init(1, "yes")] : []
  }

  /// Whether what was read is yes or no and never a figure.
  private func areFacts(_ readings: [PastReading]) -> Bool {
    var isFound = false
    for past in readings {
      switch past.reading.value {
      case .fact: isFound = true
      case .number: return false
      default: break
      }
    }
    return isFound
  }

  /// A period with its last day, where it is longer than a day.
  private func lastWords(_ period: Period) -> String {
    if case .day(let day) = period { return dayWords(day) }
    let last = subject.trust.calendar.days(of: period).upperBound
    return "\(periodWords(period)), to \(dayWords(last))"
  }

  private func amber(of verdict: Verdict, _ kpi: KPI) -> Amber? {
    let own = kpi.overrides.first { override in
      verdict.scope == .school(override.school) && override.target == verdict.target
    }
    return own?.amber ?? kpi.amber
  }

  // MARK: - Words

  /// What can be seen, in one or two sentences.
  private func summary(_ trend: Documents.Trend, _ verdict: Verdict) -> String {
    guard let first = trend.points.first, let last = trend.points.last else { return "" }
    var words =
      trend.points.count == 1
      ? "One reading: \(last.words) for \(last.label)."
      : "\(trend.points.count) readings, from \(first.words) for \(first.label) to "
        + "\(last.words) for \(last.label)."
    let broken = trend.points.count { $0.value == nil }
    if broken > 0 {
      words += broken == trend.points.count ? " None is a figure." : " \(broken) without a figure."
    }
    if trend.lastReading != last.label { words += " Last reading: \(trend.lastReading)." }
    if !trend.targetWords.isEmpty {
      words += " Target \(trend.targetWords): \(verdict.mark.word)."
    }
    return words
  }
}

extension TrendSource {
  /// The figures of a verdict over time, where at least two can be drawn and no other KPI shows them.
  func shownTrend(of verdict: Verdict) -> Chart? {
    guard verdict.reading != nil, !verdict.repeatsAnother, let chart = trend(of: verdict),
      case .trend(let trend) = chart.kind, trend.points.count(where: { $0.value != nil }) > 1
    else { return nil }
    return chart
  }
}

extension Chart {
  /// The same picture for a table, whose row names the KPI and the school.
  var inCell: Chart { Chart(title: "", summary: summary, kind: kind) }
}

extension ReportSubject {
  /// The title of the KPI of a verdict, with its strand where it is of one.
  func fullTitle(_ verdict: Verdict) -> String {
    verdict.strand == nil ? title(verdict) : "\(title(verdict)), \(strandTitle(verdict))"
  }
}
