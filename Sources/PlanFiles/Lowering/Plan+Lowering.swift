internal import PlanModel
internal import PlanSyntax
internal import SourceText

extension Lowering {
  /// A plan as its file describes it.
  ///
  /// - Parameters:
  ///   - root: The outermost node of the file; `nil` for an empty one.
  ///   - place: Where to say that something is missing.
  ///   - name: The name of the file without `.yaml`, which stands in for a missing id.
  /// - Returns: The plan, or `nil` where the file holds none.
  func lowerPlan(_ root: NodeSyntax?, at place: Place, name: String) -> Plan? {
    guard let root, root.kind != .absent else {
      report(
        .fileEmpty,
        "this file holds no plan",
        at: place,
        help: "begin with `plan: \(suggestedID(name))`, `title: …` and `years: 2016/17 to 2019/20`"
      )
      return nil
    }
    guard let mapping = root.asMapping else {
      reportShape(root, "plan", "entries, each with a name and a colon")
      return nil
    }
    let keys = KeyReader<PlanKey>(mapping, at: place, self)
    let idPlace = keys.entry(.plan)?.value.place ?? place
    let id = keys.required(.plan).map { checkedID($0, at: idPlace) } ?? name
    let title = keys.required(.title) ?? id
    let written = keys.entry(.years) == nil ? nil : keys.text(.years)
    if keys.entry(.years) == nil { keys.reportMissing(.years) }
    if let entry = keys.entry(.years), entry.value.kind == .absent, !entry.value.isBroken {
      reportMissing(PlanKey.years, in: entry)
    }
    let years = written.flatMap { parseAcademicYears($0, &findings) }
    let unknown = AcademicYear(startingIn: 1900)...AcademicYear(startingIn: 2999)
    var plan = Plan(id: id, title: title, years: years ?? unknown, at: idPlace)
    plan.supersedes = keys.sourced(.supersedes)
    plan.legend = keys.string(.legend)
    plan.source = keys.string(.source)
    if lowersWork {
      plan.statements =
        statements(keys, .vision, .vision) + statements(keys, .aims, .aims)
        + statements(keys, .values, .values) + statements(keys, .notes, .notes)
        + statements(keys, .note, .notes)
      plan.risks = keys.named(.risks).map(lowerRisk)
      plan.wholes = keys.named(.wholes).compactMap(lowerWhole)
    }
    plan.offers = keys.named(.offers).map(lowerOffer)
    plan.strategies = keys.named(.strategies).map { lowerStrategy($0, plan.offers) }
    completeRepeats(&plan)
    if years == nil { references.years = [] }
    return plan
  }

  /// Gives each KPI that repeats another the parts, unit and scale that it does not say again.
  private func completeRepeats(_ plan: inout Plan) {
    guard references.hasRepeats else { return }
    var repeats = RepeatedKPIs(plan)
    for (path, repeated) in repeats.all() {
      let (s, p, k) = (path.strategy, path.priority, path.kpi)
      let kpi = plan[path]
      let other = plan[repeated]
      if kpi.strands.isEmpty {
        plan.strategies[s].priorities[p].kpis[k].strands = other.strands
      }
      if kpi.unit == nil, kpi.scale == nil {
        plan.strategies[s].priorities[p].kpis[k].unit = other.unit
        plan.strategies[s].priorities[p].kpis[k].scale = other.scale
      }
    }
  }

  /// One entry of `wholes:`.
  private func lowerWhole(_ entry: EntrySyntax) -> Whole? {
    let keys = reader(WholeKey.self, entry)
    let title = keys.required(.title)
    let parts = keys.texts(.parts)
    references.kpis += parts
    var total = ExactNumber(100)
    if let text = keys.text(.total) {
      let digits = text.text.utf8.last == UInt8(ascii: "%") ? text.text.dropLast() : text.text[...]
      if let number = ExactNumber(String(digits)) {
        total = number
      } else {
        report(.badValue, "'\(text.text)' is not a figure", at: text.place, help: "write `100%`")
      }
    }
    if keys.entry(.parts) == nil { keys.reportMissing(.parts) }
    if let only = parts.first, parts.count == 1 {
      report(
        .badValue,
        "a whole of the one share '\(only.value)' says nothing of any other",
        at: only.place,
        help: "list two shares or more: `parts: [\(only.value), …]`"
      )
    }
    guard let title, parts.count > 1 else { return nil }
    let place = entry.name.place
    var whole = Whole(id: id(entry), title: title, parts: parts, total: total, at: place)
    whole.note = keys.string(.note)
    _ = keys.string(.source)
    return whole
  }

  private func lowerStrategy(_ entry: EntrySyntax, _ offers: [Offer]) -> Strategy {
    let id = id(entry)
    let place = entry.name.place
    let keys = reader(StrategyKey.self, entry)
    var strategy = Strategy(id: id, title: keys.required(.title) ?? id, at: place)
    strategy.aliases = keys.texts(.aliases).map(\.value)
    strategy.leads = owners(keys.texts(.lead))
    strategy.source = keys.string(.source)
    if lowersWork {
      strategy.statements =
        statements(keys, .vision, .vision) + statements(keys, .aims, .aims)
        + statements(keys, .values, .values) + statements(keys, .notes, .notes)
        + statements(keys, .note, .notes)
    }
    strategy.priorities = keys.named(.priorities).map { lowerPriority($0, offers) }
    return strategy
  }

  private func lowerPriority(_ entry: EntrySyntax, _ offers: [Offer]) -> Priority {
    let id = id(entry)
    let place = entry.name.place
    references.priorityIDs.append(Sourced(id, at: place))
    let keys = reader(PriorityKey.self, entry)
    var priority = Priority(id: id, title: keys.required(.title) ?? id, at: place)
    priority.label = keys.string(.label)
    priority.aliases = keys.texts(.aliases).map(\.value)
    priority.isStarred = keys.flag(.starred) ?? false
    priority.leads = owners(keys.texts(.lead))
    priority.refers = keys.string(.refers)
    priority.source = keys.string(.source)
    priority.kpis = keys.named(.kpis).map { lowerKPI($0, offers) }
    guard lowersWork else { return priority }
    priority.evidence = keys.named(.evidence).map(lowerEvidence)
    priority.statements =
      statements(keys, .vision, .vision) + statements(keys, .aims, .aims)
      + statements(keys, .values, .values) + statements(keys, .notes, .notes)
      + statements(keys, .note, .notes)
    priority.milestones = keys.named(.milestones).map(lowerMilestone)
    priority.years = keys.named(.years).compactMap { lowerYear($0, of: id) }
    priority.actions = keys.items(.actions).compactMap { lowerAction($0, in: nil) }
    priority.datesAsGiven = keys.texts(.datesAsGiven)
    checkAligned(
      keys.entry(.datesAsGiven),
      priority.datesAsGiven,
      priority.actions,
      priority.milestones,
      of: id
    )
    return priority
  }

  /// The keys of an entry that takes a mapping; none where something else is written.
  func reader<Key: FileKey>(_ type: Key.Type, _ entry: EntrySyntax) -> KeyReader<Key> {
    let value = entry.value
    if value.kind != .mapping {
      reportShape(value, entry.name.text, "entries, each with a name and a colon")
    }
    return KeyReader(
      value.asMapping,
      at: entry.name.place,
      self,
      isUnreadable: value.kind != .mapping && value.kind != .absent
    )
  }

  /// A text or a list of texts, each with a source if it is written as `{text, source}`.
  func statements<Key: FileKey>(
    _ keys: KeyReader<Key>,
    _ key: Key,
    _ kind: Statement.Kind
  ) -> [Statement] {
    guard let value = keys.value(key) else { return [] }
    guard let list = value.asList else {
      return [lowerStatement(value, key.rawValue, kind)].compactMap { $0 }
    }
    return list.items.compactMap { lowerStatement($0, key.rawValue, kind) }
  }

  private func lowerStatement(
    _ node: NodeSyntax,
    _ name: String,
    _ kind: Statement.Kind
  ) -> Statement? {
    guard let mapping = node.asMapping else {
      return string(node, name).map { Statement(kind, $0, at: node.place) }
    }
    if let found = colonText(in: node), !isKey(of: StatementKey.self, in: mapping) {
      findings.append(found)
      return nil
    }
    let keys = KeyReader<StatementKey>(mapping, at: node.place.firstByte, self)
    _ = keys.string(.note)
    guard let text = keys.required(.text) else { return nil }
    return Statement(kind, text, source: keys.string(.source), at: node.place)
  }
}
