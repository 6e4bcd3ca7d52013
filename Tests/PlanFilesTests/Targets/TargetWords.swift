import PlanFiles
import PlanModel
import SourceText

/// A trust's words, enough to read targets against.
enum TargetWords {
  static let place = Place(FileID(0), TextRange(0, 0))

  static let ofsted = Scale(
    id: "ofsted-grade",
    title: "Ofsted grade",
    levels: [
      Scale.Level("Outstanding", code: "1"), Scale.Level("Good", code: "2"),
      Scale.Level("Requires improvement", code: "3", aliases: ["RI"]),
      Scale.Level("Inadequate", code: "4"),
    ],
    at: place
  )

  static func comparator(_ id: String, _ name: String, _ aliases: [String] = []) -> Comparator {
    var comparator = Comparator(id: id, name: name, at: place)
    comparator.aliases = aliases
    return comparator
  }

  static func context(unit: String? = nil, scale: Scale? = nil) -> TargetContext {
    TargetContext(
      unit: unit.map { Unit($0) },
      scale: scale,
      comparators: [
        comparator("national", "National average", ["NA"]),
        comparator("peers", "Other pupils with the same start"),
        comparator("local-authority", "Local authority average", ["LA"]),
      ],
      quantifierWords: [
        QuantifierWord(
          "overwhelming majority",
          meaning: Bound(.above, Quantity(ExactNumber(85), .percent)),
          at: place
        ),
        QuantifierWord("almost all", meaning: nil, at: place),
      ],
      scales: [ofsted]
    )
  }

  /// Units as tests name them: `%`, `£`, `schools`, `grade` for a scale, or nothing.
  static func context(for unit: String) -> TargetContext {
    switch unit {
    case "": context()
    case "grade": context(scale: ofsted)
    default: context(unit: unit)
    }
  }
}

/// A whole number in a test.
func number(_ text: String) -> ExactNumber { ExactNumber(text) ?? .zero }

/// A figure in percent.
func percent(_ text: String) -> Quantity { Quantity(number(text), .percent) }

/// A figure without a mark.
func plain(_ text: String) -> Quantity { Quantity(number(text)) }
