import TestSupport
import Testing

@testable import rlt

/// One run of the program inside the test, on the made-up trust.
struct ProgramRun: Equatable {
  let status: rlt::ExitStatus
  let output: String
  let errors: String

  /// Runs the program.
  ///
  /// - Parameters:
  ///   - words: The words after `rlt`.
  ///   - folder: The folder to start in, below `Tests/rltTests/Fixture`.
  ///   - environment: Variables besides the day.
  ///   - terminal: The terminal.
  ///   - input: The path of a file that is standard input.
  init(
    _ words: [String],
    in folder: String = "",
    environment: [String: String] = [:],
    terminal: Terminal = Terminal(),
    input: String = "/dev/null"
  ) {
    let output = Collected()
    let errors = Collected()
    let variables = ["RLT_TODAY": "2017-03-31"].merging(environment) { $1 }
    var host = Host(
      environment: Environment(variables),
      terminal: terminal,
      folder: "\(repositoryPath)/Tests/rltTests/Fixture" + (folder.isEmpty ? "" : "/\(folder)"),
      output: output,
      errors: errors
    )
    host.input = FileSource(path: input)
    status = Main.run(words[...], on: host)
    self.output = output.text
    self.errors = errors.text
  }

  /// What a person sees: results, then messages, then how it ended.
  var transcript: String {
    var text = output
    if !errors.isEmpty { text += "--- messages\n\(errors)" }
    return text + "--- exit \(status.rawValue)\n"
  }
}

/// Standard input, from a file.
private struct FileSource: ByteSource {
  let path: String

  func line() -> String? { nil }

  func everything(atMost limit: Int) -> [UInt8]? {
    try? LocalFileSystem().bytes(of: path, atMost: limit)
  }
}

/// Bytes that were written, kept.
private final class Collected: ByteSink {
  private var bytes: [UInt8] = []

  func write(_ bytes: [UInt8]) -> String? {
    self.bytes += bytes
    return nil
  }

  /// The text, with the folder of the package left out, which differs from machine to machine.
  var text: String {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.split(separator: repositoryPath, omittingEmptySubsequences: false)
      .joined(separator: "…")
  }
}

/// Compares with a golden file of this target.
func expectScreen(
  _ text: String,
  _ name: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  expectGolden(text, at: "Tests/rltTests/Golden/\(name)", sourceLocation: sourceLocation)
}
