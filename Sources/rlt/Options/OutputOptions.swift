import ArgumentParser

/// In which form the answer is given, and where it goes.
struct OutputOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The form of the answer.", valueName: "form"))
  var format: OutputFormat = .text

  @Option(
    name: [.customLong("color"), .customLong("colour")],
    help: ArgumentHelp("When to use colours.", valueName: "when")
  )
  var color: ColorChoice = .auto

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to a file.", valueName: "file"))
  var output: String?

  @Flag(name: .shortAndLong, help: "No remarks, only the answer.")
  var quiet = false

  var choice: OutputChoice {
    OutputChoice(format: format, color: color, output: output, quiet: quiet)
  }
}

/// In which form the answer is given, and where it goes, as understood.
struct OutputChoice: Equatable {
  var format: OutputFormat = .text
  var color: ColorChoice = .auto
  var output: String?
  var quiet = false
}

extension OutputChoice {
  init(_ words: inout OptionReader) {
    format = words.option("--format", default: .text)
    color = words.option("--color", "--colour", default: .auto)
    output = words.option("--output", "-o")
    quiet = words.flag("--quiet", "-q")
  }
}

/// The forms in which answers are given.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}

/// When colours are used.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto
  case always
  case never
}
