import Documents
import PlanEvaluation
import PlanModel

/// Every KPI against the trust and its schools, by strategy: a letter and a colour in each cell.
public func matrixReport(_ subject: ReportSubject) -> ReportPart {
  var page = Document(subject.reportHead())
  let verdicts = subject.verdicts
  if verdicts.isEmpty {
    page.append(.gap)
    page.append(.paragraph("No KPI of the plan answers to what was asked for."))
  } else {
    let standings = SchoolStandings(subject)
    let counts = standings.counts(alone: subject.school)
    page.append(contentsOf: Document(subject.periodLine(verdicts)))
    page.append(.gap)
    page.append(.firstThatFits(subject.tiles(verdicts, standings)))
    page.append(contentsOf: Document(standings.absentLines()))
    page.append(.gap)
    page.append(
      .firstThatFits(subject.countTables(counts, most: ReportSubject.mostTileColumns))
    )
  }
  return ReportPart(
    title: subject.subjectName,
    anchor: subject.trust.id,
    document: page,
    legend: subject.tileLegend(verdicts, SchoolStandings(subject)),
    day: subject.dayLine
  )
}

extension ReportSubject {
  /// The matrix in several widths, the widest first.
  ///
  /// With every school that belongs to the trust on the day; with those heard of; with numbers in
  /// place of names; with schools counted.
  func tiles(_ verdicts: [Verdict], _ standings: SchoolStandings) -> [Table] {
    let (here, heard) = (standings.present, standings.heard)
    var tables: [Table] = []
    if schools.count <= Self.mostTileColumns {
      tables.append(tiles(verdicts, here.isEmpty ? schools : here))
      if !heard.isEmpty, heard.count < here.count { tables.append(tiles(verdicts, heard)) }
      if here.count > 1 { tables.append(tiles(verdicts, here, isNumbered: true)) }
    }
    tables.append(schoolCounts(verdicts))
    return tables
  }

  /// The most schools that have a column each; of more than these, schools are counted.
  static let mostTileColumns = 60

  /// One row for a KPI or a part of it, one column for the trust and for each school.
  private func tiles(
    _ verdicts: [Verdict],
    _ schools: [School],
    isNumbered: Bool = false
  ) -> Table {
    let scopes = scopes(verdicts, schools)
    let names = schools.enumerated().map { isNumbered ? String($0 + 1) : $1.name }
    var table = Table(
      columns: [Column("KPI", narrowest: 16)]
        + ((scopes.first == .trust ? ["Trust"] : []) + names).map { Column($0, narrowest: 4) },
      rows: tileRows(verdicts) { parts in
        var cells: [Scope: Cell] = [:]
        for verdict in parts { cells[verdict.scope] = tile(verdict) }
        return scopes.map { cells[$0] ?? .empty }
      },
      caption: schools.isEmpty
        ? "Every KPI for the trust" : "Every KPI for the trust and each school",
      look: .tiles
    )
    if isNumbered {
      let key = schools.enumerated().map { "\($0 + 1) \($1.name)" }.joined(separator: ", ")
      table.rows.insert(Row(group: Line([.text(key, .quiet)])), at: 0)
    }
    return table
  }

  /// The trust, where the plan is read for it, then the schools.
  func scopes(_ verdicts: [Verdict], _ schools: [School]) -> [Scope] {
    let hasTrust = verdicts.contains { $0.scope == .trust }
    return (hasTrust ? [.trust] : []) + schools.map { .school($0.id) }
  }

  /// The matrix for pages too narrow for a column each: how many schools are of each status.
  private func schoolCounts(_ verdicts: [Verdict]) -> Table {
    Table(
      columns: [Column("KPI", narrowest: 16), Column("Trust", narrowest: 4)]
        + Self.statusOrder.map { Column($0.letter, side: .right) },
      rows: [Row(group: Line([.text("How many schools are red, amber, green, grey", .quiet)]))]
        + tileRows(verdicts) { parts in
          let schools = parts.filter { $0.scope != .trust }
          let own = parts.first { $0.scope == .trust }.map(tile) ?? .empty
          return [own]
            + Self.statusOrder.map { status in
              let count = schools.count { $0.status == status }
              return count == 0 ? .empty : .number(String(count), exact: String(count))
            }
        },
      caption: "Every KPI for the trust, and how many schools are red, amber, green and grey"
    )
  }

  private func tileRows(_ verdicts: [Verdict], _ cells: ([Verdict]) -> [Cell]) -> [Row] {
    groupedRows(verdicts) { group in
      var rows = [tileRow(group, indent: 2, cells)]
      // Its parts stand where the KPI stands that it repeats.
      if group.contains(where: \.repeatsAnother) { return rows }
      for strand in strandNames(group) {
        rows.append(tileRow(group.compactMap { part(strand, of: $0) }, indent: 3, cells))
      }
      return rows
    }
  }

  private func tileRow(_ parts: [Verdict], indent: Int, _ cells: ([Verdict]) -> [Cell]) -> Row {
    let title = parts.first.map(rowTitle) ?? ""
    return Row([.text(title)] + cells(parts), indent: indent, isQuiet: parts.allSatisfy(\.isQuiet))
  }

  /// A status in one cell by its letter; three kinds of grey by words of their own.
  private func tile(_ verdict: Verdict) -> Cell {
    let mark = verdict.mark
    switch verdict.outcome {
    case .notApplicable, .missing(.notApplicable): return .marked(mark.lettered("n/a"), "")
    case .notYetJoined: return .marked(mark.lettered("later"), "")
    case .left: return .marked(mark.lettered("left"), "")
    default: return .marked(mark, "")
    }
  }

  /// What the letters and words in the cells mean; a school without a column has no cell.
  func tileLegend(_ verdicts: [Verdict], _ standings: SchoolStandings) -> [LegendEntry] {
    var entries = legendEntries(verdicts).filter { $0.sign != "(at least)" }
    let here = standings.present
    let shown = Set(scopes(verdicts, here.isEmpty ? schools : here))
    func add(_ sign: Line, _ meaning: String, _ isMeant: (Outcome) -> Bool) {
      let isUsed = verdicts.contains { verdict in
        shown.contains(verdict.scope)
          && (isMeant(verdict.outcome) || strands(of: verdict).contains { isMeant($0.outcome) })
      }
      if isUsed { entries.append(LegendEntry(sign, meaning)) }
    }
    add("n/a", "the KPI does not apply to the school, or not on that day") {
      $0 == .notApplicable || $0 == .missing(.notApplicable)
    }
    add("later", "the school had not joined by then") { $0 == .notYetJoined }
    add("left", "the school had left by then") { $0 == .left }
    return entries
  }
}

extension SchoolStandings {
  /// Which schools say nothing, and which had not joined or had left, in a sentence each.
  func absentLines() -> [Block] {
    let lines = [
      ("No reading at all", silent), ("Not yet joined", absent(.notYetJoined)),
      ("No longer in the trust", absent(.left)),
    ]
    let blocks = lines.filter { !$0.1.isEmpty }.map { what, schools in
      Block.paragraph(Line([.text("\(what): \(schoolList(schools, most: 20)).", .quiet)]))
    }
    return blocks.isEmpty ? [] : [.gap] + blocks
  }
}

/// The names of schools, of many only the first; those with an "and" of their own kept apart.
func schoolList(_ schools: [School], most: Int) -> String {
  var names = schools.map(\.name)
  if names.count > most + 1 {
    names = Array(names.prefix(most)) + ["\(names.count - most) more"]
  }
  let isPlain = !names.contains { $0.holdsWords("and") || $0.utf8.contains(UInt8(ascii: ",")) }
  return isPlain ? listed(names, "and") : names.joined(separator: "; ")
}

extension Mark {
  /// The same mark with another letter or a short word in its place.
  fileprivate func lettered(_ letter: String) -> Mark { Mark(letter, word, tone) }
}
