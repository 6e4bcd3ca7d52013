import ArgumentParser

/// On which day work is looked at.
struct WorkDayOptions: ParsableArguments {
  @Option(help: ArgumentHelp("How things stood on a day, as 2017-03-31.", valueName: "day"))
  var asOf: String?

  @Option(help: ArgumentHelp("The day to take for today.", valueName: "day"))
  var today: String?

  var choice: DayChoice { DayChoice(asOf: asOf, today: today) }
}

extension DayChoice {
  /// Reads the days of a command that knows nothing of the day of recording.
  init(work words: inout OptionReader) {
    asOf = words.option("--as-of")
    today = words.option("--today")
  }
}
