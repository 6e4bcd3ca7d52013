import Documents
import PlanEvaluation
import PlanModel
import SourceText

/// What was asked for, as every JSON answer repeats it.
public struct ReportSelection: Sendable {
  /// The trust, by id, where one was meant.
  public var trust: String?
  /// The plan, by id, where one was meant.
  public var plan: String?
  /// The school, by id, where one was meant.
  public var school: String?
  /// The day on which things are looked at, in ISO form.
  public var asOf: String?
  /// The day up to which records count, in ISO form.
  public var knownAt: String?
  /// For whose eyes the answer is, where something is left out.
  public var audience: String?

  /// Creates what was asked for.
  public init(
    trust: String? = nil,
    plan: String? = nil,
    school: String? = nil,
    asOf: String? = nil,
    knownAt: String? = nil
  ) {
    self.trust = trust
    self.plan = plan
    self.school = school
    self.asOf = asOf
    self.knownAt = knownAt
  }

  /// What was asked for, read off the subjects of a report.
  public init(_ subjects: [ReportSubject]) {
    let only = subjects.count == 1 ? subjects.first : nil
    self.init(
      trust: only?.trust.id,
      plan: only?.plan.id,
      school: only?.school?.id,
      asOf: only?.evaluation.asOf.description,
      knownAt: only?.evaluation.knownAt.description
    )
    if let eyes = subjects.first?.audience, eyes != .staff { audience = eyes.rawValue }
  }

  func write(_ json: inout JSONWriter) {
    json.field("trust", trust)
    json.field("plan", plan)
    json.field("school", school)
    json.field("as-of", asOf)
    json.field("known-at", knownAt)
    if let audience { json.field("audience", audience) }
  }
}

/// The verdicts of plans as JSON, schema `rlt.kpi-status/1`.
///
/// A KPI with parts has one row for itself and one for each part, with its `strand`; the counts
/// leave out parts and KPIs that repeat another.
public func statusJSON(
  _ subjects: [ReportSubject],
  schema: String = "rlt.kpi-status/1"
) -> [UInt8] {
  var json = JSONWriter()
  json.object { json in
    json.field("schema", schema)
    ReportSelection(subjects).write(&json)
    writeVerdicts(subjects, &json)
  }
  json.endLine()
  return json.bytes
}

/// KPIs with what the plan says of them and where they stand, schema `rlt.kpi-show/1`.
public func kpiJSON(_ subjects: [ReportSubject]) -> [UInt8] {
  var json = JSONWriter()
  json.object { json in
    json.field("schema", "rlt.kpi-show/1")
    ReportSelection(subjects).write(&json)
    json.array("kpis") { json in
      for subject in subjects {
        var lines = SourceLines(subject.files)
        var shown: Set<KPIPath> = []
        for verdict in subject.verdicts where shown.insert(verdict.path).inserted {
          let strategy = subject.plan.strategies[verdict.path.strategy]
          let kpi = subject.plan[verdict.path]
          json.object { json in
            json.field("trust", subject.trust.id)
            json.field("plan", subject.plan.id)
            json.field("strategy", strategy.id)
            json.field("priority", strategy.priorities[verdict.path.priority].id)
            writeFields(of: kpi, &lines, &json)
            write(kpi.years, &lines, &json)
          }
        }
      }
    }
    writeVerdicts(subjects, &json)
  }
  json.endLine()
  return json.bytes
}

private func writeVerdicts(_ subjects: [ReportSubject], _ json: inout JSONWriter) {
  json.array("plans") { json in
    for subject in subjects {
      json.object { json in subject.writeHead(&json) }
    }
  }
  json.array("verdicts") { json in
    for subject in subjects {
      var lines = SourceLines(subject.files)
      for verdict in subject.verdicts {
        write(verdict, subject, &lines, &json)
        for part in subject.strands(of: verdict) { write(part, subject, &lines, &json) }
      }
    }
  }
  let counts = StatusCounts(subjects.flatMap(\.verdicts))
  json.object("counts") { json in
    json.field("green", counts[.green])
    json.field("amber", counts[.amber])
    json.field("red", counts[.red])
    json.field("grey", counts[.grey])
  }
  json.array("groups") { json in
    for subject in subjects {
      for standing in subject.groupStandings(subject.verdicts) {
        write(standing, subject, &json)
      }
    }
  }
}

/// Writes how a strategy or priority stands.
private func write(_ standing: GroupStanding, _ subject: ReportSubject, _ json: inout JSONWriter) {
  let strategy = subject.plan.strategies[standing.strategy]
  let priority = standing.priority.map { strategy.priorities[$0] }
  json.object { json in
    json.field("trust", subject.trust.id)
    json.field("plan", subject.plan.id)
    json.field("strategy", strategy.id)
    json.field("priority", priority?.id)
    json.field("title", priority?.title ?? strategy.title)
    json.field("scope", standing.scope.id)
    json.object("counts") { json in
      json.field("green", standing[.green])
      json.field("amber", standing[.amber])
      json.field("red", standing[.red])
      json.field("grey", standing[.grey])
    }
    json.field("worst", standing.worst?.rawValue)
  }
}

/// Writes a verdict with its proof.
func write(
  _ verdict: Verdict,
  _ subject: ReportSubject,
  _ lines: inout SourceLines,
  _ json: inout JSONWriter
) {
  let strategy = subject.plan.strategies[verdict.path.strategy]
  let kpi = subject.plan[verdict.path]
  let wording = subject.wording(verdict)
  var sentences: [(String, (file: String, line: Int)?)] = []
  for reason in verdict.reasons {
    sentences.append((wording.sentence(reason.fact), reason.place.flatMap { lines.line(of: $0) }))
  }
  json.object { json in
    json.field("trust", subject.trust.id)
    json.field("plan", subject.plan.id)
    json.field("strategy", strategy.id)
    json.field("priority", strategy.priorities[verdict.path.priority].id)
    json.field("kpi", kpi.id)
    json.field("strand", verdict.strand)
    json.field("title", verdict.strand == nil ? kpi.title : subject.strandTitle(verdict))
    json.field("scope", verdict.scope.id)
    json.field("period", verdict.reading?.period.description)
    json.field("value", verdict.reading?.text)
    json.key("number")
    if case .number(let number)? = verdict.reading?.value {
      json.number(number.description)
    } else {
      json.value(nil)
    }
    json.field("unit", wording.kpi.unit?.text)
    let note = verdict.reading?.note ?? ""
    json.field("note", note.isEmpty ? nil : note)
    json.field("target", verdict.target?.text)
    json.field("outcome", verdict.outcome.name)
    json.field("status", verdict.status.rawValue)
    json.key("margin")
    json.number(verdict.margin?.amount.description)
    json.field("margin-unit", verdict.margin.map { $0.isLevels ? "grades" : wording.marginUnit })
    json.field("stale", verdict.outcome == .stale)
    json.field("stale-outcome", verdict.staleOutcome?.name)
    json.field("due", verdict.due?.description)
    json.field("counted", verdict.strand == nil && !verdict.repeatsAnother)
    json.array("reasons") { json in
      for (text, place) in sentences {
        json.object { json in
          json.field("text", text)
          json.field("file", place?.file)
          json.key("line")
          json.number(place.map { String($0.line) })
        }
      }
    }
    json.key("members")
    if let members = verdict.members {
      json.object { json in
        json.field("met", members.met)
        json.field("of", members.of)
        json.field("unknown", members.unknown)
      }
    } else {
      json.value(nil)
    }
  }
}

extension KPIWording {
  /// What distances are counted in.
  var marginUnit: String {
    switch mark {
    case .percent: "points"
    case .pounds: "pounds"
    case .none: kpi.unit?.text ?? "number"
    }
  }
}
