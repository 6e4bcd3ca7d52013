public import Documents
import PlanEvaluation
import PlanModel
import SourceText

/// What weeks say as rows for spreadsheets: one for each movement, piece of work and silence.
public func weeklyRows(_ stories: [WeeklyStory]) -> Table {
  Table(
    columns: [
      "trust", "plan", "what", "kpi", "part", "title", "scope", "status-before", "value-before",
      "status", "value", "target", "owner", "due", "days-late",
    ].map { Column($0) },
    rows: stories.flatMap { story in story.facts.map(\.row) }
  )
}

/// One row.
private struct WeeklyFact {
  let story: WeeklyStory
  var what: String
  var kpi = ""
  var part = ""
  var title: String
  var scope = ""
  var before: [Cell] = [.empty, .empty]
  var now: [Cell] = [.empty, .empty]
  var target = ""
  var owner = ""
  var due: Day?

  init(_ story: WeeklyStory, _ what: String, title: String) {
    self.story = story
    self.what = what
    self.title = title
  }

  var row: Row {
    let subject = story.changes.now
    let late =
      what == "done" || what == "waiting" ? nil : due.map { story.changes.to.number - $0.number }
    return Row(
      [
        .text(subject.trust.id), .text(subject.plan.id), .text(what), .text(kpi), .text(part),
        .text(title), .text(scope),
      ] + before + now
        + [
          .text(target), .text(owner),
          due.map { .day(dayWords($0), iso: $0.description) } ?? .empty,
          late.map { .number(String($0), exact: String($0)) } ?? .empty,
        ]
    )
  }
}

extension WeeklyStory {
  /// Everything that the week says, fact by fact.
  fileprivate var facts: [WeeklyFact] {
    changes.movements.filter { !$0.isToldElsewhere }.map(fact)
      + changes.work.filter { $0.kind == .done }.map { event in
        fact(DueWork(work: event.work, due: event.day, isNew: true), "done")
      }
      + overdue.map { fact($0, "overdue") } + waiting.map { fact($0, "waiting") }
      + dueSoon.map { fact($0, "due") }
      + silent.flatMap { owner in owner.kpis.map { fact($0, of: owner) } }
  }

  private func fact(_ movement: Movement) -> WeeklyFact {
    let subject = changes.now
    let wording = KPIWording(trust: subject.trust, kpi: subject.plan[movement.now.path])
    let isPart = movement.now.strand != nil
    var fact = WeeklyFact(
      self,
      movement.direction.rawValue,
      title: isPart ? wording.title(ofPart: movement.now) : wording.kpi.title
    )
    fact.kpi = movement.kpi
    fact.part = movement.now.strand ?? ""
    fact.scope = movement.now.scope.id
    func stand(_ verdict: Verdict) -> [Cell] {
      [.text(verdict.status.rawValue), subject.valueCell(verdict, wording)]
    }
    fact.before = movement.before.map(stand) ?? fact.before
    fact.now = stand(movement.now)
    fact.target = movement.now.target?.text ?? ""
    return fact
  }

  private func fact(_ due: DueWork, _ what: String) -> WeeklyFact {
    var fact = WeeklyFact(self, what, title: due.text)
    fact.part = due.id
    fact.owner = listed(due.owners(in: changes.now.trust), "and")
    fact.due = due.due
    return fact
  }

  private func fact(_ kpi: SilentOwner.SilentKPI, of owner: SilentOwner) -> WeeklyFact {
    var fact = WeeklyFact(self, "silent", title: kpi.title)
    fact.kpi = kpi.id
    fact.owner = owner.name ?? ""
    fact.scope = kpi.schools.isEmpty ? "trust" : kpi.schools.joined(separator: " ")
    return fact
  }
}
