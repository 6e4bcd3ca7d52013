import Documents
import PlanEvaluation
import PlanModel

/// The board pack: cover, exceptions, matrix, every priority, risks, data gaps.
public func boardReport(_ pack: BoardPack) -> ReportPart {
  var pack = pack
  pack.subject.links = PageLinks(priority: { [pack] in "#\(pack.anchor(of: $0))" })
  let subject = pack.subject
  let prefix = subject.trust.id
  var page = Document(pack.cover())
  page.append(.pageBreak)
  page.append(contentsOf: Document(pack.exceptions()))
  page.append(.gap)
  page.append(contentsOf: Document(pack.matrix()))
  // No part is given a sheet of its own: some are three lines long. A heading goes to the next sheet
  // where little room is left.
  var strategy: Int?
  for place in pack.priorities {
    page.append(.gap)
    if strategy != place.strategy {
      page.append(contentsOf: Document(pack.strategyHead(place.strategy)))
      page.append(.gap)
    }
    strategy = place.strategy
    let section = PrioritySection(pack, place)
    page.append(contentsOf: Document(section.blocks(level: 3, anchor: pack.anchor(of: place))))
  }
  page.append(.gap)
  page.append(contentsOf: Document(pack.risks(anchor: "\(prefix).risks")))
  page.append(contentsOf: Document(pack.openThings(anchor: "\(prefix).gaps")))
  return ReportPart(
    title: subject.subjectName,
    anchor: prefix,
    document: page,
    legend: pack.legend,
    day: subject.dayLine
  )
}

extension BoardPack {
  /// The place of a priority on the page; a trust and its priorities are never called alike.
  func anchor(of place: PriorityPlace) -> String { "\(trust.id).priority.\(plan[place].id)" }

  /// What the marks and signs of a pack mean.
  var legend: [LegendEntry] {
    var entries = subject.legendEntries(subject.verdicts)
    for entry in subject.tileLegend(subject.verdicts, SchoolStandings(subject))
    where !entries.contains(where: { $0.sign == entry.sign }) {
      entries.append(entry)
    }
    return entries
  }

  // MARK: - Cover

  /// Who, which plan, which day, for whom, and how it stands in one table.
  fileprivate func cover() -> [Block] {
    var blocks: [Block] = [
      .heading(Line([.text(subject.subjectName, .strong)]), level: 1),
      .paragraph(Line([.text("\(plan.title), \(yearWords(plan.years))", .strong)])),
      .paragraph(Line("Board pack for \(readers). \(subject.dayAndWorkLine)")),
    ]
    blocks += subject.audienceNote() + subject.mistakeNote()
    blocks += [
      .gap,
      .heading(Line([.text("At a glance", .strong)]), level: 2, anchor: "\(trust.id).glance"),
    ]
    blocks += subject.periodLine(subject.verdicts)
    blocks += subject.strips()
    blocks += glance()
    blocks += [.gap, .heading(Line([.text("In this pack", .strong)]), level: 2), .tree(contents())]
    return blocks
  }

  /// What there is, part by part, with links to each.
  private func contents() -> [TreeNode] {
    func node(_ words: String, _ anchor: String) -> TreeNode {
      TreeNode(Line([.link(words, to: "#\(trust.id).\(anchor)")]))
    }
    var nodes = [
      node("What needs the board’s attention", "exceptions"),
      node(subject.everyKPIWords, "matrix"),
    ]
    var last: Int?
    for place in priorities {
      let link = TreeNode(Line([.link(plan[place].title, to: "#\(anchor(of: place))")]))
      if place.strategy == last {
        nodes[nodes.count - 1].children.append(link)
      } else {
        nodes.append(TreeNode(Line(plan.strategies[place.strategy].title), [link]))
      }
      last = place.strategy
    }
    return nodes + [node("Risks", "risks"), node("What is not known", "gaps")]
  }

  /// The rest of what there is to say at once: late work, what moved, what is not known.
  func glance() -> [Block] {
    var points: [Point] = []
    let open = actions.count { !$0.isClosed(by: today) }
    let late = actions.count { $0.isOverdue(on: today, in: trust.calendar) }
    let waiting = actions.count { $0.isWaiting }
    let waitingWords = waiting > 0 ? ", \(waiting) waiting" : ""
    if !actions.isEmpty {
      points.append(
        Point(
          nil,
          Line(
            "\(open) of \(counted(actions.count, "action")) open, \(late == 0 ? "none" : String(late)) overdue\(waitingWords)."
          )
        )
      )
    }
    if let moves, moves.since < asOf {
      let words = moves.countWords.isEmpty ? "nothing moved" : moves.countWords
      points.append(Point(nil, Line("Since \(moves.dayWords): \(words).")))
    }
    let unknown = UnknownKPIs(subject)
    if unknown.count > 0 { points.append(Point(nil, Line("Not known: \(unknown.countWords)."))) }
    if unknown.neverRead.count > 0 { points.append(Point(nil, Line("\(unknown.neverReadWords)."))) }
    return points.isEmpty ? [] : [.gap, .points(points)]
  }

  /// Every KPI against every school.
  fileprivate func matrix() -> [Block] {
    let verdicts = subject.verdicts
    var blocks: [Block] = [
      .heading(
        Line([.text(subject.everyKPIWords, .strong)]),
        level: 2,
        anchor: "\(trust.id).matrix"
      )
    ]
    if verdicts.isEmpty { return blocks + [.paragraph("No KPI answers to what was asked for.")] }
    let standings = SchoolStandings(subject)
    blocks.append(.firstThatFits(subject.tiles(verdicts, standings)))
    return blocks + standings.absentLines()
  }

  fileprivate func strategyHead(_ index: Int) -> [Block] {
    let strategy = plan.strategies[index]
    var blocks: [Block] = [.heading(Line([.text(strategy.title, .strong)]), level: 2)]
    blocks += strategy.statements.map { statement in
      .paragraph(Line([.text("\(statement.kind.singular): ", .quiet), .text(statement.text)]))
    }
    return blocks
  }
}

extension ReportSubject {
  /// The title over the matrix; a trust without schools has none to tell apart.
  var everyKPIWords: String {
    schools.isEmpty ? "Every KPI" : "Every KPI, school by school"
  }

  /// How many KPIs of the trust and of each school are of each status, as bars with figures.
  func strips() -> [Block] {
    let joined = joinedSchools
    let later = schools.filter { !joined.contains($0.id) }
    let schools = schools.filter { joined.contains($0.id) }
    var counts: [Scope: StatusCounts] = [:]
    for (scope, group) in Dictionary(grouping: evaluation.verdicts, by: \.scope) {
      counts[scope] = StatusCounts(group)
    }
    var scopes: [Scope] = schools.map { .school($0.id) }
    if school == nil, counts[.trust] != nil { scopes.insert(.trust, at: 0) }
    if scopes.isEmpty { return [] }
    let rows = scopes.map { scope in
      let own = counts[scope] ?? StatusCounts([Verdict]())
      let name: Span =
        scope == .trust ? .text("Trust", .strong) : links.name(of: scope, in: trust)
      return Row(
        [.line(Line([name])), .chart(strip(own))]
          + Self.statusOrder.map { .number(String(own[$0]), exact: String(own[$0])) }
      )
    }
    let table = Table(
      columns: [Column("Where", narrowest: 12), Column("KPIs", leavesOut: 1)]
        + Self.statusOrder.map { Column($0.rawValue, side: .right) },
      rows: rows
    )
    if later.isEmpty { return [.table(table)] }
    var words: [Span] = [.text("Not in the trust on the day: ", .quiet)]
    for (place, school) in later.enumerated() {
      if place > 0 { words.append(.text(place == later.count - 1 ? " and " : ", ")) }
      words.append(links.name(of: .school(school.id), in: trust))
    }
    return [.table(table), .paragraph(Line(words + [.text(".")]))]
  }
}
