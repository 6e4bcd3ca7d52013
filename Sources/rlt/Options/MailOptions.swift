import ArgumentParser
import PlanModel

/// From whom mail comes, and by what program it goes.
struct MailOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Where mail comes from, where not from trust.yaml.", valueName: "address")
  )
  var from: String?

  @Option(
    help: ArgumentHelp("The program that takes mail; else RLT_SENDMAIL.", valueName: "path")
  )
  var sendmail: String?

  var choice: MailChoice { MailChoice(from: from, sendmail: sendmail) }
}

/// From whom mail comes, and by what program it goes, as typed.
struct MailChoice: Equatable {
  var from: String?
  var sendmail: String?
}

extension MailChoice {
  init(_ words: inout OptionReader) {
    from = words.option("--from")
    sendmail = words.option("--sendmail")
  }

  /// Where mail comes from, checked.
  func checkedFrom() throws -> MailAddress? { try from.map { try mailAddress($0, "--from") } }
}

/// An address that was typed, checked.
func mailAddress(_ text: String, _ name: String) throws -> MailAddress {
  do throws(MailAddress.Problem) {
    return try MailAddress(text)
  } catch {
    throw Failure(.usage, "\(name): the address “\(text)” \(error.reason)\n  \(error.help)")
  }
}
