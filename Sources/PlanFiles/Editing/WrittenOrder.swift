extension PriorityKey {
  static let written: [PriorityKey] = [
    .title, .label, .aliases, .starred, .lead, .refers, .source, .note, .vision, .aims, .values,
    .notes, .kpis, .evidence, .milestones, .years, .datesAsGiven, .actions,
  ]
}

extension YearKey {
  static let written: [YearKey] = [.impact, .datesAsGiven, .actions, .note, .source]
}

extension ActionKey {
  static let written: [ActionKey] = [
    .id, .label, .action, .owner, .due, .every, .lastDone, .status, .done, .resources, .kpis,
    .refers, .condition, .partOf, .repeats, .impact, .note, .source,
  ]
}

extension KPIKey {
  static let written: [KPIKey] = [
    .title, .label, .unit, .scale, .better, .level, .population, .strands, .checklist, .target,
    .assumedOperator, .targets, .overrides, .amber, .quantifier, .appliesTo, .by, .valid, .window,
    .frequency, .owner, .sameAs, .question, .reference, .exceptions, .note, .source, .actions,
    .years,
  ]
}

extension OverrideKey {
  static let written: [OverrideKey] = [.target, .amber, .reason, .until, .note, .source]
}
