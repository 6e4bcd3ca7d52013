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
  /// What each audience may see, once it has been asked for.
  private var views: [View.Key: View] = [:]

  init(_ record: TrustRecord, _ plan: Plan, _ files: SourceFiles, today: Day, mistakes: Int = 0) {
    self.record = record
    self.plan = plan
    self.files = files
    self.today = today
    self.mistakes = mistakes
  }

  /// What a recipient is told.
  ///
  /// - Parameters:
  ///   - recipient: The recipient.
  ///   - since: The day after which what happened is told.
  ///   - missed: What was told last, where runs after it did not take place.
  ///   - period: The week, month or term.
  /// - Returns: The letter.
  mutating func letter(
    to recipient: Recipient,
    since: Day,
    missed: Missed? = nil,
    _ period: MailPeriod
  ) -> WeeklyLetter {
    let view = view(for: recipient)
    let trust = view.record.trust
    var story = story(view, recipient.schools, recipient.owners, since: since, period)
    story.missedSince = missed?.through
    story.lastMessage = missed?.lastMessage
    story.link = record.trust.mail.link
    tellSilence(to: recipient, view, in: &story)
    return WeeklyLetter(
      trust: trust,
      subject: story.subjectLine,
      page: weeklyPage(story),
      hasNews: !story.isEmpty,
      rows: weeklyRows([story]),
      due: story.overdue + story.dueSoon
    )
  }

  private func story(
    _ view: View,
    _ schools: [School.ID],
    _ owners: [String],
    since: Day,
    _ period: MailPeriod
  ) -> WeeklyStory {
    let trust = view.record.trust
    var request = EvaluationRequest(asOf: today)
    request.schools = schools
    if !owners.isEmpty { request.includes = view.kpis(of: owners) }
    func isOwned(_ named: [Sourced<String>]) -> Bool {
      owners.isEmpty || named.contains { owners.contains(trust.owner($0.value)) }
    }
    let changes = DayChanges(
      from: subject(view, request.known(on: since)),
      to: subject(view, request),
      view.record,
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

  private func subject(_ view: View, _ request: EvaluationRequest) -> ReportSubject {
    var subject = ReportSubject(
      trust: view.record.trust,
      plan: view.plan,
      evaluation: evaluate(view.record, plan: view.plan, request),
      asked: view.record.trust.schools.filter { request.schools.contains($0.id) },
      files: files,
      on: request.asOf
    )
    subject.audience = view.key.audience
    subject.mistakes = mistakes
    return subject
  }

  /// Tells of owners who have fallen silent: the role that is named for it is told of all those it
  /// was named for, and everyone reads who that is.
  private func tellSilence(
    to recipient: Recipient,
    _ view: View,
    in story: inout WeeklyStory
  ) {
    // To name a role would tell the public who looks after what.
    if view.key.audience == .everyone { return }
    let forAll = record.trust.mail.escalatesTo
    story.escalatesTo = recipient.escalatesTo ?? forAll
    guard let role = recipient.role else { return }
    let watched = record.trust.recipients.filter { $0.escalatesTo == role }.flatMap { each in
      each.owners.isEmpty ? [each.role].compactMap { $0 } : each.owners
    }
    guard role == forAll || !watched.isEmpty else { return }
    story.escalatesTo = role
    // Who reads of the whole trust has them all already.
    if recipient.schools.isEmpty, recipient.owners.isEmpty { return }
    let period = MailPeriod(.weekly, on: today, in: record.trust.calendar)
    let all = self.story(view, [], [], since: period.usualSince, period).silent
    let told = story.silent.map(\.id)
    story.silent += all.filter { owner in
      !told.contains(owner.id) && (role == forAll || owner.name.map(watched.contains) == true)
    }
  }
}

extension LetterWriter {
  /// What a recipient was told before runs that did not take place.
  struct Missed {
    /// The last day that was told of, or on which there was nothing to tell.
    var through: Day
    /// The day of the last message; `nil` where none went out.
    var lastMessage: Day?
  }

  /// What an audience may see of the trust.
  private struct View {
    var key: Key
    var record: TrustRecord
    var plan: Plan

    /// An audience; a school sees more of itself than of others.
    struct Key: Hashable {
      var audience: Audience
      var schools: [School.ID]
    }

    /// Picks the KPIs of owners; where a KPI names none, whoever leads its priority or strategy does.
    func kpis(of owners: [String]) -> @Sendable (KPIPath, KPI) -> Bool {
      let (plan, trust) = (plan, record.trust)
      return { path, _ in
        plan.answering(for: path).contains { owners.contains(trust.owner($0.value)) }
      }
    }
  }

  private mutating func view(for recipient: Recipient) -> View {
    let audience = recipient.audience
    let key = View.Key(audience: audience, schools: audience == .school ? recipient.schools : [])
    if let view = views[key] { return view }
    let shown = record.shown(to: audience, schools: key.schools)
    let plan = shown.plans.first { $0.id == self.plan.id } ?? self.plan
    let view = View(key: key, record: shown, plan: plan)
    views[key] = view
    return view
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
