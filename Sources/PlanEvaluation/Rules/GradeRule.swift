import PlanModel
import SourceText

extension Evaluator {
  /// Judges a floor on a scale: `at least Good`.
  func findGrade(atLeast rank: Int, _ reading: Reading, _ kpi: KPI) -> Finding {
    findGrade(oneOf: Array(0...max(rank, 0)), reading, kpi)
  }

  /// Judges a set of grades: `Good or Outstanding`, `Outstanding`.
  ///
  /// A band satisfies it when every grade of the band does, and misses it when none does.
  func findGrade(oneOf asked: [Int], _ reading: Reading, _ kpi: KPI) -> Finding {
    let read: [Int]
    switch reading.value {
    case .grade(let rank): read = [rank]
    case .gradeBand(let ranks) where !ranks.isEmpty: read = ranks
    case .fact(let fact) where kpi.scale?.value == "yes-no": read = [fact ? 0 : 1]
    default: return .unreadable(reading)
    }
    var finding = Finding(outcome: .undetermined)
    var holding = 0
    for rank in read {
      let holds = asked.contains(rank)
      if holds { holding += 1 }
      finding.reasons.append(Reason(.graded(rank: rank, asked: asked, holds: holds)))
    }
    if holding == read.count {
      finding.outcome = .met
    } else if holding == 0 {
      finding.outcome = .missed
    } else {
      finding.reasons.append(Reason(.couldGoEitherWay))
    }
    if read.count == 1, isOrdered(kpi) { finding.margin = Self.levels(read[0], asked) }
    return finding
  }

  /// Whether the order of the KPI's scale means better and worse.
  func isOrdered(_ kpi: KPI) -> Bool {
    guard let id = kpi.scale?.value else { return true }
    return trust.scales.first { $0.id == id }?.isOrdered ?? true
  }

  /// The levels between a grade and the grades asked for: to spare over a floor, or short of it.
  private static func levels(_ rank: Int, _ asked: [Int]) -> Margin? {
    guard let worst = asked.max() else { return nil }
    let isFloor = (0...max(worst, 0)).allSatisfy(asked.contains)
    if isFloor { return Margin(ExactNumber(worst - rank), isLevels: true) }
    let distance = asked.map { abs($0 - rank) }.min() ?? 0
    return Margin(ExactNumber(-distance), isLevels: true)
  }
}
