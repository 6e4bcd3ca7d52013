import Documents

/// The outside world as commands see it: what is around, and where words go.
struct Host {
  /// The variables of the environment.
  var environment: Environment
  /// The terminal, if there is one.
  var terminal: Terminal
  /// The folder in which the program was started.
  var folder: String
  /// The files of this computer.
  var disk = LocalFileSystem()
  /// Whether values may be kept until the process ends; not in tests, where it goes on.
  var keepsValues = false
  /// Where results go.
  var output: any ByteSink
  /// Where everything else goes.
  var errors: any ByteSink
  /// Where answers and data come from.
  var input: any ByteSource = StandardInput()
  /// The words after `rlt`.
  var words: [String] = []

  /// The world as it is.
  init() {
    environment = .process
    terminal = Terminal(environment)
    folder = LocalFileSystem.currentFolder()
    keepsValues = true
    output = StandardOutput()
    errors = StandardError()
  }

  /// A world made up for a test.
  init(
    environment: Environment,
    terminal: Terminal,
    folder: String,
    output: any ByteSink,
    errors: any ByteSink
  ) {
    self.environment = environment
    self.terminal = terminal
    self.folder = folder
    self.output = output
    self.errors = errors
  }

  /// Keeps a value until the process ends.
  ///
  /// Taking a plan and its verdicts apart again, piece by piece, costs a tenth of a run; the
  /// system takes back everything at once when the process ends.
  func keep(_ value: some Sendable) {
    if keepsValues { _ = unsafe Unmanaged.passRetained(Kept(value)) }
  }

  /// How many threads a command may work on: `RLT_THREADS`, or as many as there are cores.
  var threads: Int { environment["RLT_THREADS"].flatMap { Int($0) } ?? coreCount() }

  /// Prints a result.
  func print(_ text: String) { _ = output.write(Array(text.utf8)) }

  /// Prints a remark beside the result.
  func remark(_ text: String) { _ = errors.write(Array("\(Self.safeLines(text))\n".utf8)) }

  /// Prints a message for the person, not the result.
  func complain(_ message: String) { remark("rlt: \(message)") }

  /// Lines of text without anything that a terminal would obey; what people typed is quoted there.
  private static func safeLines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { safeText(String($0)) }.joined(separator: "\n")
  }
}

/// A value that is kept.
private final class Kept<Value: Sendable>: Sendable {
  let value: Value

  init(_ value: Value) { self.value = value }
}

/// Something that gives bytes.
protocol ByteSource {
  /// The next line without its end; `nil` at the end of the input.
  func line() -> String?

  /// Everything up to the end; `nil` where it cannot be read or is larger than a limit.
  func everything(atMost limit: Int) -> [UInt8]?
}

/// Something that takes bytes.
protocol ByteSink {
  /// Takes bytes; returns why it could not, or `nil`.
  func write(_ bytes: [UInt8]) -> String?
}
