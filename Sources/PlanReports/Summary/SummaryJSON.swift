import Documents
import PlanEvaluation
import PlanModel
import SourceText

/// Summaries as JSON, schema `rlt.report-summary/1`.
public func summaryJSON(_ summaries: [PlanSummary]) -> [UInt8] {
  var json = JSONWriter()
  json.object { json in
    json.field("schema", "rlt.report-summary/1")
    ReportSelection(summaries.map(\.subject)).write(&json)
    json.array("plans") { json in
      for summary in summaries { json.object { json in summary.writeHead(&json) } }
    }
    json.array("counts") { json in
      for summary in summaries { summary.writeCounts(&json) }
    }
    json.array("verdicts") { json in
      for summary in summaries {
        var lines = SourceLines(summary.subject.files)
        for miss in summary.red + summary.amber {
          for verdict in miss.verdicts { write(verdict, summary.subject, &lines, &json) }
        }
      }
    }
    json.array("movements") { json in
      for summary in summaries { summary.moves.write(summary.subject, &json) }
    }
    json.array("overdue") { json in
      for summary in summaries { summary.writeOverdue(&json) }
    }
    json.array("unknown") { json in
      for summary in summaries { summary.writeUnknown(&json) }
    }
  }
  json.endLine()
  return json.bytes
}

extension PlanSummary {
  fileprivate func writeHead(_ json: inout JSONWriter) {
    subject.writeHead(&json)
    json.field("since", moves.since.description)
    json.field("work-day", subject.workDay.description)
    json.field("open-actions", openCount)
    json.field("overdue-actions", overdueCount)
    json.field("waiting-actions", waitingCount)
    json.field("not-known", unknownKPIs.count)
    json.field("never-read", unknownKPIs.neverRead.count)
    json.field("kpis", unknownKPIs.kpis)
    json.array("no-reading-at-all", silentSchools.map(\.id))
    json.array("not-yet-joined", laterSchools.map(\.id))
  }

  fileprivate func writeCounts(_ json: inout JSONWriter) {
    for (scope, counts) in counts {
      json.object { json in
        json.field("trust", subject.trust.id)
        json.field("scope", scope.id)
        json.field("green", counts[.green])
        json.field("amber", counts[.amber])
        json.field("red", counts[.red])
        json.field("grey", counts[.grey])
      }
    }
  }

  fileprivate func writeOverdue(_ json: inout JSONWriter) {
    for work in overdue {
      for late in work.actions {
        json.object { json in
          json.field("trust", subject.trust.id)
          json.field("owner", work.owner)
          json.field("id", late.planned.action.id)
          json.field("text", late.planned.action.text)
          json.array("kpis", late.planned.kpis)
          json.field("due-day", late.due.description)
          json.field("days-late", late.days)
          json.field("status", late.planned.action.status?.value.rawValue ?? "not-said")
        }
      }
    }
  }

  fileprivate func writeUnknown(_ json: inout JSONWriter) {
    for count in unknown + notAsked {
      json.object { json in
        json.field("trust", subject.trust.id)
        json.field("scope", isOfOne ? counts[0].scope.id : nil)
        json.field("outcome", count.outcome.name)
        json.field("number", count.number)
        json.field("asked", count.outcome.isUnknown)
      }
    }
  }
}

extension ReportSubject {
  /// Writes which plan is meant, and on which day.
  func writeHead(_ json: inout JSONWriter) {
    json.field("trust", trust.id)
    json.field("plan", plan.id)
    json.field("title", plan.title)
    json.field("as-of", evaluation.asOf.description)
    json.field("known-at", evaluation.knownAt.description)
    json.field("ended", evaluation.planEnded)
    json.field("mistakes", mistakes)
  }
}

extension Moves {
  /// Writes each movement that no other tells.
  func write(_ subject: ReportSubject, _ json: inout JSONWriter) {
    for movement in all where !movement.isToldElsewhere {
      let wording = subject.wording(movement.now)
      json.object { json in
        json.field("trust", subject.trust.id)
        json.field("direction", movement.direction.rawValue)
        json.field("kpi", movement.kpi)
        json.field("strand", movement.now.strand)
        json.field("scope", movement.now.scope.id)
        json.field("was", movement.before?.outcome.name)
        json.field("is", movement.now.outcome.name)
        json.field("value-was", movement.before?.reading?.text)
        json.field("value-is", movement.now.reading?.text)
        json.field("text", movement.words(wording))
      }
    }
  }
}
