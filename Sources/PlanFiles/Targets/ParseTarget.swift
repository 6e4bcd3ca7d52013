public import PlanModel
public import SourceText

/// What the words of a condition were found to mean.
public struct ParsedCondition: Sendable {
  /// The meaning, or `nil` where the words have none.
  public var condition: Condition?
  /// The problems, in the order of the text.
  public var diagnostics: [Diagnostic]
  /// The KPIs that are named, each where it is.
  public var kpis: [Sourced<KPI.ID>]
}

/// Reads the words of a target.
///
/// - Parameters:
///   - text: The words, in one line.
///   - context: The unit and scale of the KPI, and the words of the trust.
/// - Returns: What they mean, and what is wrong with them, at the exact place.
public func parseTarget(_ text: SourcedText, _ context: TargetContext) -> ParsedCondition {
  var parser = TargetParser(text, context, .targetSyntax)
  let condition = parser.parseWhole()
  return ParsedCondition(
    condition: condition,
    diagnostics: parser.findings,
    kpis: parser.kpis
  )
}

/// Reads the words of a tolerance: `up to 76%`, `within 2 points`.
///
/// - Parameters:
///   - text: The words, in one line.
///   - context: The unit and scale of the KPI, and the words of the trust.
///   - target: The target beside it, which says on which side a miss lies.
///   - findings: Takes the problems.
/// - Returns: The tolerance, or `nil` where the words mean none.
public func parseAmber(
  _ text: SourcedText,
  _ context: TargetContext,
  beside target: Condition? = nil,
  _ findings: inout [Diagnostic]
) -> Amber? {
  var parser = TargetParser(text, context, .amberSyntax)
  parser.target = target
  let distance = parser.parseDistance()
  if let distance {
    findings += parser.findings
    return distance.map { Amber(text.text, .within($0), at: text.place) }
  }
  let condition = parser.parseWhole()
  findings += parser.findings
  return condition.map { Amber(text.text, .condition($0), at: text.place) }
}
