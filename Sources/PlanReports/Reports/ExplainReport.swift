public import Documents
import PlanEvaluation
import PlanModel
import SourceText

/// Why verdicts are what they are, line by line, each with the file and line it rests on.
public func explainReport(_ subject: ReportSubject) -> Document {
  var page = Document(subject.pageHead())
  var lines = SourceLines(subject.files)
  let verdicts = subject.verdicts
  if verdicts.isEmpty {
    page.append(.gap)
    page.append(.paragraph("No KPI of the plan answers to what was asked for."))
  }
  for verdict in verdicts {
    let kpi = subject.plan[verdict.path]
    page.append(.gap)
    page.append(.heading(Line([.text(kpi.title, .strong)]), level: 2))
    page.append(.paragraph(Line([.text(kpi.id, .quiet)]), indent: 2))
    page.append(.tree(subject.proof(verdict, &lines)))
  }
  return page
}

extension ReportSubject {
  /// The proof of a verdict and of the verdicts of its parts.
  func proof(_ verdict: Verdict, _ lines: inout SourceLines) -> [TreeNode] {
    let wording = wording(verdict)
    var spans: [Span] = [
      .text(verdict.strand == nil ? trust.name(of: verdict.scope) : strandTitle(verdict)),
      .text(": "), .mark(verdict.mark),
    ]
    let distance = wording.distance(verdict)
    if !distance.isEmpty { spans.append(.text(", " + distance)) }
    var children: [TreeNode] = []
    for reason in verdict.reasons {
      var details: [TreeNode] = []
      if case .reading(let reading) = reason.fact, !reading.note.isEmpty {
        details.append(TreeNode(Line("Note: \(reading.note)")))
      }
      if let place = reason.place.flatMap({ lines.line(of: $0) }) {
        details.append(TreeNode(Line([.text("\(place.file):\(place.line)", .quiet)])))
      }
      children.append(TreeNode(Line(wording.sentence(reason.fact)), details))
    }
    for part in strands(of: verdict) { children += proof(part, &lines) }
    return [TreeNode(Line(spans), children)]
  }
}
