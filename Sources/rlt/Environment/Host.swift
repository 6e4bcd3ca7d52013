import PlanModel

/// The outside world as commands see it: what is around, and where words go.
struct Host {
  /// The variables of the environment.
  var environment: Environment
  /// The terminal, if there is one.
  var terminal: Terminal
  /// Where results go.
  var output: any ByteSink
  /// Where everything else goes.
  var errors: any ByteSink

  /// The world as it is.
  init() {
    environment = .process
    terminal = Terminal(environment)
    output = StandardOutput()
    errors = StandardError()
  }

  /// A world made up for a test.
  init(
    environment: Environment,
    terminal: Terminal,
    output: any ByteSink,
    errors: any ByteSink
  ) {
    self.environment = environment
    self.terminal = terminal
    self.output = output
    self.errors = errors
  }

  /// Prints a result.
  func print(_ text: String) { _ = output.write(Array(text.utf8)) }

  /// Prints a message for the person, not the result.
  func complain(_ message: String) { _ = errors.write(Array("rlt: \(message)\n".utf8)) }
}

/// Something that takes bytes.
protocol ByteSink {
  /// Takes bytes; returns why it could not, or `nil`.
  func write(_ bytes: [UInt8]) -> String?
}
