public import SourceText

extension SyntaxTree {
  /// The edits that put the layout of a file in order.
  ///
  /// Names stand two spaces further in than the name or dash that owns them, lists below a name
  /// too; one space follows a colon and a dash; lines end without spaces; there is one blank line
  /// at most between lines, none at the start and none at the end of the file.
  /// The lines of texts that run over several lines are moved as a whole.
  public var layoutEdits: [TextEdit] {
    var layout = Layout(self)
    return layout.edits()
  }
}

/// Goes through the lines of a file, and knows for each how far in it is and is to be.
private struct Layout {
  let tree: SyntaxTree
  let context: EditContext
  let bytes: [UInt8]
  /// For a line that begins with a name, dash or value: how far in it is to be.
  private var columns: [Int: Int] = [:]
  /// Lines that belong to a text of several lines, with the line that the text begins in, and
  /// whether even its blank lines and spaces belong to it.
  private var textLines: [Int: (first: Int, isExact: Bool)] = [:]
  private var found: [TextEdit] = []
  private let table: LineTable

  init(_ tree: SyntaxTree) {
    self.tree = tree
    context = EditContext(tree)
    bytes = tree.bytes
    table = LineTable(bytes)
  }

  mutating func edits() -> [TextEdit] {
    guard let root = tree.root else { return [] }
    place(root, at: 0)
    lines()
    return found
  }

  // MARK: - Where nodes belong

  private func line(_ offset: UInt32) -> Int { table.line(at: Int(offset)) }

  /// Gives the lines of a node their columns.
  private mutating func place(_ node: NodeSyntax, at column: Int) {
    if node.isFlow {
      markText(node.range, from: node.range.lower, isExact: false)
    } else if let mapping = node.asMapping {
      for entry in mapping.entries { place(entry, at: column) }
    } else if let list = node.asList {
      let items = Array(list.items)
      let dashes = context.dashes(of: list, items.map { Int($0.range.upper) })
      guard dashes.count == items.count else { return }
      for (dash, item) in zip(dashes, items) {
        if context.startsLine(UInt32(dash)) { columns[line(UInt32(dash))] = column }
        let isBeside = item.kind != .absent && line(item.range.lower) == line(UInt32(dash))
        if isBeside { space(after: dash + 1, until: Int(item.range.lower)) }
        place(value: item, at: column + 2, from: UInt32(dash))
      }
    } else if node.kind == .scalar {
      place(value: node, at: column, from: node.range.lower)
    }
  }

  private mutating func place(_ entry: EntrySyntax, at column: Int) {
    let name = entry.name.range
    if context.startsLine(name.lower) { columns[line(name.lower)] = column }
    let colon = context.colon(after: name.upper)
    if colon - 1 > Int(name.upper), colon <= bytes.count {
      cut(Int(name.upper), colon - 1, to: "")
    }
    let value = entry.value
    if value.kind != .absent, line(value.range.lower) == line(name.lower) {
      space(after: colon, until: Int(value.range.lower))
    }
    place(value: value, at: column + 2, from: name.lower)
  }

  /// Places the value behind a name or dash.
  private mutating func place(value: NodeSyntax, at column: Int, from owner: UInt32) {
    guard value.kind == .scalar else {
      place(value, at: column)
      return
    }
    let record = value.record
    if line(record.lower) != line(owner), context.startsLine(record.lower) {
      columns[line(record.lower)] = column
    }
    let isBlock = record.style == .literal || record.style == .folded
    guard isBlock || record.flags.contains(.multiLine) else { return }
    markText(value.range, from: owner, isExact: isBlock)
  }

  /// Marks the lines after the first of a text, which move with it.
  private mutating func markText(_ range: TextRange, from owner: UInt32, isExact: Bool) {
    let first = line(range.lower)
    var last = line(max(range.lower, range.upper == 0 ? 0 : range.upper - 1))
    if isExact, context.keepsBlankLines(recordIndex(range)) {
      while last < table.count, isBlank(table.range(ofLine: last + 1)) { last += 1 }
    }
    guard last > first else { return }
    for number in (first + 1)...last { textLines[number] = (first, isExact) }
  }

  private func recordIndex(_ range: TextRange) -> Int {
    context.records.firstIndex { $0.lower == range.lower && $0.kind == .scalar } ?? -1
  }

  // MARK: - Spaces within a line

  private mutating func space(after lower: Int, until upper: Int) {
    guard lower < upper, !(upper - lower == 1 && bytes[lower] == .space) else { return }
    for index in lower..<upper where !bytes[index].isSpaceOrTab { return }
    cut(lower, upper, to: " ")
  }

  private mutating func cut(_ lower: Int, _ upper: Int, to text: String) {
    found.append(TextEdit(replacing: TextRange(lower, upper), with: text))
  }

  // MARK: - Lines

  private func isBlank(_ range: TextRange) -> Bool {
    bytes[range.indices].allSatisfy { $0.isSpaceOrTab || $0 == .carriageReturn || $0 == .lineFeed }
  }

  private mutating func lines() {
    var shifts: [Int: Int] = [:]
    var waiting: [Int] = []
    var blankStart: Int?
    var hasContent = false
    // After a block text a comment that stands further in would become part of it.
    var limit: Int?
    for number in 1...table.count {
      let range = table.range(ofLine: number)
      if let text = textLines[number] {
        blankStart = nil
        if text.isExact { limit = columns[text.first] ?? 0 }
        moveText(range, by: shifts[text.first] ?? 0, isExact: text.isExact)
        continue
      }
      guard !range.isEmpty || number < table.count else { break }
      if isBlank(range) {
        blankStart = blankStart ?? number
        continue
      }
      closeBlank(blankStart, before: number, keepsOne: hasContent)
      blankStart = nil
      hasContent = true
      trimEnd(range)
      guard let column = columns[number] else {
        if bytes[indentEnd(range)] == .hash { waiting.append(number) }
        continue
      }
      for comment in waiting { moveComment(comment, above: number, column, limit) }
      waiting = []
      limit = nil
      let old = indent(range)
      shifts[number] = column - old
      move(range, from: old, to: column)
    }
    for comment in waiting { moveComment(comment, above: nil, 0, limit) }
    closeBlank(blankStart, before: table.count + 1, keepsOne: false)
    endFile()
  }

  private func start(_ range: TextRange) -> Int {
    let lower = Int(range.lower)
    return lower == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : lower
  }

  private func indentEnd(_ range: TextRange) -> Int {
    var at = start(range)
    while at < bytes.count, bytes[at] == .space { at += 1 }
    return min(at, bytes.count - 1)
  }

  private func indent(_ range: TextRange) -> Int { indentEnd(range) - start(range) }

  private mutating func move(_ range: TextRange, from old: Int, to new: Int) {
    guard old != new else { return }
    cut(start(range), start(range) + old, to: String(repeating: " ", count: max(0, new)))
  }

  /// A comment that stood as far in as the line below it stays so; others keep to their column.
  private mutating func moveComment(
    _ number: Int,
    above next: Int?,
    _ column: Int,
    _ limit: Int?
  ) {
    let range = table.range(ofLine: number)
    let old = indent(range)
    let isLevel = next.map { indent(table.range(ofLine: $0)) == old } ?? false
    move(range, from: old, to: min(isLevel ? column : old, limit ?? .max))
  }

  private mutating func moveText(_ range: TextRange, by shift: Int, isExact: Bool) {
    if isBlank(range) {
      return
    }
    let old = indent(range)
    if !isExact { trimEnd(range) }
    move(range, from: old, to: max(old + shift, 1))
  }

  private mutating func trimEnd(_ range: TextRange) {
    var end = Int(range.upper)
    while end > Int(range.lower), bytes[end - 1] == .lineFeed || bytes[end - 1] == .carriageReturn {
      end -= 1
    }
    var last = end
    while last > start(range), bytes[last - 1].isSpaceOrTab { last -= 1 }
    if last < end { cut(last, end, to: "") }
  }

  /// Leaves one blank line of several, and none at either end of the file.
  private mutating func closeBlank(_ first: Int?, before next: Int, keepsOne: Bool) {
    guard let first else { return }
    let lower = start(table.range(ofLine: first))
    let upper =
      next > table.count ? bytes.count : Int(table.range(ofLine: next).lower)
    let isCRLF = upper > 1 && bytes[upper - 1] == .lineFeed && bytes[upper - 2] == .carriageReturn
    let one = keepsOne ? (isCRLF ? "\r\n" : "\n") : ""
    if Array(bytes[lower..<upper]) != Array(one.utf8) { cut(lower, upper, to: one) }
  }

  private mutating func endFile() {
    guard let last = bytes.last, last != .lineFeed else { return }
    let count = UInt32(truncatingIfNeeded: bytes.count)
    let isBlankEnd = isBlank(table.range(ofLine: table.count))
    if !isBlankEnd { cut(bytes.count, bytes.count, to: context.lineEnd(near: count)) }
  }
}
