internal import PlanModel
internal import PlanSyntax
internal import SourceText

extension Lowering {
  /// Reports dates that stand beside pieces of work, of which it is not known whose they are.
  ///
  /// Silent as soon as every piece of work has a date of its own.
  ///
  /// - Parameters:
  ///   - entry: The list of dates; nothing is said without one.
  ///   - dates: The dates in it.
  ///   - actions: The actions beside them.
  ///   - milestones: The milestones beside them.
  ///   - owner: The id of the KPI or priority under which they stand.
  func checkAligned(
    _ entry: EntrySyntax?,
    _ dates: [Sourced<String>],
    _ actions: [Action],
    _ milestones: [Milestone],
    of owner: String
  ) {
    guard let entry, !dates.isEmpty else { return }
    let isEmpty = actions.isEmpty && milestones.isEmpty
    let isOpen =
      actions.contains { $0.due == nil && $0.every == nil }
      || milestones.contains { $0.due == nil && $0.every == nil }
    guard isEmpty || isOpen else { return }
    func words(_ count: Int, _ noun: String) -> [String] {
      count == 0 ? [] : [count == 1 ? "1 \(noun)" : "\(count) \(noun)s"]
    }
    let work = words(milestones.count, "milestone") + words(actions.count, "action")
    let beside = isEmpty ? "no work" : work.joined(separator: " and ")
    report(
      .datesUnaligned,
      "'\(owner)' has \(beside) beside \(words(dates.count, "date")[0]), and nothing says which "
        + "belongs to which",
      at: entry.name.place,
      label: "no work is due by any of them",
      help: "give each piece of work its `due:` once somebody knows it"
    )
  }
}
