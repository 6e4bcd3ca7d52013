import PlanModel
import SourceText

extension Evaluator {
  /// Judges a plain fact: `yes` or `no`.
  func findFact(_ asked: Bool, _ reading: Reading, _ kpi: KPI) -> Finding {
    let fact: Bool
    switch reading.value {
    case .fact(let value): fact = value
    case .grade(let rank) where kpi.scale?.value == "yes-no": fact = rank == 0
    default: return .unreadable(reading)
    }
    return Finding(
      outcome: fact == asked ? .met : .missed,
      reasons: [Reason(.fact(fact, asked: asked))]
    )
  }
}
