import Documents
import PlanEvaluation
import PlanModel
import SourceText

/// One school: who it is, what is red, what moved, every KPI, its open actions, its gaps.
public func schoolReport(_ page: SchoolPage) -> ReportPart {
  let subject = page.subject
  let verdicts = subject.verdicts
  let absence = SchoolStandings(subject).schools.first?.absence
  var document = Document(subject.reportHead(tellsWork: true))
  if !verdicts.isEmpty {
    document.append(contentsOf: Document(subject.periodLine(verdicts)))
  }
  document.append(contentsOf: Document(page.facts()))
  if verdicts.isEmpty {
    document.append(.gap)
    document.append(.paragraph("No KPI of the plan that is read for schools answers to this."))
  } else if let absence {
    let words = absence == .left ? "had left the trust" : "had not joined the trust"
    document.append(.gap)
    document.append(.paragraph(Line("The school \(words) by then; no KPI asks anything of it.")))
  } else {
    document.append(contentsOf: Document(subject.counts(subject.evaluation.verdicts)))
    document.append(.gap)
    document.append(contentsOf: Document(subject.blocks(subject.misses(.red), .red)))
    document.append(contentsOf: Document(subject.blocks(subject.misses(.amber), .amber)))
    document.append(contentsOf: Document(page.moves.blocks(subject, most: 10)))
    let trends = subject.trends(verdicts)
    document.append(.gap)
    document.append(.heading(Line([.text("Every KPI", .strong)]), level: 2, anchor: "kpis"))
    document.append(
      .firstThatFits([
        subject.schoolTable(verdicts, trends: trends),
        subject.schoolTable(verdicts, showsAge: false), subject.narrowSchoolTable(verdicts),
      ])
    )
    let pictures = trends.compactMap(\.self)
    if !pictures.isEmpty {
      document.append(.gap)
      document.append(.heading(Line([.text("Over time", .strong)]), level: 2, anchor: "trends"))
      document.append(contentsOf: Document(pictures.map(Block.chart)))
    }
  }
  document.append(contentsOf: Document(page.work()))
  document.append(contentsOf: Document(page.gaps()))
  document.append(contentsOf: Document(page.inspectionHistory()))
  return ReportPart(
    title: page.school.name,
    anchor: page.school.id,
    document: document,
    legend: absence == nil ? subject.legendEntries(verdicts) : [],
    day: subject.dayLine
  )
}

extension ReportSubject {
  /// The figures of verdicts over time, each verdict before its parts; `nil` where fewer than two
  /// figures are known.
  fileprivate func trends(_ verdicts: [Verdict]) -> [Chart?] {
    let source = TrendSource(self)
    return verdicts.flatMap { [$0] + strands(of: $0) }.map { source?.shownTrend(of: $0) }
  }

  /// Every KPI of one school for narrow pages: letter and value with its period, and the target.
  fileprivate func narrowSchoolTable(_ verdicts: [Verdict]) -> Table {
    let tellsPeriod = onlyPeriod(verdicts) == nil
    return Table(
      columns: [
        Column("KPI", narrowest: 12), Column("Stands", narrowest: 8),
        Column("Target", narrowest: 8, leavesOut: 1),
      ],
      rows: groupedRows(verdicts) { group in
        let wording = wording(group[0])
        return group.flatMap { verdict in
          [narrowRow(verdict, rowTitle(verdict), indent: 2, wording, tellsPeriod)]
            + strands(of: verdict).map { part in
              narrowRow(part, wording.title(ofPart: part), indent: 3, wording, tellsPeriod)
            }
        }
      }
    )
  }

  private func narrowRow(
    _ verdict: Verdict,
    _ title: String,
    indent: Int,
    _ wording: KPIWording,
    _ tellsPeriod: Bool
  ) -> Row {
    var words: [String] = []
    switch valueCell(verdict, wording) {
    case .text(let value), .number(let value, _): words.append(value)
    default: break
    }
    if tellsPeriod, let reading = verdict.reading { words.append(periodWords(reading.period)) }
    // A colour says what a value means; where there is none, the words do.
    if verdict.status == .grey || words.isEmpty { words.append(verdict.outcome.words) }
    return Row(
      [
        .text(title), .marked(verdict.mark, words.joined(separator: ", ")),
        .text(verdict.target.map { wording.words($0) } ?? ""),
      ],
      indent: indent,
      isQuiet: verdict.isQuiet
    )
  }
}

extension SchoolPage {
  private var trust: Trust { subject.trust }

  // MARK: - The school

  /// What is known of the school, in one line; what nobody has said is left out.
  func facts() -> [Block] {
    var facts: [String] = []
    if school.membership == .candidate { facts.append("a candidate for joining") }
    if let phase = school.phase { facts.append("\(phase) school") }
    if let church = school.church { facts.append(church ? "church school" : "not a church school") }
    if let pupils = school.pupils { facts.append(counted(pupils, "pupil")) }
    if let joined = school.joined?.value {
      let isAhead = subject.evaluation.asOf < trust.calendar.days(of: joined).lowerBound
      facts.append("\(isAhead ? "joins" : "joined") \(periodWords(joined))")
    }
    if let left = school.left { facts.append("left \(periodWords(left.value))") }
    if let urn = school.urn { facts.append("URN \(urn)") }
    if let champion = school.champion {
      facts.append("champion: \(trust.ownerName(champion.value))")
    }
    guard let first = facts.first else { return [] }
    let start = first.prefix(1).uppercased() + first.dropFirst()
    return [.paragraph(Line(([start] + facts.dropFirst()).joined(separator: "; ") + "."))]
  }

  // MARK: - Work

  /// The open actions: those overdue, for what is red or amber, or that name the school.
  func work() -> [Block] {
    func isUrgent(_ action: SchoolAction) -> Bool {
      action.namesSchool || action.status == .red || action.status == .amber || action.isOverdue
    }
    let shown = actions.filter(isUrgent)
    let others = actions.count - shown.count
    if actions.isEmpty {
      return [.gap, .paragraph("No open action serves a KPI of the school.")]
    }
    var blocks: [Block] = [
      .gap,
      .heading(
        Line([
          .text("Open actions", .strong),
          .text(": overdue, for what is red or amber here, or about the school"),
        ]),
        level: 2,
        anchor: "actions"
      ),
    ]
    if !shown.isEmpty {
      blocks.append(
        .table(
          Table(
            columns: [
              Column("Action", narrowest: 12), Column("For", narrowest: 14, leavesOut: 2),
              Column("Owner", narrowest: 8), Column("Due", narrowest: 8, leavesOut: 1),
              Column("Stands", narrowest: 8),
            ],
            rows: shown.map(row)
          )
        )
      )
    }
    if others > 0 {
      let more = "\(others) \(others == 1 ? "serves" : "serve") its other KPIs."
      blocks.append(.paragraph(Line(shown.isEmpty ? "None; \(more)" : "Besides, \(more)")))
    }
    return blocks
  }

  private func row(_ found: SchoolAction) -> Row {
    let action = found.planned.action
    let day = subject.workDay
    var standing = action.status?.value.rawValue ?? "not said"
    if let waitsFor = action.waitsFor { standing = "waits for: \(waitsFor)" }
    if let due = found.due, found.isOverdue || due >= day {
      standing += ", \(lateWords(due, on: day))"
    }
    let due: Cell =
      found.due.map { .day(action.due.map(dueWords) ?? dayWords($0), iso: $0.description) }
      ?? action.due.map { .text(dueWords($0)) } ?? .text("no day")
    let kpi = found.planned.kpi?.title ?? found.planned.priority.title
    return Row([
      .text(action.text), .text(kpi), .text(ownerWords(action.owners, trust)), due,
      .line(Line([.text(standing, found.isOverdue ? .strong : .plain)])),
    ])
  }

  // MARK: - Gaps

  /// What is not known of the school, by what is missing.
  func gaps() -> [Block] {
    var groups: [(outcome: Outcome, titles: [String])] = []
    for verdict in subject.evaluation.verdicts where !verdict.repeatsAnother {
      let parts = subject.strands(of: verdict)
      let missing = parts.filter(\.outcome.isUnknown)
      let told = missing.count == parts.count ? [verdict] : missing
      for each in told where each.outcome.isUnknown {
        let part = each.strand == nil ? "" : ", \(subject.strandTitle(each))"
        let title = subject.title(each) + part
        if let index = groups.firstIndex(where: { $0.outcome == each.outcome }) {
          groups[index].titles.append(title)
        } else {
          groups.append((each.outcome, [title]))
        }
      }
    }
    guard !groups.isEmpty else { return [] }
    return [
      .gap, .heading(Line([.text("Not known", .strong)]), level: 2, anchor: "gaps"),
      .points(
        groups.map { outcome, titles in
          let words = outcome.words.prefix(1).uppercased() + outcome.words.dropFirst()
          return Point(
            nil,
            Line([
              .text("\(words) (\(titles.count))", .strong),
              .text(": " + titles.joined(separator: "; ")),
            ])
          )
        }
      ),
    ]
  }

  // MARK: - Inspections

  /// The inspections with the grade of each area.
  func inspectionHistory() -> [Block] {
    guard !inspections.isEmpty else { return [] }
    var rows: [Row] = []
    for inspection in inspections {
      let when = periodWords(inspection.on.value)
      rows.append(Row(group: Line([.text("\(when), \(inspection.section)", .strong)])))
      for (area, grade) in inspection.grades {
        rows.append(Row([.text(area), .text(grade)], indent: 1))
      }
      if let note = inspection.note {
        rows.append(Row(note: Line([.text(note, .quiet)]), indent: 1))
      }
    }
    return [
      .gap, .heading(Line([.text("Inspections", .strong)]), level: 2, anchor: "inspections"),
      .table(
        Table(
          columns: [Column("Area", narrowest: 16), Column("Grade", narrowest: 12)],
          rows: rows
        )
      ),
    ]
  }
}
