public import SourceText

/// What is known of a rule: what a breach of it means, with a bad and a good example.
public struct RulePage: Sendable {
  /// The name of the rule.
  public let id: DiagnosticID
  /// How much a breach of it matters.
  public let severity: Severity
  /// What is wrong, in a few words without a full stop.
  public let title: String
  /// Why it matters and what to do, in a few sentences.
  public let meaning: String
  /// Whether the rule is off unless somebody asks for it by name.
  public let isOptional: Bool
  /// Lines that break the rule.
  public let bad: String
  /// The same lines as they should be.
  public let good: String

  init(
    _ id: String,
    _ severity: Severity,
    _ title: String,
    _ meaning: String,
    isOptional: Bool = false,
    bad: String,
    good: String
  ) {
    self.id = DiagnosticID(id)
    self.severity = severity
    self.title = title
    self.meaning = meaning
    self.isOptional = isOptional
    self.bad = bad
    self.good = good
  }
}

/// Rules that belong together.
public struct RuleArea: Sendable {
  /// What the rules are about.
  public let title: String
  /// The rules.
  public let rules: [RulePage]
}

/// Every rule that files are held to, area by area.
///
/// `rlt help RULE`, `rlt validate --list-rules`, `docs/errors.md` and the rules of SARIF are all
/// made from this.
public let ruleAreas: [RuleArea] = [
  RuleArea(title: "How a line is written", rules: lineRules),
  RuleArea(title: "Quotes, brackets and longer texts", rules: quoteRules),
  RuleArea(title: "Characters and size", rules: characterRules),
  RuleArea(title: "Files, keys and ids", rules: keyRules),
  RuleArea(title: "Targets", rules: targetRules),
  RuleArea(title: "Time", rules: timeRules),
  RuleArea(title: "What a plan says of itself", rules: planRules),
  RuleArea(title: "Names", rules: nameRules),
  RuleArea(title: "Mail", rules: mailRules),
  RuleArea(title: "Readings", rules: readingRules),
  RuleArea(title: "Tests of thresholds", rules: testRules),
]

/// The page of a rule.
///
/// - Parameter id: The name of the rule.
/// - Returns: The page; `nil` where there is no such rule.
public func rulePage(_ id: String) -> RulePage? {
  let wanted = DiagnosticID(id)
  for area in ruleAreas {
    if let page = area.rules.first(where: { $0.id == wanted }) { return page }
  }
  return nil
}
