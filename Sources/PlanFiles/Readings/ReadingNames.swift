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
    /// Whether a plan has a KPI of this id, whose unit and scale then count.
    var isKPI: Bool
    /// Whether a plan lists the id as evidence, so that any text will do.
    var isEvidence: Bool
  }

  /// The KPIs and pieces of evidence by id.
  private(set) var measures: [KPI.ID: Measure] = [:]
  /// The ids in the order of the plans.
  private(set) var ids: [KPI.ID] = []
  private var scopes = NameIndex<Scope>()
  private let context: TargetContext
  private let scales: [Scale]

  /// Gathers the names of a trust; where plans differ about a KPI, the current plan counts.
  init(_ trust: Trust, _ plans: [Plan]) {
    context = TargetContext(trust)
    scales = trust.scales
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
    for plan in current + plans.reversed() {
      for priority in plan.strategies.flatMap(\.priorities) {
        for kpi in priority.kpis {
          add(kpi.id, kpi.unit, kpi.scale?.value, kpi.strands.map(\.id), isEvidence: false)
        }
        for evidence in priority.evidence {
          add(
            evidence.id,
            evidence.unit,
            evidence.scale?.value,
            evidence.strands.map(\.id),
            isEvidence: true
          )
        }
      }
    }
  }

  private mutating func add(
    _ id: KPI.ID,
    _ unit: Unit?,
    _ scale: String?,
    _ strands: [String],
    isEvidence: Bool
  ) {
    if measures[id] == nil { ids.append(id) }
    let known = measures[id]
    if var known, known.isKPI || isEvidence {
      known.strands += strands.filter { !known.strands.contains($0) }
      known.isEvidence = known.isEvidence || isEvidence
      measures[id] = known
      return
    }
    let found = scales.first { $0.id == scale }
    let isUnknown = scale != nil && scale != yesNoScaleID && found == nil
    measures[id] = Measure(
      unit: unit,
      scale: found,
      isScaleUnknown: isUnknown,
      strands: strands + (known?.strands ?? []),
      isKPI: !isEvidence,
      isEvidence: isEvidence || known != nil
    )
  }

  /// The scope that a name means.
  func scope(_ name: String) -> NameMatch<Scope> { scopes.exactMatch(name) }

  /// The names of scopes, for messages.
  var scopeLabels: [String] { scopes.labels }

  /// What the value of a reading is read against.
  func context(for measure: Measure?) -> TargetContext {
    var context = context
    context.unit = measure?.unit
    context.scale = measure?.scale
    context.isScaleUnknown = measure?.isScaleUnknown ?? false
    return context
  }
}
