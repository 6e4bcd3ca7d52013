internal import PlanModel
internal import PlanSyntax
internal import SourceText

extension Lowering {
  /// One KPI of `kpis:`.
  func lowerKPI(_ entry: EntrySyntax, _ offers: [Offer]) -> KPI {
    let id = id(entry)
    let place = entry.name.place
    references.measureIDs.append(Sourced(id, at: place))
    let keys = reader(KPIKey.self, entry)
    var kpi = KPI(id: id, title: keys.required(.title) ?? id, at: place)
    kpi.label = keys.string(.label)
    let unit = keys.sourced(.unit).map(unitInStraightQuotes)
    unit.map(checkUnit)
    kpi.unit = unit.map { Unit($0.value) }
    kpi.scale = keys.sourced(.scale)
    kpi.level = keys.word(.level, KPI.Level.self)?.value ?? .school
    kpi.population = keys.string(.population)
    kpi.better = keys.word(.better, Better.self)
    let targets = targetLowering(of: id, kpi.unit, kpi.scale, kpi.better?.value)
    kpi.strands = lowerStrands(keys.named(.strands), targets)
    kpi.checklist = keys.sourced(.checklist)
    lowerChecklist(&kpi, offers)
    lowerTargets(&kpi, keys, targets)
    kpi.deadline = keys.text(.by).flatMap { parseDeadline($0, &findings) }
    kpi.valid = lowerValidity(keys)
    kpi.window = keys.text(.window).flatMap { parseWindow($0, &findings) }
    if kpi.window == nil, keys.entry(.window) == nil { reportMissingWindow(kpi) }
    kpi.frequency = keys.text(.frequency).flatMap { text in
      parseFrequency(text, &findings).map { Sourced($0, at: text.place) }
    }
    kpi.owners = owners(keys.texts(.owner))
    kpi.sameAs = keys.sourced(.sameAs)
    if let same = kpi.sameAs {
      references.hasRepeats = true
      references.kpis.append(same)
      references.edges.append((id, same))
    }
    kpi.question = keys.string(.question)
    kpi.reference = keys.string(.reference)
    kpi.exceptions = keys.items(.exceptions).compactMap(lowerException)
    kpi.note = keys.string(.note)
    kpi.source = keys.string(.source)
    if lowersWork {
      kpi.years = keys.named(.years).compactMap { lowerYear($0, of: id) }
      kpi.actions = keys.items(.actions).compactMap { lowerAction($0, in: nil) }
    }
    return kpi
  }

  /// A unit, without the curly quotes of a word processor, which are reported.
  private func unitInStraightQuotes(_ unit: Sourced<String>) -> Sourced<String> {
    guard let inner = withoutCurlyQuotes(unit.value) else { return unit }
    report(
      .badValue,
      "'\(unit.value)' is in curly quotes, which are letters here",
      at: unit.place,
      help: "write straight quotes"
    )
    correct(with: [TextEdit(replacing: unit.place.range, with: inQuotes(inner))])
    return Sourced(inner, at: unit.place)
  }

  /// Everything a KPI says of its target.
  private func lowerTargets(
    _ kpi: inout KPI,
    _ keys: KeyReader<KPIKey>,
    _ targets: TargetLowering
  ) {
    kpi.target = keys.value(.target).flatMap { lowerTarget($0, targets) }
    for entry in keys.named(.targets) {
      guard let year = parseAcademicYear(SourcedText(entry.name), &findings) else { continue }
      references.years.append(Sourced(year, at: entry.name.place))
      guard entry.value.kind != .absent else {
        reportEmpty(entry)
        continue
      }
      if let target = lowerTarget(entry.value, targets) { kpi.targetsByYear.append((year, target)) }
    }
    kpi.targetsByYear.sort { $0.year < $1.year }
    kpi.overrides = keys.named(.overrides).compactMap { lowerOverride($0, targets) }
    lowerAmber(&kpi, keys, targets)
    checkBetter(kpi)
    kpi.quantifier = keys.text(.quantifier).flatMap { parseQuantifier($0, context, &findings) }
    kpi.appliesTo = keys.value(.appliesTo).flatMap(lowerPredicate)
    if let word = keys.sourced(.assumedOperator) {
      if word.value == "assumed" {
        kpi.target?.operatorAssumed = true
        for index in kpi.targetsByYear.indices {
          kpi.targetsByYear[index].target.operatorAssumed = true
        }
      } else {
        report(
          .unknownWord,
          "'\(word.value)' is not a word that `operator` knows",
          at: word.place,
          help: "write `operator: assumed`, or leave the line out"
        )
      }
    }
  }

  /// The tolerance of a KPI, which its targets give a side.
  private func lowerAmber(
    _ kpi: inout KPI,
    _ keys: KeyReader<KPIKey>,
    _ targets: TargetLowering
  ) {
    guard let text = keys.text(.amber) else { return }
    let all = kpi.allTargets
    let first = (kpi.target ?? all.first)?.condition
    kpi.amber = parseAmber(text, targets.context, beside: first, &findings)
    guard let amber = kpi.amber else { return }
    if !all.isEmpty { return checkAmber(amber, beside: all, targets.context) }
    // A target that cannot be understood, or whose key is misspelt, is reported as such.
    let keysOfTargets: [KPIKey] = [.target, .targets, .overrides, .sameAs]
    guard keysOfTargets.allSatisfy({ keys.entry($0) == nil && !keys.isLost($0) }),
      !keys.named(.strands).contains(where: { $0.value.asMapping?.entry(named: "target") != nil })
    else { return }
    report(
      .amberAlone,
      "nothing can miss a target here, for there is none",
      at: amber.place,
      help: "add a line `target: …`, or leave the tolerance out"
    )
  }

  /// Reports targets that count over a window where the KPI has none.
  private func reportMissingWindow(_ kpi: KPI) {
    for target in kpi.allTargets where target.condition.countsOverWindow {
      report(
        .windowMissing,
        "'\(target.text)' counts over a window, but the KPI has none",
        at: target.place,
        help: "add how long it is to the KPI, such as `window: 3 years`"
      )
    }
  }

  /// The strands of a KPI or a piece of evidence.
  func lowerStrands(_ entries: [EntrySyntax], _ targets: TargetLowering) -> [KPI.Strand] {
    entries.map { entry in
      let id = id(entry)
      let place = entry.name.place
      switch entry.value.kind {
      case .absent, .invalid: return KPI.Strand(id: id, title: id, at: place)
      case .mapping:
        let keys = KeyReader<StrandKey>(entry.value.asMapping, at: place, self)
        _ = keys.string(.note)
        _ = keys.string(.source)
        var strand = KPI.Strand(id: id, title: keys.string(.title) ?? id, at: place)
        strand.unit = keys.string(.unit).map { Unit($0) }
        strand.scale = keys.sourced(.scale)
        strand.better = keys.word(.better, Better.self)
        let better = strand.better?.value ?? targets.context.better
        var own = targets
        if strand.hasOwnMeasure {
          own = targetLowering(of: targets.kpi, strand.unit, strand.scale, better)
        } else if strand.better != nil {
          var context = targets.context
          context.better = better
          own = TargetLowering(kpi: targets.kpi, context: context)
        }
        strand.target = keys.value(.target).flatMap { lowerTarget($0, own) }
        return strand
      default: return KPI.Strand(id: id, title: string(entry.value, id) ?? id, at: place)
      }
    }
  }

  /// The entitlements of the offer that a KPI checks become its strands.
  private func lowerChecklist(_ kpi: inout KPI, _ offers: [Offer]) {
    guard let checklist = kpi.checklist else { return }
    guard let offer = offer(checklist.value, among: offers) else {
      let near = search.nearest(to: checklist.value, among: offers.map(\.id))
      report(
        .unknownOffer,
        "the plan has no offer '\(checklist.value)'",
        at: checklist.place,
        label: near.isEmpty ? "" : "did you mean `\(near[0])`?",
        help: offers.isEmpty
          ? "describe it under `offers:` in the plan"
          : "the offers are " + offers.prefix(12).map { "`\($0.id)`" }.joined(separator: ", ")
      )
      return
    }
    let own = Set(kpi.strands.map(\.id))
    kpi.strands += offer.entitlements.filter { !own.contains($0.id) }
  }

  private func lowerValidity(_ keys: KeyReader<KPIKey>) -> KPI.Validity? {
    guard let value = keys.value(.valid) else { return nil }
    guard let mapping = value.asMapping else {
      reportShape(value, "valid", "entries, each with a name and a colon")
      return nil
    }
    let parts = KeyReader<ValidityKey>(mapping, at: value.place.firstByte, self)
    _ = parts.string(.note)
    _ = parts.string(.source)
    let from = parts.period(.from)?.value
    return KPI.Validity(from: from, to: parts.period(.to)?.value, at: value.place)
  }

  private func lowerException(_ node: NodeSyntax) -> KPI.CapException? {
    guard let mapping = node.asMapping else {
      reportShape(node, "exceptions", "entries, each with a name and a colon")
      return nil
    }
    let keys = KeyReader<ExceptionKey>(mapping, at: node.place.firstByte, self)
    _ = keys.string(.note)
    _ = keys.string(.source)
    if keys.entry(.period) == nil { keys.reportMissing(.period) }
    let by = keys.required(.by)
    let reason = keys.required(.reason)
    let day = pastDay(keys, .on)
    guard let period = keys.period(.period), let by, let reason else { return nil }
    return KPI.CapException(period: period.value, by: by, on: day, reason: reason, at: node.place)
  }

  /// One piece of evidence of `evidence:`.
  func lowerEvidence(_ entry: EntrySyntax) -> Evidence {
    let id = id(entry)
    let place = entry.name.place
    references.measureIDs.append(Sourced(id, at: place))
    guard entry.value.kind == .mapping else {
      let title = entry.value.kind == .absent ? id : string(entry.value, id) ?? id
      return Evidence(id: id, title: title, at: place)
    }
    let keys = KeyReader<EvidenceKey>(entry.value.asMapping, at: place, self)
    var evidence = Evidence(id: id, title: keys.required(.title) ?? id, at: place)
    evidence.unit = keys.string(.unit).map { Unit($0) }
    evidence.scale = keys.sourced(.scale)
    let targets = targetLowering(of: id, evidence.unit, evidence.scale)
    evidence.strands = lowerStrands(keys.named(.strands), targets)
    evidence.note = keys.string(.note)
    _ = keys.string(.source)
    return evidence
  }
}

extension KPI {
  /// Every target that it sets: its own, those of years, of single schools and of strands.
  var allTargets: [Target] {
    [target].compactMap(\.self) + targetsByYear.map(\.target) + overrides.map(\.target)
      + strands.compactMap(\.target)
  }
}

extension Condition {
  /// Whether the condition, or a part of it, counts over the KPI's window.
  fileprivate var countsOverWindow: Bool {
    switch self {
    case .cap(let cap): cap.per == .window
    case .allOf(let parts), .anyOf(let parts): parts.contains { $0.countsOverWindow }
    default: false
    }
  }
}
