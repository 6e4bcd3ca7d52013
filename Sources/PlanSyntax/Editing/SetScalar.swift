public import SourceText

extension SyntaxTree {
  /// The edits that make a text, or a value that is absent, say something else.
  ///
  /// Quotes stay where there were some, a comment behind the value stays, and a text of several
  /// lines becomes a block. The node may also be a name, which then has to be one line.
  public func settingText(
    of node: NodeSyntax,
    to text: String,
    role: ScalarRole = .value
  ) throws(EditRefused) -> [TextEdit] {
    guard node.kind == .scalar || node.kind == .absent else { throw .notEditable }
    let context = EditContext(self)
    let record = node.record
    let (containers, isName) = context.ancestors(of: node.index)
    let isFlow = containers.last.map { storage.nodes[$0].flags.contains(.flow) } ?? false
    var writer = context.writer(near: record.lower)
    writer.lineEnd = context.lineEnd(near: record.lower)
    if isName, text.utf8.contains(.lineFeed) { throw .cannotBeWritten }
    if isFlow {
      let new = try writer.flowScalar(text, role, style: record.style)
      return [TextEdit(replacing: node.range, with: new)]
    }
    // A comment behind the value leaves no room for lines below it.
    let hasRoom = !isName && !context.hasComment(record.upper, context.lineStop(record.upper))
    let column = containers.last.map { context.column(of: storage.nodes[$0].lower) } ?? -2
    writer.allowsBlocks = hasRoom && context.hasRoomForBlock(below: record.upper, under: column)
    var new = try writer.scalar(text, role, column: column, style: record.style)
    if node.kind == .absent { return [TextEdit(replacing: node.range, with: " " + new)] }
    let isBlock = record.style == .literal || record.style == .folded
    if !isBlock, new.utf8.contains(.lineFeed) {
      // Spaces behind the old value would become part of the last line.
      let end = Int(context.lineStop(record.upper))
      return [TextEdit(replacing: TextRange(Int(record.lower), end), with: new)]
    }
    if isBlock, let comment = context.headerComment(record) {
      let words = "  " + comment
      guard let end = new.utf8.firstIndex(where: { $0 == .lineFeed || $0 == .carriageReturn })
      else { return [TextEdit(replacing: node.range, with: new + words)] }
      new.insert(contentsOf: words, at: end)
    }
    return [TextEdit(replacing: node.range, with: new)]
  }

  /// The edits that make the text of a name or value say something else.
  public func settingText(
    of scalar: ScalarSyntax,
    to text: String,
    role: ScalarRole = .value
  ) throws(EditRefused) -> [TextEdit] {
    try settingText(of: NodeSyntax(tree: self, index: scalar.index), to: text, role: role)
  }

  /// The edits that give an entry another value, of any kind.
  ///
  /// Refused where comments stand inside the old value.
  public func settingValue(
    of entry: EntrySyntax,
    to value: NewNode
  ) throws(EditRefused) -> [TextEdit] {
    if case .text(let text, let role) = value, !entry.value.record.isContainer {
      return try settingText(of: entry.value, to: text, role: role)
    }
    let context = EditContext(self)
    let old = entry.value.record
    let name = entry.name.record
    if old.kind == .invalid { throw .notEditable }
    if context.hasComment(old.lower, old.upper) { throw .wouldLoseComments }
    var writer = context.writer(near: name.upper)
    let (containers, _) = context.ancestors(of: entry.index)
    if containers.contains(where: { storage.nodes[$0].flags.contains(.flow) }) {
      return [TextEdit(replacing: entry.value.range, with: try writer.flow(value))]
    }
    let column = context.column(of: name.lower)
    writer.allowsBlocks =
      !context.hasComment(old.upper, context.lineStop(old.upper))
      && context.hasRoomForBlock(below: old.upper, under: column)
    let new = try writer.value(value, at: column, isItem: false)
    let colon = context.colon(after: name.upper)
    if old.kind == .absent {
      // The lines go below; a comment behind the colon stays there.
      let isBelow = new.utf8.first != .space
      let stop = isBelow ? Int(context.lineStop(UInt32(colon))) : colon
      return [TextEdit(replacing: TextRange(stop, stop), with: new)]
    }
    if context.hasComment(UInt32(colon), old.lower) { throw .wouldLoseComments }
    return [TextEdit(replacing: TextRange(colon, Int(old.upper)), with: new)]
  }
}

extension EditContext {
  /// The end of the line of an offset, before its line end.
  func lineStop(_ offset: UInt32) -> UInt32 {
    UInt32(truncatingIfNeeded: bytes.span.lineEnd(from: Int(offset)))
  }

  /// The offset after the colon that follows a name.
  func colon(after name: UInt32) -> Int {
    var at = Int(name)
    while at < bytes.count, bytes[at] != .colon { at += 1 }
    return min(at + 1, bytes.count)
  }

  /// The comment behind the sign of a block text.
  func headerComment(_ record: NodeRecord) -> String? {
    let found = tree.storage.firstComment(from: Int(record.lower))
    guard found < tree.storage.comments.count else { return nil }
    let comment = tree.storage.comments[found]
    guard comment.lower < lineStop(record.lower) else { return nil }
    return String(decoding: bytes[comment.indices], as: UTF8.self)
  }
}
