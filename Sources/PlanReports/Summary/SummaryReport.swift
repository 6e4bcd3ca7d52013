import Documents
import PlanEvaluation
import PlanModel
import SourceText

/// How a plan stands, on one screen: counts, what is red, what moved, what is overdue, what nobody
/// knows.
public func summaryReport(_ summary: PlanSummary) -> ReportPart {
  let subject = summary.subject
  var page = Document(subject.pageHead())
  if summary.counts.isEmpty {
    page.append(.gap)
    page.append(.paragraph("No KPI of the plan answers to what was asked for."))
  } else {
    page.append(contentsOf: Document(subject.periodLine(subject.verdicts)))
    page.append(.gap)
    page.append(.table(summary.countTable()))
    page.append(.gap)
    for status in [Status.red, .amber] {
      page.append(contentsOf: Document(summary.misses(status)))
    }
    page.append(contentsOf: Document(summary.moves.blocks(subject, most: 2)))
    page.append(contentsOf: Document(summary.overdueWork()))
    page.append(contentsOf: Document(summary.unknownThings()))
  }
  return ReportPart(
    title: subject.subjectName,
    anchor: subject.trust.id,
    document: page,
    legend: subject.legendEntries(subject.verdicts),
    day: subject.dayLine
  )
}

extension PlanSummary {
  /// The most points under one heading, so that the whole stays one screen.
  static let mostPoints = 5

  // MARK: - Counts

  /// How many of each status, a row for the trust and for each school; of many schools the worst.
  func countTable() -> Table {
    var rows = counts
    var rest: [Scope] = []
    if rows.count > Self.mostPoints + 2 {
      let schools = rows.filter { $0.scope != .trust }
      let order = schools.indices.sorted { first, second in
        (schools[second].counts[.red], first) < (schools[first].counts[.red], second)
      }
      let worst = order.map { schools[$0] }
      rows = rows.filter { $0.scope == .trust } + worst.prefix(Self.mostPoints)
      rest = worst.dropFirst(Self.mostPoints).map(\.scope)
    }
    var table = Table(
      columns: [Column("Where", narrowest: 12)]
        + ReportSubject.statusOrder.map { Column($0.rawValue, narrowest: 6) },
      rows: rows.map { row($0.scope == .trust ? "Trust" : name($0.scope), $0.counts) },
      showsTitles: false,
      caption: "How many KPIs are red, amber, green and grey"
    )
    if !rest.isEmpty {
      let all = StatusCounts(subject.evaluation.verdicts.lazy.filter { rest.contains($0.scope) })
      table.rows.append(row("the other \(counted(rest.count, "school"))", all))
    }
    return table
  }

  private func row(_ name: String, _ counts: StatusCounts) -> Row {
    Row(
      [.text(name)]
        + ReportSubject.statusOrder.map { status in
          .marked(Outcome.mark(of: status), "\(counts[status]) \(status.rawValue)")
        }
    )
  }

  private func name(_ scope: Scope) -> String { subject.trust.name(of: scope) }

  // MARK: - Red and amber

  /// What is red or amber, the furthest from its target first.
  func misses(_ status: Status) -> [Block] {
    let all = status == .red ? red : amber
    if all.isEmpty {
      return status == .red && subject.statuses.isEmpty
        ? [.paragraph(Line([.text("Nothing is red.")]))] : []
    }
    let shown = all.prefix(status == .red ? Self.mostPoints : Self.mostPoints - 2)
    let name = status == .red ? "Red" : "Amber"
    let what =
      all.count > shown.count
      ? ": the \(shown.count) furthest from their targets, of \(all.count)"
      : all.count > 1 ? ": the furthest from its target first" : ""
    // The period is said once where all the figures have the same.
    let told = shown.flatMap { $0.verdicts.prefix(2) }
    let only = subject.onlyPeriod(told)
    let period =
      only != nil && subject.onlyPeriod(subject.verdicts) == nil
      ? only.map { ", for \(periodWords($0))" } ?? "" : ""
    return [
      .heading(Line([.toned(name, status.tone), .text(period + what)]), level: 2),
      .points(
        shown.map { Point($0.furthest.mark, subject.line(of: $0, tellsPeriod: only == nil)) }
      ),
    ]
  }

  // MARK: - Overdue

  /// What is overdue, by owner, with how late the latest is.
  func overdueWork() -> [Block] {
    if overdueCount == 0 {
      let words =
        openCount == 0 ? "No action is open." : "No action is overdue; \(openCount) open."
      return [.paragraph(Line(words))]
    }
    let words = overdue.prefix(Self.mostPoints).map { work in
      let late = work.actions.first.map { lateWords($0.due, on: subject.evaluation.asOf) } ?? ""
      let most = work.actions.count > 1 ? "up to \(late)" : late
      return "\(work.owner ?? "owned by nobody") \(work.actions.count), \(most)"
    }
    let more = overdue.count - words.count
    let rest = more > 0 ? "; \(counted(more, "other owner"))" : ""
    return [
      .heading(
        Line([
          .text("Overdue", .strong), .text(": \(overdueCount) of \(openCount) open actions"),
        ]),
        level: 2
      ),
      .points([Point(nil, Line(words.joined(separator: "; ") + rest))]),
    ]
  }

  // MARK: - Not known

  /// What nobody knows, and which schools have said nothing.
  func unknownThings() -> [Block] {
    var points: [Point] = []
    if !unknown.isEmpty { points.append(Point(nil, Line(words(unknown)))) }
    if !notAsked.isEmpty {
      points.append(Point(nil, Line("Not asked for: \(words(notAsked))")))
    }
    if subject.school == nil, !silentSchools.isEmpty {
      points.append(Point(nil, Line("No reading at all: \(few(silentSchools))")))
    }
    if subject.school == nil, !laterSchools.isEmpty {
      points.append(Point(nil, Line("Not yet joined: \(few(laterSchools))")))
    }
    guard !points.isEmpty else { return [] }
    let count = unknown.reduce(0) { $0 + $1.number }
    let all = counts.first.map { $0.counts.total } ?? 0
    return [
      .heading(
        Line([.text("Not known", .strong), .text(": \(count) of \(counted(all, "KPI"))")]),
        level: 2
      ),
      .points(points),
    ]
  }

  private func words(_ counts: [OutcomeCount]) -> String {
    counts.map { "\($0.number) \($0.outcome.words)" }.joined(separator: ", ")
  }

  /// The names of few schools, or of many the first and how many more there are.
  private func few(_ schools: [School]) -> String {
    let names = schools.map(\.name)
    if names.count <= 4 { return listed(names, "and") }
    return listed(Array(names.prefix(3)) + ["\(names.count - 3) more"], "and")
  }
}

extension ReportSubject {
  /// One miss in a line: what, the target, where, and by how much.
  ///
  /// - Parameters:
  ///   - miss: What was missed.
  ///   - tellsPeriod: Whether each figure says its period, because they differ.
  /// - Returns: The line.
  func line(of miss: Miss, tellsPeriod: Bool) -> Line {
    let first = miss.furthest
    var title = title(first)
    if first.strand != nil { title += ", \(strandTitle(first))" }
    func period(_ verdict: Verdict) -> String {
      guard tellsPeriod, let reading = verdict.reading else { return "" }
      return " (\(periodWords(reading.period)))"
    }
    guard school == nil, first.scope != .trust else {
      return Line([.text(title, .strong), .text(": \(position(first))\(period(first))")])
    }
    let target = first.target.map { ", target \(wording(first).words($0))" } ?? ""
    let told = miss.verdicts.prefix(miss.verdicts.count > 2 ? 1 : 2).map { verdict in
      "\(trust.name(of: verdict.scope)) \(short(verdict))\(period(verdict))"
    }
    var words = told.joined(separator: "; ")
    if miss.verdicts.count > told.count {
      words = "\(miss.verdicts.count) of \(miss.judged) schools judged, furthest \(words)"
    }
    return Line([.text(title, .strong), .text("\(target): \(words)")])
  }
}
