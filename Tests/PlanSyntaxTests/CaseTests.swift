import FoundationEssentials
import PlanSyntax
import SourceText
import TestSupport
import Testing

/// Every file of `Cases`, with the tree and the problems that belong to it beside it.
@Suite("The cases")
struct CaseTests {
  static let folder = "Tests/PlanSyntaxTests/Cases"
  static let names: [String] = {
    let all = try? FileManager.default.contentsOfDirectory(atPath: "\(repositoryPath)/\(folder)")
    return (all ?? []).filter { $0.hasSuffix(".yaml") }.sorted()
  }()

  @Test("give the tree and the problems beside them", arguments: names)
  func golden(_ name: String) throws {
    let path = "\(repositoryPath)/\(Self.folder)/\(name)"
    let bytes = try Data(contentsOf: URL(filePath: path))
    let parsed = parse(Array(bytes))
    #expect(brokenLaw(Array(bytes)) == nil)
    expectGolden(dump(parsed), at: "\(Self.folder)/\(name.dropLast(5)).tree")
  }

  private func dump(_ parsed: ParsedText) -> String {
    var text = parsed.tree.root.map { dump($0, "") } ?? "(empty)\n"
    let table = LineTable(parsed.tree.bytes)
    for found in parsed.diagnostics {
      let at = table.lineColumn(at: Int(found.place.range.lower), in: parsed.tree.bytes)
      text += "\n\(at.line):\(at.column): \(found.severity)[\(found.id)]: \(found.message)\n"
      text += "   help: \(found.help)\n"
      guard let edits = found.fixIt?.edits, let fixed = edits.applied(to: parsed.tree.bytes) else {
        continue
      }
      let line = LineTable(fixed).range(ofLine: at.line)
      text += "   \(String(decoding: fixed[line.indices].filter { $0 != 0x0A }, as: UTF8.self))\n"
    }
    return text
  }

  private func dump(_ node: NodeSyntax, _ indent: String) -> String {
    let head =
      "\(node.kind)\(node.isFlow ? " in brackets" : "") \(node.range.lower)..<\(node.range.upper)"
    if let mapping = node.asMapping {
      return mapping.entries.reduce(into: head + "\n") {
        $0 += "\(indent)  \($1.name.text.debugDescription)\($1.isDuplicate ? " again" : ""): "
        $0 += dump($1.value, indent + "    ")
      }
    }
    if let list = node.asList {
      return list.items.reduce(into: head + "\n") {
        $0 += "\(indent)  - " + dump($1, indent + "    ")
      }
    }
    guard let scalar = node.asScalar else { return head + "\n" }
    return "\(scalar.style) \(scalar.text.debugDescription) \(head.dropFirst(7))\n"
  }
}
