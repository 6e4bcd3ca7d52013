import Documents
import PlanEvaluation
import PlanModel
import SourceText

/// The past of KPIs as JSON, schema `rlt.kpi-history/1`.
public func historyJSON(_ subjects: [HistorySubject]) -> [UInt8] {
  var json = JSONWriter()
  let only = subjects.count == 1 ? subjects.first : nil
  json.object { json in
    json.field("schema", "rlt.kpi-history/1")
    json.field("trust", only?.trust.id)
    json.field("kpi", only?.id)
    json.field("as-of", subjects.first?.asOf.description)
    json.array("readings") { json in
      for subject in subjects {
        var lines = SourceLines(subject.files)
        for entry in subject.entries {
          write(entry.reading, entry.chapters, subject, &lines, &json)
        }
      }
    }
  }
  json.endLine()
  return json.bytes
}

private func write(
  _ past: PastReading,
  _ chapters: [(chapter: HistorySubject.Chapter, past: PastReading)],
  _ subject: HistorySubject,
  _ lines: inout SourceLines,
  _ json: inout JSONWriter
) {
  let reading = past.reading
  json.object { json in
    json.field("trust", subject.trust.id)
    json.field("kpi", subject.id)
    json.field("strand", reading.strand)
    json.field("scope", reading.scope.id)
    json.field("period", reading.period.description)
    json.field("value", reading.text)
    json.key("number")
    if case .number(let number) = reading.value {
      json.number(number.description)
    } else {
      json.value(nil)
    }
    json.field("recorded", reading.recorded?.description)
    json.field("basis", reading.basis.isEmpty ? nil : reading.basis)
    json.field("note", reading.note.isEmpty ? nil : reading.note)
    json.field("replaced", past.isReplaced)
    json.array("verdicts") { json in
      for (chapter, past) in chapters {
        guard let verdict = past.verdict, !past.isReplaced else { continue }
        json.object { json in
          json.field("plan", chapter.plan.id)
          json.field("target", verdict.target?.text)
          json.field("outcome", verdict.outcome.name)
          json.field("status", verdict.status.rawValue)
          json.key("margin")
          json.number(verdict.margin?.amount.description)
        }
      }
    }
    write(reading.place, reading.source.isEmpty ? nil : reading.source, &lines, &json)
  }
}
