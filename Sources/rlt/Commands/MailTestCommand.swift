import ArgumentParser
import PlanFiles
import PlanModel
import SourceText

/// One short message, to prove the set-up.
struct MailTestCommand: HostCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "One short message to one address, to prove that mail goes out.",
    usage: "rlt mail test <address> [<options>]",
    discussion: """
      EXAMPLES:
        rlt mail test clerk@example.org
        rlt mail test clerk@example.org --from clerk@example.org --sendmail /usr/bin/msmtp
      """
  )

  @Argument(help: ArgumentHelp("Where the message goes.", valueName: "address"))
  var address: String

  @OptionGroup var mail: MailOptions
  @OptionGroup var workspace: WorkspaceOptions

  @Flag(name: .shortAndLong, help: "Say nothing where all is well.")
  var quiet = false

  var request: MailTestRequest {
    MailTestRequest(
      address: address,
      mail: mail.choice,
      workspace: workspace.choice,
      quiet: quiet
    )
  }
}

/// One short message, as asked for.
struct MailTestRequest: Request {
  var address: String
  var mail: MailChoice
  var workspace: WorkspaceChoice
  var quiet: Bool

  func run(on host: Host) throws -> ExitStatus {
    let to = try mailAddress(address, "address")
    let (from, name) = try sender(on: host)
    let program = try MailProgram(named: mail.sendmail, on: host)
    let written = WallClock.instant()
    let message = MailMessage(
      from: MailBox(name, from),
      to: MailBox("", to),
      subject: HeaderText("Test: mail from rlt arrives"),
      date: written,
      id: MessageID(["test", written.stamp, to.domain], at: from.domain),
      text: Array(
        """
        This message was asked for with `rlt mail test`.

        It went out through \(program.path), from \(from).
        If you can read it, `rlt mail weekly --send` will arrive in the same way.

        """.utf8
      )
    )
    switch program.send(message) {
    case .accepted:
      if !quiet { host.print("\(program.path) has taken a message for \(to)\n") }
      return .success
    case .later(let why), .refused(let why), .unknown(let why):
      throw Failure(.sideEffect, "\(to): not sent: \(why)")
    }
  }

  /// Where the message comes from: the option's address, else that of the first trust that has one.
  private func sender(on host: Host) throws -> (MailAddress, String) {
    if let from = try mail.checkedFrom() { return (from, "") }
    var load = LoadOptions.currentPlanAlone
    load.plans = .none
    load.loadsRecipients = true
    var files = SourceFiles()
    let trusts = try loadTrusts(workspace, on: host, load, into: &files).map(\.trust)
    if let trust = trusts.first(where: { $0.mail.from != nil }), let from = trust.mail.from {
      return (from, trust.mail.name ?? trust.name)
    }
    throw Failure(
      .usage,
      "nobody has said where mail comes from; nothing was sent\n"
        + "  give --from, or write `mail: {from: clerk@example.org}` in trust.yaml"
    )
  }
}

extension MailTestRequest {
  init(_ words: inout OptionReader) {
    mail = MailChoice(&words)
    workspace = WorkspaceChoice(&words)
    quiet = words.flag("--quiet", "-q")
    address = words.argument()
  }
}
