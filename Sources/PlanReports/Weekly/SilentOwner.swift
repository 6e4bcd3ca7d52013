import PlanEvaluation
public import PlanModel
import SourceText

/// An owner whose KPIs have had no reading for longer than their frequency allows.
public struct SilentOwner: Sendable {
  /// The owner, as the plan names it; `nil` where nobody answers for the KPIs.
  public var id: String?
  /// The name of the owner; `nil` where nobody answers for the KPIs.
  public var name: String?
  /// The KPIs, in the order of the plan.
  public var kpis: [SilentKPI]

  /// A KPI without a reading in time.
  public struct SilentKPI: Sendable {
    /// The id.
    public var id: KPI.ID
    /// The title.
    public var title: String
    /// How often it is to be read.
    public var frequency: Frequency
    /// The latest period read anywhere; `nil` where it was never read.
    public var last: Period?
    /// The schools of which a reading is wanting; empty where it is the trust's own.
    public var schools: [School.ID]
  }
}

/// The owners who have not given readings in time, in the order of the plan, and nobody last.
func silentOwners(_ subject: ReportSubject) -> [SilentOwner] {
  var owners: [SilentOwner] = []
  var at = 0
  let verdicts = subject.evaluation.verdicts
  while at < verdicts.count {
    let path = verdicts[at].path
    let first = at
    while at < verdicts.count, verdicts[at].path == path { at += 1 }
    let kpi = subject.plan[path]
    guard let frequency = kpi.frequency?.value, kpi.sameAs == nil else { continue }
    let all = verdicts[first..<at]
    let wanting = all.filter { verdict in
      ([verdict] + verdict.ownParts).contains(where: \.isWanting)
        && (verdict.isOfSchool || !all.contains(where: \.isOfSchool))
    }
    if wanting.isEmpty { continue }
    let calendar = subject.trust.calendar
    let periods = wanting.flatMap { [$0] + $0.ownParts }.compactMap { $0.reading?.period }
    let silent = SilentOwner.SilentKPI(
      id: kpi.id,
      title: kpi.title,
      frequency: frequency,
      last: periods.max { calendar.days(of: $0).upperBound < calendar.days(of: $1).upperBound },
      schools: wanting.compactMap { verdict in
        if case .school(let id) = verdict.scope { id } else { nil }
      }
    )
    let named = subject.plan.answering(for: path).map(\.value)
    for id in named.isEmpty ? [nil] : named.map(Optional.some) {
      if let index = owners.firstIndex(where: { $0.id == id }) {
        owners[index].kpis.append(silent)
      } else {
        let name = id.map(subject.trust.ownerName)
        owners.append(SilentOwner(id: id, name: name, kpis: [silent]))
      }
    }
  }
  return owners.filter { $0.id != nil } + owners.filter { $0.id == nil }
}
