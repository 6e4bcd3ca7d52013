import ArgumentParser
import PlanModel

/// On which day things are looked at.
struct DayOptions: ParsableArguments {
  @Option(help: ArgumentHelp("How things stood on a day, as 2017-03-31.", valueName: "day"))
  var asOf: String?

  @Option(help: ArgumentHelp("Only what had been recorded by a day.", valueName: "day"))
  var knownAt: String?

  @Option(help: ArgumentHelp("The day to take for today.", valueName: "day"))
  var today: String?

  var choice: DayChoice { DayChoice(asOf: asOf, knownAt: knownAt, today: today) }
}

/// On which day things are looked at, as typed.
struct DayChoice: Equatable {
  var asOf: String?
  var knownAt: String?
  var today: String?
}

extension DayChoice {
  init(_ words: inout OptionReader) {
    asOf = words.option("--as-of")
    knownAt = words.option("--known-at")
    today = words.option("--today")
  }
}

/// The day that is taken for today: the option's, else the environment's, else the clock's.
///
/// - Parameters:
///   - text: What was given with `--today`.
///   - host: The outside world.
/// - Returns: The day.
/// - Throws: That it is no day.
func givenDay(_ text: String?, on host: Host) throws -> Day {
  guard let text = text ?? host.environment["RLT_TODAY"] else { return WallClock.today() }
  if let day = Day(text) { return day }
  throw Failure(.usage, "--today: “\(text)” is not a day; write it as 2017-03-31")
}
