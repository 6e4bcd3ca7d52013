import ArgumentParser
import PlanModel

/// What is said of an action.
struct ActionOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Who owes it; may be repeated.", valueName: "role"))
  var owner: [String] = []

  @Option(help: ArgumentHelp("When it is due: 2017-03-31, July 2017, …", valueName: "when"))
  var due: String?

  @Option(help: ArgumentHelp("open, started, waiting, done or stopped.", valueName: "word"))
  var status: String?

  @Option(help: ArgumentHelp("Money, time and people, in words.", valueName: "text"))
  var resources: String?

  @Option(help: ArgumentHelp("Anything else to keep.", valueName: "text"))
  var note: String?

  var choice: ActionChoice {
    ActionChoice(owner: owner, due: due, status: status, resources: resources, note: note)
  }
}

/// What is said of an action, as typed.
struct ActionChoice: Equatable {
  var owner: [String] = []
  var due: String?
  var status: String?
  var resources: String?
  var note: String?

  /// The status, which must be a word that the plan knows.
  var knownStatus: Action.Status? {
    get throws {
      guard let status else { return nil }
      if let known = Action.Status(rawValue: status) { return known }
      let words = Action.Status.allCases.map(\.rawValue).joined(separator: ", ")
      throw Failure(.usage, "--status: “\(status)” is not one of \(words)")
    }
  }
}

extension ActionChoice {
  init(_ words: inout OptionReader) {
    owner = words.options("--owner")
    due = words.option("--due")
    status = words.option("--status")
    resources = words.option("--resources")
    note = words.option("--note")
  }
}
