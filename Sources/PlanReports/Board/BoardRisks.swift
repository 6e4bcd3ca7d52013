import Documents
import PlanModel
import SourceText

extension BoardPack {
  /// What may go wrong, what is done about it, and who watches it.
  func risks(anchor: String) -> [Block] {
    var blocks: [Block] = [
      .heading(Line([.text("Risks", .strong)]), level: 2, anchor: anchor)
    ]
    guard !plan.risks.isEmpty else {
      return blocks + [.paragraph("The plan names no risk.")]
    }
    let selection = RiskSelection(trust: trust, plan: plan, files: subject.files)
    let bare = plan.risks.count { selection.mitigations(of: $0).isEmpty }
    if bare > 0 {
      blocks.append(
        .paragraph(
          Line(
            "\(bare) of \(counted(plan.risks.count, "risk")) \(bare == 1 ? "has" : "have") no mitigation."
          )
        )
      )
    }
    blocks.append(
      .table(
        Table(
          columns: [
            Column("Risk", narrowest: 22), Column("What is done about it", narrowest: 24),
            Column("Watched by", narrowest: 10), Column("Threatens", narrowest: 12, leavesOut: 1),
          ],
          rows: plan.risks.map { row($0, selection) }
        )
      )
    )
    return blocks
  }

  private func row(_ risk: Risk, _ selection: RiskSelection) -> Row {
    let label = risk.label.map { "\($0): " } ?? ""
    let mitigations = selection.mitigations(of: risk).map { mitigation, _ -> Cell in
      var spans: [Span] = [.text(mitigation.text)]
      if !mitigation.owners.isEmpty {
        spans.append(.text(" (\(ownerWords(mitigation.owners, trust)))", .quiet))
      }
      return .line(Line(spans))
    }
    let kpis = risk.kpis.map { named in
      plan.path(of: named.value).map { plan[$0].title } ?? named.value
    }
    return Row([
      .line(
        Line([
          .text(label + risk.text),
          .text(risk.isImplied ? " (implied by the plan, not stated)" : "", .quiet),
        ])
      ),
      mitigations.isEmpty
        ? .line(Line([.text("nothing", .strong)])) : .list(mitigations),
      .text(ownerWords(risk.owners, trust)), .text(kpis.joined(separator: "; ")),
    ])
  }
}
