extension ActionKey {
  static let written: [ActionKey] = [
    .id, .label, .action, .owner, .due, .every, .lastDone, .status, .done, .resources, .kpis,
    .refers, .condition, .partOf, .repeats, .impact, .note, .source,
  ]
}

extension KPIKey {
  static let written: [KPIKey] = [
    .title, .label, .unit, .scale, .level, .population, .strands, .checklist, .target,
    .assumedOperator, .targets, .overrides, .amber, .quantifier, .appliesTo, .by, .valid, .window,
    .frequency, .owner, .sameAs, .question, .reference, .exceptions, .note, .source, .actions,
    .years,
  ]
}

extension OverrideKey {
  static let written: [OverrideKey] = [.target, .amber, .reason, .until, .note, .source]
}
