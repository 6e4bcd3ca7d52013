import Documents
import PlanEvaluation
import PlanModel
import SourceText

extension BoardPack {
  /// What is red and amber, the furthest from its target first, with who answers and what is next.
  func exceptions() -> [Block] {
    let red = subject.misses(.red)
    let amber = subject.misses(.amber)
    var blocks: [Block] = [
      .heading(
        Line([.text(attention, .strong)]),
        level: 2,
        anchor: "\(trust.id).exceptions"
      )
    ]
    if red.isEmpty, amber.isEmpty {
      let anyGreen = subject.verdicts.contains { $0.status == .green }
      blocks.append(
        .paragraph(Line(anyGreen ? "Nothing is red or amber." : subject.nothingKnownWords))
      )
    } else {
      blocks.append(.paragraph(Line(exceptionWords(red, amber))))
      blocks.append(.table(table(red + amber)))
    }
    if let moves, moves.since < asOf {
      blocks.append(.gap)
      let told = moves.blocks(subject, most: 8)
      blocks += told.map { block in
        guard case .heading(let line, _, let anchor) = block else { return block }
        // A heading with nothing under it is a sentence.
        return told.count == 1 ? .paragraph(line) : .heading(line, level: 3, anchor: anchor)
      }
    }
    return blocks + lateWork()
  }

  /// The title of the part; a site is not made for a board alone.
  private var attention: String {
    readers.isEmpty ? "What needs attention" : "What needs the board’s attention"
  }

  /// How many KPIs are red and amber, and in which order they stand.
  private func exceptionWords(_ red: [Miss], _ amber: [Miss]) -> String {
    let counts = [(Miss.kpiCount(red), "red"), (Miss.kpiCount(amber), "amber")]
      .filter { $0.0 > 0 }
    let words = counts.enumerated().map { place, count in
      let verb = count.0 == 1 ? "is" : "are"
      return "\(place == 0 ? counted(count.0, "KPI") : String(count.0)) \(verb) \(count.1)"
    }
    let rows = merged(red + amber).count
    var order: [String] = []
    if rows > counts.reduce(0, { $0 + $1.0 }) {
      order.append("parts of a KPI have rows of their own")
    }
    if red.count > 1 || amber.count > 1 {
      let each = counts.count > 1 ? " in each colour" : ""
      order.append("the furthest from its target stands first\(each)")
    }
    let end = order.isEmpty ? "" : "; " + order.joined(separator: ", and ")
    return listed(words, "and") + end + "."
  }

  private func table(_ misses: [Miss]) -> Table {
    Table(
      columns: [
        Column("KPI", narrowest: 18), Column("Status", narrowest: 8),
        Column("Where", narrowest: 16),
        Column("Target", narrowest: 11), Column("Owner", narrowest: 10),
        Column("Next action", narrowest: 16),
      ],
      rows: merged(misses).map { row($0) }
    )
  }

  /// Parts of a KPI that say the same, told together.
  private func merged(_ misses: [Miss]) -> [[Miss]] {
    var groups: [[Miss]] = []
    for miss in misses {
      let same = groups.firstIndex { group in
        let first = group[0].furthest
        return first.path == miss.furthest.path && first.status == miss.furthest.status
          && group[0].verdicts.map(\.scope) == miss.verdicts.map(\.scope)
          && group[0].verdicts.map(subject.position) == miss.verdicts.map(subject.position)
      }
      if let same { groups[same].append(miss) } else { groups.append([miss]) }
    }
    return groups
  }

  private func row(_ misses: [Miss]) -> Row {
    let miss = misses[0]
    let first = miss.furthest
    let parts = misses.map { subject.strandTitle($0.furthest) }.joined(separator: "; ")
    let title =
      misses.count == 1
      ? subject.fullTitle(first)
      : "\(subject.title(first)), \(counted(misses.count, "part")): \(parts)"
    let kpi = plan[first.path]
    let most = 4
    var places = miss.verdicts.prefix(most).map { verdict -> Cell in
      let words = subject.short(verdict)
      if verdict.scope == .trust || subject.school != nil { return .text(words) }
      return .line(Line([subject.links.name(of: verdict.scope, in: trust), .text(" \(words)")]))
    }
    if miss.verdicts.count > most {
      places.append(
        .text("and \(counted(miss.verdicts.count - most, "more school", "more schools"))")
      )
    }
    let answering = plan.answering(for: first.path)
    var owner = ownerWords(answering, trust)
    if kpi.owners.isEmpty, !answering.isEmpty, !areHidden(answering) {
      let verb = answering.count == 1 ? "leads" : "lead"
      let isOfPriority = !plan[PriorityPlace(first.path)].leads.isEmpty
      owner += " (\(verb) the \(isOfPriority ? "priority" : "strategy"))"
    }
    return Row([
      .line(Line([subject.links.words(title, to: first.path)])),
      .mark(first.mark),
      .list(places),
      .text(first.target.map(subject.wording(first).words) ?? ""),
      .text(owner),
      .text(nextWords(kpi.id)),
    ])
  }

  /// The next action in words: what, by when, and how late it is.
  private func nextWords(_ kpi: KPI.ID) -> String {
    guard let next = nextAction(for: kpi) else { return "none planned" }
    var words = next.action.text
    if let waitsFor = next.action.waitsFor {
      words += " (waits for: \(waitsFor))"
    } else if let due = next.dueDay(in: trust.calendar) {
      words += due < today ? " (\(lateWords(due, on: today)))" : " (by \(dayWords(due)))"
    }
    return words
  }

  /// The work that is overdue, the latest first.
  private func lateWork() -> [Block] {
    let late = actions.compactMap { planned -> (planned: PlannedAction, due: Day)? in
      guard planned.isOverdue(on: today, in: trust.calendar),
        let due = planned.dueDay(in: trust.calendar)
      else { return nil }
      return (planned, due)
    }
    if late.isEmpty { return [] }
    let order = late.indices.sorted { (late[$0].due, $0) < (late[$1].due, $1) }
    let most = 15
    var blocks: [Block] = [
      .gap,
      .heading(
        Line([.text("Overdue: \(counted(late.count, "action"))", .strong)]),
        level: 3
      ),
      .table(
        Table(
          columns: [
            Column("Action", narrowest: 24), Column("Owner", narrowest: 10),
            Column("Due", narrowest: 10), Column("Late", narrowest: 8),
          ],
          rows: order.prefix(most).map { index in
            let (planned, due) = late[index]
            return Row([
              .text(planned.action.text), .text(ownerWords(planned.action.owners, trust)),
              .day(dayWords(due), iso: due.description), .text(ageWords(from: due, to: today)),
            ])
          }
        )
      ),
    ]
    if late.count > most {
      blocks.append(
        .paragraph(Line("The \(most) that are latest; the others stand under their priorities."))
      )
    }
    return blocks
  }
}
