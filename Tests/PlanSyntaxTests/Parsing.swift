import PlanSyntax
import SourceText

func parse(_ text: String) -> ParsedText { parse(Array(text.utf8)) }

func parse(_ bytes: [UInt8]) -> ParsedText {
  parsePlanText(SourceFile(name: "plan.yaml", bytes: bytes), id: FileID(0))
}

extension ParsedText {
  /// `colon-text 1:15` for each problem.
  var places: [String] {
    let table = LineTable(tree.bytes)
    return diagnostics.map {
      let at = table.lineColumn(at: Int($0.place.range.lower), in: tree.bytes)
      return "\($0.severity == .warning ? "warning " : "")\($0.id) \(at.line):\(at.column)"
    }
  }

  /// The text of the value of a name of the root.
  func text(_ name: String) -> String? {
    tree.root?.asMapping?.entry(named: name)?.value.asScalar?.text
  }

  /// What is left of the bytes when the first correction there is has been made, again and again.
  func corrected() -> (bytes: [UInt8], places: [String]) {
    var parsed = self
    for _ in 0..<20 {
      guard let fix = parsed.diagnostics.lazy.compactMap(\.fixIt).first,
        let bytes = fix.edits.applied(to: parsed.tree.bytes)
      else { break }
      parsed = parse(bytes)
    }
    return (parsed.tree.bytes, parsed.places)
  }
}
