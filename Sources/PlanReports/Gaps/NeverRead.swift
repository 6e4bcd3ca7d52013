import PlanEvaluation
import PlanModel
import SourceText

extension ReportSubject {
  /// The KPIs that have never been read: of which nobody has given a figure, grade or answer by the
  /// day, for the trust or for any of the schools that were asked for.
  ///
  /// What every report counts as never read. It is another thing than ``Outcome/noReading``, which
  /// says that no reading counts on the day for one school or the trust: a KPI without a target may
  /// never have been read, and one of which only words are known has been.
  ///
  /// - Parameter verdicts: What was found of the KPIs that are meant.
  /// - Returns: The KPIs, in the order of the plan.
  func neverRead(among verdicts: [Verdict]) -> [KPIPath] {
    var silent: [KPIPath] = []
    for group in groupedByKPI(verdicts) {
      let hasReading = group.contains { verdict in
        verdict.reading != nil || verdict.parts.contains { $0.reading != nil }
      }
      if !hasReading, plan[group[0].path].isToBeRead { silent.append(group[0].path) }
    }
    guard let record, !silent.isEmpty else { return silent }
    var request = evaluation.request(asOf: evaluation.asOf)
    request.schools = school == nil ? [] : schools.map(\.id)
    // A reading that does not count on the day was given all the same.
    return kpisWithoutReading(record, plan: plan, silent, request) { $0.isOne(of: $1) }
  }

  /// How many KPIs the verdicts are of; one that repeats another is counted once, there.
  func kpiCount(_ verdicts: [Verdict]) -> Int {
    groupedByKPI(verdicts).count { plan[$0[0].path].sameAs == nil }
  }
}

extension KPI {
  /// Whether a reading of its own is wanted: it repeats no other, is kept nowhere else, and asks for
  /// more than an answer in words.
  var isToBeRead: Bool { sameAs == nil && reference == nil && question == nil }
}

extension Reading {
  /// Whether it is a reading of a KPI, and neither a reference's nor a row that was kept for its
  /// note, nor of a part that only an earlier plan asked for.
  func isOne(of kpi: KPI) -> Bool {
    if case .comparator = scope { return false }
    if self.kpi == kpi.id, let strand, !kpi.strands.contains(where: { $0.id == strand }) {
      return false
    }
    return value != .evidence
  }
}
