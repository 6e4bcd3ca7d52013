internal import PlanModel
internal import PlanSyntax
internal import SourceText

extension Lowering {
  /// One school year of `years:`, or a run of them.
  ///
  /// - Parameters:
  ///   - entry: The year and what stands under it.
  ///   - owner: The id of the KPI or priority under which it stands.
  /// - Returns: The year, or `nil` where it cannot be understood.
  func lowerYear(_ entry: EntrySyntax, of owner: String) -> YearEntry? {
    guard let years = parseAcademicYears(SourcedText(entry.name), &findings) else { return nil }
    let place = entry.name.place
    references.years.append(Sourced(years.lowerBound, at: place))
    if years.upperBound > years.lowerBound {
      references.years.append(Sourced(years.upperBound, at: place))
    }
    var year = YearEntry(years.lowerBound, at: place)
    if years.upperBound > years.lowerBound { year.through = years.upperBound }
    guard entry.value.kind != .absent else { return year }
    let keys = reader(YearKey.self, entry)
    year.impact = statements(keys, .impact, .notes)
    year.actions = keys.items(.actions).compactMap { lowerAction($0, in: years.upperBound) }
    year.datesAsGiven = keys.texts(.datesAsGiven)
    checkAligned(keys.entry(.datesAsGiven), year.datesAsGiven, year.actions, [], of: owner)
    year.note = keys.string(.note)
    _ = keys.string(.source)
    return year
  }

  /// One action of `actions:`.
  func lowerAction(_ node: NodeSyntax, in year: AcademicYear?) -> Action? {
    guard let mapping = node.asMapping else {
      if node.kind == .scalar, let text = string(node, "actions") {
        let id = suggestedID(
          text.utf8.split(separator: 0x20).prefix(4).compactMap { String($0) }
            .joined(separator: " ")
        )
        report(
          .wrongShape,
          "an action needs an id of its own",
          at: node.place.firstByte,
          label: "expected `id:` and `action:`",
          help: "write `- id: \(id)` and below it `action: \(text)`"
        )
      } else {
        reportShape(node, "actions", "entries, each with a name and a colon")
      }
      return nil
    }
    let keys = KeyReader<ActionKey>(mapping, at: node.place.firstByte, self)
    let idPlace = keys.entry(.id)?.value.place ?? keys.place
    let id = keys.required(.id).map { checkedID($0, at: idPlace) }
    let text = keys.required(.action)
    guard let id else { return nil }
    references.actionIDs.append(Sourced(id, at: idPlace))
    var action = Action(id: id, text: text ?? "", at: idPlace)
    action.label = keys.string(.label)
    action.owners = owners(keys.texts(.owner))
    action.due = keys.text(.due).map { parseDue($0, in: year, &findings) }
    action.every = keys.text(.every).flatMap { text in
      parseFrequency(text, &findings).map { Sourced($0, at: text.place) }
    }
    action.lastDone = pastDay(keys, .lastDone)
    action.status = keys.word(.status, Action.Status.self)
    action.doneOn = pastDay(keys, .done)
    action.resources = keys.string(.resources)
    action.kpis = keys.texts(.kpis)
    action.refers = keys.string(.refers)
    action.condition = keys.string(.condition)
    action.partOf = keys.sourced(.partOf)
    action.repeats = keys.sourced(.repeats)
    action.impact = keys.string(.impact)
    action.note = keys.string(.note)
    action.source = keys.string(.source)
    references.kpis += action.kpis
    references.actions += [action.partOf, action.repeats].compactMap { $0 }
    return action
  }

  /// One milestone of `milestones:`.
  func lowerMilestone(_ entry: EntrySyntax) -> Milestone {
    let id = id(entry)
    let place = entry.name.place
    references.milestoneIDs.append(Sourced(id, at: place))
    guard entry.value.kind == .mapping else {
      let text = entry.value.kind == .absent ? id : string(entry.value, id) ?? id
      return Milestone(id: id, text: text, at: place)
    }
    let keys = reader(MilestoneKey.self, entry)
    var milestone = Milestone(id: id, text: keys.required(.milestone) ?? id, at: place)
    milestone.label = keys.string(.label)
    milestone.due = keys.text(.due).map { parseDue($0, in: nil, &findings) }
    milestone.every = keys.text(.every).flatMap { text in
      parseFrequency(text, &findings).map { Sourced($0, at: text.place) }
    }
    lowerRevised(keys, &milestone)
    milestone.reachedOn = pastDay(keys, .reached)
    milestone.owners = owners(keys.texts(.owner))
    milestone.kpis = keys.texts(.kpis)
    references.kpis += milestone.kpis
    milestone.refers = keys.string(.refers)
    milestone.note = keys.string(.note)
    milestone.source = keys.string(.source)
    return milestone
  }

  /// `revised: yes`, or the earlier dates.
  private func lowerRevised(_ keys: KeyReader<MilestoneKey>, _ milestone: inout Milestone) {
    guard let value = keys.value(.revised) else { return }
    if let text = value.asScalar?.trimmedText, text == "yes" || text == "no" {
      milestone.isRevised = text == "yes"
      return
    }
    milestone.isRevised = true
    let nodes = value.asList.map { Array($0.items) } ?? [value]
    milestone.earlier = nodes.compactMap { node in
      text(node, "revised").map { parseDue($0, in: nil, &findings) }
    }
  }

  /// One risk of `risks:`.
  func lowerRisk(_ entry: EntrySyntax) -> Risk {
    let id = id(entry)
    let place = entry.name.place
    guard entry.value.kind == .mapping else {
      let text = entry.value.kind == .absent ? id : string(entry.value, id) ?? id
      return Risk(id: id, text: text, at: place)
    }
    let keys = reader(RiskKey.self, entry)
    var risk = Risk(id: id, text: keys.required(.risk) ?? id, at: place)
    risk.label = keys.string(.label)
    risk.isImplied = keys.flag(.implied) ?? false
    risk.mitigations = keys.named(.mitigations).map(lowerMitigation)
    risk.owners = owners(keys.texts(.owner))
    risk.kpis = keys.texts(.kpis)
    references.kpis += risk.kpis
    risk.note = keys.string(.note)
    risk.source = keys.string(.source)
    return risk
  }

  private func lowerMitigation(_ entry: EntrySyntax) -> Risk.Mitigation {
    let id = id(entry)
    let place = entry.name.place
    guard entry.value.kind == .mapping else {
      let text = entry.value.kind == .absent ? id : string(entry.value, id) ?? id
      return Risk.Mitigation(id: id, text: text, at: place)
    }
    let keys = reader(MitigationKey.self, entry)
    let sameAs = keys.sourced(.sameAs)
    let text = sameAs == nil ? keys.required(.mitigation) : keys.string(.mitigation)
    var found = Risk.Mitigation(
      id: id,
      text: text ?? "",
      source: keys.string(.source),
      at: place
    )
    found.sameAs = sameAs
    found.owners = owners(keys.texts(.owner))
    found.note = keys.string(.note)
    if let sameAs { references.risks.append(sameAs) }
    return found
  }

  /// One offer of `offers:`.
  func lowerOffer(_ entry: EntrySyntax) -> Offer {
    let id = id(entry)
    let place = entry.name.place
    let keys = reader(OfferKey.self, entry)
    var offer = Offer(id: id, title: keys.required(.title) ?? id, at: place)
    offer.audience = keys.string(.audience)
    offer.entitlements = keys.named(.items).map { item in
      let itemID = self.id(item)
      var title = itemID
      if item.value.kind == .mapping {
        let parts = reader(ItemKey.self, item)
        title = parts.required(.title) ?? itemID
        _ = parts.string(.note)
        _ = parts.string(.source)
      } else if item.value.kind != .absent {
        title = string(item.value, itemID) ?? itemID
      }
      return KPI.Strand(id: itemID, title: title, at: item.name.place)
    }
    offer.note = keys.string(.note)
    _ = keys.string(.source)
    return offer
  }
}
