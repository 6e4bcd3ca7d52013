import Documents
import PlanEvaluation
import PlanModel
import SourceText

/// Board packs as JSON, schema `rlt.report-board/1`.
///
/// `exceptions` are the red and amber verdicts in the order of the pack, `actions` those of the
/// school year looked at.
public func boardJSON(_ packs: [BoardPack]) -> [UInt8] {
  var json = JSONWriter()
  json.object { json in
    json.field("schema", "rlt.report-board/1")
    ReportSelection(packs.map(\.subject)).write(&json)
    json.field("readers", packs.first?.readers)
    json.array("plans") { json in
      for pack in packs { json.object { json in pack.subject.writeHead(&json) } }
    }
    json.array("exceptions") { json in
      for pack in packs { pack.writeExceptions(&json) }
    }
    json.array("priorities") { json in
      for pack in packs {
        var lines = SourceLines(pack.subject.files)
        for place in pack.priorities { pack.write(place, &lines, &json) }
      }
    }
    json.array("verdicts") { json in
      for pack in packs {
        var lines = SourceLines(pack.subject.files)
        for verdict in pack.subject.verdicts { write(verdict, pack.subject, &lines, &json) }
      }
    }
    json.array("actions") { json in
      for pack in packs { pack.writeActions(&json) }
    }
    json.array("milestones") { json in
      for pack in packs { pack.writeMilestones(&json) }
    }
    json.array("risks") { json in
      for pack in packs { pack.writeRisks(&json) }
    }
    json.array("gaps") { json in
      for pack in packs {
        guard let gaps = pack.gaps else { continue }
        var lines = SourceLines(pack.subject.files)
        for gap in gaps.gaps { PlanReports.write(gap, gaps, &lines, &json) }
      }
    }
  }
  json.endLine()
  return json.bytes
}

extension BoardPack {
  fileprivate func writeExceptions(_ json: inout JSONWriter) {
    for miss in subject.misses(.red) + subject.misses(.amber) {
      for verdict in miss.verdicts {
        let kpi = plan[verdict.path]
        let next = nextAction(for: kpi.id)
        json.object { json in
          json.field("trust", trust.id)
          json.field("plan", plan.id)
          json.field("kpi", kpi.id)
          json.field("strand", verdict.strand)
          json.field("scope", verdict.scope.id)
          json.field("status", verdict.status.rawValue)
          json.array("owners", kpi.owners.map(\.value))
          json.field("lead", plan[PriorityPlace(verdict.path)].lead?.value)
          json.field("next-action", next?.action.id)
          json.field("due-day", next?.dueDay(in: trust.calendar)?.description)
        }
      }
    }
  }

  fileprivate func write(
    _ place: PriorityPlace,
    _ lines: inout SourceLines,
    _ json: inout JSONWriter
  ) {
    let strategy = plan.strategies[place.strategy]
    let priority = plan[place]
    json.object { json in
      json.field("trust", trust.id)
      json.field("plan", plan.id)
      json.field("strategy", strategy.id)
      json.field("id", priority.id)
      json.field("title", priority.title)
      json.field("starred", priority.isStarred)
      json.field("lead", priority.lead?.value)
      json.array("kpis", priority.kpis.map(\.id))
      json.array("impact") { json in
        func add(_ kpi: KPI.ID?, _ years: [YearEntry]) {
          for entry in years where entry.year <= year {
            for impact in entry.impact {
              json.object { json in
                json.field("year", yearWords(entry.years))
                json.field("kpi", kpi)
                json.field("text", impact.text)
              }
            }
          }
        }
        add(nil, priority.years)
        for kpi in priority.kpis { add(kpi.id, kpi.years) }
      }
      PlanReports.write(priority.place, priority.source, &lines, &json)
    }
  }

  fileprivate func writeActions(_ json: inout JSONWriter) {
    var lines = SourceLines(subject.files)
    let selection = selection(actions { _ in true })
    for planned in selection.actions { PlanReports.write(planned, selection, &lines, &json) }
  }

  fileprivate func writeMilestones(_ json: inout JSONWriter) {
    var lines = SourceLines(subject.files)
    let selection = MilestoneSelection(
      trust: trust,
      plan: plan,
      asOf: today,
      files: subject.files,
      includes: { _ in true }
    )
    for planned in selection.milestones { PlanReports.write(planned, selection, &lines, &json) }
  }

  fileprivate func writeRisks(_ json: inout JSONWriter) {
    var lines = SourceLines(subject.files)
    let selection = RiskSelection(trust: trust, plan: plan, files: subject.files)
    for risk in selection.risks { PlanReports.write(risk, selection, &lines, &json) }
  }
}
