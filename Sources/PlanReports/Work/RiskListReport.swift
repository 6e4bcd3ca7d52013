public import Documents
public import PlanModel
public import SourceText

/// The risks of a plan that were picked.
public struct RiskSelection: Sendable {
  /// The trust.
  public var trust: Trust
  /// The plan.
  public var plan: Plan
  /// The risks, in the order of the plan.
  public var risks: [Risk]
  /// The files from which everything was read.
  public var files: SourceFiles

  /// Creates a selection of the risks of a plan.
  public init(
    trust: Trust,
    plan: Plan,
    files: SourceFiles,
    includes: (Risk) -> Bool = { _ in true }
  ) {
    self.trust = trust
    self.plan = plan
    self.files = files
    risks = plan.risks.filter(includes)
  }

  /// What is done about a risk, with what stands elsewhere and is only pointed to.
  ///
  /// - Parameter risk: The risk.
  /// - Returns: Each mitigation, with the risk it is taken from where it is not the risk's own.
  public func mitigations(of risk: Risk) -> [(mitigation: Risk.Mitigation, from: Risk?)] {
    risk.mitigations.flatMap { mitigation -> [(mitigation: Risk.Mitigation, from: Risk?)] in
      guard let same = mitigation.sameAs,
        let other = plan.risks.first(where: { $0.id == same.value }), other.id != risk.id
      else { return [(mitigation, nil)] }
      // One step is enough: "as above" points to a list, not to another "as above".
      return other.mitigations.filter { $0.sameAs == nil }.map { ($0, other) }
    }
  }
}

/// The risks of a plan, each with what is done about it; those without anything say so.
public func riskListReport(_ selection: RiskSelection) -> Document {
  let plan = selection.plan
  var page = Document([
    .heading(Line([.text(selection.trust.name, .strong)]), level: 1),
    .paragraph(Line("\(plan.title), \(yearWords(plan.years))")),
  ])
  guard !selection.risks.isEmpty else {
    page.append(.gap)
    page.append(.paragraph("No risk of the plan answers to what was asked for."))
    return page
  }
  for risk in selection.risks {
    page.append(.gap)
    page.append(.tree([node(risk, selection)]))
  }
  page.append(.gap)
  page.append(.paragraph(Line(summary(selection))))
  return page
}

private func node(_ risk: Risk, _ selection: RiskSelection) -> TreeNode {
  let name = risk.label.map { "\($0) " } ?? ""
  var details = [risk.id]
  if risk.isImplied { details.append("implied, not stated") }
  if !risk.owners.isEmpty { details.append(ownerWords(risk.owners, selection.trust)) }
  if !risk.kpis.isEmpty { details.append("threatens \(listed(risk.kpis.map(\.value), "and"))") }
  var children = selection.mitigations(of: risk).map { mitigation, other in
    var spans: [Span] = [.text(mitigation.text)]
    if !mitigation.owners.isEmpty {
      spans.append(.text(" (\(ownerWords(mitigation.owners, selection.trust)))", .quiet))
    }
    if let other { spans.append(.text(" (as for \(other.label ?? other.id))", .quiet)) }
    return TreeNode(Line(spans))
  }
  if children.isEmpty { children = [TreeNode(Line([.text("No mitigation.", .strong)]))] }
  if let note = risk.note { children.append(TreeNode(Line([.text("Note: \(note)", .quiet)]))) }
  return TreeNode(
    Line([
      .text(name + risk.text, .strong), .text(" (\(details.joined(separator: ", ")))", .quiet),
    ]),
    children
  )
}

private func summary(_ selection: RiskSelection) -> String {
  let bare = selection.risks.filter { selection.mitigations(of: $0).isEmpty }
  let all = counted(selection.risks.count, "risk")
  if bare.isEmpty { return "\(all), each with a mitigation." }
  return "\(all). Without a mitigation: \(listed(bare.map { $0.label ?? $0.id }, "and"))."
}
