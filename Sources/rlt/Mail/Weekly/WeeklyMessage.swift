import ArgumentParser
import PlanFiles
import PlanModel
import PlanReports
import SourceText

/// To whom the week's report is printed as a message.
struct WeeklyMessageOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Print it as a message to an address.", valueName: "address"))
  var to: String?

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
  var to: String?
  var from: String?
  var attach: [String] = []
}

extension WeeklyMessageChoice {
  init(_ words: inout OptionReader) {
    to = words.option("--to")
    from = words.option("--from")
    attach = words.options("--attach")
  }

  /// Whether a message is asked for.
  func isAsked() throws -> Bool {
    guard to == nil else { return true }
    guard from == nil, attach.isEmpty else {
      throw Failure(.usage, "--from and --attach are for a message; say to whom with --to")
    }
    return false
  }
}

extension ReportWeeklyRequest {
  /// Prints the report as a message, its lines ended as sendmail takes them.
  func printMessage(on host: Host) throws -> ExitStatus {
    guard let to = message.to else { return .usage }
    guard report.format == nil else {
      throw Failure(.usage, "--to prints a message, which has no other --format")
    }
    let address = try mailAddress(to, "--to")
    var load = LoadOptions.reports
    load.loadsRecipients = true
    let session = try Session(report, on: host, load: load)
    let today = try session.asOf(report.days)
    let picked = try session.schools(report.schools)
    let numbers = picked.isEmpty ? Array(session.trusts.indices) : picked.map(\.trust)
    guard let number = numbers.first, numbers.allSatisfy({ $0 == number }) else {
      throw Failure(.usage, "a message is of one trust; name it with --trust")
    }
    let loaded = session.trusts[number]
    let plan = try session.plan(report.workspace.plan, of: loaded)
    let named = try message.from.map { try mailAddress($0, "--from") }
    guard let from = named ?? loaded.trust.mail.from else {
      throw Failure(.usage, "nobody has said where the message comes from; give --from")
    }
    let filter = try WorkFilter(report.kpis, in: plan, of: loaded.trust)
    let name = address.text.split(separator: "@").first.map { String($0) } ?? ""
    let nowhere = Place(FileID(0), TextRange(0, 0))
    var recipient = Recipient(id: name, name: "", address: address, at: nowhere)
    recipient.audience = report.audience
    recipient.schools = picked.map(\.school.id)
    recipient.owners = [filter.ownerName].compactMap { $0 }
    let period = MailPeriod(.weekly, on: today, in: loaded.trust.calendar)
    let since = try session.day(since, "--since") ?? period.usualSince
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
      writer.letter(to: recipient, since: since, period),
      to: recipient,
      period,
      of: loaded.trust,
      from,
      written: isSet ? .noon(of: today) : WallClock.instant(),
      try attachmentKinds(message.attach)
    )
    try session.write(letter.local)
    return session.ended(.success)
  }
}
