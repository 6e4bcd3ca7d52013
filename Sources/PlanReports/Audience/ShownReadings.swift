import PlanModel

/// Readings without the figures and words that an audience is not shown.
struct ShownReadings: Readings {
  private let base: any Readings
  private let hidden: HiddenFigures
  private let audience: Audience
  /// The schools that are shown in full.
  private let own: [School.ID]

  init(
    _ base: any Readings,
    _ hidden: HiddenFigures,
    to audience: Audience,
    own: [School.ID]
  ) {
    self.base = base
    self.hidden = hidden
    self.audience = audience
    self.own = own
  }

  func series(_ kpi: KPI.ID, _ strand: String?, _ scope: Scope) -> [Reading] {
    let readings = base.series(kpi, strand, scope)
    if readings.isEmpty || isOwn(scope) { return readings }
    let series = HiddenFigures.Series(kpi: kpi, strand: strand, scope: scope)
    let hasHidden = hidden.series.contains(series)
    // What is hidden of one school may stand in the note of another.
    let hasWords = audience == .board && !hidden.kpis.contains(kpi)
    if hasWords, !hasHidden { return readings }
    return readings.map { reading in
      var reading = reading
      if !hasWords {
        reading.note = ""
        reading.source = ""
      }
      let figure = HiddenFigures.Figure(series: series, period: reading.period)
      if hasHidden, hidden.figures.contains(figure) { reading.suppress() }
      return reading
    }
  }

  func strands(of kpi: KPI.ID) -> [String] { base.strands(of: kpi) }

  func read(by plan: Plan) -> any Readings {
    ShownReadings(base.read(by: plan), hidden, to: audience, own: own)
  }

  private func isOwn(_ scope: Scope) -> Bool {
    if case .school(let id) = scope { own.contains(id) } else { false }
  }
}

extension Reading {
  /// Leaves nothing of a reading but that there is one.
  fileprivate mutating func suppress() {
    cohort = nil
    weight = nil
    // A row kept for its note alone says that nothing was measured, and still does.
    if case .evidence = value { return }
    value = .missing(.suppressed)
    text = MissingValue.suppressed.rawValue
  }
}
