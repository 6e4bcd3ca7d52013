import Documents
public import PlanModel
import SourceText

/// The plans of trusts as JSON, schema `rlt.plan-list/1`.
public func planListJSON(_ records: [(trust: Trust, plans: [Plan])]) -> [UInt8] {
  var json = JSONWriter()
  json.object { json in
    json.field("schema", "rlt.plan-list/1")
    json.array("plans") { json in
      for record in records {
        for plan in record.plans {
          let counts = PlanCounts(plan)
          json.object { json in
            json.field("trust", record.trust.id)
            json.field("plan", plan.id)
            json.field("title", plan.title)
            json.field("from", plan.years.lowerBound.description)
            json.field("to", plan.years.upperBound.description)
            json.field("current", record.trust.currentPlan?.value == plan.id)
            json.field("strategies", plan.strategies.count)
            json.field("priorities", counts.priorities)
            json.field("kpis", counts.kpis)
            json.field("actions", counts.actions)
          }
        }
      }
    }
  }
  json.endLine()
  return json.bytes
}

/// The KPIs of plans as JSON, schema `rlt.kpi-list/1`.
public func kpiListJSON(_ selections: [KPISelection]) -> [UInt8] {
  var json = JSONWriter()
  let only = selections.count == 1 ? selections.first : nil
  json.object { json in
    json.field("schema", "rlt.kpi-list/1")
    json.field("trust", only?.trust.id)
    json.field("plan", only?.plan.id)
    json.array("kpis") { json in
      for selection in selections {
        var lines = SourceLines(selection.files)
        for (strategy, priority, kpi) in selection.kpis {
          json.object { json in
            json.field("trust", selection.trust.id)
            json.field("plan", selection.plan.id)
            json.field("strategy", strategy.id)
            json.field("priority", priority.id)
            writeFields(of: kpi, &lines, &json)
          }
        }
        if let evidence = selection.evidence {
          json.object { json in
            json.field("trust", selection.trust.id)
            json.field("plan", selection.plan.id)
            json.field("id", evidence.id)
            json.field("title", evidence.title)
            json.field("evidence", true)
            write(evidence.place, nil, &lines, &json)
          }
        }
      }
    }
  }
  json.endLine()
  return json.bytes
}
