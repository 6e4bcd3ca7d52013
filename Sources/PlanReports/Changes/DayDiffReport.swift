import Documents
import PlanEvaluation
import PlanModel
import SourceText

/// What changed in a plan between two days, in its own words: the worst first.
public func dayDiffReport(_ changes: DayChanges) -> ReportPart {
  let now = changes.now
  var page = Document([
    .heading(Line([.text(now.subjectName, .strong)]), level: 1),
    .paragraph(Line("\(now.plan.title), \(yearWords(now.plan.years))")),
    .paragraph(Line("From \(dayWords(changes.from)) to \(dayWords(changes.to)).")),
  ])
  for note in changes.planNotes("the second day shows its final position") {
    page.append(.paragraph(Line([.text(note, .quiet)])))
  }
  page.append(contentsOf: Document(now.audienceNote()))
  page.append(.gap)
  page.append(.paragraph(Line(changes.summary)))
  for direction in Movement.Direction.allCases {
    page.append(contentsOf: changes.section(direction))
  }
  page.append(contentsOf: changes.targetSection())
  page.append(contentsOf: changes.deadlineSection())
  page.append(contentsOf: changes.workSection(.done))
  page.append(contentsOf: changes.workSection(.fellDue))
  page.append(contentsOf: changes.readingSection())
  let shown = Movement.Direction.allCases.flatMap(changes.told).map(\.now)
  return ReportPart(
    title: now.subjectName,
    anchor: now.trust.id,
    document: page,
    legend: now.legendEntries(shown).filter { $0.sign != Line("-") && $0.sign != Line("*") },
    day: "From \(dayWords(changes.from)) to \(dayWords(changes.to))."
  )
}

/// What changed in several plans between two days; those in which nothing did are only named.
public func dayDiffParts(_ changes: [DayChanges]) -> [ReportPart] {
  let empty = changes.filter(\.isEmpty)
  guard changes.count > 1, empty.count < changes.count else { return changes.map(dayDiffReport) }
  var parts = changes.filter { !$0.isEmpty }.map(dayDiffReport)
  if !empty.isEmpty {
    let names = empty.map(\.now.trust.name)
    let few = names.count <= 5 ? names : names.prefix(4) + ["\(names.count - 4) others"]
    parts[parts.count - 1].document.append(.gap)
    parts[parts.count - 1].document.append(
      .paragraph(Line("Nothing changed in the plan of \(listed(few, "and"))."))
    )
  }
  return parts
}

extension Movement.Direction {
  /// The heading over movements of the direction.
  var heading: String {
    switch self {
    case .worse: "Got worse"
    case .noLongerKnown: "Not known any more"
    case .better: "Got better"
    case .newlyKnown: "Newly known"
    case .newFigure: "New figures, no other colour"
    case .noLongerAsked: "Not asked any more"
    }
  }

  /// How movements of the direction are counted: `2 got worse`.
  var counted: String {
    switch self {
    case .worse: "got worse"
    case .noLongerKnown: "no longer known"
    case .better: "got better"
    case .newlyKnown: "newly known"
    case .newFigure: "with a new figure and no other colour"
    case .noLongerAsked: "no longer asked"
    }
  }
}

extension DayChanges {
  /// What is to be known of the plan, the two days and the files.
  ///
  /// - Parameter final: What is shown after the end of the plan.
  /// - Returns: A sentence for each.
  func planNotes(_ final: String) -> [String] {
    let calendar = now.trust.calendar
    let first = calendar.first(of: now.plan.years.lowerBound)
    let last = calendar.last(of: now.plan.years.upperBound)
    var notes: [String] = []
    if from < first { notes.append("The plan began on \(dayWords(first)), after the first day.") }
    if last < to {
      notes.append("The plan ended on \(dayWords(last)): \(final).")
    }
    return notes + [now.mistakeLine].compactMap { $0 }
  }

  /// How much changed, in one sentence.
  var summary: String {
    var words = Movement.Direction.allCases.compactMap { direction -> String? in
      let count = told(direction).count
      return count == 0 ? nil : "\(count) \(direction.counted)"
    }
    let corrections = readings.count { $0.corrects != nil }
    if !readings.isEmpty {
      var text = counted(readings.count, "reading")
      if corrections > 0 { text += " (\(counted(corrections, "correction")))" }
      words.append(text)
    }
    for (kind, one, many) in [
      (WorkEvent.Kind.done, "done", "done"),
      (.fellDue, "not done by its day", "not done by their day"),
    ] {
      let all = work.filter { $0.kind == kind }
      let milestones = all.count { if case .milestone = $0.work { true } else { false } }
      for (count, noun) in [(all.count - milestones, "action"), (milestones, "milestone")]
      where count > 0 {
        words.append("\(counted(count, noun)) \(count == 1 ? one : many)")
      }
    }
    if words.isEmpty { return isEmpty ? "Nothing changed." : "No status changed." }
    return listed(words, "and") + "."
  }

  /// The movements of a direction under their heading.
  func section(_ direction: Movement.Direction) -> Document {
    let points = movementPoints(
      told(direction),
      now.trust,
      now.plan,
      namesSchools: now.school == nil
    )
    return section(direction.heading, points)
  }

  private func section(_ title: String, _ points: [Point]) -> Document {
    if points.isEmpty { return Document() }
    return Document([.gap, heading(title), .points(points)])
  }

  private func heading(_ title: String) -> Block {
    .heading(Line([.text(title, .strong)]), level: 2)
  }

  /// The targets that took the place of others.
  func targetSection() -> Document {
    section(
      "New targets",
      targets.map { shift in
        let wording = now.plan.wording(now.plan[shift.path], of: now.trust)
        var title = wording.kpi.title
        if let strand = shift.strand {
          title += ", \(wording.kpi.strands.first { $0.id == strand }?.title ?? strand)"
        }
        let old = shift.old.map { wording.words($0) } ?? "none"
        let new = shift.new.map { wording.words($0) } ?? "none"
        return Point(
          nil,
          Line([
            .text(title, .strong),
            .text("\(places(shift.scopes, shift.path)): \(new), before \(old)"),
          ])
        )
      }
    )
  }

  /// Where something holds, where that is not everywhere: ` at Ketton and Whissendine`.
  private func places(_ scopes: [Scope], _ path: KPIPath) -> String {
    let schools = scopes.filter { if case .school = $0 { true } else { false } }
    let all = now.evaluation.verdicts.count {
      $0.path == path && $0.isOfSchool && !$0.isUnasked
    }
    if schools.isEmpty || schools.count == all || now.school != nil { return "" }
    return " at \(schoolNames(schools.map(now.trust.name), now.trust))"
  }

  /// The deadlines that passed, each with how things stand.
  func deadlineSection() -> Document { section("Deadlines passed", deadlinePoints()) }

  /// The actions and milestones of which the same happened.
  func workSection(_ kind: WorkEvent.Kind) -> Document {
    section(
      kind == .done ? "Done" : "Fell due and not done",
      work.filter { $0.kind == kind }.map { Point(nil, $0.line(now.trust)) }
    )
  }

  /// The readings that came to be known.
  func readingSection() -> Document {
    if readings.isEmpty { return Document() }
    let tellsDay = readings.contains { $0.reading.recorded != nil }
    var columns = [
      Column("KPI", narrowest: 20), Column("Where", narrowest: 10),
      Column("Period", narrowest: 8, leavesOut: 2), Column("Value", side: .right, narrowest: 8),
    ]
    if tellsDay { columns.append(Column("Recorded", narrowest: 9, leavesOut: 1)) }
    let table = Table(
      columns: columns,
      rows: readings.map { row($0, tellsDay: tellsDay) },
      caption: "Readings that came to be known"
    )
    return Document([.gap, heading("Readings"), .table(table)])
  }

  private func row(_ recorded: RecordedReading, tellsDay: Bool) -> Row {
    let reading = recorded.reading
    let wording = recorded.path.map { KPIWording(trust: now.trust, kpi: now.plan[$0]) }
    func value(_ reading: Reading) -> String {
      let words = wording?.value(of: reading) ?? reading.text
      return words.isEmpty ? "a note" : words
    }
    var title = recorded.title
    if let strand = reading.strand {
      title += ", \(wording?.kpi.strands.first { $0.id == strand }?.title ?? strand)"
    }
    let was = recorded.corrects.map { ", was \(value($0))" } ?? ""
    let day = reading.recorded.map { Cell.day(dayWords($0), iso: $0.description) }
    return Row(
      [
        .text(title), .text(now.trust.name(of: reading.scope)), .text(periodWords(reading.period)),
        .text(value(reading) + was),
      ] + (tellsDay ? [day ?? .text("not said")] : [])
    )
  }
}

extension WorkEvent {
  /// What happened to what, when and whose it is: `Buy books, 20 February 2017, Finance lead`.
  func line(_ trust: Trust) -> Line {
    let owners = areHidden(work.owners) ? "" : ", \(ownerWords(work.owners, trust))"
    switch work {
    case .action(let planned):
      return Line([.text(planned.action.text, .strong), .text(": \(dayWords(day))\(owners)")])
    case .milestone(let planned):
      return Line([
        .text(planned.milestone.text, .strong),
        .text(": milestone, \(dayWords(day))\(owners)"),
      ])
    }
  }
}
