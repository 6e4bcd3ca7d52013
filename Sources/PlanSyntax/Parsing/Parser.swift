internal import SourceText

/// An open mapping or list.
struct Level {
  /// Where its record is.
  var node: Int
  /// The column of its names or dashes, from 0.
  var column: Int
  var isList: Bool
  /// How many entries or items it has.
  var count = 0
  /// A wrong indent that was reported and is read silently until a line is right again, or -1.
  var wrong = -1
}

/// Reads a plan file line by line, in one pass.
///
/// The parser keeps no bytes: every function is handed the text, so that no storage is shared and
/// no access is checked twice. A *structural line* is one that is neither blank nor a comment;
/// `loadLine` finds the next, and every function that reads a value leaves the line after it loaded.
struct Parser {
  static let deepest = 64
  static let longestName = 1024

  var nodes: [NodeRecord] = []
  var comments: [TextRange] = []
  var skipped: [TextRange] = []
  var problems: [Problem] = []
  var levels: [Level] = []
  var names = NameTable()

  /// The start of the structural line, its first byte that is no space, and its indent.
  var lineStart = 0
  var content = 0
  /// Below every level once the file has ended.
  var indent = -2
  /// Whether a comment line stood before the structural line, after the line before it.
  var commentBefore = false

  /// Whether the last record is an absent value that the next line may still fill.
  var isPending = false
  var pendingIndent = -1
  var pendingIsValue = false

  /// The end of the last content, where the levels that close now end.
  var lastUpper = 0
  /// The record of the last value that started on the line of its name or dash, and the number of
  /// records after it was read: while no other came, the next line stands under that value.
  var lastInline = (node: -1, end: -1)
  /// Whether a root that cannot go on (brackets, a text) has ended.
  var rootEnded = false
  var startMarker = -1
  var endMarker = -1
  /// The line after the last one without a colon: a paragraph is reported once.
  var afterNoColon = -1
  /// The end of the line in which a tab in a text was reported last.
  var tabLineEnd = 0
  /// A tab in the name that was scanned last, or -1.
  var tabInName = -1
  /// How many more lines that do not fit are looked at with care, together with those after them.
  var care = 2000
  /// The number of bytes looked at, for the tests of linear time.
  var steps = 0

  mutating func report(
    _ code: ProblemCode,
    _ lower: Int,
    _ upper: Int,
    _ first: Int = 0,
    _ second: Int = 0
  ) {
    problems.append(Problem(code, lower, upper, first, second))
  }

  mutating func parse(_ text: Span<UInt8>) {
    nodes.reserveCapacity(text.count / 16)
    levels.reserveCapacity(Self.deepest)
    let hasMark = text.count >= 3 && text[0] == 0xEF && text[1] == 0xBB && text[2] == 0xBF
    loadLine(text, hasMark ? 3 : 0)
    while indent >= 0 { structuralLine(text) }
    closeLevels(text, downTo: 0)
    settleRoot(text)
  }

  /// A root without a single entry is a text, not a mapping.
  private mutating func settleRoot(_ text: Span<UInt8>) {
    guard let root = nodes.first, root.kind == .mapping, root.link == 1,
      !root.flags.contains(.flow)
    else { return }
    nodes.removeAll()
    if problems.filter({ $0.code == .noColon }).count == 1,
      let only = problems.firstIndex(where: { $0.code == .noColon }), problems[only].second == 0
    {
      problems[only].code = .rootScalar
    }
  }

  // MARK: - Lines

  /// Loads the first structural line at or after the start of a line.
  mutating func loadLine(_ text: Span<UInt8>, _ from: Int) {
    var start = from
    commentBefore = false
    while start < text.count {
      var at = start
      while text.byte(at) == .space { at += 1 }
      let byte = text.byte(at)
      if byte > .hash {
        (lineStart, content, indent) = (start, at, at - start)
        return
      }
      if byte == .lineFeed {
        start = at + 1
      } else if byte == .carriageReturn, text.byte(at + 1) == .lineFeed {
        start = at + 2
      } else if byte == .hash {
        start = comment(text, at)
        commentBefore = true
      } else if byte == .tab {
        guard let next = tabLine(text, start, at) else { return }
        start = next
      } else {
        (lineStart, content, indent) = (start, at, at - start)
        return
      }
      steps += start - at
    }
    (lineStart, content, indent) = (text.count, text.count, -2)
  }

  /// Notes the comment whose number sign is at an offset and returns the start of the next line.
  mutating func comment(_ text: Span<UInt8>, _ at: Int) -> Int {
    let end = text.lineEnd(from: at)
    comments.append(TextRange(at, text.trimmedEnd(at, end)))
    return nextLine(text, end)
  }

  /// The start of the line after the line end at or after an offset.
  @inline(__always)
  func nextLine(_ text: Span<UInt8>, _ offset: Int) -> Int {
    var at = offset
    while at < text.count, text[at] != .lineFeed { at += 1 }
    return at + 1
  }

  /// Whether what stands before an offset is a word of its own: a space or the line end follows.
  @inline(__always)
  func isSeparator(_ text: Span<UInt8>, _ offset: Int) -> Bool {
    let byte = text.byte(offset)
    return byte == .space || byte == .lineFeed || byte == .tab
      || (byte == .carriageReturn && text.byte(offset + 1) == .lineFeed)
  }

  /// The same, but with the spaces of word processors, which are reported where they are skipped.
  @inline(__always)
  func isWideSeparator(_ text: Span<UInt8>, _ offset: Int) -> Bool {
    if text.byte(offset) >= 0x80 { return text.oddSpace(at: offset) > 0 }
    return isSeparator(text, offset)
  }

  // MARK: - Levels

  /// Opens a mapping or list at a column; `false` where that would be too deep.
  mutating func open(_ text: Span<UInt8>, list: Bool, _ column: Int, _ lower: Int) -> Bool {
    guard levels.count < Self.deepest else {
      report(.depth, lower, lower + 1)
      return false
    }
    levels.append(Level(node: nodes.count, column: column, isList: list))
    nodes.append(NodeRecord(list ? .list : .mapping, lower, lower))
    return true
  }

  /// Closes the innermost levels until so many are left.
  mutating func closeLevels(_ text: Span<UInt8>, downTo count: Int) {
    if levels.count > count { lastInline = (-1, -1) }
    while levels.count > count {
      let level = levels.removeLast()
      nodes[level.node].link = UInt32(truncatingIfNeeded: nodes.count)
      nodes[level.node].upper = max(
        nodes[level.node].lower,
        UInt32(truncatingIfNeeded: lastUpper)
      )
      // A level of which no line could be read ends where it began, and those around it after that.
      lastUpper = Int(nodes[level.node].upper)
      if !level.isList, level.count > 1 {
        let noted = problems.count
        findDuplicates(text, level.node, level.count)
        if problems.count > noted { splitItem(text, level.node, level.column, noted) }
      }
    }
  }

  /// Adds a value that is not there, which the next line may fill if it is deep enough.
  mutating func addPending(_ at: Int, _ parentIndent: Int, isValue: Bool) {
    nodes.append(NodeRecord(.absent, at, at))
    lastUpper = max(lastUpper, at)
    isPending = true
    pendingIndent = parentIndent
    pendingIsValue = isValue
  }
}
