public import Documents
import PlanEvaluation
import PlanModel
import SourceText

/// One week on one page: the counts first, then what moved, what is owed, what is not known.
public func weeklyReport(_ story: WeeklyStory) -> ReportPart {
  let now = story.changes.now
  var page = Document([
    .heading(Line([.text(story.name, .strong)]), level: 1),
    .paragraph(Line(story.dayLine)),
  ])
  for note in story.notes { page.append(.paragraph(Line([.text(note, .quiet)]))) }
  page.append(contentsOf: Document(story.changes.now.audienceNote()))
  page.append(.gap)
  page.append(.counts(story.countLines))
  for direction in [Movement.Direction.worse, .newlyKnown, .better] {
    page.append(contentsOf: story.moved(direction))
  }
  page.append(contentsOf: story.deadlines())
  page.append(contentsOf: story.workOverdue())
  page.append(contentsOf: story.workWaiting())
  page.append(contentsOf: story.workToCome())
  page.append(contentsOf: story.workDone())
  page.append(contentsOf: story.moved(.noLongerKnown))
  page.append(contentsOf: story.moved(.noLongerAsked))
  page.append(contentsOf: story.silence())
  page.append(.gap)
  page.append(contentsOf: story.whereToLook())
  return ReportPart(
    title: story.name,
    anchor: now.school?.id ?? now.trust.id,
    document: page,
    legend: ReportSubject.statusOrder.map { status in
      LegendEntry(Line([.mark(Outcome.mark(of: status))]), status.meaning)
    },
    day: story.dayLine
  )
}

/// One week as a page of its own, whose title is the subject of the message.
public func weeklyPage(_ story: WeeklyStory) -> Page {
  let part = weeklyReport(story)
  return Page(
    title: story.subjectLine,
    document: part.document,
    legend: part.legend,
    foot: "Made by rlt."
  )
}

extension WeeklyStory {
  /// The most points of one part; whoever wants all of them looks where the last lines say.
  static let mostPoints = 10

  /// The days of which the page tells, in one sentence.
  var dayLine: String {
    let (from, to) = (dayWords(changes.from), dayWords(changes.to))
    return "Week of \(weekWords) \(monday.date.year): what changed from \(from) to \(to)."
  }

  /// What is to be known of these days.
  var notes: [String] {
    var notes = changes.planNotes("this is its final position")
    if let line = missedLine { notes.insert(line, at: 0) }
    if isEmpty { notes.append("Nothing changed, and nothing falls due in the days to come.") }
    return notes
  }

  /// That this message tells of more than its usual days, and since when.
  private var missedLine: String? {
    guard let through = missedSince else { return nil }
    let rest = "this one tells of everything since"
    if lastMessage == through {
      return "There was no message after \(dayWords(through)); \(rest)."
    }
    let last = lastMessage.map { "The last message was of \(dayWords($0)). " } ?? ""
    return "\(last)There was nothing new by \(dayWords(through)); \(rest)."
  }

  /// How many KPIs there are of each status; of the red ones, how many are new.
  var countLines: [Count] {
    ReportSubject.statusOrder.map { status in
      Count(
        Outcome.mark(of: status),
        counts[status],
        detail: status == .red && newRedCount > 0 ? "\(newRedCount) new" : ""
      )
    }
  }

  /// The first points of a part under its heading, and how many more there are.
  private func part(_ title: String, _ points: [Point], of count: Int? = nil) -> Document {
    if points.isEmpty { return Document() }
    var shown = points
    if points.count > Self.mostPoints {
      shown =
        points.prefix(Self.mostPoints) + [
          Point(nil, Line("and \(points.count - Self.mostPoints) more"))
        ]
    }
    let number = count ?? points.count
    return Document([
      .gap, .heading(Line([.text(title, .strong), .text(": \(number)")]), level: 2),
      .points(shown),
    ])
  }

  private var trust: Trust { changes.now.trust }

  /// What moved one way.
  func moved(_ direction: Movement.Direction) -> Document {
    let told = changes.told(direction)
    let points = movementPoints(
      told,
      trust,
      changes.now.plan,
      namesSchools: changes.now.school == nil,
      most: 4
    )
    return part(direction.heading, points, of: told.count)
  }

  /// The deadlines that passed, and the milestones that were not reached by their day.
  func deadlines() -> Document {
    let milestones = changes.work.compactMap { event -> Point? in
      guard case .milestone = event.work, event.kind == .fellDue else { return nil }
      return Point(nil, event.line(trust) + ", not reached")
    }
    return part("Deadlines passed", changes.deadlinePoints() + milestones)
  }

  /// What is overdue, and who owes it.
  func workOverdue() -> Document {
    part("Overdue", overdue.map { point($0) })
  }

  /// What cannot be done yet although its day has passed, and what it waits for.
  func workWaiting() -> Document {
    part("Waiting", waiting.map { point($0) })
  }

  /// What falls due in the days to come, and who owes it.
  func workToCome() -> Document {
    part("Due in the next \(days) days", dueSoon.map { point($0) })
  }

  /// What was done.
  func workDone() -> Document {
    part("Done", changes.work.filter { $0.kind == .done }.map { Point(nil, $0.line(trust)) })
  }

  /// `CFO: Review the central services, 30 November 2016, 4 months late`.
  private func point(_ due: DueWork) -> Point {
    let owners = due.owners(in: trust)
    let waits = due.waitsFor.map { ", waits for: \($0)" }
    let late = due.due < changes.to ? ", \(lateWords(due.due, on: changes.to))" : ""
    let new = due.due < changes.to && due.isNew ? " (new)" : ""
    let kind = due.isMilestone ? "milestone, " : ""
    let words = "\(kind)\(dayWords(due.due))\(waits ?? late + new)"
    if due.hidesOwners {
      return Point(nil, Line([.text(due.text, .strong), .text(", \(words)")]))
    }
    return Point(
      nil,
      Line([
        .text(owners.isEmpty ? "Nobody" : listed(owners, "and"), .strong),
        .text(": \(due.text), \(words)"),
      ])
    )
  }

  /// Who has not given readings in time, and who is told of it.
  func silence() -> Document {
    let points = silent.flatMap { owner in
      let name = owner.name ?? "Nobody"
      return owner.kpis.map { kpi in
        let last = kpi.last.map { "last read for \(periodWords($0))" } ?? "never read"
        let places =
          kpi.schools.isEmpty || changes.now.school != nil
          ? "" : " at \(schoolNames(kpi.schools.map { trust.name(of: .school($0)) }, trust))"
        let words = "\(places), \(last), to be read \(kpi.frequency.words)"
        if owner.id == hiddenOwner {
          return Point(nil, Line([.text(kpi.title, .strong), .text(words)]))
        }
        return Point(
          nil,
          Line([.text(name, .strong), .text(": \(kpi.title)\(words)")])
        )
      }
    }
    var page = part("No reading in time", points)
    if let escalatesTo, !points.isEmpty {
      let names = silent.map { $0.name ?? "KPIs that nobody answers for" }
      page.append(.paragraph(Line("For \(escalatesTo) to take up: \(listed(names, "and")).")))
    }
    return page
  }

  /// Where there is more to see.
  func whereToLook() -> Document {
    if let link { return Document([.paragraph(Line([.text("More: "), .link(link, to: link)]))]) }
    let school = changes.now.school.map { " --school \($0.id)" } ?? " --trust \(trust.id)"
    return Document([
      .paragraph("Where to look:"),
      .verbatim(Line("  rlt kpi status\(school)")),
      .verbatim(Line("  rlt diff \(changes.from) \(changes.to)\(school)")),
      .verbatim(Line("  rlt action list --overdue --trust \(trust.id)")),
    ])
  }
}
