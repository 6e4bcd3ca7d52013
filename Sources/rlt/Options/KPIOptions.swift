import ArgumentParser

/// Which KPIs are meant.
struct KPIOptions: ParsableArguments {
  @Option(help: ArgumentHelp("One strategy.", valueName: "name"))
  var strategy: String?

  @Option(help: ArgumentHelp("One priority.", valueName: "name"))
  var priority: String?

  @Option(help: ArgumentHelp("One KPI.", valueName: "name"))
  var kpi: String?

  @Option(help: ArgumentHelp("The KPIs that someone answers for.", valueName: "role"))
  var owner: String?

  var choice: KPIChoice {
    KPIChoice(strategy: strategy, priority: priority, kpi: kpi, owner: owner)
  }
}

/// The work of which KPIs is meant.
struct WorkOptions: ParsableArguments {
  @Option(help: ArgumentHelp("One strategy.", valueName: "name"))
  var strategy: String?

  @Option(help: ArgumentHelp("One priority.", valueName: "name"))
  var priority: String?

  @Option(help: ArgumentHelp("What serves one KPI.", valueName: "name"))
  var kpi: String?

  @Option(help: ArgumentHelp("What someone has to do.", valueName: "role"))
  var owner: String?

  var choice: KPIChoice {
    KPIChoice(strategy: strategy, priority: priority, kpi: kpi, owner: owner)
  }
}

/// Which KPIs are meant, as typed.
struct KPIChoice: Equatable {
  var strategy: String?
  var priority: String?
  var kpi: String?
  var owner: String?
}

extension KPIChoice {
  init(_ words: inout OptionReader) {
    strategy = words.option("--strategy")
    priority = words.option("--priority")
    kpi = words.option("--kpi")
    owner = words.option("--owner")
  }
}
