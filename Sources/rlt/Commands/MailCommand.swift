import ArgumentParser

/// Mail to those who need to know.
struct MailCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mail",
    abstract: "Mail to those who need to know, through the mail program of this computer.",
    discussion: """
      EXAMPLES:
        rlt mail weekly                       who would get what; nothing is sent
        rlt mail weekly --send                the week's report to the recipients of trust.yaml
        rlt mail test clerk@example.org       one short message, to prove the set-up
      """,
    subcommands: [MailWeeklyCommand.self, MailTestCommand.self]
  )
}
