import PlanFiles
import PlanModel

/// What is done with messages that are ready to go.
enum MailUse {
  /// It is said what would go out.
  case show
  /// They are written into a folder.
  case write(folder: String)
  /// They are handed to the mail program, and that is noted.
  case send(MailProgram, MailJournalFile)
}

/// One run through the mail of all trusts.
struct MailRun {
  let host: Host
  let use: MailUse
  /// What became of each message, in the order of trusts and recipients.
  private(set) var results: [MailResult] = []
  /// The trusts whose mail could not be written, and why.
  private(set) var problems: [Failure] = []
  /// Trusts with mistakes in their files.
  private(set) var mistaken: [TrustMail] = []
  private(set) var hasRecipients = false
  /// That a trust has no recipient of a name that was given.
  private(set) var notNamed: Failure?
  /// Why nothing more can be sent.
  private var stop: String?

  init(_ use: MailUse, on host: Host) {
    self.use = use
    self.host = host
  }

  /// Writes the mail of trusts, several at a time, and does with it what is asked.
  ///
  /// Few trusts at once, so that ten times the trusts need no more memory.
  mutating func go(_ folders: [String], _ question: MailQuestion) throws {
    let atOnce = 16
    let disk = host.disk
    for start in stride(from: 0, to: folders.count, by: atOnce) {
      let some = Array(folders[start..<min(start + atOnce, folders.count)])
      let mails = inParallel(count: some.count, threads: host.threads) {
        TrustMail(some[$0], question, from: disk)
      }
      for mail in mails { try take(mail) }
    }
  }

  private mutating func take(_ mail: TrustMail) throws {
    hasRecipients = hasRecipients || mail.hasRecipients
    notNamed = notNamed ?? mail.notNamed
    if let problem = mail.problem { problems.append(problem) }
    if !mail.errors.isEmpty {
      var mistaken = mail
      mistaken.letters = []
      self.mistaken.append(mistaken)
    }
    for planned in mail.letters { results.append(try result(of: planned)) }
  }

  private mutating func result(of planned: PlannedMail) throws -> MailResult {
    // The message has served when this is over; only what became of it is kept.
    var kept = planned
    kept.message = nil
    func result(_ end: MailResult.End, _ detail: String = "") -> MailResult {
      MailResult(planned: kept, end: end, detail: detail)
    }
    switch planned.decision {
    case .alreadySent: return result(.alreadySent)
    case .stopped:
      let help = "a run was stopped while it went out; ask, then send it with --again"
      return result(.unknown, help)
    case .nothingNew:
      if case .send(_, let journal) = use { _ = journal.add(planned.entry(.nothing)) }
      return result(.nothingNew)
    case .send: break
    }
    guard let message = planned.message else { return result(.nothingNew) }
    switch use {
    case .show: return result(.wouldSend)
    case .write(let folder):
      let name = "\(planned.trust)-\(planned.recipient.id).eml"
      let path = absolutePath("\(folder)/\(name)", in: host.folder)
      if let problem = makeFolders(above: path) ?? FileOutput(path: path).write(message.wire) {
        throw Failure(.sideEffect, "\(folder)/\(name) could not be written: \(problem)")
      }
      return result(.written, "\(folder)/\(name)")
    case .send(let program, let journal):
      let (end, detail) = deliver(planned, message, program, journal)
      return result(end, detail)
    }
  }

  /// Hands a message over; before and after, that is noted on the disk.
  private mutating func deliver(
    _ planned: PlannedMail,
    _ message: MailMessage,
    _ program: MailProgram,
    _ journal: MailJournalFile
  ) -> (MailResult.End, String) {
    if let stop { return (.refused, stop) }
    if let problem = journal.add(planned.entry(.sending)) {
      let stop = "\(journal.path) could not be written: \(problem)"
      self.stop = stop
      return (.refused, stop)
    }
    let outcome = program.send(message)
    var problem: String?
    switch outcome {
    case .accepted: problem = journal.add(planned.entry(.sent))
    case .later(let why), .refused(let why): problem = journal.add(planned.entry(.failed, why))
    case .unknown: break
    }
    let unnoted = problem.map { "; that could not be noted: \($0)" } ?? ""
    if problem != nil { stop = "\(journal.path) could not be written" }
    switch outcome {
    case .accepted: return (.sent, unnoted)
    case .later(let why): return (.later, why + unnoted)
    case .refused(let why): return (.refused, why + unnoted)
    case .unknown(let why): return (.unknown, why)
    }
  }
}
