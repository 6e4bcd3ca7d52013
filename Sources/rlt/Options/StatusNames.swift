import PlanEvaluation
import PlanFiles
import PlanModel

/// The names of statuses and outcomes that were asked for, checked; several may share a word,
/// separated by commas.
func statusNames(_ words: [String]) throws -> [String] {
  let known = knownStatusNames
  return try words.flatMap { $0.split(separator: ",").map { $0.filter { $0 != " " } } }.map {
    let name = $0.lowercased()
    if known.contains(name) { return name }
    let near = nearestNames(to: name, among: known)
    let help = near.isEmpty ? "" : "\n  did you mean \(near.joined(separator: " or "))?"
    throw Failure(
      .usage,
      "no status is called “\(name)”\(help)\n  statuses: \(known.joined(separator: ", "))"
    )
  }
}

/// Every status and every outcome, by name.
private var knownStatusNames: [String] {
  let outcomes: [Outcome] = [
    .met, .nearly, .missed, .undetermined, .noComparator, .noScale, .noReading, .awaited, .stale,
    .notApplicable, .notYetJoined, .left, .notDue, .excepted, .questionOpen, .questionAnswered,
    .external, .noTarget,
  ]
  var names = ["red", "amber", "green", "grey"] + outcomes.map(\.name)
  for name in MissingValue.allCases.map({ Outcome.missing($0).name }) where !names.contains(name) {
    names.append(name)
  }
  return names
}

/// What a command is to end with exit status 1 on.
enum FailingLevel: String, CaseIterable {
  case red
  case amber
  case stale

  /// Whether a verdict counts as a finding.
  func isReached(by verdict: Verdict) -> Bool {
    switch self {
    case .red: verdict.status == .red
    case .amber: verdict.status == .red || verdict.status == .amber
    case .stale: verdict.outcome == .stale
    }
  }
}
