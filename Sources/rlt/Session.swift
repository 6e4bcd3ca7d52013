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
  let trusts: [LoadedTrust]
  /// The files from which they were loaded.
  let files: SourceFiles

  /// Loads the trusts that the options mean.
  ///
  /// - Parameters:
  ///   - choice: Where they are, and which of them and of their plans are meant.
  ///   - output: How to answer.
  ///   - host: The outside world.
  ///   - load: How much of each trust is needed, apart from the choice of plans.
  ///   - schools: The schools that are asked about, as typed; all where empty.
  /// - Throws: That there is no workspace, or no such trust.
  init(
    _ choice: WorkspaceChoice,
    _ output: OutputChoice,
    on host: Host,
    load: LoadOptions = LoadOptions(),
    mentioning schools: [String] = []
  ) throws {
    self.host = host
    self.output = output
    var files = SourceFiles()
    trusts = try loadTrusts(choice, on: host, load, mentioning: schools, into: &files)
    self.files = files
    host.keep(trusts)
  }

  /// A run that answers about files loaded elsewhere.
  init(_ output: OutputChoice, on host: Host, files: SourceFiles) {
    self.host = host
    self.output = output
    trusts = []
    self.files = files
  }

  // MARK: - Answering

  /// Writes the answer, in the form that was asked for, to where it was asked for.
  func answer(_ page: () -> Document, json: () -> [UInt8]) throws {
    try write(output.format == .json ? json() : drawn(page()))
  }

  /// Writes a list, in the form that was asked for, to where it was asked for.
  ///
  /// - Parameters:
  ///   - form: The form.
  ///   - page: The list for people.
  ///   - rows: The same as rows for spreadsheets and data tools.
  ///   - json: The same as JSON.
  /// - Throws: That it could not be written.
  func answer(
    in form: ListFormat,
    _ page: () -> Document,
    rows: () -> Table,
    json: () -> [UInt8]
  ) throws {
    switch form {
    case .text: try write(drawn(page()))
    case .markdown: try write(MarkdownRenderer().render(Page(title: "", document: page())))
    case .csv: try write(CSVRenderer().render(rows()))
    case .json: try write(json())
    }
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

  /// Whether the answer goes to a terminal, where a person sees it.
  var isSeen: Bool { host.terminal.isTerminal && (output.output ?? "-") == "-" }

  /// A page drawn for where the answer goes.
  func drawn(_ page: Document) -> [UInt8] {
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
  /// - Returns: How it ends.
  func ended(_ status: ExitStatus) -> ExitStatus {
    guard trusts.contains(where: \.hasErrors) else { return status }
    let errors = trusts.flatMap(\.diagnostics).filter { $0.severity == .error }
    if !output.quiet { remark(on: errors) }
    return .unreadable
  }

  /// Says on standard error what is wrong in the files.
  func remark(on errors: [Diagnostic]) {
    let count = errors.count == 1 ? "1 error" : "\(errors.count) errors"
    let words = "rlt: \(count) in the files; what they stand in is not used."
    var page = Document([.gap, .paragraph(Line(words)), .gap])
    page.append(contentsOf: findingsReport(Array(errors.prefix(3)), in: files))
    page.append(.gap)
    page.append(.paragraph("`rlt validate` shows every problem."))
    _ = host.errors.write(drawnForErrors(page))
  }

  /// A page drawn for standard error.
  func drawnForErrors(_ page: Document) -> [UInt8] {
    TerminalRenderer(
      width: host.terminal.width,
      usesColor: host.terminal.usesErrorColor(output.color),
      isASCII: host.terminal.isASCII
    ).render(page)
  }
}
