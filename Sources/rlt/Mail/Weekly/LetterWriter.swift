import Documents
import PlanEvaluation
import PlanFiles
import PlanModel
import PlanReports
import SourceText

/// Writes what the recipients of one trust are told.
struct LetterWriter {
  private let record: TrustRecord
  private let plan: Plan
  private let files: SourceFiles
  /// The day that letters speak of.
  private let today: Day
  /// How many mistakes in the files keep something out.
  private let mistakes: Int
  /// All silent owners of the trust, once somebody is to be told of them.
  private var silent: [SilentOwner]?

  init(_ record: TrustRecord, _ plan: Plan, _ files: SourceFiles, today: Day, mistakes: Int = 0) {
    self.record = record
    self.plan = plan
    self.files = files
    self.today = today
    self.mistakes = mistakes
  }

  private var trust: Trust { record.trust }

  /// What a recipient is told.
  ///
  /// - Parameters:
  ///   - recipient: The recipient.
  ///   - since: The day after which what happened is told.
  ///   - missedSince: The day of the last message, where messages after it did not go out.
  ///   - period: The week, month or term.
  /// - Returns: The letter.
  mutating func letter(
    to recipient: Recipient,
    since: Day,
    missedSince: Day? = nil,
    _ period: MailPeriod
  ) -> WeeklyLetter {
    var story = story(recipient.schools, recipient.owners, since: since, period)
    story.missedSince = missedSince
    story.link = trust.mail.link
    tellSilence(to: recipient, in: &story)
    var page = weeklyPage(story)
    if mistakes > 0 {
      let words = mistakes == 1 ? "1 mistake" : "\(mistakes) mistakes"
      page.document.append(
        .paragraph(Line("\(words) in the files: what they stand in is not counted here."))
      )
    }
    return WeeklyLetter(
      subject: story.subjectLine,
      page: page,
      hasNews: !story.isEmpty,
      rows: weeklyRows([story]),
      due: story.overdue + story.dueSoon
    )
  }

  private func story(
    _ schools: [School.ID],
    _ owners: [String],
    since: Day,
    _ period: MailPeriod
  ) -> WeeklyStory {
    var request = EvaluationRequest(asOf: today)
    request.schools = schools
    if !owners.isEmpty { request.includes = ownedKPIs(owners) }
    func isOwned(_ named: [Sourced<String>]) -> Bool {
      owners.isEmpty || named.contains { owners.contains(trust.owner($0.value)) }
    }
    let changes = DayChanges(
      from: subject(request.known(on: since)),
      to: subject(request),
      record,
      after: since,
      by: today,
      includes: { isOwned($0.action.owners) },
      includesMilestone: { isOwned($0.milestone.owners) }
    )
    return WeeklyStory(
      changes,
      every: period.days,
      reader: owners.isEmpty ? nil : owners.joined(separator: " and "),
      includes: { isOwned($0.action.owners) },
      includesMilestone: { isOwned($0.milestone.owners) }
    )
  }

  private func subject(_ request: EvaluationRequest) -> ReportSubject {
    ReportSubject(
      trust: trust,
      plan: plan,
      evaluation: evaluate(record, plan: plan, request),
      asked: trust.schools.filter { request.schools.contains($0.id) },
      files: files
    )
  }

  /// Picks the KPIs of owners; where a KPI names none, whoever leads its priority or strategy does.
  private func ownedKPIs(_ owners: [String]) -> @Sendable (KPIPath, KPI) -> Bool {
    let (plan, trust) = (plan, trust)
    return { path, _ in
      plan.answering(for: path).contains { owners.contains(trust.owner($0.value)) }
    }
  }

  /// Tells of owners who have fallen silent: the role that is named for it is told of all those it
  /// was named for, and everyone reads who that is.
  private mutating func tellSilence(to recipient: Recipient, in story: inout WeeklyStory) {
    let forAll = trust.mail.escalatesTo
    story.escalatesTo = recipient.escalatesTo ?? forAll
    guard let role = recipient.role else { return }
    let watched = trust.recipients.filter { $0.escalatesTo == role }.flatMap { each in
      each.owners.isEmpty ? [each.role].compactMap { $0 } : each.owners
    }
    guard role == forAll || !watched.isEmpty else { return }
    if silent == nil {
      let period = MailPeriod(.weekly, on: today, in: trust.calendar)
      silent = self.story([], [], since: period.usualSince, period).silent
    }
    let told = story.silent.map(\.id)
    let more = (silent ?? []).filter { owner in
      role == forAll || owner.name.map(watched.contains) == true
    }
    story.silent += more.filter { !told.contains($0.id) }
    story.escalatesTo = role
  }
}

extension EvaluationRequest {
  /// The same request, as it would have been answered on an earlier day.
  fileprivate func known(on day: Day) -> EvaluationRequest {
    var request = self
    request.asOf = day
    request.knownAt = day
    return request
  }
}

extension Trust {
  /// The name of an owner that is written as an id or as a name.
  fileprivate func owner(_ text: String) -> String {
    entities.first { $0.id == text }?.name ?? text
  }
}
