public import PlanModel

extension TrustRecord {
  /// What of a record may be shown to an audience: the record with everything else taken out.
  ///
  /// Figures of groups smaller than ``Trust/leastCohort`` become gaps, as if the files said `SUPP`,
  /// and so do the figures that would tell them (``HiddenFigures``). Whatever is evaluated, drawn
  /// or written from the result cannot tell what is not in it.
  ///
  /// - Parameters:
  ///   - audience: For whose eyes it is.
  ///   - schools: For the audience of a school: the schools that are shown in full.
  /// - Returns: The record for these eyes; the same record for those who work with the figures.
  public func shown(to audience: Audience, schools: [School.ID] = []) -> TrustRecord {
    if audience == .staff { return self }
    let own = audience == .school ? schools : []
    let hidden = HiddenFigures(in: self, exceptOf: own)
    var record = self
    record.trust = trust.shown(to: audience)
    record.plans = plans.map { $0.shown(to: audience, of: record.trust, hiding: hidden.kpis) }
    record.readings = ShownReadings(readings, hidden, to: audience, own: own)
    return record
  }
}
