public import Documents
import PlanEvaluation
import PlanModel
import SourceText

/// What changed in plans between two days as JSON, schema `rlt.diff/1`.
public func dayDiffJSON(_ changes: [DayChanges]) -> [UInt8] {
  var json = JSONWriter()
  let only = changes.count == 1 ? changes.first : nil
  json.object { json in
    json.field("schema", "rlt.diff/1")
    json.field("kind", "days")
    json.field("trust", only?.now.trust.id)
    json.field("plan", only?.now.plan.id)
    json.field("school", only?.now.school?.id)
    json.field("from", changes.first?.from.description)
    json.field("to", changes.first?.to.description)
    json.array("plans") { json in
      for each in changes { json.object { json in each.writeHead(&json) } }
    }
    json.array("movements") { json in
      for each in changes { write(each.movements, each.now, &json) }
    }
    json.array("targets") { json in
      for each in changes {
        for shift in each.targets { json.object { json in each.write(shift, &json) } }
      }
    }
    json.array("deadlines") { json in
      for each in changes {
        for passed in each.deadlines { each.write(passed, &json) }
      }
    }
    json.array("work") { json in
      for each in changes {
        for event in each.work { json.object { json in event.write(each.now, &json) } }
      }
    }
    json.array("readings") { json in
      for each in changes {
        var lines = SourceLines(each.now.files)
        for recorded in each.readings {
          json.object { json in recorded.write(each.now, &lines, &json) }
        }
      }
    }
  }
  json.endLine()
  return json.bytes
}

extension DayChanges {
  fileprivate func writeHead(_ json: inout JSONWriter) {
    now.writeHead(&json)
    writeCounts(&json)
  }

  /// How many movements there are of each direction, told elsewhere or not.
  func writeCounts(_ json: inout JSONWriter) {
    json.object("counts") { json in
      for direction in Movement.Direction.allCases {
        json.writtenKey(direction.rawValue)
        json.value(told(direction).count)
      }
    }
  }

  fileprivate func write(_ shift: TargetShift, _ json: inout JSONWriter) {
    json.field("trust", now.trust.id)
    json.field("kpi", now.plan[shift.path].id)
    json.field("strand", shift.strand)
    json.field("old", shift.old?.text)
    json.field("new", shift.new?.text)
    json.array("scopes", shift.scopes.map(\.id))
  }

  fileprivate func write(_ passed: PassedDeadline, _ json: inout JSONWriter) {
    for verdict in passed.verdicts {
      json.object { json in
        json.field("trust", now.trust.id)
        json.field("kpi", now.plan[passed.path].id)
        json.field("scope", verdict.scope.id)
        json.field("due", passed.due.description)
        json.field("outcome", verdict.outcome.name)
        json.field("status", verdict.status.rawValue)
      }
    }
  }
}

/// Writes movements, those told elsewhere too.
func write(_ movements: [Movement], _ subject: ReportSubject, _ json: inout JSONWriter) {
  for movement in movements {
    let kpi = subject.plan[movement.now.path]
    let wording = KPIWording(trust: subject.trust, kpi: kpi)
    json.object { json in
      json.field("trust", subject.trust.id)
      json.field("plan", subject.plan.id)
      json.field("kpi", kpi.id)
      json.field("strand", movement.now.strand)
      json.field(
        "title",
        movement.now.strand == nil ? kpi.title : wording.title(ofPart: movement.now)
      )
      json.field("scope", movement.now.scope.id)
      json.field("direction", movement.direction.rawValue)
      json.field("told-elsewhere", movement.isToldElsewhere)
      json.field("text", movement.words(wording))
      json.key("before")
      if let before = movement.before {
        write(stand: before, &json)
      } else {
        json.value(nil)
      }
      json.key("now")
      write(stand: movement.now, &json)
    }
  }
}

/// Writes how one of two verdicts stands.
private func write(stand verdict: Verdict, _ json: inout JSONWriter) {
  json.object { json in
    json.field("status", verdict.status.rawValue)
    json.field("outcome", verdict.outcome.name)
    json.field("stale-outcome", verdict.staleOutcome?.name)
    json.field("period", verdict.reading?.period.description)
    json.field("value", verdict.reading?.text)
    json.key("number")
    if case .number(let number)? = verdict.reading?.value {
      json.number(number.description)
    } else {
      json.value(nil)
    }
    json.field("target", verdict.target?.text)
    json.field("due", verdict.due?.description)
  }
}

extension RecordedReading {
  func write(
    _ subject: ReportSubject,
    _ lines: inout SourceLines,
    _ json: inout JSONWriter
  ) {
    json.field("trust", subject.trust.id)
    json.field("kpi", reading.kpi)
    json.field("strand", reading.strand)
    json.field("title", title)
    json.field("scope", reading.scope.id)
    json.field("period", reading.period.description)
    json.field("value", reading.text)
    json.field("corrects", corrects?.text)
    json.field("recorded", reading.recorded?.description)
    let at = lines.line(of: reading.place)
    json.field("file", at?.file)
    json.key("line")
    json.number(at.map { String($0.line) })
    json.field("source", reading.source.isEmpty ? nil : reading.source)
  }
}

extension WorkEvent {
  func write(_ subject: ReportSubject, _ json: inout JSONWriter) {
    json.field("trust", subject.trust.id)
    switch work {
    case .action(let planned):
      json.field("what", "action")
      json.field("id", planned.action.id)
      json.field("text", planned.action.text)
      json.array("owners", planned.action.owners.map(\.value))
    case .milestone(let planned):
      json.field("what", "milestone")
      json.field("id", planned.milestone.id)
      json.field("text", planned.milestone.text)
      json.array("owners", planned.milestone.owners.map(\.value))
    }
    json.field("event", kind.rawValue)
    json.field("day", day.description)
  }
}

/// Movements as rows for spreadsheets, those told elsewhere too.
public func movementRows(_ changes: [DayChanges]) -> Table {
  Table(
    columns: [
      "trust", "plan", "kpi", "part", "title", "scope", "direction", "status-before",
      "outcome-before", "value-before", "period-before", "status", "outcome", "value", "period",
      "target", "told-elsewhere",
    ].map { Column($0) },
    rows: changes.flatMap { each in each.movements.map { $0.row(of: each.now) } }
  )
}

extension Movement {
  fileprivate func row(of subject: ReportSubject) -> Row {
    let wording = KPIWording(trust: subject.trust, kpi: subject.plan[now.path])
    func stand(_ verdict: Verdict?) -> [Cell] {
      [
        .text(verdict?.status.rawValue ?? ""), .text(verdict?.outcome.name ?? ""),
        verdict.map { subject.dataCell($0, wording) } ?? .empty,
        .text(verdict?.reading?.period.description ?? ""),
      ]
    }
    let title = now.strand == nil ? wording.kpi.title : wording.title(ofPart: now)
    return Row(
      [
        .text(subject.trust.id), .text(subject.plan.id), .text(kpi), .text(now.strand ?? ""),
        .text(title), .text(now.scope.id), .text(direction.rawValue),
      ] + stand(before) + stand(now)
        + [.text(now.target?.text ?? ""), .text(isToldElsewhere ? "yes" : "no")]
    )
  }
}
