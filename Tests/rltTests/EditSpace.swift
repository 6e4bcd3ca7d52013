import FoundationEssentials
import Glibc
import PlanFiles
import TestSupport

@testable import rlt

/// A copy of the made-up trust that a test may write in, with a journal of its own.
final class EditSpace {
  let folder: String

  /// The plan that tests edit.
  var plan: String { "\(folder)/data/woodland/plans/growing-2015-2018.yaml" }

  /// Copies the made-up trust, or other trusts.
  ///
  /// - Parameter data: The folder of the trusts, as found from the repository.
  /// - Throws: That they could not be copied.
  init(copying data: String = "Tests/rltTests/Fixture/data") throws {
    folder = "\(temporaryFolder())/edit-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: "\(repositoryPath)/\(data)",
      toPath: "\(folder)/data"
    )
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Runs the program in the copy.
  ///
  /// - Parameters:
  ///   - words: The words after `rlt`.
  ///   - typed: What somebody at the keyboard answers, or what is piped in.
  ///   - isAsked: Whether there is a keyboard.
  /// - Returns: How it ended and what it said.
  func run(
    _ words: [String],
    typed: [String] = [],
    isAsked: Bool = false
  ) -> (status: rlt::ExitStatus, output: String, errors: String) {
    let output = Kept()
    let errors = Kept()
    var terminal = Terminal()
    terminal.isInputTerminal = isAsked
    terminal.isErrorTerminal = isAsked
    var host = Host(
      environment: Environment(["RLT_TODAY": "2017-03-31", "XDG_STATE_HOME": "\(folder)/state"]),
      terminal: terminal,
      folder: folder,
      output: output,
      errors: errors
    )
    host.input = Typed(typed)
    let status = Main.run(words[...], on: host)
    return (status, output.text, errors.text)
  }

  /// The bytes of a file.
  func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: path))) }

  /// The bytes of every file of the workspace, by path.
  func everything() throws -> [String: [UInt8]] {
    var all: [String: [UInt8]] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: "\(folder)/data") {
      let path = "\(folder)/data/\(name)"
      if LocalFileSystem().kind(of: path) == .file { all[name] = try bytes(path) }
    }
    return all
  }

  /// Puts text into a file.
  func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path))
  }
}

/// Bytes that were written, kept.
private final class Kept: ByteSink {
  private var bytes: [UInt8] = []

  func write(_ bytes: [UInt8]) -> String? {
    self.bytes += bytes
    return nil
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// Lines that somebody types.
private final class Typed: ByteSource {
  private var lines: [String]

  init(_ lines: [String]) { self.lines = lines }

  func line() -> String? { lines.isEmpty ? nil : lines.removeFirst() }

  func everything(atMost limit: Int) -> [UInt8]? {
    Array(lines.joined(separator: "\n").utf8)
  }
}
