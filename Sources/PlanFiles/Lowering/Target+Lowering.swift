internal import PlanModel
internal import PlanSyntax
internal import SourceText

/// What the targets of one KPI are read against.
struct TargetLowering {
  /// The KPI.
  let kpi: KPI.ID
  /// Its unit and scale, and the words of the trust.
  let context: TargetContext
}

extension Lowering {
  /// What the targets of a KPI are read against; an unknown scale is reported once, here.
  func targetLowering(
    of kpi: KPI.ID,
    _ unit: Unit?,
    _ scale: Sourced<String>?,
    _ better: Better? = nil
  ) -> TargetLowering {
    var context = context
    context.unit = unit
    context.better = better
    if let scale {
      context.scale = lowerScaleName(scale, context.scales)
      context.isScaleUnknown = context.scale == nil && scale.value != yesNoScaleID
    }
    return TargetLowering(kpi: kpi, context: context)
  }

  /// A target: one line of words, or several under `all of:` or `any of:`.
  func lowerTarget(_ node: NodeSyntax, _ targets: TargetLowering) -> Target? {
    guard let part = lowerCondition(node, targets) else { return nil }
    return Target(part.text, part.condition, at: node.place)
  }

  private func lowerCondition(
    _ node: NodeSyntax,
    _ targets: TargetLowering
  ) -> (text: String, condition: Condition)? {
    switch node.kind {
    case .mapping: return lowerCombination(node, targets)
    case .scalar:
      guard let text = text(node, "target") else { return nil }
      let parsed = parseTarget(text, targets.context)
      findings += parsed.diagnostics
      references.kpis += parsed.kpis
      references.edges += parsed.kpis.map { (targets.kpi, $0) }
      return parsed.condition.map { (text.text, $0) }
    default:
      reportShape(node, "target", "a text, or `all of:` or `any of:` with a list")
      return nil
    }
  }

  private func lowerCombination(
    _ node: NodeSyntax,
    _ targets: TargetLowering
  ) -> (text: String, condition: Condition)? {
    let keys = KeyReader<CombinationKey>(node.asMapping, at: node.place.firstByte, self)
    let found = CombinationKey.allCases.filter { keys.entry($0) != nil }
    guard let key = found.first, found.count == 1 else {
      if found.count > 1 {
        report(
          .targetSyntax,
          "a target is either `all of:` or `any of:`",
          at: node.place.firstByte,
          help: "put one of the two inside the other, as an item of its list"
        )
      }
      return nil
    }
    let items = keys.items(key)
    guard !items.isEmpty else {
      if keys.entry(key)?.value.kind != .scalar, keys.entry(key)?.value.kind != .mapping {
        report(
          .targetSyntax,
          "nothing follows `\(key.rawValue):`",
          at: node.place.firstByte,
          help: "write the targets on lines of their own, each after a dash and a space"
        )
      }
      return nil
    }
    let parts = items.map { lowerCondition($0, targets) }
    let known = parts.compactMap { $0 }
    // With a part missing the rest would mean something else.
    guard known.count == parts.count else { return nil }
    var text = "\(key.rawValue): "
    for (index, part) in known.enumerated() { text += (index == 0 ? "" : "; ") + part.text }
    let conditions = known.map(\.condition)
    return (text, key == .allOf ? .allOf(conditions) : .anyOf(conditions))
  }

  /// A target of one school.
  func lowerOverride(_ entry: EntrySyntax, _ targets: TargetLowering) -> TargetOverride? {
    let school = school(entry.name.text, at: entry.name.place)
    guard entry.value.kind == .mapping else {
      // The target alone will do: `ketton: at least 96%`.
      guard let target = lowerTarget(entry.value, targets), let school else { return nil }
      return TargetOverride(school, target)
    }
    if entry.value.asMapping?.entry(named: "any of") != nil
      || entry.value.asMapping?.entry(named: "all of") != nil
    {
      guard let target = lowerTarget(entry.value, targets), let school else { return nil }
      return TargetOverride(school, target)
    }
    let keys = KeyReader<OverrideKey>(entry.value.asMapping, at: entry.name.place, self)
    if keys.entry(.target) == nil { keys.reportMissing(.target) }
    _ = keys.string(.note)
    let target = keys.value(.target).flatMap { lowerTarget($0, targets) }
    let amber = keys.text(.amber).flatMap { text in
      parseAmber(text, targets.context, beside: target?.condition, &findings)
    }
    if let amber, let target { checkAmber(amber, beside: [target], targets.context) }
    let reason = keys.string(.reason)
    let until = keys.day(.until)
    let source = keys.string(.source)
    guard let target, let school else { return nil }
    var found = TargetOverride(school, target)
    found.amber = amber
    found.reason = reason
    found.until = until
    found.source = source
    return found
  }

  /// The schools to which a KPI applies.
  func lowerPredicate(_ node: NodeSyntax) -> SchoolPredicate? {
    guard let mapping = node.asMapping else {
      reportShape(node, "applies-to", "entries, each with a name and a colon")
      return nil
    }
    let keys = KeyReader<PredicateKey>(mapping, at: node.place.firstByte, self)
    _ = keys.string(.note)
    _ = keys.string(.source)
    var predicate = SchoolPredicate(at: node.place)
    predicate.church = keys.flag(.church)
    predicate.phases = keys.texts(.phase).map {
      String(decoding: $0.value.utf8.map(\.lowercased), as: UTF8.self)
    }
    predicate.schools = keys.texts(.schools).compactMap { school($0.value, at: $0.place) }
    return predicate
  }
}
