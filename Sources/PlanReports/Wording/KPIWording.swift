import Documents
import PlanEvaluation
import PlanModel
import SourceText

/// Words for the figures and grades of one KPI.
struct KPIWording {
  let trust: Trust
  let kpi: KPI
  /// The titles of the KPIs that its targets look at.
  var titles: [(id: KPI.ID, title: String)] = []

  /// The title of the part of the KPI that a verdict is of.
  func title(ofPart verdict: Verdict) -> String {
    kpi.strands.first { $0.id == verdict.strand }?.title ?? verdict.strand ?? kpi.title
  }

  var mark: UnitMark { kpi.unit?.mark ?? .none }

  /// The grades of the KPI's scale.
  var scale: Scale? {
    guard let id = kpi.scale?.value else { return nil }
    return trust.scales.first { $0.id == id }
  }

  func grade(_ rank: Int) -> String {
    guard let scale, scale.levels.indices.contains(rank) else { return "grade \(rank + 1)" }
    return scale.levels[rank].name
  }

  /// Whether a figure was typed with a noun in place of the mark of the unit.
  ///
  /// `0 posts` of what is a percentage of posts is shown as it was typed: nobody has said what share
  /// it is.
  func hasOwnNoun(_ reading: Reading) -> Bool {
    mark != .none && reading.text.utf8.contains { ($0 | 0x20) &- 0x61 < 26 }
  }

  /// A reading's value in words; the text as typed where there are no better ones.
  ///
  /// - Parameters:
  ///   - reading: The reading.
  ///   - limits: What the figure is seen beside; it is never shortened to another side of them.
  ///   - isExact: Whether every decimal is kept.
  /// - Returns: The words.
  func value(
    of reading: Reading,
    beside limits: [ExactNumber] = [],
    isExact: Bool = false
  ) -> String {
    func figure(_ number: ExactNumber, _ mark: UnitMark, beside limits: [ExactNumber]) -> String {
      isExact ? exactFigure(number, mark) : PlanReports.figure(number, mark, beside: limits)
    }
    return switch reading.value {
    case .number where hasOwnNoun(reading): reading.text
    case .number(let number): figure(number, mark, beside: limits)
    case .censored(let relation, let number):
      "\(Self.sign(relation)) \(figure(number, mark, beside: limits))"
    case .between(let low, let high):
      "\(figure(low, mark, beside: limits)) to \(figure(high, mark, beside: limits))"
    case .about(let low, _): about(low)
    case .grade(let rank): grade(rank)
    case .fact(let fact): fact ? "yes" : "no"
    case .gradeBand, .missing, .compared, .share, .evidence, .unreadable: reading.text
    }
  }

  /// A value with what it is a share or count of: `77% of total income`.
  func valueWithNoun(
    of reading: Reading,
    beside limits: [ExactNumber] = [],
    isExact: Bool = false
  ) -> String {
    let words = value(of: reading, beside: limits, isExact: isExact)
    guard let unit = kpi.unit else { return words }
    switch reading.value {
    case .number where hasOwnNoun(reading): return words
    case .number(let number) where unit.mark == .none && number.magnitude == ExactNumber(1):
      return "\(words) \(singular(unit.text))"
    case .number, .censored, .between, .about:
      let rest = unit.mark == .none ? unit.text : String(unit.text.drop { $0 == "%" || $0 == "£" })
      let noun = rest.hasPrefix("percent") ? String(rest.dropFirst(7)) : rest
      return words + (noun.isEmpty || noun.hasPrefix(" ") ? noun : " " + noun)
    default: return words
    }
  }

  /// A value with its unit where no mark says it: `1.2 points`, but `77%`.
  func valueWithUnit(of reading: Reading, beside limits: [ExactNumber] = []) -> String {
    mark == .none
      ? valueWithNoun(of: reading, beside: limits) : value(of: reading, beside: limits)
  }

  /// The words of a target, with the part that was assumed in brackets: `(at least) 98%`.
  func words(_ target: Target) -> String {
    var text = trust.namingComparators(of: target)
    for (id, title) in titles { text = text.replacing(word: "kpi \(id)", with: title) }
    guard target.operatorAssumed else { return Self.joined(text) }
    let bytes = text.utf8
    for relation in ["at least", "at most", "exactly"] where bytes.starts(with: relation.utf8) {
      return "(\(relation))" + String(Substring(bytes.dropFirst(relation.utf8.count)))
    }
    return text + " (assumed)"
  }

  /// The words of a target of several conditions as people say them: `a and b`, not `all of: a; b`.
  static func joined(_ text: String) -> String {
    guard text.utf8.first == UInt8(ascii: "a") else { return text }
    for (prefix, word) in [("all of: ", "and"), ("any of: ", "or")]
    where text.utf8.starts(with: prefix.utf8) {
      let rest = text.utf8.dropFirst(prefix.utf8.count)
      let parts = rest.split(separator: UInt8(ascii: ";")).map { part in
        String(Substring(part.drop { $0 == 0x20 }))
      }
      // Conditions inside conditions keep their own words, which are plainer than a row of ands.
      if parts.contains(where: { $0.hasPrefix("all of") || $0.hasPrefix("any of") }) { return text }
      return listed(parts, word)
    }
    return text
  }

  /// A distance from the target in words: `2 points over`, `on the boundary`.
  func distance(_ verdict: Verdict) -> String {
    guard let margin = verdict.margin else { return "" }
    if margin.amount == .zero {
      return margin.isLevels || verdict.target?.condition.isExact == true ? "" : "on the boundary"
    }
    let isMissed = margin.amount < .zero
    let size = margin.amount.magnitude.shortest
    let amount = amountWords(size, isLevels: margin.isLevels)
    guard isMissed else { return "\(amount) to spare" }
    return "\(amount) \(side(verdict))"
  }

  private func amountWords(_ size: ExactNumber, isLevels: Bool) -> String {
    // Beside zero, so that a small distance is never shown as none.
    let words = figure(size, isLevels || mark == .percent ? .none : mark, beside: [.zero])
    let isOne = size == ExactNumber(1)
    if isLevels { return words + (isOne ? " grade" : " grades") }
    if mark == .percent { return words + (isOne ? " point" : " points") }
    // What is counted one by one; a score is no number of scores.
    guard mark == .none, let unit = kpi.unit?.text, unit.hasSuffix("s") || unit == "people",
      !unit.hasSuffix("ss")
    else { return words }
    return "\(words) \(isOne ? singular(unit) : unit)"
  }

  /// On which side of the target a miss lies.
  private func side(_ verdict: Verdict) -> String {
    guard let condition = verdict.target?.condition else { return "short" }
    switch condition {
    case .bound(let bound): return side(of: bound, verdict)
    case .cap(let cap): return side(of: cap.bound, verdict)
    case .range(let range):
      guard case .number(let number)? = verdict.reading?.value else { return "outside" }
      return range.upper.relation.holds(number, range.upper.limit.number) ? "short" : "over"
    case .comparison(let comparison):
      switch comparison.relation {
      case .bound(.below), .bound(.atMost): return "over"
      case .within: return "outside"
      default: return "short"
      }
    case .trend(let trend): return trend == .falling || trend == .notRising ? "over" : "short"
    case .gap(let relation, _): return relation == .atMost ? "over" : "short"
    case .gradeOneOf(let ranks):
      guard case .grade(let rank)? = verdict.reading?.value, let best = ranks.min() else {
        return "short"
      }
      return rank < best ? "over" : "short"
    default: return "short"
    }
  }

  private func side(of bound: Bound, _ verdict: Verdict) -> String {
    switch bound.relation {
    case .below, .atMost: return "over"
    case .atLeast, .above: return "short"
    case .exactly:
      guard case .number(let number)? = verdict.reading?.value else { return "off" }
      return number > bound.limit.number ? "over" : "short"
    }
  }

  /// How a bound is written in front of a figure.
  static func sign(_ relation: BoundRelation) -> String {
    switch relation {
    case .below: "<"
    case .atMost: "at most"
    case .atLeast: "at least"
    case .above: ">"
    case .exactly: "="
    }
  }

  /// The limits that a target names, beside which no figure may be rounded to another side.
  static func limits(of target: Target?) -> [ExactNumber] {
    guard let target else { return [] }
    return limits(of: target.condition)
  }

  private static func limits(of condition: Condition) -> [ExactNumber] {
    switch condition {
    case .bound(let bound): [bound.limit.number]
    case .cap(let cap): [cap.bound.limit.number]
    case .range(let range): [range.lower.limit.number, range.upper.limit.number]
    case .allOf(let all), .anyOf(let all): all.flatMap(limits)
    default: []
    }
  }
}

extension Condition {
  /// Whether one figure alone will do, so that being there is not being near anything.
  fileprivate var isExact: Bool {
    switch self {
    case .bound(let bound): bound.relation == .exactly
    case .cap(let cap): cap.bound.relation == .exactly
    case .share(let word): word == "all" || word == "none"
    default: false
    }
  }
}
