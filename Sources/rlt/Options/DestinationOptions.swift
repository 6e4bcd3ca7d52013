import ArgumentParser

/// Where an answer goes, and in what colours.
struct DestinationOptions: ParsableArguments {
  @Option(
    name: [.customLong("color"), .customLong("colour")],
    help: ArgumentHelp("When to use colours.", valueName: "when")
  )
  var color: ColorChoice = .auto

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to a file.", valueName: "file"))
  var output: String?

  /// The choice, of an answer in the usual form.
  func choice(quiet: Bool) -> OutputChoice {
    OutputChoice(color: color, output: output, quiet: quiet)
  }
}

extension OutputChoice {
  /// Reads where an answer goes; its form is for the caller to read.
  init(destination words: inout OptionReader) {
    color = words.option("--color", "--colour", default: .auto)
    output = words.option("--output", "-o")
    quiet = words.flag("--quiet", "-q")
  }
}
