import ArgumentParser

/// What is said of a KPI.
struct KPIFieldOptions: ParsableArguments {
  @Option(help: ArgumentHelp("What its figures count, such as %.", valueName: "text"))
  var unit: String?

  @Option(help: ArgumentHelp("The scale of its grades, by id.", valueName: "scale"))
  var scale: String?

  @Option(help: ArgumentHelp("school or trust.", valueName: "level"))
  var level: String?

  @Option(help: ArgumentHelp("The target, as \"at least 95%\".", valueName: "words"))
  var target: String?

  @Option(help: ArgumentHelp("The tolerance, as \"at least 93%\".", valueName: "words"))
  var amber: String?

  @Option(help: ArgumentHelp("How many schools, as \"every school\".", valueName: "words"))
  var `for`: String?

  @Option(help: ArgumentHelp("By when the target is to be met.", valueName: "when"))
  var by: String?

  @Option(help: ArgumentHelp("How often it is read: yearly, termly, …", valueName: "word"))
  var frequency: String?

  @Option(help: ArgumentHelp("Who answers for it; may be repeated.", valueName: "role"))
  var owner: [String] = []

  @Option(help: ArgumentHelp("Anything else to keep.", valueName: "text"))
  var note: String?

  var choice: KPIFieldChoice {
    KPIFieldChoice(
      unit: unit,
      scale: scale,
      level: level,
      target: target,
      amber: amber,
      quantifier: `for`,
      by: by,
      frequency: frequency,
      owner: owner,
      note: note
    )
  }
}

/// What is said of a KPI, as typed.
struct KPIFieldChoice: Equatable {
  var unit: String?
  var scale: String?
  var level: String?
  var target: String?
  var amber: String?
  var quantifier: String?
  var by: String?
  var frequency: String?
  var owner: [String] = []
  var note: String?
}

extension KPIFieldChoice {
  init(_ words: inout OptionReader) {
    unit = words.option("--unit")
    scale = words.option("--scale")
    level = words.option("--level")
    target = words.option("--target")
    amber = words.option("--amber")
    quantifier = words.option("--for")
    by = words.option("--by")
    frequency = words.option("--frequency")
    owner = words.options("--owner")
    note = words.option("--note")
  }
}
