import Documents
import PlanEvaluation
import PlanModel

extension ReportSubject {
  /// How many verdicts there are of each status.
  func counts(_ verdicts: [Verdict]) -> [Block] {
    if school != nil {
      let counts = StatusCounts(verdicts)
      return [
        .gap,
        .counts(
          Self.statusOrder.map {
            Count(
              Outcome.mark(of: $0),
              counts[$0],
              detail: $0 == .grey ? counts.greyDetail : ""
            )
          }
        ),
      ]
    }
    var scopes = heardSchools.map { Scope.school($0.id) }
    if verdicts.contains(where: { $0.scope == .trust }) { scopes.insert(.trust, at: 0) }
    let rows = scopes.map { scope in
      let counts = StatusCounts(verdicts.lazy.filter { $0.scope == scope })
      return Row(
        [.text(trust.name(of: scope))]
          + Self.statusOrder.map { .number(String(counts[$0]), exact: String(counts[$0])) }
      )
    }
    let titles = Self.statusOrder.map { status in
      Column("\(status.letter) \(status.rawValue)", side: .right)
    }
    return [.gap, .table(Table(columns: [Column("Counts", narrowest: 16)] + titles, rows: rows))]
  }

  /// The schools of which there is nothing to say, and those that had not joined, in a sentence each.
  func unheardLine() -> [Block] {
    if heardSchools.isEmpty { return [] }
    let lines = [("No reading at all", silentSchools), ("Not yet joined", laterSchools)]
      .filter { !$0.1.isEmpty }
      .map { what, schools in
        Block.paragraph(Line([.text("\(what): \(schoolList(schools, most: 20)).", .quiet)]))
      }
    return lines.isEmpty ? [] : [.gap] + lines
  }

  /// The order in which statuses are told: what needs doing first.
  static let statusOrder: [Status] = [.red, .amber, .green, .grey]

  /// What the marks and signs on the page mean.
  func legend(_ verdicts: [Verdict]) -> [Block] {
    var blocks: [Block] = [.gap, .legend(legendEntries(verdicts, tellsBare: true))]
    if let legend = plan.legend {
      blocks.append(.paragraph(Line([.text(legend, .quiet)]), indent: 2))
    }
    return blocks
  }

  /// The marks and signs with which verdicts are shown, each with its meaning.
  ///
  /// - Parameters:
  ///   - verdicts: The verdicts.
  ///   - tellsBare: Whether marks stand bare in narrow cells, with no word beside them.
  /// - Returns: The entries.
  func legendEntries(_ verdicts: [Verdict], tellsBare: Bool = false) -> [LegendEntry] {
    var used: [Status] = []
    var hasHollow = false
    var hasAssumed = false
    for verdict in verdicts {
      for each in [verdict] + strands(of: verdict) {
        if !used.contains(each.status) { used.append(each.status) }
        if each.outcome == .stale { hasHollow = true }
        if each.target?.operatorAssumed == true { hasAssumed = true }
      }
    }
    var entries = Self.statusOrder.filter(used.contains).map { status in
      LegendEntry(Line([.mark(Outcome.mark(of: status))]), status.meaning)
    }
    if hasHollow {
      entries.append(LegendEntry("(R)", "what an old reading gave; it is too old to count"))
    }
    if hasAssumed {
      entries.append(
        LegendEntry("(at least)", "the plan's source gives a bare figure; these words are assumed")
      )
    }
    if verdicts.contains(where: \.repeatsAnother) {
      entries.append(LegendEntry("(=)", "repeats another KPI of the plan; counted once, there"))
    }
    if tellsBare, school == nil, verdicts.contains(where: { $0.outcome == .noReading }) {
      entries.append(LegendEntry("-", "alone: no reading"))
    }
    if tellsBare, school == nil, verdicts.contains(where: { $0.outcome == .notApplicable }) {
      // What is asked of the trust applies to it, or is not in force.
      let isOfTrust = verdicts.contains { $0.outcome == .notApplicable && $0.scope == .trust }
      let meaning =
        isOfTrust ? "does not apply, or not on that day" : "does not apply to the school"
      entries.append(LegendEntry("n/a", meaning))
    }
    let isStarred = verdicts.contains {
      plan.strategies[$0.path.strategy].priorities[$0.path.priority].isStarred
    }
    if isStarred { entries.append(LegendEntry("*", "a priority that the plan marks with a star")) }
    return entries
  }
}
