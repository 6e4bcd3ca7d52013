import ArgumentParser
import Documents
import PlanFiles
import PlanReports
import SourceText

/// What is wrong in the files.
struct ValidateCommand: HostCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Every problem of every file, its line and what to do; silence if there is none.",
    usage: "rlt validate [<path> ...] [<options>]",
    discussion: """
      EXAMPLES:
        rlt validate                          every file of every trust
        rlt validate data/rutland             the files of one trust
        rlt validate plans/a.yaml readings/*.csv
        rlt validate --strict                 fail on warnings too
        rlt validate --select due-unparsed    one rule alone
        rlt validate --fix --dry-run          what could be put right
        rlt validate --format github --output sarif:out.sarif
        rlt validate --stdin-name plans/a.yaml - < draft.yaml
      """
  )

  @Argument(
    help: ArgumentHelp(
      "Folders of trusts, or single files, to check; `-` is standard input.",
      valueName: "path"
    )
  )
  var paths: [String] = []

  @Option(help: ArgumentHelp("The file that standard input stands for.", valueName: "path"))
  var stdinName: String?

  @Flag(help: "List the rules.")
  var listRules = false

  @Flag(help: "Put right the mistakes of writing that are safe to put right.")
  var fix = false

  @Flag(help: "Print what would be put right, as a unified diff; write nothing.")
  var dryRun = false

  @Option(help: ArgumentHelp("The day to take for today.", valueName: "day"))
  var today: String?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: FindingOptions

  var request: ValidateRequest {
    ValidateRequest(
      paths: paths,
      standardInputName: stdinName,
      today: today,
      workspace: workspace.choice,
      output: output.choice,
      listsRules: listRules,
      fixes: fix,
      isDryRun: dryRun
    )
  }
}

/// What is wrong in the files, as asked for.
struct ValidateRequest: Request {
  var paths: [String]
  var standardInputName: String?
  var today: String?
  var workspace: WorkspaceChoice
  var output: FindingChoice
  var listsRules = false
  var fixes = false
  var isDryRun = false

  func run(on host: Host) throws -> ExitStatus {
    if listsRules {
      try answerRules(on: host)
      return .success
    }
    let choice = try RuleChoice(selected: output.selected, ignored: output.ignored)
    let destinations = try output.destinations()
    if isDryRun { try checkDryRun() }
    var files = try checkedFiles(choice, on: host)
    if fixes {
      guard !paths.contains("-") else {
        throw Failure(.usage, "--fix writes files, and standard input is none")
      }
      try fix(files, choice, on: host)
      if isDryRun { return status(of: files.problems.filter(choice.isWanted)) }
      files = try checkedFiles(choice, on: host)
    }
    var problems = inFileOrder(files.problems.filter(choice.isWanted))
    if output.isStrict {
      for index in problems.indices where problems[index].severity == .warning {
        problems[index].severity = .error
      }
    }
    let shown = firstErrors(of: problems)
    let findings = Findings(Array(shown), in: files.files, checked: files.checked)
    var hidden = problems.count - shown.count
    for (form, path) in destinations {
      var findings = findings
      if form == .text, output.maximumErrors == nil, shown.count > Self.mostOnPage {
        findings.diagnostics.removeLast(shown.count - Self.mostOnPage)
        hidden = shown.count - Self.mostOnPage
      }
      try write(findings, form, path, on: host)
    }
    if !problems.isEmpty, !output.quiet {
      let how = output.maximumErrors == nil ? " (`--format jsonl` shows all)" : ""
      let more = hidden > 0 ? "; \(hidden) of them not shown\(how)" : ""
      host.remark("\n\(findingsSummary(problems))\(more)")
    }
    return status(of: problems)
  }

  /// The most problems that are written out for people where nobody says how many.
  ///
  /// A damaged file of 16 MiB has hundreds of thousands, which would fill a terminal for minutes and
  /// a log for good; nobody reads past the first few. Forms for machines are always whole.
  static let mostOnPage = 10_000

  private func checkedFiles(_ choice: RuleChoice, on host: Host) throws -> CheckedFiles {
    try CheckedFiles(
      paths,
      standardInputName: standardInputName,
      workspace: workspace,
      today: try givenDay(today, on: host),
      optional: choice.optional,
      on: host
    )
  }

  /// The problems up to the last error that is to be shown.
  private func firstErrors(of problems: [Diagnostic]) -> ArraySlice<Diagnostic> {
    guard let maximum = output.maximumErrors else { return problems[...] }
    var count = 0
    let end = problems.firstIndex { problem in
      if problem.severity == .error { count += 1 }
      return count > maximum
    }
    return problems[..<(end ?? problems.endIndex)]
  }

  /// Silence means that all is well, so what could not be read at all has a status of its own.
  private func status(of problems: [Diagnostic]) -> ExitStatus {
    if problems.contains(where: { RuleChoice.unread.contains($0.id) }) { return .unreadable }
    // What was not checked because of errors that nobody asked for is not in order.
    let isUnsure = problems.contains { $0.id == PlanRule.notChecked.id }
    return isUnsure || problems.contains { $0.severity == .error } ? .findings : .success
  }

  private func answerRules(on host: Host) throws {
    let path = output.outputs.last
    let choice = OutputChoice(color: output.color, output: path, quiet: output.quiet)
    let session = Session(choice, on: host, files: SourceFiles())
    switch output.format {
    case .text: try session.answer({ ruleListReport() }, json: { [] })
    case .json: try session.write(ruleListJSON())
    default: throw Failure(.usage, "--list-rules answers as text or json")
    }
  }

  private func write(
    _ findings: Findings,
    _ form: FindingForm,
    _ path: String?,
    on host: Host
  ) throws {
    let choice = OutputChoice(color: output.color, output: path, quiet: output.quiet)
    let session = Session(choice, on: host, files: findings.files)
    let bytes: [UInt8]
    switch form {
    case .text:
      if findings.diagnostics.isEmpty, path == nil { return }
      let page = { findingsReport(findings.diagnostics, in: findings.files) }
      return try session.answer(page, json: { [] })
    case .json: bytes = findingsJSON(findings.diagnostics, in: findings.files)
    case .jsonl: bytes = findingsJSONLines(findings)
    case .github: bytes = findingsGitHub(findings)
    case .gitlab: bytes = findingsGitLab(findings)
    case .sarif: bytes = findingsSARIF(findings, version: Version.number)
    case .junit: bytes = findingsJUnit(findings)
    case .tap: bytes = findingsTAP(findings)
    }
    try session.write(bytes)
  }
}

extension ValidateRequest {
  init(_ words: inout OptionReader) {
    paths = words.allArguments()
    standardInputName = words.option("--stdin-name")
    today = words.option("--today")
    workspace = WorkspaceChoice(&words)
    output = FindingChoice(&words)
    listsRules = words.flag("--list-rules")
    fixes = words.flag("--fix")
    isDryRun = words.flag("--dry-run")
  }
}
