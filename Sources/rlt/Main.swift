import ArgumentParser
import Glibc

/// Runs the program and turns what happened into an exit status.
@main
enum Main {
  static func main() {
    let host = Host()
    if host.terminal.width < HelpText.narrowest || host.environment["COLUMNS"] != nil {
      // ArgumentParser asks for the width itself when it works out the exit status of help.
      _ = unsafe setenv("COLUMNS", "\(max(HelpText.narrowest, host.terminal.width))", 1)
    }
    let status = run(CommandLine.arguments.dropFirst(), on: host)
    Glibc.exit(status.rawValue)
  }

  /// Runs the command that the words name.
  static func run(_ words: ArraySlice<String>, on host: Host) -> ExitStatus {
    var host = host
    host.words = Array(words)
    let words = CommandTree.namingMinus(words)
    do {
      return try request(for: words).run(on: host)
    } catch let failure as Failure {
      host.complain(failure.message)
      return failure.status
    } catch {
      return answer(error, on: host)
    }
  }

  /// What the words ask for.
  ///
  /// The plain way first, which is short; whatever does not fit goes the long way, whose help and
  /// messages are those of the whole tree of commands.
  static func request(for words: ArraySlice<String>) throws -> any Request {
    try CommandTree.plainRequest(for: words) ?? longWay(Array(words))
  }

  /// What the words ask for, read by ArgumentParser.
  static func longWay(_ words: [String]) throws -> any Request {
    try CommandTree.checkNames(words)
    var command = try RLT.parseAsRoot(words)
    if let command = command as? any HostCommand { return command.request }
    // What is left asks for help, and says so by throwing it.
    try command.run()
    throw CleanExit.helpRequest(RLT.self)
  }

  /// Prints help or a message about how the program was called.
  private static func answer(_ error: any Error, on host: Host) -> ExitStatus {
    let code = RLT.exitCode(for: error)
    // ArgumentParser stops dead where its column of names leaves no room for the words beside it.
    let columns = max(HelpText.narrowest, host.terminal.width)
    let message = RLT.fullMessage(for: error, columns: columns)
    if code == .success {
      host.print(HelpText.arranged(message) + "\n")
      return .success
    }
    let words = message.hasPrefix("Error: ") ? String(message.dropFirst(7)) : message
    host.complain(HelpText.arranged(words))
    return .usage
  }
}
