import ArgumentParser

/// Where the files are, and which trust and plan is meant.
struct WorkspaceOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder to read.", valueName: "folder"))
  var data: String?

  @Option(help: ArgumentHelp("One trust, by name.", valueName: "name"))
  var trust: String?

  @Option(help: ArgumentHelp("A plan other than the current one.", valueName: "name"))
  var plan: String?

  var choice: WorkspaceChoice { WorkspaceChoice(data: data, trust: trust, plan: plan) }
}

/// Where the files are, and which trust and plan is meant, as typed.
struct WorkspaceChoice: Equatable {
  var data: String?
  var trust: String?
  var plan: String?
}

extension WorkspaceChoice {
  init(_ words: inout OptionReader) {
    data = words.option("--data")
    trust = words.option("--trust")
    plan = words.option("--plan")
  }
}
