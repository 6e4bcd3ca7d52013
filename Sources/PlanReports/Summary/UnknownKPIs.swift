import PlanEvaluation
import PlanModel

/// What nothing can be said of in a plan on a day, counted the same way in every report.
///
/// Counted are the trust's own verdicts; where schools were named, or nothing is read for the trust,
/// those of each school. A KPI that repeats another is counted once, there.
struct UnknownKPIs: Sendable {
  /// How many verdicts there are.
  let asked: Int
  /// Those that somebody could find out more of: each outcome with its number.
  let outcomes: [OutcomeCount]
  /// What is grey although nothing is missing: not due, not applicable, a question and the like.
  let notAsked: [OutcomeCount]
  /// How many KPIs the verdicts are of.
  let kpis: Int
  /// The KPIs that have never been read.
  let neverRead: [KPIPath]
  /// The schools whose verdicts are counted; none where the trust's own are.
  let schools: [School.ID]

  init(_ subject: ReportSubject, _ standings: SchoolStandings? = nil) {
    let counts = (standings ?? SchoolStandings(subject)).counts(alone: subject.school)
    let main = counts.first?.scope == .trust ? [counts[0]] : counts
    let scopes = Set(main.map(\.scope))
    let verdicts = subject.evaluation.verdicts
    let grey = OutcomeCount.all(
      in: verdicts.lazy.filter {
        $0.status == .grey && scopes.contains($0.scope) && !$0.repeatsAnother
      }
    )
    asked = main.reduce(0) { $0 + $1.counts.total }
    outcomes = grey.filter(\.outcome.isUnknown)
    notAsked = grey.filter { !$0.outcome.isUnknown }
    kpis = subject.kpiCount(verdicts)
    neverRead = subject.neverRead(among: verdicts)
    schools = main.compactMap { if case .school(let id) = $0.scope { id } else { nil } }
  }

  /// How many are not known.
  var count: Int { outcomes.reduce(0) { $0 + $1.number } }

  /// How many are not known, of how many: `61 of 86 KPIs`.
  var countWords: String {
    let place = schools.count > 1 ? " at \(counted(schools.count, "school"))" : ""
    return "\(count) of \(counted(asked, "KPI"))\(place)"
  }

  /// How many have never been read: `59 of 86 KPIs have never been read`.
  var neverReadWords: String {
    let verb = neverRead.count == 1 ? "has" : "have"
    return "\(neverRead.count) of \(counted(kpis, "KPI")) \(verb) never been read"
  }
}
