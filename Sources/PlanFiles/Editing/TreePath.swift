internal import PlanSyntax

/// One step on the way from the top of a file to a part of it.
enum TreeStep: Hashable, Sendable {
  /// The value of an entry, by name.
  case key(String)
  /// An item of a list, from 0.
  case item(Int)
}

extension SyntaxTree {
  /// The node at the end of a way; `nil` where the way does not lead anywhere.
  func node(at path: [TreeStep]) -> NodeSyntax? {
    var node = root
    for step in path {
      switch step {
      case .key(let name): node = node?.asMapping?.entry(named: name)?.value
      case .item(let index):
        guard let items = node?.asList.map({ Array($0.items) }), items.indices.contains(index)
        else { return nil }
        node = items[index]
      }
    }
    return node
  }
}

extension TreeValue {
  /// The value with the part at the end of a way changed.
  func changing(_ path: ArraySlice<TreeStep>, _ change: (TreeValue) -> TreeValue) -> TreeValue {
    guard let step = path.first else { return change(self) }
    switch (self, step) {
    case (.list(var items), .item(let index)) where items.indices.contains(index):
      items[index] = items[index].changing(path.dropFirst(), change)
      return .list(items)
    case (.mapping(var pairs), .key(let name)):
      guard let index = pairs.firstIndex(where: { $0.name == name }) else { return self }
      pairs[index].value = pairs[index].value.changing(path.dropFirst(), change)
      return .mapping(pairs)
    default: return self
    }
  }

  /// The value with an item added to a list.
  func appending(_ item: TreeValue) -> TreeValue {
    guard case .list(let items) = self else { return .list([item]) }
    return .list(items + [item])
  }

  /// The value with an entry added to a mapping, behind another or at the end.
  func inserting(_ pair: Pair, after name: String?) -> TreeValue {
    guard case .mapping(var pairs) = self else { return .mapping([pair]) }
    let before = name.flatMap { name in pairs.firstIndex { $0.name == name } }
    pairs.insert(pair, at: before.map { $0 + 1 } ?? pairs.count)
    return .mapping(pairs)
  }

  /// The value with an entry of a mapping set to something else, or removed.
  func setting(_ name: String, to value: TreeValue?) -> TreeValue {
    guard case .mapping(var pairs) = self,
      let index = pairs.firstIndex(where: { $0.name == name })
    else { return self }
    if let value { pairs[index].value = value } else { pairs.remove(at: index) }
    return .mapping(pairs)
  }
}
