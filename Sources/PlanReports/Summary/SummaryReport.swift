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
    page.append(.firstThatFits(subject.countTables(summary.counts, most: PlanSummary.mostPoints)))
    page.append(.gap)
    page.append(contentsOf: Document(subject.blocks(summary.red, .red, most: 4)))
    page.append(contentsOf: Document(subject.blocks(summary.amber, .amber, most: 3)))
    page.append(contentsOf: Document(summary.moves.blocks(subject, most: 2)))
    page.append(contentsOf: Document(summary.overdueWork()))
    page.append(contentsOf: Document(summary.unknownThings()))
  }
  return ReportPart(
    title: subject.subjectName,
    anchor: subject.trust.id,
    document: page,
    legend: summary.legend(),
    day: subject.dayLine
  )
}

extension PlanSummary {
  /// The most schools and owners that are told one by one, so that the whole stays one screen.
  static let mostPoints = 5

  /// What the marks on the page mean: those of the counts, and of what is red and amber.
  func legend() -> [LegendEntry] {
    let others: [Line] = ["-", "n/a", "*", "(=)"]
    let shown = (red + amber).flatMap(\.verdicts)
    var entries = ReportSubject.statusOrder.map { status in
      LegendEntry(Line([.mark(Outcome.mark(of: status))]), status.meaning)
    }
    for entry in subject.legendEntries(shown)
    where !others.contains(entry.sign) && !entries.contains(entry) { entries.append(entry) }
    return entries
  }

  // MARK: - Overdue

  /// What is overdue, by owner, with how late the latest is.
  func overdueWork() -> [Block] {
    let waiting = waitingCount > 0 ? "; \(waitingCount) waiting" : ""
    if overdueCount == 0 {
      let words =
        openCount == 0 ? "No action is open." : "No action is overdue; \(openCount) open\(waiting)."
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
          .text("Overdue", .strong),
          .text(": \(overdueCount) of \(openCount) open actions\(waiting)"),
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
    let others = notAsked.isEmpty ? [] : ["also \(words(notAsked))"]
    let outcomes = (unknown.isEmpty ? [] : [words(unknown)]) + others
    if !outcomes.isEmpty { points.append(Point(nil, Line(outcomes.joined(separator: "; ")))) }
    if subject.school == nil, !silentSchools.isEmpty {
      points.append(Point(nil, Line("No reading at all: \(schoolList(silentSchools, most: 2))")))
    }
    if subject.school == nil, !laterSchools.isEmpty {
      points.append(Point(nil, Line("Not yet joined: \(schoolList(laterSchools, most: 2))")))
    }
    guard !points.isEmpty else { return [] }
    let count = unknown.reduce(0) { $0 + $1.number }
    let place = isOfOne ? "" : " at \(counted(counts.count, "school"))"
    return [
      .heading(
        Line([
          .text("Not known", .strong), .text(": \(count) of \(counted(askedCount, "KPI"))\(place)"),
        ]),
        level: 2
      ),
      .points(points),
    ]
  }

  private func words(_ counts: [OutcomeCount]) -> String {
    counts.map { "\($0.number) \($0.outcome.words)" }.joined(separator: ", ")
  }
}
