import PlanModel
import SourceText

/// The figures and words that lie on the boundaries of a condition.
struct BoundaryProbes {
  /// The figures at which the outcome changes.
  var edges: [ExactNumber] = []
  /// Grades and other words.
  var words: [String] = []
  /// The readings that the condition needs beside the one that is tried.
  var beside: [BoundaryTest.Beside] = []
  /// Whether figures below zero mean something.
  var admitsNegative = false

  /// A figure for a comparator or for the year before, where a made-up one must stand.
  private static let middle = ExactNumber(50)

  /// What is known of the series that the values are tried in.
  struct Series {
    var trust: Trust
    var kpi: KPI
    var scope: Scope
    var period: Period
    var before: Period
    /// Whether low figures are better.
    var isLow = false
  }

  /// Gathers the boundaries of a condition.
  mutating func add(_ condition: Condition, _ series: Series) {
    switch condition {
    case .bound(let bound): add(bound)
    case .cap(let cap): add(cap.bound)
    case .range(let range):
      add(range.lower)
      add(range.upper)
    case .gradeAtLeast(let rank): addGrades(around: [rank], series)
    case .gradeOneOf(let ranks): addGrades(around: ranks, series)
    case .fact: add(words: ["yes", "no"])
    case .share(let word): addShare(word, series.trust)
    case .comparison(let comparison): add(comparison, series)
    case .trend:
      if series.kpi.scale == nil {
        beside(series.scope, series.before, Self.middle, series)
        edges.append(Self.middle)
      } else if let levels = series.levels, levels.count > 1 {
        add(beside: .init(series.scope, series.before, levels[levels.count / 2].name))
        addGrades(around: [levels.count / 2], series)
      }
    case .gap(let relation, let id):
      // Ten behind the year before: level at 60, closing the gap above 50; or the other way round.
      let level = ExactNumber(relation.wishes == [.lower] ? 40 : 60)
      beside(.comparator(id), series.period, level, series)
      beside(.comparator(id), series.before, level, series)
      beside(series.scope, series.before, Self.middle, series)
      edges += [Self.middle, level]
    case .multiple(let factor, let id):
      // The comparator improves by 2.
      beside(.comparator(id), series.before, Self.middle, series)
      beside(.comparator(id), series.period, ExactNumber(series.isLow ? 48 : 52), series)
      beside(series.scope, series.before, Self.middle, series)
      if let twice = factor.adding(factor),
        let edge = series.isLow ? Self.middle.subtracting(twice) : Self.middle.adding(twice)
      {
        edges.append(edge)
      }
    case .multipleOfFigure(let factor, let id):
      beside(.comparator(id), series.period, ExactNumber(10), series)
      if let edge = factor.multiplied(by: ExactNumber(10)) { edges.append(edge) }
    case .allOf(let parts), .anyOf(let parts):
      for part in parts { add(part, series) }
    case .kpi: break
    }
  }

  /// Gathers the boundaries of a tolerance, after those of its condition.
  mutating func add(_ amber: Amber, _ series: Series) {
    switch amber.rule {
    case .condition(let condition): add(condition, series)
    case .within(let quantity):
      let distance = quantity.number.magnitude
      edges += edges.flatMap { edge in
        [edge.subtracting(distance), edge.adding(distance)].compactMap { $0 }
      }
    }
  }

  // MARK: - Kinds

  private mutating func add(_ bound: Bound) {
    let limit = bound.limit.number
    edges.append(limit)
    if limit < .zero { admitsNegative = true }
    if limit == .zero, bound.relation == .atLeast || bound.relation == .above {
      admitsNegative = true
    }
  }

  private mutating func addGrades(around ranks: [Int], _ series: Series) {
    guard let levels = series.levels else {
      if series.kpi.scale?.value == "yes-no" { add(words: ["yes", "no"]) }
      return
    }
    for rank in levels.indices
    where levels.count <= 8 || ranks.contains(where: { abs($0 - rank) <= 1 }) {
      add(words: [levels[rank].name])
    }
  }

  private mutating func addShare(_ word: String, _ trust: Trust) {
    let entry = trust.quantifierWords.first { sameWord($0.word, word) }
    if let bound = entry?.meaning { add(bound) }
    add(words: word == "none" || word == "all" ? ["all", "none"] : ["all", word, "none"])
    if word == "all" { edges.append(ExactNumber(100)) }
    if word == "none" { edges.append(.zero) }
  }

  private mutating func add(_ comparison: Comparison, _ series: Series) {
    let line = Self.middle.adding(comparison.offset?.number ?? .zero) ?? Self.middle
    let declared = series.trust.comparators.first { $0.id == comparison.comparator }
    let period = declared?.period?.value ?? series.period
    beside(.comparator(comparison.comparator), period, Self.middle, series)
    func edge(_ quantity: Quantity?, _ isAbove: Bool) -> ExactNumber? {
      guard let distance = quantity?.number.magnitude else { return line }
      return isAbove ? line.adding(distance) : line.subtracting(distance)
    }
    switch comparison.relation {
    case .bound: edges.append(line)
    case .wellAbove: edges += [edge(declared?.wellAbove, true)].compactMap { $0 }
    case .inLine: edges += [edge(declared?.inLine, series.isLow)].compactMap { $0 }
    case .closeTo: edges += [edge(declared?.closeTo, series.isLow)].compactMap { $0 }
    case .within(let distance):
      edges += [edge(distance, false), edge(distance, true)].compactMap { $0 }
    }
  }

  // MARK: - Gathering

  private mutating func add(words new: [String]) {
    for word in new where !words.contains(word) { words.append(word) }
  }

  private mutating func add(beside reading: BoundaryTest.Beside) {
    if !beside.contains(reading) { beside.append(reading) }
  }

  private mutating func beside(
    _ scope: Scope,
    _ period: Period,
    _ number: ExactNumber,
    _ series: Series
  ) {
    add(beside: .init(scope, period, series.written(number)))
  }
}

extension BoundaryProbes.Series {
  /// The grades of the KPI's scale.
  var levels: [Scale.Level]? {
    guard let id = kpi.scale?.value else { return nil }
    return trust.scales.first { $0.id == id }?.levels
  }

  /// A figure as it is written in readings of the KPI.
  func written(_ number: ExactNumber) -> String {
    switch kpi.unit?.mark ?? .none {
    case .percent: "\(number)%"
    case .pounds: "£\(number)"
    case .none: "\(number)"
    }
  }
}

extension BoundaryProbes {
  /// The values to try: just below, at and just above each edge, then the words.
  func values(_ series: Series) -> [String] {
    let mark = series.kpi.unit?.mark ?? .none
    let decimals = edges.map(\.decimals).max() ?? 0
    // A count is tried in whole numbers, everything else one place finer than it is written.
    let places = mark == .none && decimals == 0 ? 0 : max(decimals, 1) + 1
    let step = ExactNumber(digits: 1, decimals: places)
    var numbers: [ExactNumber] = []
    for edge in edges {
      for number in [edge.subtracting(step), edge, edge.adding(step)] {
        guard let number, !numbers.contains(number) else { continue }
        if number < .zero, !admitsNegative { continue }
        if mark == .percent, edge == ExactNumber(100), number > edge { continue }
        numbers.append(number)
      }
    }
    return numbers.sorted().map(series.written) + words
  }
}
