import ArgumentParser

/// In which form a list is given, and where it goes.
struct ListOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The form of the answer.", valueName: "form"))
  var format: ListFormat = .text

  @Option(
    name: [.customLong("color"), .customLong("colour")],
    help: ArgumentHelp("When to use colours.", valueName: "when")
  )
  var color: ColorChoice = .auto

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to a file.", valueName: "file"))
  var output: String?

  @Flag(name: .shortAndLong, help: "No remarks, only the answer.")
  var quiet = false

  var choice: ListChoice {
    ListChoice(form: format, output: OutputChoice(color: color, output: output, quiet: quiet))
  }
}

/// In which form a list is given, and where it goes, as understood.
struct ListChoice: Equatable {
  var form = ListFormat.text
  var output = OutputChoice()
}

extension ListChoice {
  init(_ words: inout OptionReader) {
    form = words.option("--format", default: .text)
    output.color = words.option("--color", "--colour", default: .auto)
    output.output = words.option("--output", "-o")
    output.quiet = words.flag("--quiet", "-q")
  }
}

/// The forms in which lists are given.
enum ListFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case markdown
  case csv
  case json
}
