import PlanModel
import SourceText

extension Trust {
  /// The words of a target with comparators by their names: `above national average`.
  ///
  /// Files may name them by id, which is not how people speak of them.
  func namingComparators(of target: Target) -> String {
    var text = target.text
    guard target.condition.asksComparators else { return text }
    for id in target.condition.comparators {
      guard let name = comparators.first(where: { $0.id == id })?.name, name != id else { continue }
      text = text.replacing(word: id, with: name)
    }
    return text
  }
}

extension Condition {
  /// Whether the condition may look at a comparator.
  fileprivate var asksComparators: Bool {
    switch self {
    case .comparison, .gap, .multiple, .multipleOfFigure, .allOf, .anyOf: true
    default: false
    }
  }

  /// The comparators that the condition looks at, each once.
  var comparators: [String] {
    var found: [String] = []
    collectComparators(&found)
    return found
  }

  private func collectComparators(_ found: inout [String]) {
    switch self {
    case .comparison(let comparison): add(comparison.comparator, to: &found)
    case .gap(_, let id), .multiple(_, let id), .multipleOfFigure(_, let id): add(id, to: &found)
    case .allOf(let parts), .anyOf(let parts):
      for part in parts { part.collectComparators(&found) }
    default: break
    }
  }

  private func add(_ id: String, to found: inout [String]) {
    if !found.contains(id) { found.append(id) }
  }
}

extension String {
  /// The text with a word replaced wherever it stands between spaces, commas or the ends.
  func replacing(word: String, with other: String) -> String {
    let bytes = Array(utf8)
    let wanted = Array(word.utf8)
    var result: [UInt8] = []
    var at = 0
    func isEdge(_ index: Int) -> Bool {
      guard bytes.indices.contains(index) else { return true }
      return [0x20, UInt8(ascii: ","), UInt8(ascii: ";")].contains(bytes[index])
    }
    while at < bytes.count {
      let end = at + wanted.count
      // The id of a KPI may be the same word.
      if isEdge(at - 1), end <= bytes.count, isEdge(end), bytes[at..<end].elementsEqual(wanted),
        !result.suffix(4).elementsEqual("kpi ".utf8)
      {
        result += other.utf8
        at = end
      } else {
        result.append(bytes[at])
        at += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
