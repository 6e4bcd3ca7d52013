/// The nouns of plan files, the file itself first.
public let planNouns: [FileNoun] = [
  FileNoun("plan", PlanKey.self), FileNoun("strategy", StrategyKey.self),
  FileNoun("priority", PriorityKey.self), FileNoun("kpi", KPIKey.self),
  FileNoun("strand", StrandKey.self), FileNoun("override", OverrideKey.self),
  FileNoun("predicate", PredicateKey.self), FileNoun("validity", ValidityKey.self),
  FileNoun("exception", ExceptionKey.self), FileNoun("combination", CombinationKey.self),
  FileNoun("evidence", EvidenceKey.self), FileNoun("statement", StatementKey.self),
  FileNoun("year", YearKey.self), FileNoun("action", ActionKey.self),
  FileNoun("milestone", MilestoneKey.self), FileNoun("risk", RiskKey.self),
  FileNoun("mitigation", MitigationKey.self), FileNoun("offer", OfferKey.self),
  FileNoun("item", ItemKey.self), FileNoun("whole", WholeKey.self),
]

private let aTarget = FileShape.oneOf([.text, .noun("combination")])
private let statements = FileShape.oneOf([
  .text, .noun("statement"), .list(.oneOf([.text, .noun("statement")])),
])
private let yearByYear = FileShape.years(.noun("year"))
private let strandByStrand = FileShape.entries(.oneOf([.text, .noun("strand")]))

extension PlanKey: DescribedKey {
  static let needed: [PlanKey] = [.plan, .title, .years]

  var meaning: (shape: FileShape, words: String) {
    switch self {
    case .plan: (.id, "The id of the plan, in small letters.")
    case .title: (.text, "What the plan is called.")
    case .years: (.schoolYears, "The first and last school year: `2015/16 to 2019/20`.")
    case .supersedes: (.id, "The id of the plan that it follows.")
    case .legend: (.text, "What stars and colours mean; printed with every report.")
    case .vision: (statements, "What the trust wants to be.")
    case .aims: (statements, "What it wants to reach.")
    case .values: (statements, "What it stands for.")
    case .notes: (statements, "What else the plan says.")
    case .strategies: (.entries(.noun("strategy")), "The strategies, each under its id.")
    case .risks: (.entries(.oneOf([.text, .noun("risk")])), "The risks, each under its id.")
    case .offers: (.entries(.noun("offer")), "Promises that are checked item by item.")
    case .wholes: (.entries(.noun("whole")), "KPIs that are parts of one whole, such as 100%.")
    case .note: (statements, noteMeaning.words)
    case .source: sourceMeaning
    }
  }
}

extension StrategyKey: DescribedKey {
  static let needed: [StrategyKey] = [.title]

  var meaning: (shape: FileShape, words: String) {
    switch self {
    case .title: (.text, "What the strategy is called.")
    case .aliases: aliasMeaning
    case .lead: (.texts, "Who leads it, by role.")
    case .vision: (statements, "What is to be.")
    case .aims: (statements, "What is to be reached.")
    case .values: (statements, "What it stands for.")
    case .notes: (statements, "What else the plan says of it.")
    case .priorities: (.entries(.noun("priority")), "The priorities, each under its id.")
    case .note: (statements, noteMeaning.words)
    case .source: sourceMeaning
    }
  }
}

extension PriorityKey: DescribedKey {
  static let needed: [PriorityKey] = [.title]

  var meaning: (shape: FileShape, words: String) {
    switch self {
    case .title: (.text, "What the priority is called.")
    case .label: labelMeaning
    case .aliases: aliasMeaning
    case .starred: (.flag, "Whether the plan marks it as one of the most important.")
    case .lead: (.texts, "Who leads it, by role.")
    case .refers: (.text, "What it speaks of.")
    case .vision: (statements, "What is to be.")
    case .aims: (statements, "What is to be reached.")
    case .values: (statements, "What it stands for.")
    case .notes: (statements, "What else the plan says of it.")
    case .kpis: (.entries(.noun("kpi")), "What is measured, each under its id.")
    case .evidence:
      (.entries(.oneOf([.text, .noun("evidence")])), "What was reported and no KPI asks for.")
    case .milestones:
      (.entries(.oneOf([.text, .noun("milestone")])), "What is to be reached by a day.")
    case .years: (yearByYear, "Impact and actions that serve the whole priority, year by year.")
    case .actions: (.list(.noun("action")), "Standing work of no single year.")
    case .datesAsGiven: datesAsGivenMeaning
    case .note: (statements, noteMeaning.words)
    case .source: sourceMeaning
    }
  }
}

extension KPIKey: DescribedKey {
  static let needed: [KPIKey] = [.title]

  var meaning: (shape: FileShape, words: String) {
    switch self {
    case .title: (.text, "What is measured, in a few words.")
    case .label: labelMeaning
    case .unit: (.text, "What the figures count: `\"% of total income\"`.")
    case .scale: (.id, "The id of the scale of its grades; `yes-no` is built in.")
    case .better:
      (.words(["higher", "lower"]), "Which figures are better, where its targets do not tell.")
    case .level: (.words(["school", "trust"]), "Whether it is read per school or for the trust.")
    case .population: (.text, "Whom it is measured on, where not everybody.")
    case .strands: (strandByStrand, "Parts that are read apart, each under its id.")
    case .checklist: (.id, "The id of an offer whose items are the strands.")
    case .target: (aTarget, "What a reading must satisfy: `below 75%`.")
    case .targets: (.years(aTarget), "Targets by school year; the latest not after a period holds.")
    case .overrides:
      (
        .named(.oneOf([.text, .noun("override"), .noun("combination")])),
        "Single schools' own targets."
      )
    case .amber: (.text, "How near a miss is still \"nearly\": `up to 76%`.")
    case .assumedOperator: (.words(["assumed"]), "The source gave a bare figure.")
    case .quantifier: (.text, "How many schools must meet it: `every school`.")
    case .appliesTo: (.noun("predicate"), "Which schools it applies to.")
    case .by: (.text, "The deadline: `July 2020`.")
    case .valid: (.noun("validity"), "From when to when it is in force.")
    case .window: (.text, "How far back a reading may lie: `3 years`.")
    case .frequency: (.frequency, "How often it is read: `termly`.")
    case .owner: (.texts, "Who answers for it, by role.")
    case .sameAs: (.id, "The id of the KPI that it repeats.")
    case .question: (.text, "A question to be answered in place of a target.")
    case .reference: (.text, "The document that holds it, where it is kept elsewhere.")
    case .exceptions: (.list(.noun("exception")), "Excuses for counts over a cap.")
    case .years: (yearByYear, "Impact and actions, year by year.")
    case .actions: (.list(.noun("action")), "Standing work of no single year.")
    case .note: noteMeaning
    case .source: sourceMeaning
    }
  }
}

extension StrandKey: DescribedKey {
  var meaning: (shape: FileShape, words: String) {
    switch self {
    case .title: (.text, "What the strand is called.")
    case .unit: (.text, "What its figures count, where not what those of the KPI do.")
    case .scale: (.id, "The id of the scale of its grades, where not that of the KPI.")
    case .better: (.words(["higher", "lower"]), "Which of its figures are better.")
    case .target: (aTarget, "Its own target.")
    case .note: noteMeaning
    case .source: sourceMeaning
    }
  }
}

extension OverrideKey: DescribedKey {
  static let needed: [OverrideKey] = [.target]

  var meaning: (shape: FileShape, words: String) {
    switch self {
    case .target: (aTarget, "The school's own target.")
    case .amber: (.text, "How near a miss is still \"nearly\".")
    case .reason: (.text, "Why the school has its own.")
    case .until: (.day, "The last day on which it holds.")
    case .note: noteMeaning
    case .source: sourceMeaning
    }
  }
}

extension PredicateKey: DescribedKey {
  var meaning: (shape: FileShape, words: String) {
    switch self {
    case .church: (.flag, "Church schools, or the others.")
    case .phase: (.texts, "Schools of these phases.")
    case .schools: (.texts, "These schools.")
    case .note: noteMeaning
    case .source: sourceMeaning
    }
  }
}

extension ValidityKey: DescribedKey {
  var meaning: (shape: FileShape, words: String) {
    switch self {
    case .from: (.text, "The first year or day.")
    case .to: (.text, "The last year or day.")
    case .note: noteMeaning
    case .source: sourceMeaning
    }
  }
}

extension ExceptionKey: DescribedKey {
  static let needed: [ExceptionKey] = [.period, .by, .reason]

  var meaning: (shape: FileShape, words: String) {
    switch self {
    case .period: (.text, "The period that is excused.")
    case .by: (.text, "Who decided it, by role.")
    case .on: (.day, "The day of the decision.")
    case .reason: (.text, "Why.")
    case .note: noteMeaning
    case .source: sourceMeaning
    }
  }
}

extension CombinationKey: DescribedKey {
  var meaning: (shape: FileShape, words: String) {
    switch self {
    case .allOf: (.list(aTarget), "Targets that must all be met.")
    case .anyOf: (.list(aTarget), "Targets of which one must be met.")
    }
  }
}

extension EvidenceKey: DescribedKey {
  static let needed: [EvidenceKey] = [.title]

  var meaning: (shape: FileShape, words: String) {
    switch self {
    case .title: (.text, "What was reported.")
    case .unit: (.text, "What the figures count.")
    case .scale: (.id, "The id of the scale of its grades.")
    case .strands: (strandByStrand, "Parts that are read apart, each under its id.")
    case .note: noteMeaning
    case .source: sourceMeaning
    }
  }
}
