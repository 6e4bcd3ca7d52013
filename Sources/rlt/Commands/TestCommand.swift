import ArgumentParser

/// Whether the thresholds of a trust do what the trust means.
struct TestCommand: HostCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract:
      "Runs a trust's own tests of its thresholds: given readings, what is to come of them.",
    usage: "rlt test [<file> ...] [<options>]",
    discussion: """
      EXAMPLES:
        rlt test                              the files tests/*.yaml of every trust
        rlt test data/rutland/tests/thresholds.yaml
        rlt test --coverage                   which bands of which targets no test reaches
        rlt test --generate gov.staffing-spend
                                              values around each boundary, to be checked by you
        rlt test --format junit --output tests.xml
      """
  )

  @Argument(help: ArgumentHelp("Files of tests; `-` is standard input.", valueName: "file"))
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "Write tests of a KPI's boundaries, or of `all`; may be repeated.",
      valueName: "kpi"
    )
  )
  var generate: [String] = []

  @Flag(help: "List the bands of the targets that no test reaches.")
  var coverage = false

  @Option(help: ArgumentHelp("The form of the answer.", valueName: "form"))
  var format: TestForm = .text

  @OptionGroup var destination: DestinationOptions

  @Flag(name: .shortAndLong, help: "Say nothing where all is as expected.")
  var quiet = false

  @OptionGroup var workspace: WorkspaceOptions

  var request: TestRequest {
    TestRequest(
      paths: paths,
      generated: generate,
      listsUntested: coverage,
      format: format,
      output: destination.choice(quiet: quiet),
      workspace: workspace.choice
    )
  }
}

/// The forms in which the results of tests are shown.
enum TestForm: String, ExpressibleByArgument, CaseIterable {
  case text, json, junit, tap
}

/// Whether the thresholds of a trust do what the trust means, as asked for.
struct TestRequest: Equatable {
  var paths: [String]
  var generated: [String]
  var listsUntested: Bool
  var format: TestForm
  var output: OutputChoice
  var workspace: WorkspaceChoice
}

extension TestRequest {
  init(_ words: inout OptionReader) {
    paths = words.allArguments()
    generated = words.options("--generate")
    listsUntested = words.flag("--coverage")
    format = words.option("--format", default: .text)
    output = OutputChoice(destination: &words)
    workspace = WorkspaceChoice(&words)
  }
}
