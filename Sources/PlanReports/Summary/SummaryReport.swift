import Documents
import PlanEvaluation
import PlanModel
import SourceText

/// How a plan stands: counts, what is red, what moved, what is overdue, what nobody knows.
///
/// - Parameters:
///   - summary: What there is to say.
///   - isScreen: Whether it is to fit one screen, with commands that show the rest; a page has room
///     for all that is red or amber.
/// - Returns: The report.
public func summaryReport(_ summary: PlanSummary, isScreen: Bool = false) -> ReportPart {
  let subject = summary.subject
  var head = subject.reportHead(tellsWork: true)
  if summary.counts.isEmpty {
    head += [.gap, .paragraph("No KPI of the plan answers to what was asked for.")]
  } else {
    let most = isScreen ? PlanSummary.mostPoints - 1 : PlanSummary.mostPoints
    let tables = subject.countTables(summary.counts, most: most, keepsNames: isScreen)
    head += subject.periodLine(subject.verdicts) + [.gap, .firstThatFits(tables), .gap]
    head += isScreen ? summary.screen(below: head) : summary.page()
  }
  return ReportPart(
    title: subject.subjectName,
    anchor: subject.trust.id,
    document: Document(head),
    legend: summary.legend(),
    day: subject.dayLine
  )
}

extension PlanSummary {
  /// The most schools and owners that are told one by one.
  static let mostPoints = 5

  /// What stands below the counts on a page: all that is red or amber, and of the rest the most
  /// important.
  fileprivate func page() -> [Block] {
    var blocks = subject.blocks(red, .red) + subject.blocks(amber, .amber)
    blocks += moves.blocks(subject, most: 8)
    let owners = overdue.prefix(Self.mostPoints).map(words)
    let more = overdue.count - owners.count
    let rest = more > 0 ? "; \(counted(more, "other owner"))" : ""
    blocks += list(
      overdueTitle,
      owners.isEmpty ? [] : [Point(nil, Line(owners.joined(separator: "; ") + rest))]
    )
    if let unknownTitle { blocks += list(unknownTitle, unknownPoints(most: 20)) }
    return blocks
  }

  /// Points under a heading; a sentence where there are none.
  private func list(_ title: Line, _ points: [Point]) -> [Block] {
    points.isEmpty ? [.paragraph(title)] : [.heading(title, level: 2), .points(points)]
  }

  /// What the marks on the page mean: those of the counts, and of what is red and amber.
  func legend() -> [LegendEntry] {
    let others: [Line] = ["-", "n/a", "*", "(=)"]
    let shown = (red + amber).flatMap(\.verdicts) + moves.told(.noLongerKnown).map(\.now)
    var entries = ReportSubject.statusOrder.map { status in
      LegendEntry(Line([.mark(Outcome.mark(of: status))]), status.meaning)
    }
    for entry in subject.legendEntries(shown)
    where !others.contains(entry.sign) && !entries.contains(entry) { entries.append(entry) }
    return entries
  }

  // MARK: - Overdue

  /// How much is overdue.
  var overdueTitle: Line {
    let waiting = waitingCount > 0 ? "; \(waitingCount) waiting" : ""
    if overdueCount == 0 {
      let words =
        openCount == 0 ? "No action is open." : "No action is overdue; \(openCount) open\(waiting)."
      return Line(words)
    }
    return Line([
      .text("Overdue", .strong),
      .text(": \(overdueCount) of \(openCount) open actions\(waiting)"),
    ])
  }

  /// What one owner owes, with how late the latest is: `CFO 2, up to 4 months late`.
  func words(_ work: OverdueWork) -> String {
    let late = work.actions.first.map { lateWords($0.due, on: subject.workDay) } ?? ""
    let most = work.actions.count > 1 ? "up to \(late)" : late
    if work.owner == hiddenOwner { return "\(counted(work.actions.count, "action")), \(most)" }
    return "\(work.owner ?? "owned by nobody") \(work.actions.count), \(most)"
  }

  // MARK: - Not known

  /// How much nobody knows; `nil` where there is nothing to say of it.
  var unknownTitle: Line? {
    if unknownPoints(most: 1).isEmpty { return nil }
    return Line([.text("Not known", .strong), .text(": \(unknownKPIs.countWords)")])
  }

  /// What nobody knows, and which schools have said nothing.
  ///
  /// - Parameter most: The most schools that are named in one point.
  /// - Returns: The points.
  func unknownPoints(most: Int) -> [Point] {
    var points: [Point] = []
    let others = notAsked.isEmpty ? [] : ["also \(words(notAsked))"]
    let outcomes = (unknown.isEmpty ? [] : [words(unknown)]) + others
    if !outcomes.isEmpty { points.append(Point(nil, Line(outcomes.joined(separator: "; ")))) }
    if !unknownKPIs.neverRead.isEmpty {
      points.append(Point(nil, Line(unknownKPIs.neverReadWords)))
    }
    if subject.school == nil, !silentSchools.isEmpty {
      points.append(Point(nil, Line("No reading at all: \(schoolList(silentSchools, most: most))")))
    }
    if subject.school == nil, !laterSchools.isEmpty {
      points.append(Point(nil, Line("Not yet joined: \(schoolList(laterSchools, most: most))")))
    }
    return points
  }

  private func words(_ counts: [OutcomeCount]) -> String {
    counts.map { "\($0.number) \($0.outcome.words)" }.joined(separator: ", ")
  }
}
