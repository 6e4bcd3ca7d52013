import Documents
import PlanEvaluation
import PlanModel

extension DayChanges {
  /// The deadlines that passed, each with how things stand where it applied.
  func deadlinePoints() -> [Point] { deadlines.map(point) }

  private func point(_ passed: PassedDeadline) -> Point {
    let worst = passed.verdicts.min { ($0.color?.rawValue ?? 2) < ($1.color?.rawValue ?? 2) }
    let title = worst.map(now.title) ?? ""
    var stands: [(words: String, names: [String])] = []
    for verdict in passed.verdicts {
      let words = verdict.outcome.words
      let isNamed = verdict.isOfSchool && now.school == nil
      let names = isNamed ? [now.trust.name(of: verdict.scope)] : []
      if let same = stands.firstIndex(where: { $0.words == words }) {
        stands[same].names += names
      } else {
        stands.append((words, names))
      }
    }
    let told = stands.map { stand in
      let names = stand.names.isEmpty ? "" : " at \(schoolNames(stand.names, now.trust))"
      return stand.words + names
    }
    let answering = now.plan.answering(for: passed.path)
    let owners = areHidden(answering) ? "" : ", \(ownerWords(answering, now.trust))"
    return Point(
      worst?.mark,
      Line([
        .text(title, .strong),
        .text(", by \(dayWords(passed.due))\(owners): \(told.joined(separator: "; "))"),
      ])
    )
  }
}
