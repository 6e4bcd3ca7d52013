import Documents
import PlanEvaluation
import PlanModel
import SourceText

/// Matrices as JSON, schema `rlt.report-matrix/1`: one row for each KPI or part of it.
public func matrixJSON(_ subjects: [ReportSubject]) -> [UInt8] {
  var json = JSONWriter()
  json.object { json in
    json.field("schema", "rlt.report-matrix/1")
    ReportSelection(subjects).write(&json)
    json.array("plans") { json in
      for subject in subjects {
        json.object { json in
          subject.writeHead(&json)
          json.array("scopes", subject.scopes(subject.verdicts, subject.schools).map(\.id))
        }
      }
    }
    json.array("rows") { json in
      for subject in subjects {
        for group in subject.groupedByKPI(subject.verdicts) {
          subject.write(group, strand: nil, &json)
          for strand in subject.strandNames(group) {
            subject.write(
              group.compactMap { subject.part(strand, of: $0) },
              strand: strand,
              &json
            )
          }
        }
      }
    }
  }
  json.endLine()
  return json.bytes
}

extension ReportSubject {
  fileprivate func write(_ verdicts: [Verdict], strand: String?, _ json: inout JSONWriter) {
    guard let first = verdicts.first else { return }
    let strategy = plan.strategies[first.path.strategy]
    json.object { json in
      json.field("trust", trust.id)
      json.field("plan", plan.id)
      json.field("strategy", strategy.id)
      json.field("priority", strategy.priorities[first.path.priority].id)
      json.field("kpi", plan[first.path].id)
      json.field("strand", strand)
      json.field("title", strandTitle(first))
      json.field("counted", strand == nil && !first.repeatsAnother)
      json.array("cells") { json in
        for verdict in verdicts {
          json.object { json in
            json.field("scope", verdict.scope.id)
            json.field("outcome", verdict.outcome.name)
            json.field("status", verdict.status.rawValue)
            json.field("value", verdict.reading?.text)
            json.field("period", verdict.reading?.period.description)
          }
        }
      }
    }
  }
}
