public import PlanModel
internal import SourceText

/// What the words of a target are read against: the KPI's unit and scale, the trust's words.
public struct TargetContext: Sendable {
  /// The unit of the KPI.
  public var unit: Unit?
  /// The scale of the KPI; `nil` where it has none.
  public var scale: Scale?
  /// Whether the KPI names a scale that the trust does not describe, so that grades go unchecked.
  public var isScaleUnknown = false
  /// Which figures are better, where the KPI says so.
  public var better: Better?
  /// The comparators of the trust.
  public var comparators: [Comparator]
  /// The words for "how many" that the trust lists.
  public var quantifierWords: [QuantifierWord]
  /// All scales of the trust, to tell a grade from a slip of the pen.
  public var scales: [Scale]

  /// The spellings of the comparators, made once for all targets.
  let comparatorNames: [(spelling: String, value: String)]
  /// The spellings of the words for "how many", made once for all targets.
  let shareWords: [(spelling: String, value: String)]

  /// Creates what targets are read against.
  public init(
    unit: Unit? = nil,
    scale: Scale? = nil,
    comparators: [Comparator] = [],
    quantifierWords: [QuantifierWord] = [],
    scales: [Scale] = []
  ) {
    self.unit = unit
    self.scale = scale
    self.comparators = comparators
    self.quantifierWords = quantifierWords
    self.scales = scales
    comparatorNames = comparators.flatMap { comparator in
      ([comparator.id, comparator.name] + comparator.aliases).map { ($0, comparator.id) }
    }
    let builtIn = [
      ("all", "all"), ("every", "all"), ("each", "all"), ("all of the", "all"), ("none", "none"),
      ("none of the", "none"), ("almost all", "almost all"), ("most", "most"),
      ("majority", "majority"), ("majority of", "majority"), ("the majority of", "majority"),
    ]
    shareWords = builtIn + quantifierWords.map { ($0.word, $0.word) }
  }

  /// What targets of a trust are read against, before a KPI adds its unit and scale.
  public init(_ trust: Trust) {
    self.init(
      comparators: trust.comparators,
      quantifierWords: trust.quantifierWords,
      scales: trust.scales
    )
  }

  /// The value of a reading of a KPI, read against its unit and scale.
  ///
  /// - Parameters:
  ///   - text: The value as typed.
  ///   - kpi: The KPI.
  /// - Returns: What it says; `.unreadable` where it fits neither unit nor scale.
  public func reading(_ text: String, of kpi: KPI) -> ReadingValue {
    var context = self
    context.unit = kpi.unit
    context.scale = scales.first { $0.id == kpi.scale?.value }
    return parseReadingValue(text, context)
  }

  /// Whether the trust lists a word for "how many", or it needs no listing.
  func isListed(_ word: String) -> Bool {
    word == "all" || word == "none" || quantifierWords.contains { $0.word == word }
  }

  /// The first of the scales that came after the KPI's own, one after the other, that has a value
  /// among its grades.
  func laterScale(with text: String) -> Scale? {
    var context = self
    var seen: [String] = []
    while let scale = context.scale, let id = scale.successor, !seen.contains(id) {
      seen.append(id)
      context.scale = scales.first { $0.id == id }
      switch parseReadingValue(text, context) {
      case .grade, .gradeBand: return context.scale
      default: continue
      }
    }
    return nil
  }

  /// The grades of the KPI's scale by all their names.
  var gradeNames: [(spelling: String, value: Int)] {
    guard let scale else { return [] }
    var names: [(spelling: String, value: Int)] = []
    for (rank, level) in scale.levels.enumerated() {
      names.append((level.name, rank))
      if let code = level.code { names.append((code, rank)) }
      for alias in level.aliases { names.append((alias, rank)) }
    }
    return names
  }
}
