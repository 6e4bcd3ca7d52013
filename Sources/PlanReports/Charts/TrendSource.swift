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
  /// - Parameters:
  ///   - verdict: The verdict, whose target is drawn.
  ///   - isCell: Whether the picture stands in a table, whose row names the KPI and the school.
  /// - Returns: The picture; `nil` where there is no reading.
  func trend(of verdict: Verdict, isCell: Bool = false) -> Chart? {
    let readings = past.readings(of: verdict.path, verdict.strand, verdict.scope)
    guard !readings.isEmpty else { return nil }
    let wording = subject.wording(verdict)
    let points = readings.map { point($0, wording) }
    let scale = wording.scale
    var trend = Documents.Trend(
      points: points,
      unit: unitWords(wording),
      targetWords: verdict.target.map { wording.words($0) } ?? "",
      lastReading: points.last?.label ?? ""
    )
    if let target = verdict.target {
      let limits = TrendLimits(target, amber(of: verdict, wording.kpi), scale)
      trend.target = limits.target
      trend.amber = limits.amber
    }
    let place = subject.trust.name(of: verdict.scope)
    return Chart(
      title: isCell ? "" : "\(subject.fullTitle(verdict)), \(place)",
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

  /// What the heights mean: the unit, or the grades from the lowest to the highest.
  private func unitWords(_ wording: KPIWording) -> String {
    if let scale = wording.scale, let best = scale.levels.first, let last = scale.levels.last {
      return "1 is \(last.name), \(scale.levels.count) is \(best.name)"
    }
    return wording.kpi.unit?.text ?? ""
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
    if !trend.targetWords.isEmpty {
      words += " Target \(trend.targetWords): \(verdict.mark.word)."
    }
    return words
  }
}

extension ReportSubject {
  /// The figures of the scope and strand of a verdict over time; `nil` where there are none.
  ///
  /// For one picture; for many, `TrendSource` prepares what they have in common once.
  func trend(of verdict: Verdict) -> Chart? { TrendSource(self)?.trend(of: verdict) }

  /// The title of the KPI of a verdict, with its strand where it is of one.
  func fullTitle(_ verdict: Verdict) -> String {
    verdict.strand == nil ? title(verdict) : "\(title(verdict)), \(strandTitle(verdict))"
  }
}
