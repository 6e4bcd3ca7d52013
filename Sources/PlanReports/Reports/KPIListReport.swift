public import Documents
import PlanEvaluation
public import PlanModel
public import SourceText

/// A plan with the KPIs of it that were picked.
public struct KPISelection: Sendable {
  /// The trust.
  public var trust: Trust
  /// The plan.
  public var plan: Plan
  /// Picks the KPIs.
  public var includes: @Sendable (Strategy, Priority, KPI) -> Bool
  /// The piece of evidence to show in place of KPIs, by id, where one was asked for.
  public var evidenceID: String?
  /// The files from which everything was read.
  public var files: SourceFiles

  /// Creates a selection of KPIs.
  public init(
    trust: Trust,
    plan: Plan,
    files: SourceFiles,
    includes: @escaping @Sendable (Strategy, Priority, KPI) -> Bool = { _, _, _ in true }
  ) {
    self.trust = trust
    self.plan = plan
    self.files = files
    self.includes = includes
  }

  /// The piece of evidence that was asked for.
  var evidence: Evidence? {
    guard let evidenceID else { return nil }
    return plan.evidence(evidenceID)
  }

  /// The KPIs picked, in the order of the plan.
  public var kpis: [(strategy: Strategy, priority: Priority, kpi: KPI)] {
    plan.strategies.flatMap { strategy in
      strategy.priorities.flatMap { priority in
        priority.kpis.filter { includes(strategy, priority, $0) }
          .map { (strategy, priority, $0) }
      }
    }
  }
}

/// The KPIs of a plan: id, title, target, for whom, how often and who answers for it.
public func kpiListReport(_ selection: KPISelection) -> Document {
  let plan = selection.plan
  var page = Document([
    .heading(Line([.text(selection.trust.name, .strong)]), level: 1),
    .paragraph(Line("\(plan.title), \(yearWords(plan.years))")),
    .gap,
  ])
  let kpis = selection.kpis
  if let evidence = selection.evidence {
    page.append(
      .paragraph(
        Line([
          .text(evidence.title, .strong), .text(" (\(evidence.id))", .quiet),
          .text(": evidence that no KPI asks for; `rlt kpi history \(evidence.id)` lists it."),
        ])
      )
    )
    return page
  }
  guard !kpis.isEmpty else {
    page.append(.paragraph("No KPI of the plan answers to what was asked for."))
    return page
  }
  var table = Table(columns: [
    Column("KPI", narrowest: 24), Column("Id"),
    Column("Target", narrowest: 13), Column("For", narrowest: 12, leavesOut: 2),
    Column("Read", narrowest: 9, leavesOut: 4), Column("Owner", narrowest: 10, leavesOut: 3),
  ])
  var last: (strategy: String, priority: String) = ("", "")
  for (strategy, priority, kpi) in kpis {
    if last.strategy != strategy.id { table.rows.append(Row(group: Line(strategy.title))) }
    if last != (strategy.id, priority.id) {
      let star = priority.isStarred ? " *" : ""
      table.rows.append(Row(group: Line(priority.title + star), indent: 1))
    }
    last = (strategy.id, priority.id)
    table.rows.append(row(kpi, selection.trust))
    for strand in kpi.strands {
      let target = strand.target.map(KPIWording(trust: selection.trust, kpi: kpi).words) ?? ""
      table.rows.append(
        Row([.text(strand.title), .text(strand.id), .text(target)], indent: 3, isQuiet: true)
      )
    }
  }
  page.append(.table(table))
  page.append(.gap)
  page.append(.paragraph(Line(counted(kpis.count, "KPI") + ".")))
  return page
}

private func row(_ kpi: KPI, _ trust: Trust) -> Row {
  Row(
    [
      .text(kpi.title), .text(kpi.id), .text(targetWords(kpi, trust)), .text(forWords(kpi, trust)),
      .text(kpi.frequency?.value.words ?? ""),
      .text(listed(kpi.owners.map { trust.ownerName($0.value) }, "and")),
    ],
    indent: 2
  )
}

/// The target of a KPI in a word or two; paths by year with their first and last.
func targetWords(_ kpi: KPI, _ trust: Trust) -> String {
  let wording = KPIWording(trust: trust, kpi: kpi)
  if let target = kpi.target { return wording.words(target) }
  if let first = kpi.targetsByYear.first, let last = kpi.targetsByYear.last {
    let start = "\(wording.words(first.target)) in \(first.year)"
    return first.year == last.year
      ? start : "\(start), \(wording.words(last.target)) in \(last.year)"
  }
  if kpi.question != nil { return "a question" }
  if kpi.reference != nil { return "kept elsewhere" }
  if kpi.strands.contains(where: { $0.target != nil }) { return "by part" }
  return "none"
}

/// For how many schools the target must hold, in words.
func forWords(_ kpi: KPI, _ trust: Trust) -> String {
  if kpi.level == .trust { return "the trust" }
  let who = kpi.appliesTo.map { schoolWords($0, in: trust) }
  guard let quantifier = kpi.quantifier, !quantifier.text.isEmpty else {
    return who ?? "every school"
  }
  return who.map { "\(quantifier.text) (\($0))" } ?? quantifier.text
}
