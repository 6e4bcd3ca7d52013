private let statements = FileShape.oneOf([
  .text, .noun("statement"), .list(.oneOf([.text, .noun("statement")])),
])

extension StatementKey: DescribedKey {
  static let needed: [StatementKey] = [.text]

  var meaning: (shape: FileShape, words: String) {
    switch self {
    case .text: (.text, "The words.")
    case .note: noteMeaning
    case .source: sourceMeaning
    }
  }
}

extension YearKey: DescribedKey {
  var meaning: (shape: FileShape, words: String) {
    switch self {
    case .impact: (statements, "What was reached.")
    case .actions: (.list(.noun("action")), "What is to be done in the year.")
    case .datesAsGiven: datesAsGivenMeaning
    case .note: noteMeaning
    case .source: sourceMeaning
    }
  }
}

extension ActionKey: DescribedKey {
  static let needed: [ActionKey] = [.id, .action]

  var meaning: (shape: FileShape, words: String) {
    switch self {
    case .id: (.id, "Its id, in small letters: stable for ever and unique in the plan.")
    case .action: (.text, "What is to be done.")
    case .label: labelMeaning
    case .owner: (.texts, "Who does it, by role.")
    case .due: (.text, "When it is due: a day, month, term or year.")
    case .every: (.frequency, "How often it comes round again.")
    case .lastDone: (.day, "The day on which it was last done.")
    case .status:
      (.words(["open", "started", "waiting", "done", "stopped"]), "How far it has come.")
    case .done: (.day, "The day on which it was completed.")
    case .resources: (.text, "What it needs.")
    case .kpis: (.ids, "The ids of the KPIs it serves.")
    case .refers: (.text, "What it speaks of.")
    case .condition: (.text, "On what it depends.")
    case .impact: (.text, "What came of it.")
    case .partOf: (.id, "The id of the action that it is a part of.")
    case .repeats: (.id, "The id of the action that it repeats.")
    case .note: noteMeaning
    case .source: sourceMeaning
    }
  }
}

extension MilestoneKey: DescribedKey {
  static let needed: [MilestoneKey] = [.milestone]

  var meaning: (shape: FileShape, words: String) {
    switch self {
    case .milestone: (.text, "What is to be reached.")
    case .label: labelMeaning
    case .due: (.text, "By when.")
    case .every: (.frequency, "How often it comes round again.")
    case .revised: (.oneOf([.flag, .texts]), "Whether the date was moved, or the earlier dates.")
    case .reached: (.day, "The day on which it was reached.")
    case .owner: (.texts, "Who answers for it, by role.")
    case .kpis: (.ids, "The ids of the KPIs it serves.")
    case .refers: (.text, "What it speaks of.")
    case .note: noteMeaning
    case .source: sourceMeaning
    }
  }
}

extension RiskKey: DescribedKey {
  static let needed: [RiskKey] = [.risk]

  var meaning: (shape: FileShape, words: String) {
    switch self {
    case .risk: (.text, "What could happen.")
    case .label: labelMeaning
    case .implied: (.flag, "Whether it is implied and not said.")
    case .mitigations:
      (.entries(.oneOf([.text, .noun("mitigation")])), "What is done about it.")
    case .owner: (.texts, "Who answers for it, by role.")
    case .kpis: (.ids, "The ids of the KPIs it touches.")
    case .note: noteMeaning
    case .source: sourceMeaning
    }
  }
}

extension MitigationKey: DescribedKey {
  var meaning: (shape: FileShape, words: String) {
    switch self {
    case .mitigation: (.text, "What is done.")
    case .owner: (.texts, "Who does it, by role.")
    case .sameAs: (.id, "The id of the risk whose answer it repeats.")
    case .note: noteMeaning
    case .source: sourceMeaning
    }
  }
}

extension OfferKey: DescribedKey {
  static let needed: [OfferKey] = [.title]

  var meaning: (shape: FileShape, words: String) {
    switch self {
    case .title: (.text, "What the offer is called.")
    case .audience: (.text, "Whom it is made to.")
    case .items: (.entries(.oneOf([.text, .noun("item")])), "What is promised, item by item.")
    case .note: noteMeaning
    case .source: sourceMeaning
    }
  }
}

extension ItemKey: DescribedKey {
  static let needed: [ItemKey] = [.title]

  var meaning: (shape: FileShape, words: String) {
    switch self {
    case .title: (.text, "What is promised.")
    case .note: noteMeaning
    case .source: sourceMeaning
    }
  }
}

extension WholeKey: DescribedKey {
  static let needed: [WholeKey] = [.title, .parts]

  var meaning: (shape: FileShape, words: String) {
    switch self {
    case .title: (.text, "What the parts make up.")
    case .parts: (.ids, "The ids of the KPIs that are its parts.")
    case .total: (.text, "What they come to: `100%`.")
    case .note: noteMeaning
    case .source: sourceMeaning
    }
  }
}
