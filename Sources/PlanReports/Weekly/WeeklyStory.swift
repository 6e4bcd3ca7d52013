import PlanEvaluation
public import PlanModel

/// What one week says to one reader: what moved, what is owed, and what is not known any more.
public struct WeeklyStory: Sendable {
  /// Whom it is about: a school, the trust, or an owner in it.
  public var name: String
  /// What changed since the last message, or in the last seven days.
  public var changes: DayChanges
  /// The days from one message to the next: 7 for a weekly one.
  public var days: Int
  /// The last day that was told of, where it is longer ago than it should be.
  public var missedSince: Day?
  /// The day of the last message; `nil` where none went out, or nobody knows.
  public var lastMessage: Day?
  /// How many KPIs there are of each status.
  public var counts: StatusCounts
  /// How many of the red ones were not red before.
  public var newRedCount: Int
  /// The actions that are overdue: those that fell due this week first, then the latest.
  public var overdue: [DueWork]
  /// The actions whose day has passed while they wait for something.
  public var waiting: [DueWork]
  /// The actions and milestones that fall due in the days to come.
  public var dueSoon: [DueWork]
  /// The owners who have not given readings in time.
  public var silent: [SilentOwner]
  /// Who is told of owners who fall silent; `nil` where nobody is.
  public var escalatesTo: String?
  /// Where there is more to see; `nil` where only the commands are known.
  public var link: String?

  /// The usual number of days between two messages.
  public static let usualDays = 7

  /// Tells a week.
  ///
  /// - Parameters:
  ///   - changes: What changed in the schools and KPIs that the reader is told of.
  ///   - days: The days from one message to the next.
  ///   - lastSent: The day of the last message; `nil` where it is not known.
  ///   - reader: The owner to whose KPIs and actions it is confined; `nil` for everyone's.
  ///   - includes: Picks the actions.
  ///   - includesMilestone: Picks the milestones.
  public init(
    _ changes: DayChanges,
    every days: Int = usualDays,
    lastSent: Day? = nil,
    reader: String? = nil,
    includes: (PlannedAction) -> Bool = { _ in true },
    includesMilestone: (PlannedMilestone) -> Bool = { _ in true }
  ) {
    let now = changes.now
    self.changes = changes
    self.days = days
    name =
      reader.map { "\($0), \(now.subjectName)" }
      ?? (now.isWholeTrust ? now.trust.name : listed(now.schools.map(\.name), "and"))
    missedSince = lastSent.flatMap { $0 < changes.to.adding(days: -days) ? $0 : nil }
    lastMessage = lastSent
    let shown = Self.counted(now.evaluation.verdicts, of: now)
    counts = StatusCounts(shown)
    let wasRed = Set(
      changes.before.evaluation.verdicts.filter { $0.status == .red }.map { Place($0) }
    )
    newRedCount = shown.count {
      $0.status == .red && !$0.repeatsAnother && !wasRed.contains(Place($0))
    }
    overdue = overdueWork(changes, includes)
    waiting = waitingWork(changes, includes)
    dueSoon = dueWork(changes, days: days, includes, includesMilestone)
    silent = silentOwners(now)
  }

  /// The day from which a message tells, where nobody names one: that of the last message, where it
  /// is known and longer ago than usual.
  public static func since(_ day: Day, every days: Int = usualDays, lastSent: Day? = nil) -> Day {
    let usual = day.adding(days: -days)
    return min(usual, lastSent ?? usual)
  }

  /// Whether nothing happened, and nothing falls due in the days to come.
  public var isEmpty: Bool {
    changes.isEmpty && dueSoon.isEmpty && !overdue.contains(where: \.isNew)
  }

  /// The Monday of the week.
  public var monday: Day {
    // 1970-01-01 was a Thursday.
    let weekday = (Int(changes.to.number) + 3) % 7
    return changes.to.adding(days: -(weekday < 0 ? weekday + 7 : weekday))
  }

  /// The first day of the week, in short: `16 March`.
  var weekWords: String {
    let (_, month, day) = monday.date
    return "\(day) \(Period.monthNames[month - 1])"
  }

  /// The counts in one line, as the subject of a message: `Ketton: 2 red (1 new), 3 overdue, week of
  /// 16 March`.
  public var subjectLine: String {
    var words: [String] = []
    let red = counts[.red]
    words.append(red == 0 ? "nothing red" : newRedCount == 0 ? "\(red) red" : redWords)
    if !overdue.isEmpty { words.append("\(overdue.count) overdue") }
    if isEmpty { words.append("nothing new") }
    words.append("week of \(weekWords)")
    return "\(name): \(words.joined(separator: ", "))"
  }

  /// How many are red, and how many of them are new.
  var redWords: String { "\(counts[.red]) red (\(newRedCount) new)" }

  /// The verdicts that are counted: the trust's own, or those of the schools that were asked for.
  private static func counted(_ verdicts: [Verdict], of subject: ReportSubject) -> [Verdict] {
    let own = verdicts.filter { $0.scope == .trust }
    return own.isEmpty ? verdicts : own
  }

  /// What a verdict is of.
  private struct Place: Hashable {
    let path: KPIPath
    let scope: Scope

    init(_ verdict: Verdict) {
      path = verdict.path
      scope = verdict.scope
    }
  }
}

extension ReportSubject {
  /// Whether no school was named.
  var isWholeTrust: Bool {
    school == nil && schools.count >= trust.schools.count { $0.membership == .member }
  }
}
