import ArgumentParser

/// In which form the answer is given, and where it goes.
struct OutputOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The form of the answer.", valueName: "form"))
  var format: OutputFormat = .text

  @OptionGroup var destination: DestinationOptions

  @Flag(name: .shortAndLong, help: "No remarks, only the answer.")
  var quiet = false

  var choice: OutputChoice {
    var choice = destination.choice(quiet: quiet)
    choice.format = format
    return choice
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
    self.init(destination: &words)
    format = words.option("--format", default: .text)
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
