import Documents
import PlanEvaluation
import PlanModel

extension ReportSubject {
  /// The most schools that one picture of distances shows.
  static let mostDistances = 24

  /// How far each school is from the target of one KPI or strand, the furthest behind first.
  ///
  /// - Parameters:
  ///   - verdicts: The verdicts of the schools.
  ///   - title: What the picture is called.
  /// - Returns: The picture; `nil` where fewer than two schools have a distance to compare.
  func distances(_ verdicts: [Verdict], title: String) -> Chart? {
    guard let first = verdicts.first else { return nil }
    let wording = wording(first)
    let measured = verdicts.compactMap { verdict -> (verdict: Verdict, amount: ExactNumber)? in
      guard case .school = verdict.scope, let margin = verdict.margin else { return nil }
      return (verdict, margin.amount)
    }
    guard measured.count > 1 else { return nil }
    let order = measured.indices.sorted { first, second in
      (measured[first].amount, first) < (measured[second].amount, second)
    }
    let shown = order.prefix(Self.mostDistances).map { measured[$0].verdict }
    let isLevels = shown[0].margin?.isLevels == true
    let unit = isLevels ? "grades" : wording.mark == .percent ? "points" : wording.unitNoun
    let missed = measured.count { $0.verdict.status == .red || $0.verdict.status == .amber }
    var summary = "\(missed) of \(counted(measured.count, "school")) miss the target"
    if let target = first.target { summary += ", \(wording.words(target))" }
    if let worst = shown.first, missed > 0 {
      summary += "; furthest: \(trust.name(of: worst.scope)), \(short(worst))"
    }
    summary += "."
    if order.count > shown.count { summary += " The \(shown.count) furthest behind are shown." }
    return Chart(
      title: title,
      summary: summary,
      kind: .distances(
        shown.map { verdict in
          Distance(
            label: trust.name(of: verdict.scope),
            mark: verdict.mark,
            amount: verdict.margin?.amount.drawn ?? 0,
            words: short(verdict)
          )
        },
        unit: unit
      )
    )
  }

  /// How many verdicts there are of each status, as one bar.
  ///
  /// - Parameters:
  ///   - counts: How many there are.
  ///   - title: What the picture is called; empty in a table, whose row says it.
  /// - Returns: The picture.
  func strip(_ counts: StatusCounts, title: String = "") -> Chart {
    let parts = Self.statusOrder.map { status in
      Count(
        Outcome.mark(of: status),
        counts[status],
        detail: status == .grey ? counts.greyDetail : ""
      )
    }
    let words = parts.filter { $0.number > 0 }.map { "\($0.number) \($0.mark.word)" }
    let summary = words.isEmpty ? "Nothing is asked." : "\(listed(words, "and"))."
    return Chart(title: title, summary: summary, kind: .strip(parts))
  }
}

extension KPIWording {
  /// What figures count, for the axis of a picture.
  var unitNoun: String { kpi.unit?.text ?? "" }
}
