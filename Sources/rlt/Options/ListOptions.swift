import ArgumentParser

/// In which form a list is given, and where it goes.
struct ListOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The form of the answer.", valueName: "form"))
  var format: ListFormat = .text

  @OptionGroup var destination: DestinationOptions

  @Flag(name: .shortAndLong, help: "No remarks, only the answer.")
  var quiet = false

  var choice: ListChoice {
    ListChoice(form: format, output: destination.choice(quiet: quiet))
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
    output = OutputChoice(destination: &words)
  }
}

/// The forms in which lists are given.
enum ListFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case markdown
  case csv
  case json
}
