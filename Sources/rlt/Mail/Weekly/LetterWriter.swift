import Documents
import PlanEvaluation
import PlanFiles
import PlanModel
import PlanReports
import SourceText

/// Writes what the recipients of one trust are told.
struct LetterWriter {
  let record: TrustRecord
  let plan: Plan
  let files: SourceFiles
  /// The day that letters speak of.
  let today: Day
  /// How many mistakes in the files keep something out.
  let mistakes: Int
  /// The owners who are silent now, by the earlier day they are compared with.
  private var silent: [Day: [SilentOwner]] = [:]

  init(_ record: TrustRecord, _ plan: Plan, _ files: SourceFiles, today: Day, mistakes: Int) {
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
  ///   - missed: How many messages before this one did not go out.
  ///   - period: The week, month or term.
  /// - Returns: The letter.
  mutating func letter(
    to recipient: Recipient,
    since: Day,
    missed: Int,
    _ period: MailPeriod
  ) -> WeeklyLetter {
    let owners = recipient.owners
    var request = EvaluationRequest(asOf: today)
    request.schools = recipient.schools
    if !owners.isEmpty { request.includes = ownedKPIs(owners) }
    let subject = ReportSubject(
      trust: trust,
      plan: plan,
      evaluation: evaluate(record, plan: plan, request),
      asked: trust.schools.filter { recipient.schools.contains($0.id) },
      files: files
    )
    let moves = Moves(
      from: evaluate(record, plan: plan, request.known(on: since)),
      since: since,
      isUsual: false,
      to: subject
    )
    let summary = PlanSummary(subject, moves) { planned in
      owners.isEmpty || planned.action.owners.contains { owners.contains(trust.owner($0.value)) }
    }
    let silence = silence(for: recipient, since: since)
    var page = reportPage("Week", [summaryReport(summary)])
    page.document.blocks.insert(
      contentsOf: missedBlocks(missed, period.noun, since: since),
      at: min(1, page.document.blocks.count)
    )
    page.document.blocks += silenceBlocks(silence, trust)
    page.document.blocks += mistakeBlocks(mistakes) + moreBlocks(trust.mail.link)
    return WeeklyLetter(
      subject: weeklySubject(summary, today),
      page: page,
      hasNews: missed > 0 || !moves.all.isEmpty || silence.contains(where: \.isNew),
      rows: summaryRows([summary]),
      due: summary.dueActions
    )
  }

  /// Picks the KPIs of owners; where a KPI names none, the lead of its priority answers for it.
  private func ownedKPIs(_ owners: [String]) -> @Sendable (KPIPath, KPI) -> Bool {
    let (plan, trust) = (plan, trust)
    return { path, kpi in
      let lead = plan.strategies[path.strategy].priorities[path.priority].lead
      let named = kpi.owners.isEmpty ? [lead].compactMap { $0 } : kpi.owners
      return named.contains { owners.contains(trust.owner($0.value)) }
    }
  }

  /// The silent owners of whom a recipient is to be told, because the role is named for it.
  private mutating func silence(for recipient: Recipient, since: Day) -> [SilentOwner] {
    guard let role = recipient.role else { return [] }
    let isForAll = trust.mail.escalatesTo == role
    let watched = trust.recipients.filter { $0.escalatesTo == role }.flatMap { each in
      each.owners.isEmpty ? [each.role].compactMap { $0 } : each.owners
    }
    guard isForAll || !watched.isEmpty else { return [] }
    if silent[since] == nil {
      let request = EvaluationRequest(asOf: today)
      let now = evaluate(record, plan: plan, request)
      let before = evaluate(record, plan: plan, request.known(on: since))
      silent[since] = silentOwners(now, before: before, plan: plan, trust: trust)
    }
    return (silent[since] ?? []).filter { isForAll || watched.contains($0.name) }
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
