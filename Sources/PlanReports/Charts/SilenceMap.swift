import Documents
import PlanEvaluation
import PlanModel
import SourceText

/// Every school against every KPI: how long nothing has been heard, made in one walk.
struct SilenceMap {
  /// A KPI of the map.
  struct Line {
    var path: KPIPath
    var title: String
    var frequency: Frequency?
    /// The silences, in the order of the schools of the map; `nil` where nothing was evaluated.
    var cells: [Silence?]
  }

  /// The schools, in the order of the trust.
  let schools: [School]
  /// The KPIs that are read school by school, in the order of the plan.
  private(set) var lines: [Line] = []
  private let subject: ReportSubject

  /// The most schools that stand beside each other; more stand one below the other.
  static let mostColumns = 12

  init(_ subject: ReportSubject) {
    self.subject = subject
    let joined = subject.joinedSchools
    schools = subject.schools.filter { joined.contains($0.id) }
    var places: [School.ID: Int] = [:]
    for (place, school) in schools.enumerated() { places[school.id] = place }
    // A KPI that repeats another is read, and counted, once: there.
    for verdict in subject.evaluation.verdicts where !verdict.repeatsAnother {
      guard case .school(let id) = verdict.scope, let place = places[id] else { continue }
      if lines.last?.path != verdict.path {
        let path = verdict.path
        let kpi = subject.plan.strategies[path.strategy].priorities[path.priority].kpis[path.kpi]
        let line = Line(
          path: path,
          title: kpi.title,
          frequency: kpi.frequency?.value,
          cells: Array(repeating: nil, count: schools.count)
        )
        lines.append(line)
      }
      let last = lines.count - 1
      lines[last].cells[place] = subject.silence(of: verdict, lines[last].frequency)
    }
  }

  /// How many cells are of each kind, in the order of the legend.
  var counts: [Count] {
    var counts = Silence.legend.map { Count($0.mark, 0) }
    for line in lines {
      for cell in line.cells {
        guard let mark = cell?.mark, let index = counts.firstIndex(where: { $0.mark == mark })
        else { continue }
        counts[index].number += 1
      }
    }
    return counts
  }

  /// What the map shows, in one sentence.
  var summary: String {
    let parts = counts.filter { $0.number > 0 && $0.mark.word != "not asked" }
      .map { "\($0.number) \($0.mark.word)" }
    if parts.isEmpty { return "Nothing is asked school by school." }
    return "\(counted(lines.count, "KPI")) × \(counted(schools.count, "school")): "
      + "\(listed(parts, "and")). Days are counted to \(dayWords(subject.evaluation.asOf))."
  }

  /// What the marks mean.
  var legend: [LegendEntry] {
    let used = counts.filter { $0.number > 0 }.map(\.mark)
    return Silence.legend.filter { used.contains($0.mark) }
      .map { LegendEntry(Documents.Line([.mark($0.mark)]), $0.meaning) }
  }

  /// The map; the titles of schools and KPIs may lead to other pages.
  ///
  /// - Parameters:
  ///   - school: The words for a school, such as a link.
  ///   - kpi: The words for a KPI.
  /// - Returns: The blocks: the map, and where KPIs stand under numbers what the numbers mean.
  func blocks(
    school: (School) -> Span = { .text($0.name) },
    kpi: (Line) -> Span = { .text($0.title) }
  ) -> [Block] {
    if lines.isEmpty || schools.isEmpty { return [] }
    if schools.count <= Self.mostColumns { return [.table(byKPI(kpi))] }
    return [.table(key(kpi)), .gap, .table(bySchool(school))]
  }

  private func frequencyWords(_ line: Line) -> String { line.frequency?.words ?? "not said" }

  /// A row for each KPI, a column for each school.
  private func byKPI(_ words: (Line) -> Span) -> Table {
    // What the plan says of no KPI, the legend says of all.
    let isSaid = lines.contains { $0.frequency != nil }
    var table = Table(
      columns: [Column("KPI", narrowest: 20)]
        + (isSaid ? [Column("To be read", narrowest: 9)] : [])
        + schools.map { Column($0.name, narrowest: 9) },
      caption: "Days since the last reading, KPI by KPI and school by school",
      look: .tiles
    )
    var last: KPIPath?
    for line in lines {
      if last?.strategy != line.path.strategy {
        let title = subject.plan.strategies[line.path.strategy].title
        table.rows.append(Row(group: Documents.Line(title)))
      }
      last = line.path
      table.rows.append(
        Row(
          [.line(Documents.Line([words(line)]))]
            + (isSaid ? [.text(frequencyWords(line))] : [])
            + line.cells.map { $0?.cell ?? .empty },
          indent: 1
        )
      )
    }
    return table
  }

  /// What the numbers of the KPIs mean, and how each stands over all schools.
  private func key(_ words: (Line) -> Span) -> Table {
    Table(
      columns: [
        Column("No.", side: .right), Column("KPI", narrowest: 20), Column("To be read"),
        Column("Late", side: .right), Column("Never read", side: .right),
      ],
      rows: lines.enumerated().map { number, line in
        func count(_ isMeant: (Silence) -> Bool) -> Cell {
          let count = line.cells.count { $0.map(isMeant) ?? false }
          return .number(String(count), exact: String(count))
        }
        return Row([
          .number(String(number + 1), exact: String(number + 1)),
          .line(Documents.Line([words(line)])), .text(frequencyWords(line)),
          count { if case .late = $0 { true } else { false } }, count { $0 == .never },
        ])
      },
      caption: "The KPIs of the map by number"
    )
  }

  /// A row for each school, a narrow column for each KPI under its number.
  private func bySchool(_ words: (School) -> Span) -> Table {
    Table(
      columns: [Column("School", narrowest: 16)]
        + lines.indices.map { Column(String($0 + 1), side: .right) },
      rows: schools.enumerated().map { place, school in
        Row(
          [.line(Documents.Line([words(school)]))]
            + lines.map { $0.cells[place]?.cell ?? .empty }
        )
      },
      caption: "Days since the last reading, school by school",
      look: .tiles
    )
  }
}
