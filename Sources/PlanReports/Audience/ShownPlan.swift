import PlanModel
import SourceText

extension Trust {
  /// The trust without what an audience is not shown.
  func shown(to audience: Audience) -> Trust {
    var trust = self
    trust.recipients = []
    trust.mail = MailSettings()
    if audience == .board {
      let roles = Set(trust.entities.map(\.name))
      for index in trust.schools.indices {
        guard let champion = trust.schools[index].champion?.value else { continue }
        if !roles.contains(champion) { trust.schools[index].champion = nil }
      }
    }
    guard audience == .everyone else { return trust }
    trust.note = nil
    trust.source = nil
    for index in trust.schools.indices {
      trust.schools[index].champion = nil
      trust.schools[index].note = nil
      trust.schools[index].source = nil
      for number in trust.schools[index].inspections.indices {
        trust.schools[index].inspections[number].note = nil
        trust.schools[index].inspections[number].source = nil
      }
    }
    for index in trust.entities.indices {
      trust.entities[index].note = nil
      trust.entities[index].source = nil
    }
    for index in trust.comparators.indices {
      trust.comparators[index].note = nil
      trust.comparators[index].source = nil
    }
    return trust
  }
}

extension Plan {
  /// The plan without the names and words that an audience is not shown.
  ///
  /// - Parameters:
  ///   - audience: For whose eyes it is.
  ///   - trust: The trust, which knows the roles.
  ///   - hidden: The KPIs of which figures are hidden: words on them may tell what they are.
  /// - Returns: The plan for these eyes.
  func shown(to audience: Audience, of trust: Trust, hiding hidden: Set<KPI.ID>) -> Plan {
    let veil = Veil(audience: audience, roles: Set(trust.entities.map(\.name)), hidden: hidden)
    var plan = self
    veil.source(&plan.source)
    veil.statements(&plan.statements)
    for s in plan.strategies.indices {
      veil.source(&plan.strategies[s].source)
      veil.statements(&plan.strategies[s].statements)
      veil.owners(&plan.strategies[s].leads)
      for p in plan.strategies[s].priorities.indices {
        veil.priority(&plan.strategies[s].priorities[p])
      }
    }
    for index in plan.risks.indices { veil.risk(&plan.risks[index]) }
    for index in plan.offers.indices {
      veil.source(&plan.offers[index].source)
      veil.note(&plan.offers[index].note)
    }
    for index in plan.wholes.indices { veil.note(&plan.wholes[index].note) }
    return plan
  }
}

/// What stands in place of an owner who is not shown.
let hiddenOwner = "not shown"

/// Whether there are owners, none of whom is shown.
func areHidden(_ owners: [Sourced<String>]) -> Bool {
  owners.count == 1 && owners[0].value == hiddenOwner
}

/// Takes out of parts of a plan what an audience is not shown.
private struct Veil {
  var audience: Audience
  var roles: Set<String>
  var hidden: Set<KPI.ID>

  private var isPublic: Bool { audience == .everyone }

  func note(_ note: inout String?) { if isPublic { note = nil } }

  func source(_ source: inout String?) { if isPublic { source = nil } }

  func statements(_ statements: inout [Statement]) {
    if isPublic { statements.removeAll { $0.kind == .notes } }
    for index in statements.indices { source(&statements[index].source) }
  }

  /// Owners who may not be shown are one that has no name, as it is not true that nobody owns it.
  func owners(_ owners: inout [Sourced<String>]) {
    guard let first = owners.first else { return }
    switch audience {
    case .everyone: owners = []
    case .board: owners.removeAll { !roles.contains($0.value) }
    case .school, .staff: return
    }
    if owners.isEmpty { owners = [Sourced(hiddenOwner, at: first.place)] }
  }

  func priority(_ priority: inout Priority) {
    let isHidden = priority.kpis.contains { hidden.contains($0.id) }
    owners(&priority.leads)
    if isPublic { priority.refers = nil }
    source(&priority.source)
    statements(&priority.statements)
    for k in priority.kpis.indices { kpi(&priority.kpis[k]) }
    for index in priority.evidence.indices { note(&priority.evidence[index].note) }
    for index in priority.milestones.indices {
      owners(&priority.milestones[index].owners)
      note(&priority.milestones[index].note)
      source(&priority.milestones[index].source)
    }
    years(&priority.years, isHidden)
    actions(&priority.actions, isHidden)
  }

  private func kpi(_ kpi: inout KPI) {
    let isHidden = hidden.contains(kpi.id)
    owners(&kpi.owners)
    note(&kpi.note)
    source(&kpi.source)
    if isHidden { kpi.note = nil }
    for index in kpi.overrides.indices {
      source(&kpi.overrides[index].source)
      if isPublic || isHidden { kpi.overrides[index].reason = nil }
    }
    for index in kpi.exceptions.indices {
      if isPublic || isHidden { kpi.exceptions[index].reason = "the reason is not shown" }
      let isNamed = audience != .board || roles.contains(kpi.exceptions[index].by)
      if isPublic || isHidden || !isNamed { kpi.exceptions[index].by = "the trust" }
    }
    years(&kpi.years, isHidden)
    actions(&kpi.actions, isHidden)
  }

  private func years(_ years: inout [YearEntry], _ isHidden: Bool) {
    for index in years.indices {
      note(&years[index].note)
      for number in years[index].impact.indices { source(&years[index].impact[number].source) }
      if isHidden {
        years[index].impact = []
        years[index].note = nil
      }
      actions(&years[index].actions, isHidden)
    }
  }

  private func actions(_ actions: inout [Action], _ isHidden: Bool) {
    for index in actions.indices {
      owners(&actions[index].owners)
      note(&actions[index].note)
      source(&actions[index].source)
      if isHidden {
        actions[index].impact = nil
        actions[index].note = nil
      }
    }
  }

  func risk(_ risk: inout Risk) {
    owners(&risk.owners)
    note(&risk.note)
    source(&risk.source)
    for index in risk.mitigations.indices {
      owners(&risk.mitigations[index].owners)
      note(&risk.mitigations[index].note)
      source(&risk.mitigations[index].source)
    }
  }
}
