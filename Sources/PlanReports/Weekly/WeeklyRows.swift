public import Documents
import PlanEvaluation
import PlanModel
import SourceText

/// What weeks say as rows for spreadsheets: one for each movement, piece of work and silence.
public func weeklyRows(_ stories: [WeeklyStory]) -> Table {
  Table(
    columns: [
      "trust", "plan", "what", "kpi", "part", "title", "scope", "status-before", "value-before",
      "status", "value", "target", "owner", "due", "days-late", "done",
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
  /// The day on which it was done.
  var done: Day?

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
          done.map { .day(dayWords($0), iso: $0.description) } ?? .empty,
        ]
    )
  }
}

extension WeeklyStory {
  /// Everything that the week says, fact by fact.
  fileprivate var facts: [WeeklyFact] {
    changes.movements.filter { !$0.isToldElsewhere }.map(fact)
      + changes.work.filter { $0.kind == .done }.map { event in
        var fact = fact(event.work, "done", due: event.work.dueDay(in: changes.now.trust.calendar))
        fact.done = event.day
        return fact
      }
      + overdue.map { fact($0.work, "overdue", due: $0.due) }
      + waiting.map { fact($0.work, "waiting", due: $0.due) }
      + dueSoon.map { fact($0.work, "due", due: $0.due) }
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
      [.text(verdict.status.rawValue), subject.dataCell(verdict, wording)]
    }
    fact.before = movement.before.map(stand) ?? fact.before
    fact.now = stand(movement.now)
    fact.target = movement.now.target?.text ?? ""
    return fact
  }

  private func fact(_ work: WorkEvent.Work, _ what: String, due: Day?) -> WeeklyFact {
    let trust = changes.now.trust
    var fact = WeeklyFact(self, what, title: work.text)
    fact.part = work.id
    fact.owner = listed(work.owners.map { trust.ownerName($0.value) }, "and")
    fact.due = due
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
