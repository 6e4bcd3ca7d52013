import ArgumentParser
import PlanFiles
import PlanModel
import PlanReports
import SourceText

/// The week's report to the recipients of trust.yaml.
struct MailWeeklyCommand: HostCommand {
  static let configuration = CommandConfiguration(
    commandName: "weekly",
    abstract: "The week's report, one message for each recipient of trust.yaml.",
    usage: "rlt mail weekly [<options>]",
    discussion: """
      EXAMPLES:
        rlt mail weekly                       who would get what; nothing is sent
        rlt mail weekly --send                sends it; who has it already gets no second one
        rlt mail weekly --output-dir out      writes the messages as .eml files
        rlt mail weekly --recipient chair --again --send
                                              sends one of them once more
        0 7 * * 1  rlt mail weekly --send --quiet --data /srv/plans
                                              the whole line for cron

      Nobody is written to when nothing has changed, unless --always is given. Ends with 4 if \
      a message could not be sent; the others are sent all the same.
      """
  )

  @Flag(help: "Send the messages.")
  var send = false

  @Flag(help: "Only say what would be sent.")
  var dryRun = false

  @Option(help: ArgumentHelp("Write the messages into a folder, as .eml.", valueName: "folder"))
  var outputDir: String?

  @Flag(help: "Write to everyone, though nothing has changed.")
  var always = false

  @Flag(help: "Send though it was sent before.")
  var again = false

  @Option(help: ArgumentHelp("What changed since a day; a week as a rule.", valueName: "day"))
  var since: String?

  @Option(help: ArgumentHelp("One recipient; may be repeated.", valueName: "name"))
  var recipient: [String] = []

  @Option(help: ArgumentHelp("Files to go with each message: csv, ics.", valueName: "kinds"))
  var attach: [String] = []

  @Option(help: ArgumentHelp("The day to take for today.", valueName: "day"))
  var today: String?

  @OptionGroup var mail: MailOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  var request: MailWeeklyRequest {
    MailWeeklyRequest(
      send: send,
      dryRun: dryRun,
      outputDir: outputDir,
      always: always,
      again: again,
      since: since,
      recipients: recipient,
      attach: attach,
      today: today,
      mail: mail.choice,
      workspace: workspace.choice,
      output: output.choice
    )
  }
}

/// The week's report to the recipients of trust.yaml, as asked for.
struct MailWeeklyRequest: Request {
  var send: Bool
  var dryRun: Bool
  var outputDir: String?
  var always: Bool
  var again: Bool
  var since: String?
  var recipients: [String]
  var attach: [String]
  var today: String?
  var mail: MailChoice
  var workspace: WorkspaceChoice
  var output: OutputChoice

  func run(on host: Host) throws -> ExitStatus {
    if send, dryRun || outputDir != nil {
      throw Failure(.usage, "--send goes with neither --dry-run nor --output-dir; nothing was sent")
    }
    if dryRun, outputDir != nil {
      throw Failure(.usage, "--dry-run writes nothing, so it does not go with --output-dir")
    }
    var question = try question(on: host)
    let folders = try folders(on: host)
    let use: MailUse
    do {
      use = try self.use(on: host, &question)
    } catch {
      // Where there is nobody to write to, that is what is wrong in the first place.
      var run = MailRun(.show, on: host)
      try run.go(folders, question)
      try checkRecipients(of: run)
      throw error
    }
    var run = MailRun(use, on: host)
    try run.go(folders, question)
    return try ended(run, question, on: host)
  }

  private func checkRecipients(of run: MailRun) throws {
    guard !run.hasRecipients, run.problems.isEmpty else { return }
    throw Failure(
      .usage,
      "no trust.yaml here names a recipient; nothing was sent\n"
        + "  add them under `recipients:`, each with an address; "
        + "docs/format/trust.md shows how"
    )
  }

  private func question(on host: Host) throws -> MailQuestion {
    let day = try givenDay(today, on: host)
    let isGiven = today != nil || host.environment["RLT_TODAY"] != nil
    var question = MailQuestion(
      today: day,
      written: isGiven ? .noon(of: day) : WallClock.instant()
    )
    if let since {
      guard let first = Day(since), first < day else {
        throw Failure(.usage, "--since: “\(since)” is not a day before \(day)")
      }
      question.since = first
    }
    question.plan = workspace.plan
    question.recipients = recipients
    question.from = try mail.checkedFrom()
    question.isAlways = always
    question.isAgain = again
    question.attachments = try attachmentKinds(attach)
    question.folder = host.folder
    return question
  }

  /// What is done with the messages; takes the journal before it is read, where they are sent.
  private func use(on host: Host, _ question: inout MailQuestion) throws -> MailUse {
    guard send else {
      question.journal = MailJournalFile.peek(host.environment)
      return outputDir.map { .write(folder: $0) } ?? .show
    }
    let program = try MailProgram(named: mail.sendmail, on: host)
    let journal = try MailJournalFile(host.environment) {
      if !output.quiet { host.complain("another rlt is sending; waiting for it to end") }
    }
    question.journal = journal.journal
    return .send(program, journal)
  }

  private func folders(on host: Host) throws -> [String] {
    guard workspace.trust != nil else { return try rlt.workspace(workspace, on: host).trusts }
    var load = LoadOptions.currentPlanAlone
    load.plans = .none
    var files = SourceFiles()
    return try loadTrusts(workspace, on: host, load, into: &files).map(\.folder)
  }

  private func ended(
    _ run: MailRun,
    _ question: MailQuestion,
    on host: Host
  ) throws -> ExitStatus {
    let session = Session(output, on: host, files: SourceFiles())
    try checkRecipients(of: run)
    if run.results.isEmpty, run.problems.isEmpty, let notNamed = run.notNamed { throw notNamed }
    if output.format == .json || !output.quiet && !run.results.isEmpty {
      try session.answer(
        { mailReport(run.results, isSending: send) },
        json: { mailJSON(run.results, question) }
      )
    }
    var status = ExitStatus.success
    for mistaken in run.mistaken {
      let mistakes = Session(output, on: host, files: mistaken.files)
      if !output.quiet { mistakes.remark(on: mistaken.errors) }
      status = .unreadable
    }
    for problem in run.problems {
      host.complain(problem.message)
      status = problem.status
    }
    let failures = run.results.filter(\.end.isFailure)
    for failure in failures {
      let address = failure.planned.recipient.address
      host.complain("\(address): \(failure.end.words): \(failure.detail)")
    }
    return failures.isEmpty ? status : .sideEffect
  }
}

extension MailWeeklyRequest {
  init(_ words: inout OptionReader) {
    send = words.flag("--send")
    dryRun = words.flag("--dry-run")
    outputDir = words.option("--output-dir")
    always = words.flag("--always")
    again = words.flag("--again")
    since = words.option("--since")
    recipients = words.options("--recipient")
    attach = words.options("--attach")
    today = words.option("--today")
    mail = MailChoice(&words)
    workspace = WorkspaceChoice(&words)
    output = OutputChoice(&words)
  }
}

/// The kinds of file that were asked for, checked; several may share a word.
func attachmentKinds(_ words: [String]) throws -> [AttachmentKind] {
  let kinds = try words.flatMap { $0.split(separator: ",") }.map { word in
    if let kind = AttachmentKind(rawValue: String(word)) { return kind }
    let known = AttachmentKind.allCases.map(\.rawValue).joined(separator: ", ")
    throw Failure(.usage, "--attach: “\(word)” is not one of \(known)")
  }
  return AttachmentKind.allCases.filter(kinds.contains)
}
