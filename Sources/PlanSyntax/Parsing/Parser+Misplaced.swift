internal import SourceText

/// What is taken to be wrong where a line has an indent that no open level has.
private enum Mistake {
  /// The line itself: it belongs to this level.
  case line(Int)
  /// The first line of this level.
  case first(Int)
  /// The last entry of this level: it belongs to a level that seemed to end before it, and these
  /// are to be opened again.
  case last(Int, [Outline.Step])
  /// The last entry of this level: it is the first below the name before it, which awaits lines.
  case below(Int)
  /// The text after the name above: lines below a name were meant.
  case text
}

/// The most likely mistake so far.
private struct BestGuess {
  var mistake: Mistake
  var cost: Int

  mutating func consider(_ mistake: Mistake, _ cost: Int) {
    if cost < self.cost { (self.mistake, self.cost) = (mistake, cost) }
  }
}

/// Lines whose indent is that of no open level.
///
/// One line was written wrongly, and it need not be the one that does not fit. Each mistake that
/// could have led here is weighed: by the lines that would then not fit, names that would be there
/// twice among them; by how many lines would be wrong; and by how far. What the mistake is weighed
/// by is a screenful of lines, and only for the first two thousand such lines, so that the time is
/// linear in the size of the file.
extension Parser {
  /// A line that does not fit costs this, a line that is wrong the other.
  private static var fault: Int { 100 }
  private static var blame: Int { 10 }

  mutating func misplacedLine(_ text: Span<UInt8>, _ isDash: Bool) {
    var line = shape(text, content, indent: indent)
    line.isDash = isDash || line.isDash
    // The line after one that was wrong, with the same indent.
    if let level = levels.lastIndex(where: { $0.wrong == indent && $0.isList == line.isDash }) {
      return move(text, line, to: level)
    }
    switch guess(text, line) {
    case .line(let level): move(text, line, to: level)
    case .first(let level): moveFirst(text, line, of: level)
    case .last(let level, let steps): moveLast(text, line, of: level, into: steps)
    case .below(let level): moveBelow(text, line, of: level)
    case .text: line.isDash ? listUnderText(text) : linesUnderText(text)
    }
  }

  // MARK: - Guessing

  private mutating func guess(_ text: Span<UInt8>, _ line: LineShape) -> Mistake {
    var best = BestGuess(mistake: .line(nearest(to: line)), cost: .max)
    guard care > 0 else { return best.mistake }
    care -= 1
    let lines = shapes(text, after: content)
    weighLine(text, line, lines, &best)
    if line.isText { return best.mistake }
    weighFirst(text, line, lines, &best)
    weighLast(text, line, lines, &best)
    weighBelow(text, line, lines, &best)
    weighText(text, line, lines, &best)
    return best.mistake
  }

  /// The level of the line's kind whose column is nearest.
  private func nearest(to line: LineShape) -> Int {
    var nearest = -1
    for (index, level) in levels.enumerated() where level.isList == line.isDash {
      if nearest < 0 || abs(level.column - indent) <= abs(levels[nearest].column - indent) {
        nearest = index
      }
    }
    return nearest < 0 ? levels.count - 1 : nearest
  }

  /// How many lines would not fit, were the line read at a column of an outline.
  private func cost(
    _ outline: Outline,
    _ text: Span<UInt8>,
    _ line: LineShape,
    _ lines: [LineShape],
    at column: Int
  ) -> (faults: Int, moved: Int) {
    var outline = outline
    outline.read(line, at: column, self, text)
    let moved = outline.read(lines, moving: line.indent, to: column, self, text)
    return (outline.faults, moved)
  }

  private func weighLine(
    _ text: Span<UInt8>,
    _ line: LineShape,
    _ lines: [LineShape],
    _ best: inout BestGuess
  ) {
    for (index, level) in levels.enumerated() where level.isList == line.isDash {
      let found = cost(Outline(levels[...index]), text, line, lines, at: level.column)
      let distance = abs(level.column - indent)
      var cost = Self.fault * found.faults + Self.blame * min(1 + found.moved, 3)
      cost += 2 * min(distance, 20) + (level.column < indent ? 1 : 0)
      if !line.opens, !line.isDash, holdsBlocks(index) { cost += 2 * Self.blame }
      // Lines are awaited below, and the next would not be there.
      if line.opens, let next = lines.first, next.indent <= level.column {
        cost += 2 * Self.blame
      }
      best.consider(.line(index), cost)
    }
  }

  /// The first line of a level may be the one that is wrong.
  private func weighFirst(
    _ text: Span<UInt8>,
    _ line: LineShape,
    _ lines: [LineShape],
    _ best: inout BestGuess
  ) {
    let index = levels.firstIndex { $0.column > indent } ?? levels.count - 1
    let level = levels[index]
    let parent = index > 0 ? levels[index - 1].column : 0
    guard level.count == 1, level.isList == line.isDash, index > 0 || level.column > 0,
      index == 0 || indent > parent, isAlone(text, Int(nodes[level.node].lower))
    else { return }
    var outline = Outline(levels[...index])
    outline.steps[index].column = indent
    let found = cost(outline, text, line, lines, at: indent)
    var cost = Self.fault * found.faults + Self.blame
    let fits = (indent - parent == usualStep, level.column - parent == usualStep)
    if fits == (true, false) { cost -= 6 }
    if fits == (false, true) { cost += 4 * Self.blame }
    best.consider(.first(index), cost)
  }

  /// The entry above may have too small an indent, so that its level seemed to end before it.
  private func weighLast(
    _ text: Span<UInt8>,
    _ line: LineShape,
    _ lines: [LineShape],
    _ best: inout BestGuess
  ) {
    let isUnderText = levels[levels.count - 1].column < indent
    guard !isUnderText || lastValueIsText else { return }
    // The level of the entry, and the entry's value.
    var index = levels.count - 1
    var value = lastInline.node
    if !isUnderText {
      guard let inner = levels.firstIndex(where: { $0.column > indent }), inner > 0 else { return }
      index = inner - 1
      value = levels[inner].node
    }
    let entry = levels[index].isList ? value : value - 1
    guard levels[index].count > 1, isAlone(text, Int(nodes[entry].lower)) else { return }
    let ended = endedLevels(text, before: entry, below: levels[index].node)
    guard let target = ended.lastIndex(where: { $0.column == indent && $0.isList == line.isDash }),
      levels[index].isList == line.isDash
    else { return }
    let steps = Array(ended[...target])
    var outline = Outline(levels[...index])
    outline.steps += steps
    if !line.isDash {
      let name = Int(nodes[entry].lower)..<Int(nodes[entry].upper)
      if has(text, name, in: steps[target].node) { outline.faults += 1 }
    }
    let found = cost(outline, text, line, lines, at: indent)
    let isOdd = isUnderText && !holdsBlocks(index)
    let cost = Self.fault * found.faults + (isOdd ? Self.blame + 5 : isUnderText ? 0 : 6)
    best.consider(.last(index, steps), cost)
  }

  /// The entry above may be one of those that the name before it awaits.
  private func weighBelow(
    _ text: Span<UInt8>,
    _ line: LineShape,
    _ lines: [LineShape],
    _ best: inout BestGuess
  ) {
    guard !line.isDash, let inner = levels.firstIndex(where: { $0.column > indent }), inner > 0
    else { return }
    let level = levels[inner - 1]
    let entry = levels[inner].node - 1
    let step = level.column > levels[0].column ? usualStep : levels[inner].column - indent
    guard level.count > 1, !level.isList, indent - level.column == step,
      levels[inner].column - indent == step, nodes[entry - 1].kind == .absent,
      isAlone(text, Int(nodes[entry].lower)), isAlone(text, Int(nodes[entry - 2].lower)),
      endedLevels(text, before: entry, below: level.node).isEmpty
    else { return }
    // The name that awaits lines is one of this level.
    let name = Int(nodes[entry - 2].lower)
    guard name - text.startOfLine(at: name) == level.column,
      !nodes[entry - 2].flags.contains(.misplaced)
    else { return }
    var outline = Outline(levels[..<inner])
    outline.steps.append(Outline.Step(column: indent, isList: false, node: -1))
    let found = cost(outline, text, line, lines, at: indent)
    best.consider(.below(inner - 1), Self.fault * found.faults + Self.blame)
  }

  /// A text may stand where the lines below it were meant.
  private func weighText(
    _ text: Span<UInt8>,
    _ line: LineShape,
    _ lines: [LineShape],
    _ best: inout BestGuess
  ) {
    let top = levels[levels.count - 1]
    guard top.column < indent, line.isDash || !top.isList, lastValueIsText else { return }
    var outline = Outline(levels[...])
    outline.awaits = true
    let found = cost(outline, text, line, lines, at: indent)
    var cost = Self.fault * found.faults + Self.blame
    if indent - top.column == 1 { cost += 3 * Self.blame }
    let isSingle = !line.isDash && !line.opens && lines.first?.indent != indent
    if holdsBlocks(levels.count - 1) { cost -= 8 } else if isSingle { cost += 8 }
    best.consider(.text, cost)
  }

  // MARK: - What stands there

  /// Whether the first entry of a mapping holds lines of its own, as those beside it may do.
  private func holdsBlocks(_ index: Int) -> Bool {
    let level = levels[index]
    guard !level.isList, level.node + 2 < nodes.count, level.count > 1 || index < levels.count - 1
    else { return false }
    let value = nodes[level.node + 2]
    return value.isContainer && !value.flags.contains(.flow)
  }

  /// By how many columns levels are indented in this file.
  private var usualStep: Int {
    for index in levels.indices.dropFirst() where levels[index].column > levels[index - 1].column {
      return levels[index].column - levels[index - 1].column
    }
    return 2
  }

  /// Whether nothing but spaces stands before an offset on its line.
  private func isAlone(_ text: Span<UInt8>, _ offset: Int) -> Bool {
    var at = offset
    while at > 0, text[at - 1] == .space { at -= 1 }
    return at == 0 || text[at - 1] == .lineFeed
  }

  /// The mappings and lists that ended right before a record, outermost first.
  private func endedLevels(
    _ text: Span<UInt8>,
    before entry: Int,
    below parent: Int
  ) -> [Outline.Step] {
    var steps: [Outline.Step] = []
    var at = entry - 1
    while at > parent, entry - at < 2048 {
      let record = nodes[at]
      if record.isContainer, !record.flags.contains(.flow), Int(record.link) == entry,
        steps.count < Self.deepest
      {
        let lower = Int(record.lower)
        let column = lower - text.startOfLine(at: lower)
        steps.append(Outline.Step(column: column, isList: record.kind == .list, node: at))
      }
      at -= 1
    }
    return steps.reversed()
  }

  // MARK: - Reading on

  /// Reads the line as one of a level.
  private mutating func move(_ text: Span<UInt8>, _ line: LineShape, to level: Int) {
    let isUnderText =
      level == levels.count - 1 && levels[level].column < indent && lastValueIsText
    let lastNode = max(lastInline.node, 0)
    closeLevels(text, downTo: level + 1)
    if levels[level].wrong != indent {
      let column = levels[level].column
      let first = Int(nodes[levels[level].node].lower)
      if isUnderText {
        report(.childOfText, content, content + 1, column, Int(nodes[lastNode].lower))
      } else {
        report(.indent, content, content + 1, column, first)
      }
    }
    let column = max(indent, levels[level].column)
    levels[level].wrong = indent
    guard levels[level].isList == line.isDash else {
      leaveOut(text, deeperThan: column, all: true)
      return
    }
    let name = nodes.count
    // The names of an item are where they would be if the dash were right, unless they go with it.
    if line.isDash, shapes(text, after: content).first?.indent != line.inner {
      indent = levels[level].column
    }
    readOn(text, line, at: line.isDash ? indent : column)
    if !line.isDash, name < nodes.count, nodes[name].kind == .scalar {
      nodes[name].flags.insert(.misplaced)
    }
  }

  private mutating func readOn(_ text: Span<UInt8>, _ line: LineShape, at column: Int) {
    if line.isDash {
      item(text, content + max(1, bulletLength(text, content)), column)
    } else {
      entry(text, content, column)
    }
  }

  /// The first line of a level is wrong: the level has the column of this line.
  private mutating func moveFirst(_ text: Span<UInt8>, _ line: LineShape, of level: Int) {
    let first = Int(nodes[levels[level].node].lower)
    report(.indentAbove, first, first + 1, indent, content)
    levels[level].column = indent
    closeLevels(text, downTo: level + 1)
    readOn(text, line, at: indent)
  }

  /// The last entry of a level belongs to one that had ended: that goes on.
  private mutating func moveLast(
    _ text: Span<UInt8>,
    _ line: LineShape,
    of level: Int,
    into steps: [Outline.Step]
  ) {
    guard let target = steps.last else { return }
    let value = level + 1 < levels.count ? levels[level + 1].node : lastInline.node
    let entry = levels[level].isList ? value : value - 1
    let lower = Int(nodes[entry].lower)
    closeLevels(text, downTo: level + 1)
    report(.indentAbove, lower, lower + 1, indent, Int(nodes[target.node].lower))
    levels[level].count -= 1
    for step in steps {
      var open = Level(node: step.node, column: step.column, isList: step.isList)
      open.count = count(of: step.node)
      nodes[step.node].link = 0
      levels.append(open)
    }
    lastInline = (-1, -1)
    readOn(text, line, at: indent)
  }

  /// The last entry of a level is the first of a mapping that the name before it awaited.
  private mutating func moveBelow(_ text: Span<UInt8>, _ line: LineShape, of level: Int) {
    let entry = levels[level + 1].node - 1
    let lower = Int(nodes[entry].lower)
    closeLevels(text, downTo: level + 1)
    report(.indentAbove, lower, lower + 1, indent, content)
    levels[level].count -= 1
    nodes[entry - 1] = NodeRecord(.mapping, lower, Int(nodes[entry].upper))
    var open = Level(node: entry - 1, column: indent, isList: false)
    open.count = 1
    levels.append(open)
    readOn(text, line, at: indent)
  }

  /// How many entries or items a mapping or list has up to the last record.
  private func count(of container: Int) -> Int {
    var count = 0
    var at = container + 1
    while at < nodes.count {
      if nodes[container].kind == .mapping { at += 1 }
      guard at < nodes.count else { break }
      at = nodes[at].isContainer ? max(Int(nodes[at].link), at + 1) : at + 1
      count += 1
    }
    return count
  }

  /// Lines below a name were meant, and a text stands after it: the lines are what is read.
  private mutating func linesUnderText(_ text: Span<UInt8>) {
    let last = nodes[lastInline.node]
    nodes.removeLast(nodes.count - lastInline.node)
    report(.textAndLines, content, content + 1, Int(last.lower), Int(last.upper))
    skipped.append(TextRange(Int(last.lower), Int(last.upper)))
    guard open(text, list: false, indent, content) else { return depthReached(text) }
    // What the text says is missing among the lines, which is not their fault.
    nodes[nodes.count - 1].flags.insert(.broken)
    entry(text, content, indent)
  }
}
