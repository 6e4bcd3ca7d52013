import PlanSyntax
import SourceText
import TestSupport
import Testing

/// What holds for every file, however broken; the message says what does not.
func brokenLaw(_ bytes: [UInt8]) -> String? {
  let parsed = parse(bytes)
  let tree = parsed.tree
  if tree.bytes != bytes { return "bytes out are not the bytes in" }
  var at = 0
  for token in tree.tokens {
    if Int(token.range.lower) != at { return "no token at \(at)" }
    if token.range.isEmpty { return "empty token at \(at)" }
    at = Int(token.range.upper)
  }
  if at != bytes.count { return "the last token ends at \(at)" }
  var last = 0
  for diagnostic in parsed.diagnostics {
    let range = diagnostic.place.range
    if Int(range.lower) < last { return "problems out of order at \(range.lower)" }
    if Int(range.upper) > bytes.count { return "\(diagnostic.id) past the end" }
    if diagnostic.message.isEmpty || diagnostic.help.isEmpty { return "\(diagnostic.id): no words" }
    if let fix = diagnostic.fixIt, fix.edits.applied(to: bytes) == nil {
      return "\(diagnostic.id): edits that do not fit"
    }
    last = Int(range.lower)
  }
  if let root = tree.root { return brokenNode(root, 0) }
  return nil
}

private func brokenNode(_ node: NodeSyntax, _ depth: Int) -> String? {
  if depth > 65 { return "too deep" }
  if Int(node.range.upper) > node.tree.bytes.count { return "node past the end" }
  if let text = node.asScalar?.text, text.utf8.count > 4 * node.tree.bytes.count + 4 {
    return "text longer than its file"
  }
  for entry in node.asMapping.map({ Array($0.entries) }) ?? [] {
    _ = (entry.name.text, entry.trailingComment, entry.leadingComments)
    if let broken = brokenNode(entry.value, depth + 1) { return broken }
    if entry.range.lower < node.range.lower || entry.range.upper > node.range.upper {
      return "entry \(entry.range) outside \(node.range)"
    }
  }
  for item in node.asList.map({ Array($0.items) }) ?? [] {
    if let broken = brokenNode(item, depth + 1) { return broken }
    if item.range.lower < node.range.lower || item.range.upper > node.range.upper {
      return "item \(item.range) outside \(node.range)"
    }
  }
  return nil
}

/// Documents in which most of the grammar occurs, small so that damage does something.
let seeds: [String] =
  mistakes.map(\.text) + [
    "# head\nplan: a   # c\n\nlist:\n- x\n- id: y\n  more: [1, \"two\", {a: b}]\n-\n- - z\n",
    "\u{FEFF}---\r\na: 'it''s'\r\nb: \"\\u00e9 \\\r\n  c\"\r\n\r\nt: |-\r\n  x\r\n   y\r\n\r\n# end\r\n",
    "a: one\n  two\n\n  three # c\nb: >2+\n    x\n   y\n\n\nc:\n# d\n  e: {f: [g,\n    h], \"i\":1} # j\n...\n",
    "\"q\": x\n'r' : y\né: ï\nno-break: a\u{A0}b\n  \n\t\nz: - \n",
    "[a, {b: c},\n  \"d\"]\n", "{\"a\": [1, 2, {\"b\": null}], 'c': d}\n",
    "- a\n-   b: c\n    d: e\n- |\n f\n",
  ]

let pieces = [
  "\n", "\r\n", " ", "  ", "\t", ":", ": ", "- ", "-", "#", " #", "# c", "\"", "'", "[", "]", "{",
  "}", ",", "|", ">", "|2", ">-", "&", "*", "!", "%", "@", "?", "? ", "---\n", "...\n", "\\", "\\n",
  "\\x", "a", "b: c", "\n- ", "\n  ", "\nid: ", "•", "–", "\u{A0}", "\u{3000}", "é", "e\u{301}",
  "\u{FEFF}", "\u{2028}", "\u{202E}", "<<", "=", "：", "1. ", "\n\n", "[[", "{{", "}}", "\u{7}",
]

@Suite("The laws of a tree")
struct LawTests {
  @Test("hold for every seed", arguments: seeds)
  func seed(_ text: String) { #expect(brokenLaw(Array(text.utf8)) == nil) }

  @Test("hold for every beginning of a seed", arguments: seeds)
  func beginnings(_ text: String) {
    let bytes = Array(text.utf8)
    for count in 0...bytes.count {
      let broken = brokenLaw(Array(bytes[..<count]))
      #expect(broken == nil, "at \(count)")
    }
  }

  @Test("hold for damaged files", arguments: 0..<8)
  func damaged(part: Int) {
    let variable = environment("RLT_MUTATIONS").flatMap(Int.init)
    let count = (variable ?? 100_000) / 8
    var mutator = SeededMutator(seed: UInt64(part), pieces: pieces)
    let starts = seeds.map { Array($0.utf8) }
    for _ in 0..<count {
      var bytes = mutator.mutated(mutator.random.pick(starts))
      if mutator.random.below(3) == 0 { bytes += mutator.mutated(mutator.random.pick(starts)) }
      if let broken = brokenLaw(bytes) {
        let shown = String(decoding: bytes, as: UTF8.self).debugDescription
        Issue.record("\(broken): \(shown)")
        return
      }
    }
  }
}
