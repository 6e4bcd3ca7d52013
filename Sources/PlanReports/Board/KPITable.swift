import Documents
import PlanEvaluation
import PlanModel

/// The table of some KPIs: the trust first, then each school and part that has something to say,
/// with its figures over time, small in the table and large as pictures of their own.
struct KPITable {
  private let subject: ReportSubject
  private let trends: TrendSource?

  /// The most schools that stand under one KPI; of more, only those that are worst.
  static let mostSchools = 6

  init(_ subject: ReportSubject) {
    self.subject = subject
    trends = TrendSource(subject)
  }

  /// A row of the table before its columns are chosen.
  private struct Entry {
    var name: Line
    var indent: Int
    var verdict: Verdict?
    var wording: KPIWording?
    var trend: Chart?
  }

  /// The table of verdicts, in the order of the plan, and the pictures of the figures in it.
  func drawn(_ verdicts: [Verdict]) -> (table: Table, pictures: [Chart]) {
    let entries = subject.groupedByKPI(verdicts).flatMap(entries)
    return (table(verdicts, entries), entries.compactMap(\.trend))
  }

  private func table(_ verdicts: [Verdict], _ entries: [Entry]) -> Table {
    let told = entries.compactMap { entry in
      entry.verdict.flatMap { verdict in entry.wording.map { (verdict, $0) } }
    }
    // A column in which nothing stands only takes room.
    let hasValues = told.contains { value($0.0, $0.1) != .empty }
    let hasTargets = told.contains { $0.0.target != nil }
    let hasDistances = told.contains { !$0.1.distance($0.0).isEmpty }
    let hasPeriods = hasValues && subject.onlyPeriod(verdicts) == nil
    let hasTrends = entries.contains { $0.trend != nil }
    var columns = [Column("KPI", narrowest: 20), Column("Status", narrowest: 10)]
    if hasValues { columns.append(Column("Value", side: .right, narrowest: 11)) }
    if hasTargets { columns.append(Column("Target", narrowest: 11)) }
    if hasDistances { columns.append(Column("Distance", narrowest: 9, leavesOut: 1)) }
    if hasPeriods { columns.append(Column("Period", narrowest: 7, leavesOut: 2)) }
    if hasTrends { columns.append(Column("Trend", leavesOut: 3)) }
    var whole = ""
    let rows = entries.map { entry -> Row in
      guard let verdict = entry.verdict, let wording = entry.wording else {
        return Row(note: entry.name, indent: entry.indent)
      }
      var cells: [Cell] = [.line(entry.name), .mark(verdict.mark)]
      if hasValues { cells.append(value(verdict, wording)) }
      if hasTargets {
        // The target of a KPI is said once, and again only for parts and schools with their own.
        let target = verdict.target.map(wording.words) ?? ""
        cells.append(entry.indent > 2 && target == whole ? .empty : .text(target))
        if entry.indent == 2 { whole = target }
      }
      if hasDistances { cells.append(.text(wording.distance(verdict))) }
      if hasPeriods {
        cells.append(verdict.reading.map { .text(periodWords($0.period)) } ?? .empty)
      }
      if hasTrends { cells.append(entry.trend.map { .chart($0.inCell) } ?? .empty) }
      return Row(cells, indent: entry.indent, isQuiet: verdict.isQuiet)
    }
    return Table(columns: columns, rows: rows)
  }

  /// The value of a verdict; nothing where no member of it is known, which its status says.
  private func value(_ verdict: Verdict, _ wording: KPIWording) -> Cell {
    if verdict.reading == nil, let members = verdict.members, members.unknown == members.of {
      return .empty
    }
    return subject.valueCell(verdict, wording)
  }

  /// The rows of one KPI: the whole, its parts, its schools and their parts.
  private func entries(_ group: [Verdict]) -> [Entry] {
    guard let first = group.first(where: { $0.scope == .trust }) ?? group.first else { return [] }
    let wording = subject.wording(first)
    if let other = subject.repeated(by: first) {
      let name: [Span] = [.text(subject.rowTitle(first)), .text(": as under ", .quiet), other]
      return [entry(first, Line(name), 2, wording)]
    }
    var entries = [entry(first, Line(subject.rowTitle(first)), 2, wording)]
    entries += parts(first, wording)
    let others = group.filter { $0.scope != first.scope && !$0.isQuiet }
    let shown = others.count <= Self.mostSchools ? others : worst(others)
    for verdict in shown {
      let name = Line([subject.links.name(of: verdict.scope, in: subject.trust)])
      entries.append(entry(verdict, name, 3, wording))
      entries += parts(verdict, wording, after: "\(subject.trust.name(of: verdict.scope)), ")
    }
    if !shown.isEmpty, let silent = silentWords(group, besides: first) {
      entries.append(Entry(name: Line([.text(silent, .quiet)]), indent: 3))
    }
    if shown.count < others.count {
      let counts = StatusCounts(
        others.filter { each in !shown.contains { $0.scope == each.scope } }
      )
      let words = ReportSubject.statusOrder.filter { counts[$0] > 0 }
        .map { "\(counts[$0]) \($0.rawValue)" }
      let rest = "\(counted(others.count - shown.count, "more school")): \(listed(words, "and"))"
      entries.append(Entry(name: Line([.text(rest, .quiet)]), indent: 3))
    }
    return entries
  }

  /// The schools of which something is wanting, with what: `Dune: no reading`.
  private func silentWords(_ group: [Verdict], besides first: Verdict) -> String? {
    var groups: [(outcome: Outcome, names: [String])] = []
    for verdict in group
    where verdict.scope != first.scope && verdict.isQuiet && verdict.outcome.isUnknown {
      let name = subject.trust.name(of: verdict.scope)
      if let index = groups.firstIndex(where: { $0.outcome == verdict.outcome }) {
        groups[index].names.append(name)
      } else {
        groups.append((verdict.outcome, [name]))
      }
    }
    let words = groups.map { outcome, names in
      let most = 3
      let who =
        names.count <= most ? listed(names, "and") : counted(names.count, "school")
      return "\(who): \(outcome.words)"
    }
    return words.isEmpty ? nil : words.joined(separator: "; ")
  }

  private func entry(_ verdict: Verdict, _ name: Line, _ indent: Int, _ wording: KPIWording)
    -> Entry
  {
    Entry(
      name: name,
      indent: indent,
      verdict: verdict,
      wording: wording,
      trend: trends?.shownTrend(of: verdict)
    )
  }

  /// The rows of the parts of a verdict that say anything.
  private func parts(_ verdict: Verdict, _ wording: KPIWording, after start: String = "") -> [Entry]
  {
    subject.strands(of: verdict).filter { !$0.isQuiet }.map { part in
      entry(part, Line(start + wording.title(ofPart: part)), 3, wording)
    }
  }

  /// The worst of many schools: red, then amber, the furthest from the target first.
  private func worst(_ verdicts: [Verdict]) -> [Verdict] {
    let order = verdicts.indices.sorted { first, second in
      rank(verdicts[first], first) < rank(verdicts[second], second)
    }
    return order.prefix(Self.mostSchools).map { verdicts[$0] }
      .filter { $0.status == .red || $0.status == .amber }
  }

  private func rank(_ verdict: Verdict, _ place: Int) -> (Int, Double, Int) {
    let color = ReportSubject.statusOrder.firstIndex(of: verdict.status) ?? 0
    return (color, verdict.margin?.amount.drawn ?? 0, place)
  }
}

extension ReportSubject {
  /// The priority under which the KPI stands that the KPI of a verdict repeats, with a link where
  /// there is a page of it; `nil` where it repeats none.
  fileprivate func repeated(by verdict: Verdict) -> Span? {
    for reason in verdict.reasons {
      guard case .sameAs(let id) = reason.fact, let path = plan.path(of: id) else { continue }
      let other = plan[path]
      let place = plan[PriorityPlace(path)].title
      let title = other.title == title(verdict) ? "" : "“\(other.title)”, "
      return links.words(title + place, to: path)
    }
    return nil
  }
}
