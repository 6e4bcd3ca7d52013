internal import PlanModel
internal import SourceText

extension Lowering {
  /// Reports targets that ask for figures which the KPI, or the strand, says are the worse ones.
  func checkBetter(_ kpi: KPI) {
    guard kpi.better != nil || kpi.strands.contains(where: { $0.better != nil }) else { return }
    let own = [kpi.target].compactMap(\.self) + kpi.targetsByYear.map(\.target)
    for target in own + kpi.overrides.map(\.target) { checkBetter(target, kpi.better) }
    for strand in kpi.strands {
      guard let target = strand.target else { continue }
      checkBetter(target, strand.better ?? kpi.better)
    }
  }

  private func checkBetter(_ target: Target, _ better: Sourced<Better>?) {
    guard let better else { return }
    let wishes = target.condition.wishes
    guard !wishes.isEmpty, !wishes.contains(better.value) else { return }
    let other: Better = better.value == .lower ? .higher : .lower
    report(
      .betterContradicted,
      "'\(target.text)' asks for \(other == .lower ? "low" : "high") figures",
      at: target.place,
      label: "`better: \(better.value.rawValue)` says that the others are better",
      help: "check the target, or write `better: \(other.rawValue)`"
    )
  }
}
