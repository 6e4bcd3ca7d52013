import PlanEvaluation
import PlanModel

extension KPIWording {
  /// A line of the proof of a figure that is made of those of the schools.
  func totalSentence(_ fact: Reason.Fact) -> String {
    switch fact {
    case .weighed(let reading, let weight):
      "\(trust.name(of: reading.scope)): the figure for \(periodWords(reading.period)) is "
        + "\(given(reading)), "
        + (weight.map { "weight \(exactFigure($0, .none))." } ?? "and its weight is not known.")
    case .notWeighed(let scope, let period):
      "\(trust.name(of: scope)): there is no reading for \(periodWords(period))."
    case .nothingToWeigh(let reading):
      "\(trust.name(of: reading.scope)): \(given(reading)), so it does not count."
    case .weightedMean(let sum, let weights, let mean):
      "Each figure counts as often as it weighs, which comes to \(exactFigure(sum, .none)) in all; "
        + "\(exactFigure(sum, .none)) ÷ \(exactFigure(weights, .none)) = \(words(mean))."
    case .meanWithin(let mean):
      "Whatever is not known, the figure of the trust is \(words(mean))."
    case .noMean: "So the figure of the trust cannot be told."
    default: ""
    }
  }

  /// A value as it was read; a gap with its reason.
  private func given(_ reading: Reading) -> String {
    if case .missing(let gap) = reading.value { return "“\(reading.text)” (\(gap.words))" }
    return value(of: reading, isExact: true)
  }

  private func words(_ value: ReadingValue) -> String {
    switch value {
    case .number(let number): exactFigure(number, mark)
    case .about(let low, _): about(low)
    case .between(let low, let high):
      "between \(exactFigure(low, mark)) and \(exactFigure(high, mark))"
    case .censored(let relation, let number):
      "\(relation.rawValue) \(exactFigure(number, mark))"
    default: ""
    }
  }

  /// A figure without end, with as many of its places as people read: `33.333…%`.
  func about(_ low: ExactNumber) -> String {
    let digits = figure(cut(low, places: 3), .none)
    switch mark {
    case .percent: return digits + "…%"
    case .pounds: return (digits.hasPrefix("-") ? "-£" + digits.dropFirst() : "£" + digits) + "…"
    case .none: return digits + "…"
    }
  }
}

/// A number with the places after the first few left out.
private func cut(_ number: ExactNumber, places: UInt8) -> ExactNumber {
  var digits = number.digits
  var decimals = number.decimals
  while decimals > places {
    digits /= 10
    decimals -= 1
  }
  return ExactNumber(digits: digits, decimals: decimals)
}
