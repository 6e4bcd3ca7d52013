import ArgumentParser
import PlanFiles
import PlanModel
import PlanReports
import SourceText

/// To whom the week's report is printed as a message.
struct WeeklyMessageOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Print it as a message to an address.", valueName: "address"))
  var to: [String] = []

  @Option(
    help: ArgumentHelp("Where the message comes from; else as trust.yaml.", valueName: "address")
  )
  var from: String?

  @Option(help: ArgumentHelp("Files to go with the message: csv, ics.", valueName: "kinds"))
  var attach: [String] = []

  var choice: WeeklyMessageChoice { WeeklyMessageChoice(to: to, from: from, attach: attach) }
}

/// To whom the week's report is printed as a message, as typed.
struct WeeklyMessageChoice: Equatable {
  var to: [String] = []
  var from: String?
  var attach: [String] = []
}

extension WeeklyMessageChoice {
  init(_ words: inout OptionReader) {
    to = words.options("--to")
    from = words.option("--from")
    attach = words.options("--attach")
  }

  /// Whether a message is asked for.
  func isAsked() throws -> Bool {
    guard to.isEmpty else { return true }
    guard from == nil, attach.isEmpty else {
      throw Failure(.usage, "--from and --attach are for a message; say to whom with --to")
    }
    return false
  }
}

extension ReportWeeklyRequest {
  /// Prints the report as a message, its lines ended as sendmail takes them.
  func printMessage(on host: Host) throws -> ExitStatus {
    try checkMessage()
    let address = try mailAddress(message.to[0], "--to")
    var load = LoadOptions.reports
    load.loadsRecipients = true
    let session = try Session(report, on: host, load: load)
    let today = try session.asOf(report.days)
    let picked = try session.schools(report.schools)
    let numbers = picked.isEmpty ? Array(session.trusts.indices) : picked.map(\.trust)
    guard let number = numbers.first, numbers.allSatisfy({ $0 == number }) else {
      throw Failure(.usage, "a message is of one trust\n" + session.trustWords(Set(numbers)))
    }
    let loaded = session.trusts[number]
    let plan = try session.plan(report.workspace.plan, of: loaded)
    let sender = try message.from.map { try mailAddress($0, "--from") }
    guard let from = sender ?? loaded.trust.mail.from else {
      throw Failure(.usage, "nobody has said where the message comes from; give --from")
    }
    let filter = try WorkFilter(report.kpis, in: plan, of: loaded.trust)
    let nowhere = Place(FileID(0), TextRange(0, 0))
    var recipient = Recipient(id: "to", name: "", address: address, at: nowhere)
    recipient.schools = picked.map(\.school.id)
    // As for a recipient of trust.yaml, unless somebody says otherwise.
    let usual = picked.isEmpty ? Audience.board : .school
    recipient.audience = report.isAudienceNamed ? report.audience : usual
    try report.check(recipient.audience)
    recipient.owners = [filter.ownerName].compactMap { $0 }
    let period = MailPeriod(.weekly, on: today, in: loaded.trust.calendar)
    let named = try session.day(since, "--since")
    let mistakes = loaded.diagnostics.count { $0.severity == .error }
    var writer = LetterWriter(
      loaded.record,
      plan,
      session.files,
      today: today,
      mistakes: mistakes
    )
    let isGiven = report.days.today != nil || report.days.asOf != nil
    let isSet = isGiven || host.environment["RLT_TODAY"] != nil
    let letter = TrustMail.message(
      writer.letter(to: recipient, since: named ?? period.usualSince, period),
      to: recipient,
      messageID(recipient, since: named, period, plan, of: loaded.trust, from),
      period,
      of: loaded.trust,
      from,
      written: isSet ? .noon(of: today) : WallClock.instant(),
      try attachmentKinds(message.attach)
    )
    try session.write(letter.local)
    return session.ended(.success)
  }

  /// Refuses what a message does not do, rather than passing it over in silence.
  private func checkMessage() throws {
    guard message.to.count == 1 else {
      throw Failure(
        .usage,
        "--to: a message goes to one address\n"
          + "  run the command for each, or name them in trust.yaml for `rlt mail weekly`"
      )
    }
    guard report.format == nil else {
      throw Failure(.usage, "--to prints a message, which has no other --format")
    }
    let others = [
      ("--strategy", report.kpis.strategy != nil), ("--priority", report.kpis.priority != nil),
      ("--kpi", report.kpis.kpi != nil), ("--status", !report.statuses.isEmpty),
      ("--known-at", report.days.knownAt != nil), ("--fail-on", !report.failOn.isEmpty),
    ]
    if let other = others.first(where: \.1) {
      throw Failure(
        .usage,
        "\(other.0) does not go with --to: a message tells a trust, its schools or its owners "
          + "everything"
      )
    }
  }

  /// An id that is the same for the same address and selection in the same week, and for no other.
  private func messageID(
    _ recipient: Recipient,
    since: Day?,
    _ period: MailPeriod,
    _ plan: Plan,
    of trust: Trust,
    _ from: MailAddress
  ) -> MessageID {
    let selection = [
      recipient.address.folded, plan.id, recipient.audience.rawValue, since?.description ?? "",
      recipient.schools.joined(separator: " "), recipient.owners.joined(separator: " "),
    ]
    let digest = sha256(Array(selection.joined(separator: "\n").utf8)).prefix(16)
    return MessageID([period.key, trust.id, "to", String(digest)], at: from.domain)
  }
}

extension Session {
  /// The trusts among which one is to be named, with the option that names the first.
  fileprivate func trustWords(_ numbers: Set<Int>) -> String {
    let trusts = trusts.indices.filter(numbers.contains).map { self.trusts[$0].trust }
    let shown = trusts.prefix(12).map(\.id).joined(separator: ", ")
    let rest = trusts.count > 12 ? " and \(trusts.count - 12) more" : ""
    let first = trusts.first?.id ?? ""
    return "  name it, as in --trust \(first)\n  trusts: \(shown)\(rest)"
  }
}
