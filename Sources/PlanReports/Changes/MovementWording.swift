import Documents
import PlanEvaluation
import PlanModel

extension Movement {
  /// What moved, after the title: `green to red, 97.1% to 95.9%`.
  func words(_ wording: KPIWording) -> String {
    let words: [String]
    switch direction {
    case .worse where before?.outcome == .notDue && before?.due == now.due && now.due != nil:
      let due = now.due.map(dayWords) ?? ""
      words = ["\(now.colorWord) since the deadline, \(due)", values(wording)]
    case .worse, .better:
      words = ["\(before?.colorWord ?? "") to \(now.colorWord)", values(wording)]
    case .newlyKnown:
      let since = before?.outcome == .notYetJoined ? ", joined since" : ""
      words = ["now \(now.colorWord)\(since)", values(wording)]
    case .newFigure:
      words = [now.isKnown ? "still \(now.colorWord)" : now.outcome.words, values(wording)]
    case .noLongerKnown:
      let figures = now.outcome == .stale ? lastKnown(wording) : values(wording)
      words = ["\(before?.colorWord ?? "") to \(now.outcome.words)", figures]
    case .noLongerAsked: words = ["was \(before?.colorWord ?? "")", now.outcome.words]
    }
    return words.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// The target that is missed or nearly met: `target at least 96%`; empty where there is none.
  func missedTarget(_ wording: KPIWording) -> String {
    guard direction != .noLongerKnown, direction != .noLongerAsked, let target = now.target,
      now.color == .red || now.color == .amber
    else { return "" }
    return "target \(wording.words(target))"
  }

  /// The figures of both days, or of the only one there is: `97.1% to 95.9%`.
  private func values(_ wording: KPIWording) -> String {
    let old = before.map { value(of: $0, wording) } ?? ""
    let new = value(of: now, wording)
    if old.isEmpty { return new }
    if new.isEmpty { return "was \(old)" }
    return old.utf8.elementsEqual(new.utf8) ? "still \(new)" : "\(old) to \(new)"
  }

  /// The reading that has grown too old, and its period.
  private func lastKnown(_ wording: KPIWording) -> String {
    guard let reading = now.reading ?? before?.reading else { return "" }
    let period = periodWords(reading.period)
    return "last \(wording.value(of: reading)) for \(period)"
  }

  private func value(of verdict: Verdict, _ wording: KPIWording) -> String {
    if let reading = verdict.reading {
      return wording.value(of: reading, beside: KPIWording.limits(of: verdict.target))
    }
    return verdict.members.map(memberWords) ?? ""
  }
}

extension Verdict {
  /// The colour as a word, where the verdict has one; else what was found.
  var colorWord: String {
    let words = outcome == .stale ? staleOutcome ?? outcome : outcome
    let word = words.status == .grey ? words.words : words.status.rawValue
    return outcome == .stale ? "\(word) (stale)" : word
  }
}
