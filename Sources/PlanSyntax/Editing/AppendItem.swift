public import SourceText

extension SyntaxTree {
  /// The edits that add an item at the end of a list.
  public func appending(
    _ item: NewNode,
    to list: ListSyntax
  ) throws(EditRefused) -> [TextEdit] {
    let context = EditContext(self)
    let items = Array(list.items)
    var writer = context.writer(near: items.last?.range.upper ?? list.range.lower)
    if list.node.isFlow {
      let text = try writer.flow(item)
      guard let last = items.last else {
        return context.insert(text, at: Int(list.range.lower) + 1)
      }
      return context.insert(", " + text, at: Int(last.range.upper))
    }
    guard let last = items.last, let first = items.first else { throw .notEditable }
    let column = context.column(of: list.range.lower)
    writer.allowsBlocks = context.hasRoomForBlock(below: last.range.upper, under: column)
    writer.dashGap = context.dashGap(list.range.lower, first)
    let isSpaced = context.isSpaced(items.map { ($0.range.lower, $0.range.upper) }, items.count - 1)
    return context.addLine(
      writer.spaces(column) + (try writer.item(item, at: column)),
      after: last.index,
      writer.lineEnd,
      isSpaced: isSpaced
    )
  }
}

extension EditContext {
  /// The spaces between the first dash of a list and its item, where that is on the same line.
  func dashGap(_ dash: UInt32, _ item: NodeSyntax) -> Int {
    let lower = Int(item.range.lower)
    guard item.kind != .absent, lower > Int(dash) + 1, lower - Int(dash) <= 9 else { return 1 }
    for index in Int(dash) + 1..<lower where bytes[index] != .space { return 1 }
    return lower - Int(dash) - 1
  }
}
