internal import SourceText

/// What a structural line looks like from its start: enough to tell where lines belong.
struct LineShape {
  /// The column of its content, from 0.
  var indent: Int
  /// Where its content starts.
  var content: Int
  /// Whether it starts with a dash, or with a sign that people use for one.
  var isDash = false
  /// The column of the text after the dash, or that of the content.
  var inner = 0
  /// The name on the line; empty where there is none.
  var name = 0..<0
  /// Whether nothing stands after the colon or dash, so that lines below belong to it.
  var opens = false
  /// Whether a block text begins here: what is deeper is a part of it.
  var hidesBelow = false
  /// Whether a tab stands in the indent.
  var hasTab = false

  /// Whether the line is text without a name or dash.
  var isText: Bool { !isDash && name.isEmpty }
}

extension Parser {
  /// Looks at the line whose content starts at an offset.
  func shape(_ text: Span<UInt8>, _ content: Int, indent: Int) -> LineShape {
    var shape = LineShape(indent: indent, content: content)
    var at = content
    if text.byte(at) == .dash, isWideSeparator(text, at + 1) {
      shape.isDash = true
      at += 1
    } else if bulletLength(text, at) > 0 {
      shape.isDash = true
      at += bulletLength(text, at)
    }
    while text.byte(at) == .space { at += 1 }
    shape.inner = indent + at - content
    if text.isLineEnd(at) || text.byte(at) == .hash {
      shape.opens = true
      return shape
    }
    let colon = nameEnd(text, at)
    guard colon >= 0 else { return shape }
    shape.name = at..<max(at + 1, colon)
    at = colon + 1
    while text.byte(at) == .space { at += 1 }
    let byte = text.byte(at)
    shape.opens = text.isLineEnd(at) || byte == .hash
    shape.hidesBelow = byte == UInt8(ascii: "|") || byte == UInt8(ascii: ">")
    return shape
  }

  /// Looks at the next structural lines after the line of an offset, as far as a screenful goes.
  func shapes(_ text: Span<UInt8>, after offset: Int) -> [LineShape] {
    var shapes: [LineShape] = []
    var start = nextLine(text, offset)
    let limit = min(text.count, offset + 2048)
    while start < limit, shapes.count < 12 {
      var at = start
      while text.byte(at) == .space { at += 1 }
      let hasTab = text.byte(at) == .tab
      while text.byte(at).isSpaceOrTab { at += 1 }
      if !text.isLineEnd(at), text.byte(at) != .hash {
        var shape = shape(text, at, indent: at - start)
        shape.hasTab = hasTab
        shapes.append(shape)
      }
      start = nextLine(text, at)
    }
    return shapes
  }

  /// Whether an entry of a mapping has a name; looks at the first few hundred.
  func has(_ text: Span<UInt8>, _ name: Range<Int>, in mapping: Int) -> Bool {
    let hash = nameHash(text, name.lowerBound, name.upperBound)
    let end = nodes[mapping].link > 0 ? Int(nodes[mapping].link) : nodes.count
    var at = mapping + 1
    for _ in 0..<512 where at + 1 < end {
      let record = nodes[at]
      if record.link == hash, Int(record.upper - record.lower) == name.count,
        (0..<name.count).allSatisfy({
          text[Int(record.lower) + $0] == text[name.lowerBound + $0]
        })
      {
        return true
      }
      let value = nodes[at + 1]
      guard !value.isContainer || value.link > 0 else { return false }
      at = value.isContainer ? Int(value.link) : at + 2
    }
    return false
  }
}

/// The levels as they would be, were a line read in one way, and what the next lines say to that.
struct Outline {
  /// A level, and the record of its mapping or list where it has one.
  struct Step {
    var column: Int
    var isList: Bool
    var node: Int
  }

  var steps: [Step]
  /// Whether the last line may have lines below it.
  var awaits = false
  /// How many lines would not fit.
  var faults = 0

  init(_ levels: some Sequence<Level>) {
    steps = levels.map { Step(column: $0.column, isList: $0.isList, node: $0.node) }
  }

  /// Reads a line at a column.
  mutating func read(_ line: LineShape, at column: Int, _ parser: Parser, _ text: Span<UInt8>) {
    let top = steps.last ?? Step(column: -1, isList: false, node: -1)
    if awaits, column > top.column || line.isDash && !top.isList && column == top.column {
      steps.append(Step(column: column, isList: line.isDash, node: -1))
    } else {
      while let last = steps.last, last.column > column { steps.removeLast() }
      if let last = steps.last, last.isList, !line.isDash, last.column == column,
        steps.count > 1, steps[steps.count - 2].column == column
      {
        steps.removeLast()
      }
      guard let last = steps.last, last.column == column, last.isList == line.isDash else {
        faults += 1
        awaits = line.opens
        return
      }
    }
    if let last = steps.last, !line.isDash, last.node >= 0, !line.name.isEmpty,
      parser.has(text, line.name, in: last.node)
    {
      faults += 1
    }
    if line.isDash, !line.name.isEmpty {
      steps.append(Step(column: column + line.inner - line.indent, isList: false, node: -1))
    }
    awaits = line.opens
  }

  /// Reads the lines after one whose indent is wrong, in which the same mistake may go on.
  ///
  /// - Returns: How many of the lines have the same mistake.
  mutating func read(
    _ lines: [LineShape],
    moving wrong: Int,
    to right: Int,
    _ parser: Parser,
    _ text: Span<UInt8>
  ) -> Int {
    var moved = 0
    var isRun = wrong != right
    var hidden = Int.max
    for line in lines where !line.isText && !line.hasTab {
      if line.indent > hidden { continue }
      hidden = line.hidesBelow ? line.indent : .max
      if line.indent < min(wrong, right) { isRun = false }
      let isMoved = isRun && line.indent == wrong
      read(line, at: isMoved ? right : line.indent, parser, text)
      if isMoved { moved += 1 }
    }
    return moved
  }
}
