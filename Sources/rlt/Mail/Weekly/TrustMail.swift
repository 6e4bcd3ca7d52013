import Documents
import PlanEvaluation
import PlanFiles
import PlanModel
import PlanReports
import SourceText

/// The mail of one trust, ready to go.
struct TrustMail: Sendable {
  /// The id of the trust.
  var trust: String
  /// The name of the trust.
  var name: String
  /// What each recipient gets, or why nothing.
  var letters: [PlannedMail] = []
  /// Whether trust.yaml names any recipient.
  var hasRecipients = false
  /// Why nothing can be sent for the trust.
  var problem: Failure?
  /// That none of its recipients was named; those of another trust may be.
  var notNamed: Failure?
  /// What is wrong in its files, and the files.
  var errors: [Diagnostic] = []
  var files = SourceFiles()
}

/// What one recipient gets.
struct PlannedMail: Sendable {
  /// The recipient.
  var recipient: Recipient
  /// The id of the trust.
  var trust: String
  /// By what the message is known again.
  var id: MessageID
  /// The week, month or term it is for.
  var period: MailPeriod
  /// The last day that it tells of.
  var through: Day
  /// What is to be done with it.
  var decision: Decision
  /// What it is about; empty where it was not written.
  var subject = ""
  /// The message; `nil` where none is to go out.
  var message: MailMessage?

  /// What can be done with a message.
  enum Decision: String {
    /// It is to go out.
    case send
    /// It went out before.
    case alreadySent
    /// A run was stopped while it went out, so that nobody knows whether it did.
    case stopped
    /// There is nothing to say.
    case nothingNew
  }

  /// What is noted of it.
  func entry(_ state: MailJournal.State, _ reason: String? = nil) -> MailJournal.Entry {
    MailJournal.Entry(
      id: id.text,
      line: "\(trust)/\(recipient.id)",
      address: recipient.address.folded,
      period: period.key,
      through: through,
      state: state,
      reason: reason
    )
  }
}

extension TrustMail {
  /// Loads a trust and writes what each of its recipients gets.
  ///
  /// - Parameters:
  ///   - folder: The folder of the trust.
  ///   - question: What is asked.
  ///   - disk: Where files are read.
  init(_ folder: String, _ question: MailQuestion, from disk: LocalFileSystem) {
    var load = LoadOptions.reports
    load.loadsRecipients = true
    load.shownRelativeTo = question.folder
    if let plan = question.plan { load.plans = .named(plan) }
    var files = SourceFiles()
    let loaded = loadTrust(folder, from: disk, into: &files, load)
    self.init(trust: loaded.trust.id, name: loaded.trust.name)
    hasRecipients = !loaded.trust.recipients.isEmpty
    errors = loaded.diagnostics.filter { $0.severity == .error }
    self.files = files
    // Whom a mistake in trust.yaml leaves out would not know that nothing was sent.
    if errors.contains(where: { $0.place.file == loaded.files.trust }) {
      problem = Failure(
        .unreadable,
        "nothing was sent for \(name): trust.yaml has mistakes\n  `rlt validate` shows them"
      )
      return
    }
    guard hasRecipients else { return }
    let recipients: [Recipient]
    do {
      recipients = try Self.chosen(question.recipients, of: loaded.trust)
    } catch {
      notNamed = error as? Failure
      return
    }
    do {
      letters = try Self.letters(to: recipients, loaded, files, question)
    } catch let failure as Failure {
      problem = failure
    } catch {
      problem = Failure(.unreadable, "\(name): \(error)")
    }
  }

  private static func letters(
    to recipients: [Recipient],
    _ loaded: LoadedTrust,
    _ files: SourceFiles,
    _ question: MailQuestion
  ) throws -> [PlannedMail] {
    let trust = loaded.trust
    guard let from = question.from ?? trust.mail.from else {
      throw Failure(
        .usage,
        "nobody has said where the mail of \(trust.name) comes from; nothing was sent\n"
          + "  write `mail: {from: clerk@example.org}` in trust.yaml, or give --from"
      )
    }
    guard let plan = loaded.currentPlan else {
      throw Failure(.unreadable, "\(trust.name) has no plan that can be read; nothing was sent")
    }
    let mistakes = loaded.diagnostics.count { $0.severity == .error }
    var writer = LetterWriter(
      loaded.record,
      plan,
      files,
      today: question.today,
      mistakes: mistakes
    )
    return recipients.map { recipient in
      letter(to: recipient, of: trust, from, question, &writer)
    }
  }

  private static func letter(
    to recipient: Recipient,
    of trust: Trust,
    _ from: MailAddress,
    _ question: MailQuestion,
    _ writer: inout LetterWriter
  ) -> PlannedMail {
    let period = MailPeriod(recipient.frequency, on: question.today, in: trust.calendar)
    var planned = PlannedMail(
      recipient: recipient,
      trust: trust.id,
      id: messageID(recipient, period, of: trust, from),
      period: period,
      through: question.today,
      decision: .send
    )
    if !question.isAgain {
      switch question.journal.state(of: planned.id.text, to: recipient.address.folded) {
      case .sent: planned.decision = .alreadySent
      case .sending: planned.decision = .stopped
      case .failed, .nothing, nil: break
      }
      if planned.decision != .send { return planned }
    }
    let line = planned.entry(.sent).line
    let before = question.journal.coverage(of: line, before: period.key)
    // What no message has told of is told in this one.
    let since =
      question.since ?? min(period.usualSince, before?.through ?? period.usualSince)
    let missed = before.flatMap { last -> LetterWriter.Missed? in
      let old = MailPeriod(recipient.frequency, on: last.through, in: trust.calendar)
      guard period.index - old.index > 1 else { return nil }
      let sent = question.journal.lastSent(of: line, before: period.key)
      return LetterWriter.Missed(through: last.through, lastMessage: sent?.through)
    }
    let letter = writer.letter(to: recipient, since: since, missed: missed, period)
    planned.subject = letter.subject
    guard letter.hasNews || question.isAlways else {
      planned.decision = .nothingNew
      return planned
    }
    planned.message = message(
      letter,
      to: recipient,
      planned.id,
      period,
      of: trust,
      from,
      written: question.written,
      question.attachments
    )
    return planned
  }

  /// A letter as a message.
  static func message(
    _ letter: WeeklyLetter,
    to recipient: Recipient,
    _ id: MessageID,
    _ period: MailPeriod,
    of trust: Trust,
    _ from: MailAddress,
    written: MailInstant,
    _ attachments: [AttachmentKind]
  ) -> MailMessage {
    MailMessage(
      from: MailBox(trust.mail.name ?? trust.name, from),
      replyTo: trust.mail.replyTo,
      to: MailBox(recipient.name, recipient.address),
      subject: HeaderText(letter.subject),
      date: written,
      id: id,
      list: MailList(
        name: HeaderText("\(trust.name), weekly report"),
        id: MessageID(["weekly", trust.id], at: from.domain)
      ),
      text: letter.text,
      html: letter.html,
      attachments: attachments.map { kind in
        letter.attachment(kind, named: [trust.id, period.key], written, from)
      }
    )
  }

  /// The same for the same trust, week and recipient.
  private static func messageID(
    _ recipient: Recipient,
    _ period: MailPeriod,
    of trust: Trust,
    _ from: MailAddress
  ) -> MessageID {
    MessageID([period.key, trust.id, recipient.id], at: from.domain)
  }

  /// The recipients that were named, by id, name, role or address.
  static func chosen(_ names: [String], of trust: Trust) throws -> [Recipient] {
    if names.isEmpty { return trust.recipients }
    var index = NameIndex<String>()
    for recipient in trust.recipients {
      let names = [recipient.id, recipient.name, recipient.address.text]
      index.add(
        recipient.id,
        label: recipient.id,
        names: names + [recipient.role ?? ""].filter { !$0.isEmpty }
      )
    }
    let ids = try names.map { try found(index.match($0), $0, "recipient", among: index.labels) }
    return trust.recipients.filter { ids.contains($0.id) }
  }
}
