import Documents
import PlanEvaluation
import PlanModel
import SourceText

/// What is said of one priority: who leads it, where its KPIs stand, what was achieved, what is
/// planned.
struct PrioritySection {
  let pack: BoardPack
  private let place: PriorityPlace
  private let priority: Priority
  private var subject: ReportSubject { pack.subject }

  init(_ pack: BoardPack, _ place: PriorityPlace) {
    self.pack = pack
    self.place = place
    priority = pack.plan[place]
  }

  /// The verdicts of its KPIs, in the order of the plan.
  var verdicts: [Verdict] {
    subject.evaluation.verdicts.filter { PriorityPlace($0.path) == place }
  }

  /// Everything, under a heading.
  ///
  /// - Parameters:
  ///   - level: The level of the heading; the parts under it are one level lower.
  ///   - anchor: The place to which links lead.
  /// - Returns: The blocks.
  func blocks(level: Int, anchor: String = "") -> [Block] {
    let star = priority.isStarred ? " *" : ""
    let label = priority.label.map { "\($0) " } ?? ""
    var blocks: [Block] = [
      .heading(
        Line([.text(label + priority.title + star, .strong)]),
        level: level,
        anchor: anchor
      )
    ]
    if let lead = priority.lead, !areHidden(priority.leads) {
      blocks.append(.paragraph(Line("Led by \(pack.trust.ownerName(lead.value)).")))
    }
    blocks += priority.statements.map { statement in
      .paragraph(Line([.text("\(statement.kind.singular): ", .quiet), .text(statement.text)]))
    }
    let verdicts = verdicts
    if !verdicts.isEmpty {
      blocks += subject.periodLine(verdicts)
      let drawn = KPITable(subject).drawn(verdicts)
      blocks.append(.table(drawn.table))
      if !drawn.pictures.isEmpty {
        blocks += heading("Over time", level + 1) + drawn.pictures.map(Block.chart)
      }
    }
    return blocks + narrative(level + 1) + actions(level + 1) + milestones(level + 1)
  }

  private func heading(_ words: String, _ level: Int) -> [Block] {
    [.gap, .heading(Line([.text(words, .strong)]), level: min(level, 6))]
  }

  // MARK: - What was achieved

  /// The impact of the last two school years that tell any, and what was reported besides.
  private func narrative(_ level: Int) -> [Block] {
    var entries: [(title: String?, entry: YearEntry)] = priority.years.map { (nil, $0) }
    for kpi in priority.kpis { entries += kpi.years.map { (kpi.title, $0) } }
    let told = entries.filter {
      $0.entry.year <= pack.year && !($0.entry.impact.isEmpty && $0.entry.note == nil)
    }
    let years = told.reduce(into: [AcademicYear]()) { years, each in
      if !years.contains(each.entry.year) { years.append(each.entry.year) }
    }
    var blocks: [Block] = []
    for year in years.sorted(by: >).prefix(2) {
      let own = told.filter { $0.entry.year == year }
      blocks += heading("Impact, \(own.first.map { yearWords($0.entry.years) } ?? "")", level)
      blocks.append(.points(own.flatMap { points($0.title, $0.entry) }))
    }
    let evidence = priority.evidence.compactMap(point)
    if !evidence.isEmpty {
      blocks += heading("Also reported", level)
      blocks.append(.points(evidence))
    }
    return blocks
  }

  private func points(_ title: String?, _ entry: YearEntry) -> [Point] {
    let start: [Span] = title.map { [.text("\($0): ", .quiet)] } ?? []
    let note = entry.note.map { [Point(nil, Line(start + [.text($0, .quiet)]))] } ?? []
    return entry.impact.map { Point(nil, Line(start + [.text($0.text)])) } + note
  }

  /// What was last reported of something that no KPI asks for; `nil` where there is nothing.
  private func point(_ evidence: Evidence) -> Point? {
    guard let record = subject.record else { return nil }
    var request = subject.evaluation.request(asOf: pack.asOf)
    request.schools = subject.school.map { [$0.id] } ?? []
    let past = evidenceHistory(record, evidence.id, request).filter { !$0.isReplaced }
    guard let last = past.last?.reading.period else { return nil }
    let words = past.filter { $0.reading.period == last }.map { self.words($0.reading, evidence) }
    let most = 12
    let rest = words.count > most ? "; and \(words.count - most) more" : ""
    return Point(
      nil,
      Line([
        .text("\(evidence.title), \(periodWords(last)): ", .quiet),
        .text(words.prefix(most).joined(separator: "; ") + rest),
      ])
    )
  }

  /// What was reported in a row: `KS2 reading at Ketton: 33% of pupils`.
  private func words(_ reading: Reading, _ evidence: Evidence) -> String {
    let part = reading.strand.map { id in evidence.strands.first { $0.id == id }?.title ?? id }
    let place = reading.scope == .trust ? nil : pack.trust.name(of: reading.scope)
    var what = part ?? place ?? ""
    if part != nil, let place { what += " at \(place)" }
    let wording = KPIWording(trust: pack.trust, kpi: KPI(evidence).read(as: reading.strand))
    let value = wording.valueWithNoun(of: reading)
    let told = value.isEmpty ? reading.note : value
    return what.isEmpty ? told : "\(what): \(told)"
  }

  // MARK: - What is planned

  /// The actions of the year, with how many are done.
  private func actions(_ level: Int) -> [Block] {
    let strategy = pack.plan.strategies[place.strategy].id
    let actions = pack.actions { $0.strategy.id == strategy && $0.priority.id == priority.id }
    if actions.isEmpty { return [] }
    let selection = pack.selection(actions)
    var blocks = heading("Actions, \(pack.year)", level)
    let hasKPIs = actions.contains { $0.kpi != nil }
    let isOwned = actions.contains { !$0.action.owners.isEmpty }
    let isDated = actions.contains { !$0.isUndated }
    let isTold = actions.contains { $0.action.status != nil || $0.isWaiting } || isDated
    if isTold { blocks.append(.chart(progress(selection))) }
    // What is said of none of them is said once, not in every row.
    let nowhere = [(isOwned, "an owner"), (isDated, "a day"), (isTold, "a status")]
      .filter { !$0.0 }.map(\.1)
    if !nowhere.isEmpty {
      let who = actions.count == 1 ? "It does not have" : "None of them has"
      blocks.append(.paragraph(Line("\(who) \(listed(nowhere, "or")).")))
    }
    var columns = [Column("Action", narrowest: 24)]
    if hasKPIs { columns.append(Column("For", narrowest: 14, leavesOut: 1)) }
    if isOwned { columns.append(Column("Owner", narrowest: 10)) }
    if isDated { columns.append(Column("Due", narrowest: 10)) }
    if isTold { columns.append(Column("Stands", narrowest: 10)) }
    let rows = actions.map { planned in
      let isLate = planned.isOverdue(on: pack.today, in: pack.trust.calendar)
      var cells: [Cell] = [.text(planned.action.text)]
      if hasKPIs { cells.append(.text(planned.kpi?.title ?? "the whole priority")) }
      if isOwned { cells.append(.text(ownerWords(planned.action.owners, pack.trust))) }
      if isDated { cells.append(.text(dueCell(planned, pack.trust))) }
      if isTold {
        cells.append(.line(Line([.text(standing(planned), isLate ? .strong : .plain)])))
      }
      return Row(cells, isQuiet: planned.isClosed(by: pack.today))
    }
    blocks.append(
      .table(Table(columns: columns, rows: rows))
    )
    return blocks
  }

  /// How an action stands, as far as anybody has said.
  private func standing(_ planned: PlannedAction) -> String {
    if let waitsFor = planned.action.waitsFor { return "waits for: \(waitsFor)" }
    guard planned.action.status == nil else {
      return standingWords(planned, pack.selection([planned]))
    }
    return planned.dueDay(in: pack.trust.calendar).map { lateWords($0, on: pack.today) } ?? ""
  }

  /// How far the actions have come, as one bar.
  private func progress(_ selection: ActionSelection) -> Chart {
    let calendar = pack.trust.calendar
    let all = selection.actions
    let late = all.count { $0.isOverdue(on: pack.today, in: calendar) }
    func isOnTime(_ planned: PlannedAction) -> Bool {
      !planned.isClosed(by: pack.today) && !planned.isWaiting
        && !planned.isOverdue(on: pack.today, in: calendar)
    }
    let waiting = all.count(where: \.isWaiting)
    let onTime = all.filter(isOnTime)
    let begun = onTime.count { $0.action.status?.value == .started }
    let untold = onTime.count { $0.action.status == nil }
    let parts = [
      Count(Mark("D", "done or stopped", .green), all.count { $0.isClosed(by: pack.today) }),
      Count(Mark("S", "started", .amber), begun),
      Count(Mark("O", "not begun", .grey), onTime.count - begun - untold),
      Count(Mark("W", "waiting", .grey), waiting), Count(Mark("?", "not said", .grey), untold),
      Count(Mark("L", "late", .red), late),
    ]
    .filter { $0.number > 0 }
    let words = parts.map { "\($0.number) \($0.mark.word)" }
    return Chart(
      title: "Progress of \(counted(all.count, "action"))",
      summary: "\(listed(words, "and")).",
      kind: .strip(parts)
    )
  }

  private func milestones(_ level: Int) -> [Block] {
    let strategy = pack.plan.strategies[place.strategy]
    if priority.milestones.isEmpty { return [] }
    let selection = MilestoneSelection(
      trust: pack.trust,
      plan: pack.plan,
      asOf: pack.today,
      files: subject.files,
      includes: { _ in false }
    )
    let table = Table(
      columns: [
        Column("Milestone", narrowest: 24), Column("Owner", narrowest: 10),
        Column("Due", narrowest: 10), Column("Stands", narrowest: 10),
      ],
      rows: priority.milestones.map { milestone in
        let planned = PlannedMilestone(
          strategy: strategy,
          priority: priority,
          milestone: milestone
        )
        let isLate = selection.isLate(planned)
        let words = standingWords(planned, selection)
        let moved = movedWords(milestone, pack.trust.calendar)
        return Row(
          [
            .text((milestone.label.map { "\($0): " } ?? "") + milestone.text),
            .text(ownerWords(milestone.owners, pack.trust)),
            .text(milestone.due.map(dueWords) ?? milestone.every?.value.words ?? ""),
            .line(
              Line([
                .text(words, isLate ? .strong : .plain),
                .text(moved.isEmpty ? "" : "\(words.isEmpty ? "" : "; ")moved \(moved)", .quiet),
              ])
            ),
          ],
          isQuiet: milestone.reachedOn != nil
        )
      }
    )
    return heading("Milestones", level) + [.table(table)]
  }
}

extension KPI {
  /// A piece of evidence as a KPI that asks for nothing, so that its figures have their words.
  fileprivate init(_ evidence: Evidence) {
    self.init(id: evidence.id, title: evidence.title, at: evidence.place)
    unit = evidence.unit
    scale = evidence.scale
    strands = evidence.strands
  }
}
