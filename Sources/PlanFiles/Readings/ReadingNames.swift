internal import PlanModel
internal import SourceText

/// What the names in a readings file can mean: the KPIs and evidence of the plans, the scopes.
struct ReadingNames: Sendable {
  /// What one KPI or piece of evidence says about its readings.
  struct Measure: Sendable {
    var unit: Unit?
    var scale: Scale?
    var isScaleUnknown = false
    var strands: [String] = []
    /// The units and scales of strands that have their own.
    var ownStrands: [String: Definition] = [:]
    /// Whether a plan has a KPI of this id, whose unit and scale then count.
    var isKPI: Bool
    /// Whether a plan lists the id as evidence, so that any text will do.
    var isEvidence: Bool
    /// The units and scales that other plans give the KPI.
    var others: [Definition] = []
  }

  /// What figures count and how grades are named, as one plan says.
  struct Definition: Sendable {
    var unit: Unit?
    var scale: Scale?
    var isScaleUnknown: Bool
  }

  /// The KPIs and pieces of evidence by id.
  private(set) var measures: [KPI.ID: Measure] = [:]
  /// The ids in the order of the plans.
  private(set) var ids: [KPI.ID] = []
  private var scopes = NameIndex<Scope>()
  private let context: TargetContext
  private let scales: [Scale]
  /// The scales by id, where there are many.
  private let scaleIndex: IDIndex?
  /// The plan whose units and scales count, where only one was gathered or asked for.
  private var plan: String?

  /// Gathers the names of a trust; where plans differ about a KPI, the current plan counts.
  init(_ trust: Trust, _ plans: [Plan]) {
    context = TargetContext(trust)
    scales = trust.scales
    scaleIndex = scales.count > IDIndex.few ? IDIndex(scales.map(\.id)) : nil
    plan = plans.count == 1 ? plans[0].id : nil
    scopes.add(.trust, label: "trust", names: ["trust", trust.id, trust.name] + trust.aliases)
    scopes.add(.everySchool, label: "every-school", names: ["every-school", "all schools"])
    for school in trust.schools {
      let names = [school.id, school.name] + school.aliases
      scopes.add(.school(school.id), label: school.id, names: names)
    }
    for comparator in trust.comparators {
      let names = [comparator.id, comparator.name] + comparator.aliases
      scopes.add(.comparator(comparator.id), label: comparator.id, names: names)
    }
    let current = plans.filter { $0.id == trust.currentPlan?.value }
    measures.reserveCapacity(256)
    for plan in current + plans.reversed() {
      // By index, so that whole strategies, priorities and KPIs are not copied.
      for s in plan.strategies.indices {
        for p in plan.strategies[s].priorities.indices { add(plan.strategies[s].priorities[p]) }
      }
    }
  }

  private mutating func add(_ priority: Priority) {
    for k in priority.kpis.indices {
      add(
        priority.kpis[k].id,
        priority.kpis[k].unit,
        priority.kpis[k].scale?.value,
        priority.kpis[k].strands,
        isEvidence: false
      )
    }
    for evidence in priority.evidence {
      add(
        evidence.id,
        evidence.unit,
        evidence.scale?.value,
        evidence.strands,
        isEvidence: true
      )
    }
  }

  private mutating func add(
    _ id: KPI.ID,
    _ unit: Unit?,
    _ scale: String?,
    _ strands: [KPI.Strand],
    isEvidence: Bool
  ) {
    let ownStrands = definitions(of: strands)
    let strands = strands.map(\.id)
    let known = measures[id]
    if known == nil { ids.append(id) }
    if var known, known.isKPI || isEvidence {
      if !isEvidence { known.note(definition(unit, scale)) }
      let own = Set(known.strands)
      known.strands += strands.filter { !own.contains($0) }
      known.ownStrands.merge(ownStrands) { first, _ in first }
      known.isEvidence = known.isEvidence || isEvidence
      measures[id] = known
      return
    }
    let own = definition(unit, scale)
    measures[id] = Measure(
      unit: own.unit,
      scale: own.scale,
      isScaleUnknown: own.isScaleUnknown,
      strands: strands + (known?.strands ?? []),
      ownStrands: ownStrands,
      isKPI: !isEvidence,
      isEvidence: isEvidence || known != nil
    )
  }

  private func definitions(of strands: [KPI.Strand]) -> [String: Definition] {
    var found: [String: Definition] = [:]
    for strand in strands where strand.hasOwnMeasure {
      found[strand.id] = definition(strand.unit, strand.scale?.value)
    }
    return found
  }

  private func definition(_ unit: Unit?, _ scale: String?) -> Definition {
    guard let scale else { return Definition(unit: unit, scale: nil, isScaleUnknown: false) }
    let found =
      if let scaleIndex {
        scaleIndex.position(of: scale).map { scales[$0] }
      } else {
        scales.first { $0.id == scale }
      }
    let isUnknown = scale != yesNoScaleID && found == nil
    return Definition(unit: unit, scale: found, isScaleUnknown: isUnknown)
  }

  /// Whether the units and scales are those of one plan already.
  func isDefined(by plan: Plan) -> Bool { self.plan == plan.id }

  /// The same names, with the units and scales of one plan.
  func defined(by plan: Plan) -> ReadingNames {
    var names = self
    names.plan = plan.id
    for kpi in plan.strategies.flatMap(\.priorities).flatMap(\.kpis) {
      let own = definition(kpi.unit, kpi.scale?.value)
      names.measures[kpi.id]?.unit = own.unit
      names.measures[kpi.id]?.scale = own.scale
      names.measures[kpi.id]?.isScaleUnknown = own.isScaleUnknown
      names.measures[kpi.id]?.ownStrands = definitions(of: kpi.strands)
    }
    return names
  }

  /// The scope that a name means.
  func scope(_ name: String) -> NameMatch<Scope> { scopes.exactMatch(name) }

  /// The scope that a name means, with names near to it as far as they may be looked for.
  func scope(_ name: String, _ search: inout NameSearch) -> NameMatch<Scope> {
    scopes.exactMatch(name, &search)
  }

  /// The scope that a name means; `nil` where it means none or several.
  func knownScope(_ name: String) -> Scope? { scopes.only(name) }

  /// The names of the first scopes, for messages.
  var scopeLabels: [String] { scopes.firstLabels(12) }

  /// What the value of a reading is read against, by any of the plans that have the KPI.
  func contexts(for measure: Measure) -> [TargetContext] {
    [context(for: measure, strand: nil)] + measure.others.map(context)
  }

  /// What the value of a reading is read against: the unit and scale of its strand or KPI.
  func context(for measure: Measure?, strand: String?) -> TargetContext {
    if let strand, let own = measure?.ownStrands[strand] { return context(own) }
    return context(
      Definition(
        unit: measure?.unit,
        scale: measure?.scale,
        isScaleUnknown: measure?.isScaleUnknown ?? false
      )
    )
  }

  private func context(_ definition: Definition) -> TargetContext {
    var context = context
    context.unit = definition.unit
    context.scale = definition.scale
    context.isScaleUnknown = definition.isScaleUnknown
    return context
  }
}

extension ReadingNames.Measure {
  /// Keeps the unit and scale that another plan gives the KPI, where they are not the same.
  fileprivate mutating func note(_ other: ReadingNames.Definition) {
    guard other.unit?.mark != unit?.mark || other.scale?.id != scale?.id else { return }
    others.append(other)
  }
}
