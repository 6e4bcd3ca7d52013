import Documents
import PlanEvaluation
import PlanModel
import SourceText

extension Dashboard {
  /// The first page of a trust: counts, exceptions, priorities, matrix.
  func overview(_ pack: BoardPack) -> [Block] {
    let subject = pack.subject
    var blocks = subject.reportHead(tellsWork: true)
    blocks += subject.periodLine(subject.verdicts)
    blocks += [.gap, .heading(Line([.text("At a glance", .strong)]), level: 2)]
    blocks += subject.strips()
    blocks += pack.glance()
    blocks.append(.gap)
    blocks += pack.exceptions()
    blocks += priorityTable(pack)
    blocks += matrix(subject)
    return blocks
  }

  /// Every priority with its lead and how its KPIs stand for the trust.
  private func priorityTable(_ pack: BoardPack) -> [Block] {
    var verdicts: [PriorityPlace: [Verdict]] = [:]
    for verdict in subject.evaluation.verdicts where verdict.scope == .trust {
      verdicts[PriorityPlace(verdict.path), default: []].append(verdict)
    }
    var rows: [Row] = []
    var strategy: Int?
    for place in pack.priorities {
      if strategy != place.strategy {
        rows.append(Row(group: Line(pack.plan.strategies[place.strategy].title)))
      }
      strategy = place.strategy
      let priority = pack.plan[place]
      let counts = StatusCounts(verdicts[place] ?? [])
      let star: Span = .text(priority.isStarred ? " *" : "")
      let name: Span =
        pack.subject.links.priority(place).map { .link(priority.title, to: $0) } ?? .text("")
      let lead = priority.lead.map { pack.trust.ownerName($0.value) } ?? ""
      rows.append(
        Row(
          [.line(Line([name, star])), .text(lead), .chart(subject.strip(counts))]
            + ReportSubject.statusOrder.map {
              .number(String(counts[$0]), exact: String(counts[$0]))
            },
          indent: 1
        )
      )
    }
    return [
      .gap, .heading(Line([.text("Priorities", .strong)]), level: 2),
      .table(
        Table(
          columns: [
            Column("Priority", narrowest: 20), Column("Lead", narrowest: 10), Column("KPIs"),
          ]
            + ReportSubject.statusOrder.map { Column($0.rawValue, side: .right) },
          rows: rows
        )
      ),
    ]
  }

  /// Every KPI against every school, where the schools fit beside each other.
  private func matrix(_ subject: ReportSubject) -> [Block] {
    let heading: Block = .heading(
      Line([.text(subject.everyKPIWords, .strong)]),
      level: 2,
      anchor: "matrix"
    )
    if subject.schools.count > SilenceMap.mostColumns {
      let words = "\(subject.schools.count) schools do not fit beside each other; "
      return [
        .gap, heading,
        .paragraph(Line(words + "the page of each school has every KPI of its own.")),
      ]
    }
    let standings = SchoolStandings(subject)
    return [.gap, heading, .firstThatFits(subject.tiles(subject.verdicts, standings))]
      + standings.absentLines()
  }
}

extension Dashboard {
  /// How long nothing has been heard of each KPI of each school.
  func silence(_ map: SilenceMap, _ links: PageLinks) -> [Block] {
    head("How old the readings are")
      + [
        .paragraph(
          Line(
            "A figure counts days from the last day of the period of the last reading. "
              + "Whether it is late is measured by how often the plan says that the KPI is read."
          )
        ), .paragraph(Line(map.summary)), .gap,
      ]
      + map.blocks(
        school: { links.name(of: .school($0.id), in: subject.trust) },
        kpi: { links.words($0.title, to: $0.path) }
      )
  }

  /// Every action of the plan.
  func actions() -> [Block] {
    head("Actions", tellsWork: true)
      + actionListReport(pack.selection(pack.actions), namesKPIs: true).blocks.dropFirst(3)
  }

  /// Everything that the plan and its readings leave open.
  func gaps() -> [Block] {
    guard let gaps = pack.gaps else { return head("What is not known") }
    return head("What is not known") + gapReport(gaps).blocks.dropFirst(3)
  }

  /// The first lines of a page about the whole trust.
  private func head(_ title: String, tellsWork: Bool = false) -> [Block] {
    var blocks = subject.reportHead(tellsWork: tellsWork)
    blocks[0] = .heading(Line([.text(title, .strong)]), level: 1)
    blocks.insert(.paragraph(Line(subject.trust.name)), at: 1)
    return blocks
  }

  /// One priority: its KPIs, how far each school is, what was achieved and planned.
  func priorityPage(_ section: PrioritySection) -> [Block] {
    let blocks = section.blocks(level: 1)
    let foot: [Block] =
      [.paragraph(Line("\(pack.trust.name), \(pack.plan.title)"))]
      + [.paragraph(Line(subject.dayAndWorkLine))] + subject.audienceNote()
      + subject.mistakeNote()
    return [blocks[0]] + foot + blocks.dropFirst() + section.distances()
  }

  /// One school: what is red, every KPI priority by priority, its silence.
  func schoolPage(_ own: ReportSubject, _ school: School) -> [Block] {
    schoolReport(SchoolPage(own, school, moves(of: school))).document.blocks
  }
}

extension PrioritySection {
  /// How far each school is from the target, KPI by KPI, where several are known.
  func distances() -> [Block] {
    let subject = pack.subject
    let charts = subject.groupedByKPI(verdicts).flatMap { group -> [Chart] in
      let schools = group.filter { $0.scope != .trust && !$0.repeatsAnother }
      let parts: [[Verdict]] =
        [schools]
        + subject.strandNames(schools).map { strand in
          schools.compactMap { subject.part(strand, of: $0) }
        }
      return parts.compactMap { part in
        subject.distances(part, title: part.first.map(subject.fullTitle) ?? "")
      }
    }
    if charts.isEmpty { return [] }
    return [.gap, .heading(Line([.text("School by school", .strong)]), level: 2)]
      + charts.map { .chart($0) }
  }
}
