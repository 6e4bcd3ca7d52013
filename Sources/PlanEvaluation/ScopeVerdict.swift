import PlanModel
import SourceText

extension Evaluator {
  /// The verdict of one school for a KPI.
  func schoolVerdict(_ question: Question, _ school: School) -> Verdict {
    verdict(question, .school(school.id), school)
  }

  /// The verdict of one scope for a KPI, from its own readings.
  func verdict(_ question: Question, _ scope: Scope, _ school: School?) -> Verdict {
    let kpi = question.kpi
    if let finding = whyNotAsked(kpi, school) {
      var verdict = Verdict(path: question.path, scope: scope, outcome: finding.outcome)
      verdict.reasons = finding.reasons
      if finding.outcome == .undetermined { show(question, in: &verdict) }
      return finish(verdict, question)
    }
    if !question.hasTarget, kpi.question != nil || kpi.reference != nil {
      return finish(withoutTarget(question, scope), question)
    }
    guard !kpi.strands.isEmpty else {
      return finish(judge(question, nil, scope, school), question)
    }
    let parts = kpi.strands.map { judge(question, $0, scope, school) }
    return finish(rollUpStrands(question, scope, parts), question)
  }

  /// Adds what holds for a KPI whatever was found.
  func finish(_ verdict: Verdict, _ question: Question) -> Verdict {
    guard let other = question.kpi.sameAs else { return verdict }
    var verdict = verdict
    verdict.reasons.append(Reason(.sameAs(other.value), at: other.place))
    return verdict
  }

  /// Shows what was read, of a KPI and its strands, where nothing is judged by it.
  private func show(_ question: Question, in verdict: inout Verdict) {
    verdict.reading = choose(question.kpi, nil, verdict.scope).reading
    for strand in question.kpi.strands {
      var part = verdict
      part.parts = []
      part.strand = strand.id
      part.reading = choose(question.read(as: strand).kpi, strand, verdict.scope).reading
      verdict.parts.append(part)
    }
  }

  /// Why a KPI is not judged for a school, or for the trust where there is none.
  func whyNotAsked(_ kpi: KPI, _ school: School?) -> Finding? {
    if let school, let finding = absence(of: school) { return finding }
    if let mistake = kpi.mistake {
      return Finding(outcome: .undetermined, reasons: [Reason(.mistake, at: mistake)])
    }
    if let finding = retirement(of: kpi) { return finding }
    if let school { return exemption(of: school, from: kpi) }
    return nil
  }

  /// The verdict of a KPI that asks a question or is kept in another document.
  private func withoutTarget(_ question: Question, _ scope: Scope) -> Verdict {
    let kpi = question.kpi
    var verdict = Verdict(path: question.path, scope: scope, outcome: .external)
    if let text = kpi.question {
      // An answer is words, so it stands in the note of a row; any row with one will do.
      let choice = choose(kpi, nil, scope)
      verdict.reading = choice.reading ?? choice.evidence
      verdict.outcome = verdict.reading == nil ? .questionOpen : .questionAnswered
      verdict.reasons.append(Reason(.question(text), at: kpi.place))
      if let answer = verdict.reading {
        verdict.reasons.append(Reason(.reading(answer), at: answer.place))
      }
    }
    if let document = kpi.reference {
      verdict.reasons.append(Reason(.reference(document), at: kpi.place))
    }
    return verdict
  }

  /// Judges one scope and strand: reading, target, tolerance, deadline, age, in this order.
  func judge(
    _ question: Question,
    _ strand: KPI.Strand?,
    _ scope: Scope,
    _ school: School?
  ) -> Verdict {
    let question = question.read(as: strand)
    let kpi = question.kpi
    var choice = choose(kpi, strand, scope)
    let total = total(question, strand, scope, over: choice.reading)
    if let reading = total?.reading { choice = ReadingChoice(reading: reading) }
    let force = targetInForce(kpi, strand, school, choice.reading)
    let withoutReading = outcomeWithoutReading(kpi, school)
    var verdict = Verdict(
      path: question.path,
      strand: strand?.id,
      scope: scope,
      outcome: .noTarget
    )
    verdict.reading = choice.reading
    verdict.target = force.target
    verdict.reasons.reserveCapacity(8)
    verdict.reasons += force.reasons
    if let total, total.reading != nil || choice.reading == nil {
      explainWindow(kpi, in: &verdict.reasons)
      verdict.reasons += total.reasons
    } else if choice.reading != nil || force.target?.condition.asksOnlyOthers != true {
      explain(choice, kpi, scope, withoutReading, in: &verdict.reasons)
    }
    guard let target = force.target else { return verdict }
    let subject = Subject(
      question: question,
      strand: strand,
      scope: scope,
      school: school,
      reading: choice.reading,
      target: target.condition,
      withoutReading: withoutReading
    )
    // Schools have figures, but none for the whole can be told of them.
    let isOpen = total != nil && choice.reading == nil
    var finding =
      isOpen ? Finding(outcome: .undetermined) : find(target.condition, subject)
    applyAmber(force.amber, target.condition, subject, to: &finding)
    verdict.outcome = finding.outcome
    verdict.isTolerated = finding.isTolerated
    verdict.margin = finding.margin
    verdict.due = finding.due
    verdict.reasons += finding.reasons
    applyDeadline(subject, to: &verdict)
    applyPlanStart(to: &verdict)
    applyStaleness(kpi, to: &verdict)
    if let decider = finding.decider { verdict.reading = decider }
    return verdict
  }
}

extension Condition {
  /// Whether only other KPIs decide, so that the KPI needs no reading of its own.
  fileprivate var asksOnlyOthers: Bool {
    switch self {
    case .kpi: true
    case .allOf(let parts), .anyOf(let parts): parts.allSatisfy { $0.asksOnlyOthers }
    default: false
    }
  }
}
