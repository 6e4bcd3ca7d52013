internal import PlanModel
internal import SourceText

/// Reads the one line of a target, by hand, word by word.
///
/// The first problem ends the reading: a line of words has one mistake at a time.
struct TargetParser {
  let source: SourcedText
  let context: TargetContext
  /// The rule under which text that cannot be understood is reported.
  let rule: PlanRule
  /// Whether this parser only tries out a suggestion, and so makes none itself.
  var isTrial = false
  /// The target beside which a tolerance stands.
  var target: Condition?
  var phrase: Phrase
  var findings: [Diagnostic] = []
  var kpis: [Sourced<KPI.ID>] = []

  init(_ source: SourcedText, _ context: TargetContext, _ rule: PlanRule) {
    self.source = source
    self.context = context
    self.rule = rule
    phrase = Phrase(source.bytes)
  }

  /// Reads the whole line as a condition.
  mutating func parseWhole() -> Condition? {
    guard !phrase.isAtEnd else {
      report(rule, "nothing is written here", phrase.at..<phrase.at, help: Self.examples)
      return nil
    }
    guard let condition = parseCondition() else { return nil }
    guard phrase.isAtEnd else {
      reportRest()
      return nil
    }
    return condition
  }

  private mutating func parseCondition() -> Condition? {
    let start = phrase.at
    // Most targets begin with a bound; but a grade may be called `Above expected`.
    if context.scale == nil, let relation = phrase.takeRelation() {
      return parseAfter(relation, from: start)
    }
    if phrase.take("kpi") { return parseKPI() }
    if phrase.take("yes"), phrase.isAtEnd { return .fact(true) }
    phrase.back(to: start)
    if phrase.take("no"), phrase.isAtEnd { return .fact(false) }
    phrase.back(to: start)
    for trend in Trend.allCases where phrase.take(trend.rawValue) { return .trend(trend) }
    if let grades = parseGrades() { return grades.condition }
    if phrase.take("between") { return parseBetween() }
    if phrase.take("within") { return parseWithin() }
    if phrase.take(anyOf: ["well above"]) { return parseNamed(.wellAbove) }
    if phrase.take(anyOf: ["in line with"]) { return parseNamed(.inLine) }
    if phrase.take(anyOf: ["close to"]) { return parseNamed(.closeTo) }
    if let relation = phrase.takeRelation() { return parseAfter(relation, from: start) }
    if let share = parseShare() { return share.condition }
    if phrase.take("no"), takeNoun(), phrase.isAtEnd { return .share("none") }
    phrase.back(to: start)
    if let found = parseFigureFirst() ?? parseComparatorFirst() { return found.condition }
    reportUnknownStart()
    return nil
  }

  private mutating func parseKPI() -> Condition? {
    let word = phrase.nextWord
    guard !word.isEmpty else {
      report(
        rule,
        "the id of a KPI is missing after 'kpi'",
        phrase.at..<phrase.at,
        help: "write for example `kpi growth.pupils`"
      )
      return nil
    }
    let id = phrase.text(word)
    phrase.skipWord()
    kpis.append(Sourced(id, at: source.place(of: word)))
    return .kpi(id)
  }

  /// `all governors`, `almost all`, and the words that the trust lists.
  private mutating func parseShare() -> Match? {
    let start = phrase.at
    guard let word = phrase.take(longestOf: context.shareWords) else { return nil }
    let range = phrase.taken(from: start)
    let noun = phrase.at
    guard phrase.isAtEnd || takeNoun() else {
      phrase.back(to: start)
      return nil
    }
    let said = phrase.taken(from: noun)
    if let unit = context.unit, !unit.noun.isEmpty, !said.isEmpty,
      !unit.isSaid(in: phrase.text(said))
    {
      reportBase(said, kept: phrase.text(range))
      return Match(condition: nil)
    }
    reportUnlisted(word, range)
    return Match(condition: .share(word))
  }

  /// Warns where the trust does not list a word for "how many".
  mutating func reportUnlisted(_ word: String, _ range: Range<Int>) {
    guard !context.isListed(word) else { return }
    report(
      .undeclaredQuantifier,
      "nobody has said how many '\(word)' are",
      range,
      help: "add it to `quantifiers:` in trust.yaml, such as `\(word): over 85%`, "
        + "or without a figure if none was agreed"
    )
  }

  /// Skips a noun: words up to the end, a comma, `and`, or a stretch of time.
  ///
  /// Returns whether there was one. Figures and bounds are no nouns.
  mutating func takeNoun(upToAnd: Bool = false) -> Bool {
    let start = phrase.at
    while !phrase.isAtEnd, !isNounEnd {
      if upToAnd, phrase.isNext("and") || phrase.isNext("to") { break }
      let word = phrase.nextWord
      guard let first = word.first, !phrase.bytes[first].isDigit else { break }
      phrase.skipWord()
    }
    return phrase.at > start
  }

  private var isNounEnd: Bool {
    var ahead = phrase
    if ahead.takeTrailingRelation() != nil || isClauseNext { return true }
    ahead = phrase
    if ahead.isNext(",") || ahead.take("and") && ahead.takeRelation() != nil { return true }
    ahead = phrase
    if ahead.take("or") {
      // `schools or trusts` is a noun; `or at least 1,200` is a second target.
      return ahead.takeRelation() != nil || ahead.takeFigure() != nil || ahead.isNext("kpi")
    }
    return ahead.takeStretch() != nil
  }

  // MARK: - Problems

  /// What a target can look like, for those who wrote something else.
  static let examples =
    "write for example `below 75%`, `at least Good`, `above national`, `rising` or `yes`"

  mutating func report(
    _ rule: PlanRule,
    _ message: String,
    _ range: Range<Int>,
    label: String = "",
    help: String
  ) {
    let place = source.place(of: range)
    findings.append(Diagnostic(rule, message, at: place, label: label, help: help))
  }

  /// Reports that something follows where the line should end.
  mutating func reportRest() {
    let range = phrase.at..<phrase.end
    let before = source.bytes[..<phrase.at]
    let kept = SourcedText(bytes: Array(before), from: source.place).text
    var help = "leave it out: `\(kept)`"
    var ahead = phrase
    if let clause = helpForClause(kept) {
      help = clause
    } else if ahead.take(anyOf: ["or", ", or"]) {
      help = "put the two under `any of:`, each on its own line after a dash"
    } else if ahead.take(anyOf: ["and", ", and"]) {
      help = "put the two under `all of:`, each on its own line after a dash"
    }
    report(
      rule,
      "'\(source.text)' goes on after its end",
      range,
      label: "not understood after `\(kept)`",
      help: help
    )
  }
}
