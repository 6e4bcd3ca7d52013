import PlanEvaluation
import PlanModel
import SourceText

/// A place for values that no file holds.
let nowhere = Place(FileID(0), TextRange(0, 0))

/// A trust, a plan and readings being put together by a script.
struct World {
  var trust = Trust(id: "trust", name: "Trust", at: nowhere)
  var years = AcademicYear(startingIn: 2015)...AcademicYear(startingIn: 2019)
  var kpis: [KPI] = []
  var readings: [Reading] = []

  /// The KPI being described.
  var kpi: KPI {
    get { kpis.last ?? KPI(id: "kpi", title: "kpi", at: nowhere) }
    set {
      if kpis.isEmpty { kpis.append(newValue) } else { kpis[kpis.count - 1] = newValue }
    }
  }

  var plan: Plan {
    var plan = Plan(id: "plan", title: "Plan", years: years, at: nowhere)
    var strategy = Strategy(id: "strategy", title: "Strategy", at: nowhere)
    var priority = Priority(id: "priority", title: "Priority", at: nowhere)
    priority.kpis = kpis
    strategy.priorities = [priority]
    plan.strategies = [strategy]
    return plan
  }

  var record: TrustRecord {
    TrustRecord(
      trust: trust,
      plans: [plan],
      readings: ReadingList(readings, calendar: trust.calendar)
    )
  }

  func evaluation(_ request: EvaluationRequest) -> Evaluation {
    evaluate(record, plan: plan, request)
  }
}

extension Reason.Fact {
  /// The name of the fact in words: `reading for every school`.
  var words: String {
    if case .ofOtherKPI(_, let fact) = self { return fact.words }
    let label = Mirror(reflecting: self).children.first?.label ?? "\(self)"
    var words = ""
    for character in label {
      if character.isUppercase, words.last?.isUppercase == false { words += " " }
      words.append(character)
    }
    return words.lowercased()
  }
}

extension Evaluation {
  /// The verdict of a KPI for a scope and strand.
  func verdict(_ kpi: Int, _ scope: String, _ strand: String? = nil) -> Verdict? {
    let whole = verdicts.first { $0.path.kpi == kpi && $0.scope.id == scope }
    guard let strand else { return whole }
    return whole?.parts.first { $0.strand == strand }
  }

  /// All verdicts, those of strands too.
  var all: [Verdict] { verdicts.flatMap { [$0] + $0.parts } }
}
