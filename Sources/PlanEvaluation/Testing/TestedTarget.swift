public import PlanModel

/// A band of a target: what a reading may be that is judged by it.
public enum Band: String, Sendable, Hashable, CaseIterable, Comparable {
  /// The target is met.
  case green
  /// It is missed, inside the tolerance.
  case amber
  /// It is missed.
  case red

  /// The band in which an outcome lies; `nil` where nothing was judged.
  init?(_ outcome: Outcome) {
    switch outcome {
    case .met: self = .green
    case .nearly, .excepted: self = .amber
    case .missed, .notDue: self = .red
    default: return nil
    }
  }

  /// The band in which a verdict lies; a miss that is not held against anyone is one all the same.
  init?(_ verdict: Verdict) {
    self.init(verdict.openMiss ?? verdict.staleOutcome ?? verdict.outcome)
  }

  /// Whether the first is better.
  public static func < (first: Band, second: Band) -> Bool { first.rank < second.rank }

  private var rank: Int {
    switch self {
    case .green: 0
    case .amber: 1
    case .red: 2
    }
  }
}

/// A target of a plan, and which of its bands tests reached.
public struct TestedTarget: Sendable {
  /// Where its KPI stands in the plan.
  public var path: KPIPath
  /// The school year from which it holds, where it is one of a path.
  public var year: AcademicYear?
  /// The school whose own target it is.
  public var school: School.ID?
  /// The strand whose own target it is.
  public var strand: String?
  /// The target.
  public var target: Target
  /// Its tolerance.
  public var amber: Amber?
  /// The bands that a test reached.
  public var reached: Set<Band> = []

  /// The bands that it has.
  public var bands: [Band] {
    let hasAmber = amber != nil || target.condition.allowsException
    return hasAmber ? [.green, .amber, .red] : [.green, .red]
  }

  /// The bands that no test reached, the best first.
  public var missing: [Band] { bands.filter { !reached.contains($0) } }
}

/// Every target of a plan, in its order; those of KPIs that repeat others are left out.
func testedTargets(of plan: Plan) -> [TestedTarget] {
  var found: [TestedTarget] = []
  for s in plan.strategies.indices {
    for p in plan.strategies[s].priorities.indices {
      for k in plan.strategies[s].priorities[p].kpis.indices {
        let path = KPIPath(strategy: s, priority: p, kpi: k)
        let kpi = plan[path]
        guard kpi.sameAs == nil else { continue }
        if let target = kpi.target {
          found.append(TestedTarget(path: path, target: target, amber: kpi.amber))
        }
        for (year, target) in kpi.targetsByYear {
          found.append(TestedTarget(path: path, year: year, target: target, amber: kpi.amber))
        }
        for override in kpi.overrides {
          found.append(
            TestedTarget(
              path: path,
              school: override.school,
              target: override.target,
              amber: override.amber ?? kpi.amber
            )
          )
        }
        for strand in kpi.strands {
          guard let target = strand.target else { continue }
          found.append(
            TestedTarget(path: path, strand: strand.id, target: target, amber: kpi.amber)
          )
        }
      }
    }
  }
  return found
}

extension Condition {
  /// Whether a recorded exception can excuse a miss.
  fileprivate var allowsException: Bool {
    switch self {
    case .cap(let cap): cap.allowsException
    case .allOf(let parts), .anyOf(let parts): parts.contains { $0.allowsException }
    default: false
    }
  }
}
