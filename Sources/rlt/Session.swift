import Documents
import PlanEvaluation
import PlanFiles
import PlanModel
import PlanReports
import SourceText

/// One run of a command: the trusts it reads, the day, and how it answers.
struct Session {
  let host: Host
  let output: OutputChoice
  /// The trusts, in the order of their folders.
  var trusts: [LoadedTrust]

  /// Loads the trusts that the options mean.
  init(_ workspace: WorkspaceChoice, _ output: OutputChoice, on host: Host) throws {
    self.host = host
    self.output = output
    trusts = try loadTrusts(workspace, on: host)
  }

  // MARK: - Answering

  /// Writes the answer, in the form that was asked for, to where it was asked for.
  func answer(_ page: () -> Document, json: () -> [UInt8]) throws {
    try write(output.format == .json ? json() : drawn(page()))
  }

  /// Writes bytes to where the answer goes.
  func write(_ bytes: [UInt8]) throws {
    let path = output.output ?? "-"
    let sink: any ByteSink = path == "-" ? host.output : FileOutput(path: path)
    if let problem = sink.write(bytes) {
      let what = path == "-" ? "the answer" : path
      throw Failure(.sideEffect, "\(what) could not be written: \(problem)")
    }
  }

  private func drawn(_ page: Document) -> [UInt8] {
    let isFile = output.output.map { $0 != "-" } ?? false
    return TerminalRenderer(
      width: host.terminal.width,
      usesColor: isFile ? output.color == .always : host.terminal.usesColor(output.color),
      isASCII: !isFile && host.terminal.isASCII
    ).render(page)
  }

  // MARK: - Problems of the files

  /// Says on standard error what is wrong in the files, and how the command therefore ends.
  ///
  /// - Parameter status: How it would end if all were well.
  func ended(_ status: ExitStatus) -> ExitStatus {
    let problems = trusts.flatMap { trust in
      trust.diagnostics.filter { $0.severity == .error }
    }
    guard !problems.isEmpty else { return status }
    if !output.quiet { remark(on: trusts.filter { !$0.errors.isEmpty }) }
    return .unreadable
  }

  private func remark(on trusts: [LoadedTrust]) {
    var page = Document()
    let count = trusts.reduce(0) { $0 + $1.errors.count }
    let errors = count == 1 ? "1 error" : "\(count) errors"
    page.append(
      .paragraph(Line("rlt: \(errors) in the files; what they stand in is not used."))
    )
    var left = 3
    for trust in trusts {
      let first = inFileOrder(trust.errors).prefix(left)
      left -= first.count
      if first.isEmpty { continue }
      page.append(contentsOf: findingsReport(Array(first), in: trust.files))
    }
    page.append(.paragraph("`rlt validate` shows every problem."))
    let bytes = TerminalRenderer(
      width: host.terminal.width,
      usesColor: host.terminal.usesErrorColor(output.color),
      isASCII: host.terminal.isASCII
    ).render(page)
    _ = host.errors.write(bytes)
  }
}

/// One trust as it was read from its files.
struct LoadedTrust {
  var record: TrustRecord
  var files: SourceFiles
  var diagnostics: [Diagnostic]

  /// The problems that keep something from being used.
  var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }
}
