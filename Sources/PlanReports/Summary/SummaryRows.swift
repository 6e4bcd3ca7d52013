public import Documents
import PlanEvaluation
import PlanModel
import SourceText

/// Summaries as rows for spreadsheets: one for each count, miss, movement, overdue action, gap.
public func summaryRows(_ summaries: [PlanSummary]) -> Table {
  Table(
    columns: [
      "trust", "plan", "as-of", "what", "scope", "kpi", "part", "title", "status", "outcome",
      "was", "number", "value", "unit", "target", "distance", "period", "owner", "due", "days-late",
    ].map { Column($0) },
    rows: summaries.flatMap { summary in summary.facts.map { $0.row(of: summary.subject) } }
  )
}

extension PlanSummary {
  /// Everything that the summary says, fact by fact.
  fileprivate var facts: [Fact] {
    var facts: [Fact] = []
    for (scope, counts) in counts {
      for status in ReportSubject.statusOrder {
        facts.append(
          Fact("count", scope: scope.id, status: status.rawValue, number: counts[status])
        )
      }
    }
    for miss in red + amber { facts += miss.verdicts.map { Fact($0, subject) } }
    for movement in moves.all where !movement.isToldElsewhere {
      facts.append(Fact(movement, subject))
    }
    for work in overdue { facts += work.actions.map { Fact($0, work.owner) } }
    let main = isOfOne ? counts[0].scope.id : ""
    for (what, counts) in [("unknown", unknown), ("not-asked", notAsked)] {
      for count in counts {
        var fact = Fact(what, scope: main, status: "grey", number: count.number)
        fact.outcome = count.outcome.name
        facts.append(fact)
      }
    }
    for (what, schools) in [("no-reading-at-all", silentSchools), ("not-yet-joined", laterSchools)]
    {
      for school in schools {
        var fact = Fact(what, scope: school.id)
        fact.title = school.name
        facts.append(fact)
      }
    }
    return facts
  }
}

/// One row of the summary for spreadsheets.
private struct Fact {
  var what: String
  var scope: String
  var kpi = ""
  var part = ""
  var title = ""
  var status: String
  var outcome = ""
  /// The outcome on the earlier day.
  var was = ""
  var number: Int?
  var value: Cell = .empty
  var unit = ""
  var target = ""
  var distance: Cell = .empty
  var period = ""
  var owner = ""
  var due: Day?
  var daysLate: Int?

  init(_ what: String, scope: String, status: String = "", number: Int? = nil) {
    self.what = what
    self.scope = scope
    self.status = status
    self.number = number
  }

  init(_ verdict: Verdict, _ subject: ReportSubject) {
    let wording = subject.wording(verdict)
    self.init(verdict.status.rawValue, scope: verdict.scope.id, status: verdict.status.rawValue)
    kpi = wording.kpi.id
    part = verdict.strand ?? ""
    title = verdict.strand == nil ? wording.kpi.title : subject.strandTitle(verdict)
    outcome = verdict.outcome.name
    value = subject.readCell(verdict, wording)
    unit = wording.kpi.unit?.text ?? ""
    target = verdict.target?.text ?? ""
    if let margin = verdict.margin {
      distance = .number(wording.distance(verdict), exact: margin.amount.description)
    }
    period = verdict.reading?.period.description ?? ""
  }

  init(_ movement: Movement, _ subject: ReportSubject) {
    self.init(movement.now, subject)
    what = movement.direction.rawValue
    was = movement.before?.outcome.name ?? ""
  }

  init(_ late: LateAction, _ owner: String?) {
    self.init("overdue", scope: "")
    kpi = late.planned.kpi?.id ?? ""
    part = late.planned.action.id
    title = late.planned.action.text
    status = late.planned.action.status?.value.rawValue ?? "not-said"
    self.owner = owner ?? ""
    due = late.due
    daysLate = late.days
  }

  func row(of subject: ReportSubject) -> Row {
    let asOf = subject.evaluation.asOf
    return Row([
      .text(subject.trust.id), .text(subject.plan.id),
      .day(dayWords(asOf), iso: asOf.description), .text(what), .text(scope), .text(kpi),
      .text(part), .text(title), .text(status), .text(outcome), .text(was), whole(number), value,
      .text(unit),
      .text(target), distance, .text(period), .text(owner),
      due.map { .day(dayWords($0), iso: $0.description) } ?? .empty, whole(daysLate),
    ])
  }
}
