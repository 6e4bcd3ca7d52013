import PlanModel
import SourceText

/// The figure of the trust, worked out from those of its schools.
struct TrustTotal {
  /// The figure as a reading of the trust; `nil` where nothing can be told of it.
  var reading: Reading?
  var reasons: [Reason]
}

extension Evaluator {
  /// The figure of the trust for a KPI that is read per school and asked of the trust.
  ///
  /// Each school's figure counts with its weight. Where weights or figures of percentages are missing,
  /// only what holds whatever they are is said; other figures may be counts, which have no mean. A row
  /// of the trust itself, of the same time or later, goes before.
  ///
  /// - Parameters:
  ///   - question: The KPI.
  ///   - strand: The strand.
  ///   - scope: What is asked about; schools have no total.
  ///   - period: The period; the latest that any school has where `nil`.
  ///   - own: The trust's own reading.
  /// - Returns: The total; `nil` where the KPI has none or no school has a reading.
  func total(
    _ question: Question,
    _ strand: KPI.Strand?,
    _ scope: Scope,
    in period: Period? = nil,
    over own: Reading? = nil
  ) -> TrustTotal? {
    guard scope == .trust, question.isTotal else { return nil }
    let kpi = question.kpi
    let now = trust.schools.filter { school in
      absence(of: school) == nil && exemption(of: school, from: kpi)?.outcome != .notApplicable
    }
    guard let period = period ?? latestPeriod(kpi, strand, now) else { return nil }
    if let own, days(of: own.period).upperBound >= days(of: period).upperBound { return nil }
    let members = now.filter { wasMember($0, in: period) }
    let id = readID(of: kpi)
    var parts: [Part] = []
    var reasons: [Reason] = []
    for school in members {
      let scope = Scope.school(school.id)
      guard
        let row = reading(id, strand?.id, scope, in: period)
          ?? reading(id, strand?.id, .everySchool, in: period)
      else {
        reasons.append(Reason(.notWeighed(scope, period), at: school.place))
        parts.append(Part())
        continue
      }
      if row.value == .missing(.notApplicable) || row.value == .missing(.noEntries) {
        reasons.append(Reason(.nothingToWeigh(row), at: row.place))
        continue
      }
      // A school of which it is not known whether the KPI applies to it may not count at all.
      let weight = exemption(of: school, from: kpi) == nil ? row.weight : nil
      reasons.append(Reason(.weighed(row.spoken(for: scope), weight: weight), at: row.place))
      parts.append(Part(figures: figures(of: row.value, kpi), weight: weight))
    }
    let isPercent = kpi.unit?.mark == .percent
    guard isPercent && !parts.isEmpty || parts.contains(where: { $0.weight != nil }) else {
      return nil
    }
    guard parts.contains(where: { $0.figures != nil }) else {
      return TrustTotal(reading: nil, reasons: reasons + [Reason(.noMean)])
    }
    if kpi.unit?.isShareOfWhole == true { for index in parts.indices { parts[index].clip() } }
    return total(of: parts, reasons, id, strand, period, kpi)
  }

  /// What one school brings into the total.
  private struct Part {
    /// The figures that the school's may be; `nil` where nothing is known of it.
    var figures: FigureRange?
    var weight: ExactNumber?

    /// A share of a whole lies between nothing and everything, whatever else is known.
    mutating func clip() {
      let whole = FigureRange(.atLeast, .zero).intersection(FigureRange(.atMost, ExactNumber(100)))
      figures = figures?.intersection(whole) ?? whole
    }
  }

  /// The latest period for which a school has a reading.
  private func latestPeriod(
    _ kpi: KPI,
    _ strand: KPI.Strand?,
    _ schools: [School]
  ) -> Period? {
    let id = readID(of: kpi)
    var found: Period?
    for scope in schools.map({ Scope.school($0.id) }) + [.everySchool] {
      let choice = latest(id, strand?.id, scope) { isInForce($0, kpi) && isInWindow($0, kpi) }
      guard let period = choice.reading?.period else { continue }
      if let known = found, days(of: period).upperBound <= days(of: known).upperBound { continue }
      found = period
    }
    return found
  }

  private func total(
    of parts: [Part],
    _ reasons: [Reason],
    _ id: KPI.ID,
    _ strand: KPI.Strand?,
    _ period: Period,
    _ kpi: KPI
  ) -> TrustTotal {
    var found = TrustTotal(reading: nil, reasons: reasons)
    // What weighs nothing need not be known.
    let parts = parts.filter { $0.weight != .zero }
    let isPercent = kpi.unit?.mark == .percent
    guard let (value, line) = weighted(parts) ?? (isPercent ? bounded(parts) : nil) else {
      found.reasons.append(Reason(.noMean))
      return found
    }
    found.reasons.append(Reason(line))
    found.reading = Reading(
      kpi: id,
      strand: strand?.id,
      scope: .trust,
      period: period,
      value: value,
      text: value.written(in: kpi.unit),
      at: kpi.place
    )
    return found
  }

  /// The weighted mean, between its least and its most where figures are known within limits only.
  private func weighted(_ parts: [Part]) -> (ReadingValue, Reason.Fact)? {
    var weights = ExactNumber.zero
    for part in parts {
      guard let weight = part.weight, let sum = weights.adding(weight) else { return nil }
      weights = sum
    }
    let least = sum(parts) { $0.lower }
    let most = sum(parts) { $0.upper }
    let low = least.flatMap { $0.number.divided(by: weights) }
    let high = most.flatMap { $0.number.divided(by: weights) }
    if let least, let low, least.isIncluded, least.number == most?.number {
      let value: ReadingValue =
        low.lowerBound == low.upperBound
        ? .number(low.lowerBound) : .about(low.lowerBound, low.upperBound)
      return (value, .weightedMean(least.number, weights, value))
    }
    let ends = (
      low.map { FigureRange.End(number: $0.lowerBound, isIncluded: least?.isIncluded ?? true) },
      high.map { FigureRange.End(number: $0.upperBound, isIncluded: most?.isIncluded ?? true) }
    )
    return Self.value(ends.0, ends.1).map { ($0, .meanWithin($0)) }
  }

  /// The sum of one end of all figures, each as often as it weighs.
  private func sum(
    _ parts: [Part],
    _ end: (FigureRange) -> FigureRange.End?
  ) -> FigureRange.End? {
    var total = FigureRange.End(number: .zero, isIncluded: true)
    for part in parts {
      guard let end = part.figures.flatMap(end), let weight = part.weight,
        let number = end.number.multiplied(by: weight), let sum = total.number.adding(number)
      else { return nil }
      total = FigureRange.End(number: sum, isIncluded: total.isIncluded && end.isIncluded)
    }
    return total
  }

  /// No mean lies below the least of its figures or above the most, whatever they weigh.
  private func bounded(_ parts: [Part]) -> (ReadingValue, Reason.Fact)? {
    var low: FigureRange.End?
    var high: FigureRange.End?
    for (index, part) in parts.enumerated() {
      low = index == 0 ? part.figures?.lower : Self.outer(low, part.figures?.lower, <)
      high = index == 0 ? part.figures?.upper : Self.outer(high, part.figures?.upper, >)
    }
    return Self.value(low, high).map { ($0, .meanWithin($0)) }
  }

  /// The further of two ends; none where one is open.
  private static func outer(
    _ first: FigureRange.End?,
    _ second: FigureRange.End?,
    _ isFurther: (ExactNumber, ExactNumber) -> Bool
  ) -> FigureRange.End? {
    guard let first, let second else { return nil }
    if first.number == second.number { return first.isIncluded ? first : second }
    return isFurther(second.number, first.number) ? second : first
  }

  private static func value(_ low: FigureRange.End?, _ high: FigureRange.End?) -> ReadingValue? {
    switch (low, high) {
    case (let low?, let high?):
      low.number == high.number ? .number(low.number) : .between(low.number, high.number)
    case (let low?, nil): .censored(low.isIncluded ? .atLeast : .above, low.number)
    case (nil, let high?): .censored(high.isIncluded ? .atMost : .below, high.number)
    case (nil, nil): nil
    }
  }
}

extension Question {
  /// Whether the figure of the trust is made of those of its schools.
  var isTotal: Bool {
    guard case .theTrust = kpi.quantifier?.rule else { return false }
    return kpi.level == .school
  }
}

extension Reading {
  /// The reading as that of a school, for one that was given for every school alike.
  fileprivate func spoken(for scope: Scope) -> Reading {
    var reading = self
    reading.scope = scope
    return reading
  }
}

extension ReadingValue {
  /// The value as it would be typed, with the mark of its unit.
  fileprivate func written(in unit: Unit?) -> String {
    func text(_ number: ExactNumber) -> String {
      switch unit?.mark ?? .none {
      case .percent: "\(number)%"
      case .pounds: "£\(number)"
      case .none: "\(number)"
      }
    }
    return switch self {
    case .number(let number): text(number)
    case .censored(let relation, let number): "\(relation.rawValue) \(text(number))"
    case .between(let low, let high): "\(text(low)) to \(text(high))"
    case .about(let low, _): "about \(text(low))"
    default: ""
    }
  }
}
