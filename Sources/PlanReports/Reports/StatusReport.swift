public import Documents
import PlanEvaluation
import PlanModel

/// Where every KPI of a plan stands: for one school with every detail, else school by school.
///
/// First what is red and amber and by how much, then every KPI in the order of the plan, then how
/// many there are of each status and what the signs mean.
public func statusReport(_ subject: ReportSubject) -> Document {
  var page = Document(subject.pageHead())
  let verdicts = subject.verdicts
  guard !verdicts.isEmpty else {
    page.append(.gap)
    page.append(.paragraph("No KPI of the plan answers to what was asked for."))
    return page
  }
  page.append(contentsOf: Document(subject.periodLine(verdicts)))
  page.append(contentsOf: Document(subject.headlines()))
  page.append(.gap)
  if subject.school != nil {
    page.append(.table(subject.schoolTable(verdicts, countsGroups: true)))
  } else {
    page.append(.firstThatFits([subject.matrix(verdicts), subject.lists(verdicts)]))
    page.append(contentsOf: Document(subject.unheardLine()))
  }
  page.append(contentsOf: Document(subject.counts(verdicts)))
  page.append(contentsOf: Document(subject.legend(verdicts)))
  return page
}

extension ReportSubject {
  /// The rows that name strategies and priorities, and the rows of their KPIs under them.
  ///
  /// - Parameters:
  ///   - verdicts: The verdicts, in the order of the plan.
  ///   - countsGroups: Whether the rows that name priorities, and strategies of several, say how
  ///     many KPIs there are of each status.
  ///   - rows: The rows of the verdicts of one KPI.
  /// - Returns: All rows, in the order of the plan.
  func groupedRows(
    _ verdicts: [Verdict],
    countsGroups: Bool = false,
    _ rows: ([Verdict]) -> [Row]
  ) -> [Row] {
    var result: [Row] = []
    let standings = countsGroups ? countedGroups(verdicts) : []
    var counted = 0
    var last: KPIPath?
    var at = 0
    while at < verdicts.count {
      let path = verdicts[at].path
      var group: [Verdict] = []
      while at < verdicts.count, verdicts[at].path == path {
        group.append(verdicts[at])
        at += 1
      }
      if last?.strategy != path.strategy {
        let title = plan.strategies[path.strategy].title
        result.append(Row(group: Line([.text(title)] + countSpans(path, nil, standings, &counted))))
      }
      if last?.strategy != path.strategy || last?.priority != path.priority {
        let priority = plan.strategies[path.strategy].priorities[path.priority]
        let title = priority.title + (priority.isStarred ? " *" : "")
        let spans =
          [links.words(title, to: path)] + countSpans(path, path.priority, standings, &counted)
        result.append(Row(group: Line(spans), indent: 1))
      }
      last = path
      result += rows(group)
    }
    return result
  }

  /// How the priorities stand, and the strategies of which several are shown; nothing where
  /// several schools would be counted together.
  private func countedGroups(_ verdicts: [Verdict]) -> [GroupStanding] {
    guard school != nil || verdicts.contains(where: { $0.scope == .trust }) else { return [] }
    let all = groupStandings(verdicts)
    return all.indices.filter { index in
      // A strategy stands before its priorities.
      all[index].priority != nil
        || index + 2 < all.count && all[index + 2].strategy == all[index].strategy
    }
    .map { all[$0] }
  }

  /// How a strategy or priority stands, after its name; the standings come in the order of the rows.
  private func countSpans(
    _ path: KPIPath,
    _ priority: Int?,
    _ standings: [GroupStanding],
    _ counted: inout Int
  ) -> [Span] {
    guard counted < standings.count, standings[counted].strategy == path.strategy,
      standings[counted].priority == priority
    else { return [] }
    let next = standings[counted]
    counted += 1
    return next.words.isEmpty ? [] : [.text(" (\(next.words))", .quiet)]
  }

  // MARK: - One school

  /// Every KPI of one school, with value, target, distance and age.
  ///
  /// - Parameters:
  ///   - verdicts: The verdicts of the school, in the order of the plan.
  ///   - showsAge: Whether there is a column for how old readings are, where they differ.
  ///   - countsGroups: Whether strategies and priorities say how many there are of each status.
  ///   - trends: The figures of each verdict over time, each before its parts; there is a column
  ///     for them where any is known.
  /// - Returns: The table.
  func schoolTable(
    _ verdicts: [Verdict],
    showsAge: Bool = true,
    countsGroups: Bool = false,
    trends: [Chart?] = []
  ) -> Table {
    let onlyPeriod = onlyPeriod(verdicts)
    var table = Table(
      columns: [
        Column("KPI", narrowest: 20), Column("Status", narrowest: 12),
        Column("Value", side: .right, narrowest: 9),
        Column("Target", narrowest: 11), Column("Distance", narrowest: 9, leavesOut: 2),
        Column("Period", narrowest: 7, leavesOut: 1), Column("Age", leavesOut: 3),
      ],
      rows: groupedRows(verdicts, countsGroups: countsGroups) { group in
        let wording = wording(group[0])
        return group.flatMap { verdict in
          let sign = verdict.repeatsAnother ? " (=)" : ""
          return [row(verdict, title: wording.kpi.title + sign, indent: 2, wording, onlyPeriod)]
            + strands(of: verdict).map { part in
              strandRow(part, wording, onlyPeriod)
            }
        }
      }
    )
    // A page for the browser shows the titles of empty columns.
    if onlyPeriod != nil {
      table.removeLastColumns(2)
    } else if !showsAge {
      table.removeLastColumns(1)
    }
    if trends.contains(where: { $0 != nil }) { add(trends, to: &table) }
    return table
  }

  /// Adds a column of pictures of figures over time.
  private func add(_ trends: [Chart?], to table: inout Table) {
    table.columns.append(Column("Trend", leavesOut: 2))
    // The rows of cells stand in the order of the verdicts, each before its parts.
    var next = trends.makeIterator()
    for index in table.rows.indices {
      guard case .cells(let cells) = table.rows[index].kind, let chart = next.next() else {
        continue
      }
      table.rows[index].kind = .cells(cells + [chart.map { .chart($0.inCell) } ?? .empty])
    }
  }

  /// The row of a strand, in the words of its KPI where it has no unit or scale of its own.
  private func strandRow(_ part: Verdict, _ wording: KPIWording, _ onlyPeriod: Period?) -> Row {
    let title = wording.title(ofPart: part)
    let strand = wording.kpi.strands.first { $0.id == part.strand }
    guard strand?.hasOwnMeasure == true else {
      return row(part, title: title, indent: 3, wording, onlyPeriod)
    }
    return row(part, title: title, indent: 3, self.wording(part), onlyPeriod)
  }

  /// One row of the table of a school, without period and age where `onlyPeriod` says them once.
  func row(
    _ verdict: Verdict,
    title: String,
    indent: Int,
    _ wording: KPIWording,
    _ onlyPeriod: Period? = nil
  ) -> Row {
    var cells: [Cell] = [.text(title), .mark(verdict.mark), valueCell(verdict, wording)]
    cells.append(.text(verdict.target.map { wording.words($0) } ?? ""))
    cells.append(.text(wording.distance(verdict)))
    if let reading = verdict.reading, onlyPeriod == nil {
      cells.append(.text(periodWords(reading.period)))
      cells.append(.text(age(of: reading)))
    } else {
      cells += [.empty, .empty]
    }
    return Row(cells, indent: indent, isQuiet: verdict.isQuiet)
  }

  /// The period of all readings, where they all have the same.
  func onlyPeriod(_ verdicts: [Verdict]) -> Period? {
    var only: Period?
    for verdict in verdicts {
      if let period = verdict.reading?.period {
        if let only, only != period { return nil }
        only = period
      }
      for part in strands(of: verdict) {
        guard let period = part.reading?.period else { continue }
        if let only, only != period { return nil }
        only = period
      }
    }
    return only
  }

  /// The period and age of the readings in one sentence, where they are the same for all.
  func periodLine(_ verdicts: [Verdict]) -> [Block] {
    guard let period = onlyPeriod(verdicts) else { return [] }
    let age = ageWords(from: trust.calendar.days(of: period).upperBound, to: evaluation.asOf)
    let old = age.isEmpty || age == "today" ? "" : ", \(age) old"
    return [.paragraph(Line("Every reading is for \(periodWords(period))\(old)."))]
  }

  /// The value of a verdict: its reading, or how many of its members met and are not known.
  func valueCell(_ verdict: Verdict, _ wording: KPIWording) -> Cell {
    guard let reading = verdict.reading else {
      guard let members = verdict.members, members.of > 0 else { return .empty }
      return .text(memberWords(members))
    }
    let words = wording.valueWithUnit(of: reading, beside: KPIWording.limits(of: verdict.target))
    if case .number(let number) = reading.value {
      return .number(words, exact: number.description)
    }
    return .text(words)
  }

  /// The value of a verdict for spreadsheets: its reading, or `2 of 3` for its members.
  func dataCell(_ verdict: Verdict, _ wording: KPIWording) -> Cell {
    guard let reading = verdict.reading else {
      guard let members = verdict.members, members.of > 0 else { return .empty }
      return .text("\(members.met) of \(members.of)")
    }
    let words = wording.value(of: reading, beside: KPIWording.limits(of: verdict.target))
    if case .number(let number) = reading.value, !wording.hasOwnNoun(reading) {
      return .number(words, exact: number.description)
    }
    return .text(words)
  }

  /// How old a reading is, counted from the last day of its period.
  ///
  /// A period has no age on its own last day: it still runs, and nothing was read today.
  func age(of reading: Reading) -> String {
    let last = trust.calendar.days(of: reading.period).upperBound
    if case .day = reading.period {} else if last == evaluation.asOf { return "" }
    return ageWords(from: last, to: evaluation.asOf)
  }
}

extension Table {
  /// Takes away the last columns with their cells.
  fileprivate mutating func removeLastColumns(_ count: Int) {
    columns.removeLast(count)
    for index in rows.indices {
      if case .cells(let cells) = rows[index].kind {
        rows[index].kind = .cells(Array(cells.dropLast(count)))
      }
    }
  }
}
