import PlanSyntax
import SourceText
import TestSupport
import Testing

/// A node with the way to it: positions among entries or items, from the root.
private struct Found {
  var path: [Int]
  var node: NodeSyntax
}

private func allNodes(_ node: NodeSyntax, _ path: [Int] = []) -> [Found] {
  var children: [NodeSyntax] = []
  if let mapping = node.asMapping { children = mapping.entries.map(\.value) }
  if let list = node.asList { children = Array(list.items) }
  var found = [Found(path: path, node: node)]
  for index in children.indices { found += allNodes(children[index], path + [index]) }
  return found
}

extension TreeValue {
  /// The value with the part at a path changed.
  fileprivate func changing(_ path: ArraySlice<Int>, _ change: (TreeValue) -> TreeValue)
    -> TreeValue
  {
    guard let first = path.first else { return change(self) }
    switch self {
    case .list(var items):
      items[first] = items[first].changing(path.dropFirst(), change)
      return .list(items)
    case .mapping(var pairs):
      pairs[first].value = pairs[first].value.changing(path.dropFirst(), change)
      return .mapping(pairs)
    default: return self
    }
  }
}

private let newTexts = [
  "plain", "no", "a: b", "x #y", "> 75%", "it's \"so\"", "2026-09-01", "é – ü", "", " lead", "-",
  "one\ntwo", "one\n\n  two\n", "tab\there", "[x], {y}", "C:\\new", "a\n", "\nlead", "trail \nx",
]

@Suite("An edit")
struct EditLawTests {
  @Test("changes what it says and nothing else", arguments: 0..<8)
  func random(part: Int) throws {
    var documents = RandomDocument(seed: UInt64(part))
    var random = SeededGenerator(seed: UInt64(part) &* 977)
    var made = 0
    for _ in 0..<400 {
      let text = documents.text()
      let parsed = parse(text)
      try #require(parsed.places == [], "\(text.debugDescription)")
      let root = try #require(parsed.tree.root)
      for _ in 0..<4 {
        let found = random.pick(allNodes(root))
        let attempt = edit(parsed.tree, found, &random)
        guard let attempt else { continue }
        guard let bytes = attempt.edits.applied(to: parsed.tree.bytes) else {
          Issue.record("\(attempt.name): edits do not fit in \(text.debugDescription)")
          return
        }
        let after = parse(bytes)
        let expected = root.value.changing(found.path[...], attempt.change)
        let now = after.tree.root?.value ?? .absent
        let isSame = now == expected || (now == .absent && expected == .mapping([]))
        let kept = attempt.removes || keepsComments(parsed.tree, after.tree)
        guard isSame, after.places == [], kept else {
          Issue.record(
            """
            \(attempt.name) at \(found.path), comments kept: \(kept), \(after.places)
            before \(text.debugDescription)
            after  \(String(decoding: bytes, as: UTF8.self).debugDescription)
            """
          )
          return
        }
        made += 1
      }
    }
    #expect(made > 600)
  }

  private func keepsComments(_ before: SyntaxTree, _ after: SyntaxTree) -> Bool {
    before.comments.map(\.text) == after.comments.map(\.text)
  }

  private struct Attempt {
    var name: String
    var edits: [TextEdit]
    var removes = false
    var change: (TreeValue) -> TreeValue
  }

  private func edit(
    _ tree: SyntaxTree,
    _ found: Found,
    _ random: inout SeededGenerator
  ) -> Attempt? {
    let role = random.pick([ScalarRole.value, .prose])
    let text = random.pick(newTexts)
    let nodes: [NewNode] = [
      .text(text, role), .list([.text("i"), .mapping([NewEntry("m", .text("n"))])]),
      .mapping([NewEntry("p", .list([.list([.text("q")])])), NewEntry("r", nil)]),
    ]
    let node = random.pick(nodes)
    if let mapping = found.node.asMapping {
      let entries = Array(mapping.entries)
      let position = random.below(max(entries.count, 1))
      switch random.below(3) {
      case 0 where !entries.isEmpty:
        guard let edits = try? tree.removing(entries[position], from: mapping) else { return nil }
        return Attempt(name: "remove entry \(position)", edits: edits, removes: true) { old in
          guard case .mapping(var pairs) = old else { return old }
          pairs.remove(at: position)
          return pairs.isEmpty && !mapping.node.isFlow ? .absent : .mapping(pairs)
        }
      case 1 where !entries.isEmpty:
        guard let edits = try? tree.settingValue(of: entries[position], to: node) else {
          return nil
        }
        return Attempt(name: "set entry \(position) to \(node)", edits: edits) { old in
          guard case .mapping(var pairs) = old else { return old }
          pairs[position].value = self.flowValue(node, mapping.node.isFlow)
          return .mapping(pairs)
        }
      default:
        let entry = NewEntry("new name", node)
        let previous = entries.isEmpty ? nil : entries[position]
        guard let edits = try? tree.inserting(entry, into: mapping, after: previous) else {
          return nil
        }
        return Attempt(name: "insert \(node) after \(position)", edits: edits) { old in
          guard case .mapping(var pairs) = old else { return old }
          let pair = TreeValue.Pair("new name", self.flowValue(node, mapping.node.isFlow))
          pairs.insert(pair, at: entries.isEmpty ? 0 : position + 1)
          return .mapping(pairs)
        }
      }
    }
    if let list = found.node.asList {
      let count = Array(list.items).count
      if random.below(2) == 0, count > 0 {
        let position = random.below(count)
        guard let edits = try? tree.removing(itemAt: position, from: list) else { return nil }
        return Attempt(name: "remove item \(position)", edits: edits, removes: true) { old in
          guard case .list(var items) = old else { return old }
          items.remove(at: position)
          return items.isEmpty && !list.node.isFlow ? .absent : .list(items)
        }
      }
      guard let edits = try? tree.appending(node, to: list) else { return nil }
      return Attempt(name: "append \(node)", edits: edits) { old in
        guard case .list(let items) = old else { return old }
        return .list(items + [self.flowValue(node, list.node.isFlow)])
      }
    }
    guard let edits = try? tree.settingText(of: found.node, to: text, role: role) else {
      return nil
    }
    return Attempt(name: "set \(text.debugDescription)", edits: edits) { _ in .text(text) }
  }

  /// What a node says inside brackets, where an absent value is written as an empty text.
  private func flowValue(_ node: NewNode, _ isFlow: Bool) -> TreeValue {
    guard isFlow, case .mapping(let pairs) = node.value else { return node.value }
    return .mapping(
      pairs.map { TreeValue.Pair($0.name, $0.value == .absent ? .text("") : $0.value) }
    )
  }
}
