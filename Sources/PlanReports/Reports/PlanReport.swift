public import Documents
public import PlanModel
public import SourceText

/// A plan as a tree: strategies, priorities, KPIs, and what was done and planned each year.
public struct PlanSelection: Sendable {
  /// The trust.
  public var trust: Trust
  /// The plan.
  public var plan: Plan
  /// The strategies to show, by id; all where empty.
  public var strategies: Set<String>
  /// The priorities to show, by id; all where empty.
  public var priorities: Set<String>
  /// The school year to show; all where `nil`.
  public var year: AcademicYear?
  /// The files from which everything was read.
  public var files: SourceFiles

  /// Creates a selection of a plan.
  public init(
    trust: Trust,
    plan: Plan,
    strategies: Set<String> = [],
    priorities: Set<String> = [],
    year: AcademicYear? = nil,
    files: SourceFiles
  ) {
    self.trust = trust
    self.plan = plan
    self.strategies = strategies
    self.priorities = priorities
    self.year = year
    self.files = files
  }

  /// The strategies picked, each with the priorities and years picked.
  var picked: [Strategy] {
    plan.strategies.compactMap { strategy in
      guard strategies.isEmpty || strategies.contains(strategy.id) else { return nil }
      var strategy = strategy
      if !priorities.isEmpty {
        strategy.priorities.removeAll { !priorities.contains($0.id) }
        if strategy.priorities.isEmpty { return nil }
      }
      guard let year else { return strategy }
      for index in strategy.priorities.indices {
        strategy.priorities[index].years.removeAll { $0.year != year }
        for kpi in strategy.priorities[index].kpis.indices {
          strategy.priorities[index].kpis[kpi].years.removeAll { $0.year != year }
        }
      }
      return strategy
    }
  }
}

/// The tree of a plan.
public func planReport(_ selection: PlanSelection) -> Document {
  let plan = selection.plan
  var page = Document([
    .heading(Line([.text(plan.title, .strong)]), level: 1),
    .paragraph(
      Line("\(selection.trust.name), \(yearWords(plan.years))")
    ),
  ])
  if selection.priorities.isEmpty, selection.strategies.isEmpty, !plan.statements.isEmpty {
    page.append(.gap)
    page.append(.tree(plan.statements.map(node)))
  }
  for strategy in selection.picked {
    page.append(.gap)
    page.append(.tree([node(strategy, selection.trust)]))
  }
  if selection.picked.isEmpty {
    page.append(.gap)
    page.append(.paragraph("Nothing of the plan answers to what was asked for."))
  }
  return page
}

private func node(_ strategy: Strategy, _ trust: Trust) -> TreeNode {
  TreeNode(
    Line([.text(strategy.title, .strong)] + leadSpans(strategy.leads, trust)),
    strategy.statements.map(node) + strategy.priorities.map { node($0, trust) }
  )
}

private func leadSpans(_ leads: [Sourced<String>], _ trust: Trust) -> [Span] {
  leads.isEmpty ? [] : [.text(", led by \(ownerWords(leads, trust))", .quiet)]
}

private func node(_ statement: Statement) -> TreeNode {
  TreeNode(Line([.text("\(statement.kind.singular): ", .quiet), .text(statement.text)]))
}

private func node(_ priority: Priority, _ trust: Trust) -> TreeNode {
  var spans: [Span] = [.text(priority.title + (priority.isStarred ? " *" : ""), .strong)]
  spans += leadSpans(priority.leads, trust)
  var children = priority.statements.map(node)
  if let refers = priority.refers { children.append(TreeNode(Line("Refers to: " + refers))) }
  children += priority.kpis.map { node($0, trust) }
  children += priority.milestones.map { node($0, trust) }
  if !priority.datesAsGiven.isEmpty { children.append(datesNode(priority.datesAsGiven)) }
  children += priority.years.map { yearNode($0, trust) } + standing(priority.actions, trust)
  return TreeNode(Line(spans), children)
}

private func node(_ milestone: Milestone, _ trust: Trust) -> TreeNode {
  var details = [milestone.due.map { "due \(dueWords($0))" } ?? "no day"]
  let moved = movedWords(milestone, trust.calendar)
  if !moved.isEmpty { details.append("moved \(moved)") }
  if let every = milestone.every { details.append(every.value.words) }
  if !milestone.owners.isEmpty { details.append(ownerWords(milestone.owners, trust)) }
  return TreeNode(
    Line([
      .text("Milestone " + (milestone.label.map { "\($0): " } ?? "")), .text(milestone.text),
      .text(" (\(details.joined(separator: ", ")))", .quiet),
    ])
  )
}

/// Work of no single year.
private func standing(_ actions: [Action], _ trust: Trust) -> [TreeNode] {
  guard !actions.isEmpty else { return [] }
  let lines = actions.map { TreeNode(actionLine($0, trust)) }
  return [TreeNode(Line([.text("Standing work", .strong)]), lines)]
}

private func node(_ kpi: KPI, _ trust: Trust) -> TreeNode {
  let wording = KPIWording(trust: trust, kpi: kpi)
  var spans: [Span] = [.text("KPI "), .text(kpi.title), .text(": " + targetWords(kpi, trust))]
  var details = [kpi.id]
  if let amber = kpi.amber { details.append("amber \(amber.text)") }
  if kpi.quantifier != nil || kpi.level == .trust { details.append(forWords(kpi, trust)) }
  if let deadline = kpi.deadline { details.append("by \(deadline.text)") }
  spans.append(.text(" (\(details.joined(separator: ", ")))", .quiet))
  let parts = kpi.strands.map { strand in
    TreeNode(Line("Part: " + strand.title + (strand.target.map { ", " + wording.words($0) } ?? "")))
  }
  let years = kpi.years.map { yearNode($0, trust) }
  return TreeNode(Line(spans), parts + years + standing(kpi.actions, trust))
}

extension Statement.Kind {
  /// The name of one statement of the kind.
  var singular: String {
    switch self {
    case .vision: "Vision"
    case .aims: "Aim"
    case .values: "Value"
    case .notes: "Note"
    }
  }
}
