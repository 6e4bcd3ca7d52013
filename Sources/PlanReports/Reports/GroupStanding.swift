import Documents
import PlanEvaluation
import PlanModel

/// How many KPIs of a strategy or priority there are of each status.
struct GroupStanding {
  /// The position of the strategy in the plan.
  var strategy: Int
  /// The position of the priority in the strategy; `nil` for the strategy as a whole.
  var priority: Int?
  /// Whose verdicts are counted: those of the trust or of a school.
  var scope: Scope
  private var red = 0
  private var amber = 0
  private var green = 0
  private var grey = 0

  init(strategy: Int, priority: Int?, scope: Scope) {
    self.strategy = strategy
    self.priority = priority
    self.scope = scope
  }

  /// Counts one more verdict, unless its KPI repeats another.
  mutating func add(_ verdict: Verdict) {
    if verdict.repeatsAnother { return }
    switch verdict.status {
    case .red: red += 1
    case .amber: amber += 1
    case .green: green += 1
    case .grey: grey += 1
    }
  }

  /// The number of KPIs of a status.
  subscript(_ status: Status) -> Int {
    switch status {
    case .red: red
    case .amber: amber
    case .green: green
    case .grey: grey
    }
  }

  /// The worst status that there is; what nobody knows is worse than green.
  var worst: Status? {
    if red > 0 { return .red }
    if amber > 0 { return .amber }
    if grey > 0 { return .grey }
    return green > 0 ? .green : nil
  }

  /// The counts in words, what needs doing first: `1 red, 2 grey`.
  var words: String {
    var text = ""
    for status in ReportSubject.statusOrder where self[status] > 0 {
      text += (text.isEmpty ? "" : ", ") + "\(self[status]) \(status.rawValue)"
    }
    return text
  }
}

extension ReportSubject {
  /// How each strategy and priority stands: the trust's own verdicts where there are any, else those
  /// of each school.
  ///
  /// - Parameter verdicts: The verdicts, in the order of the plan.
  /// - Returns: Each strategy, and after it each of its priorities, for each scope that is counted.
  func groupStandings(_ verdicts: [Verdict]) -> [GroupStanding] {
    let hasTrust = verdicts.contains { $0.scope == .trust }
    var all: [GroupStanding] = []
    var own: [GroupStanding] = []
    var parts: [GroupStanding] = []
    var last: KPIPath?
    func count(_ verdict: Verdict, _ priority: Int?, in standings: inout [GroupStanding]) {
      let path = verdict.path
      let start = standings.lastIndex {
        $0.strategy == path.strategy && $0.priority == priority && $0.scope == verdict.scope
      }
      let index = start ?? standings.count
      if start == nil {
        standings.append(
          GroupStanding(strategy: path.strategy, priority: priority, scope: verdict.scope)
        )
      }
      standings[index].add(verdict)
    }
    for verdict in verdicts where !hasTrust || verdict.scope == .trust {
      let path = verdict.path
      if let last, last.strategy != path.strategy {
        all += own + parts
        own = []
        parts = []
      }
      last = path
      count(verdict, nil, in: &own)
      count(verdict, path.priority, in: &parts)
    }
    return all + own + parts
  }
}
