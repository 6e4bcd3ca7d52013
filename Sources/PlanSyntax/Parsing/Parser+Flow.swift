internal import SourceText

/// What may stand next inside brackets.
private enum FlowState { case item, name, value, next }

extension Parser {
  private struct Bracket {
    var node: Int
    var isList: Bool
    var start: Int
    var count = 0
  }

  /// Where the reading of brackets stopped, and why.
  private struct FlowProblem {
    var code: ProblemCode
    var lower: Int
    var upper: Int
  }

  /// Reads brackets as a value; the line after them is loaded at the end.
  mutating func flow(
    _ text: Span<UInt8>,
    _ start: Int,
    _ column: Int,
    atLineStart: Bool
  ) {
    let mark = (nodes.count, comments.count, problems.count)
    var at = start
    if let problem = brackets(text, &at, column) {
      nodes.removeLast(nodes.count - mark.0)
      comments.removeLast(comments.count - mark.1)
      problems.removeLast(problems.count - mark.2)
      report(problem.code, problem.lower, problem.upper, start, restEnd(text, start))
      switch problem.code {
      case .unclosedFlow: recoverFlow(text, start, -1, column)
      case .flowIndent: recoverFlow(text, start, problem.upper, column)
      default: recoverFlow(text, start, closing(text, start, column), column)
      }
      return
    }
    let end = at
    noteInline(mark.0)
    at = skipBlanks(text, at)
    if text.isLineEnd(at) {
      lastUpper = end
      loadLine(text, nextLine(text, at))
    } else if text.byte(at) == .hash, at > end {
      lastUpper = end
      loadLine(text, comment(text, at))
    } else {
      let isName = text.byte(at) == .colon && isSeparator(text, at + 1)
      nodes.removeLast(nodes.count - mark.0)
      report(
        isName && atLineStart ? .flowKey : .afterValue,
        isName && atLineStart ? start : at,
        isName && atLineStart ? start + 1 : at + text.scalar(at: at).length,
        start,
        restEnd(text, at)
      )
      recoverFlow(text, start, at, column)
    }
  }

  /// Keeps broken brackets as text that could not be read.
  private mutating func recoverFlow(
    _ text: Span<UInt8>,
    _ start: Int,
    _ end: Int,
    _ column: Int
  ) {
    let lineEnd = text.lineEnd(from: max(start, end))
    let upper = text.trimmedEnd(start, lineEnd)
    var record = NodeRecord(.invalid, start, upper)
    record.flags = .broken
    nodes.append(record)
    noteInline(nodes.count - 1)
    lastUpper = upper
    steps += lineEnd - start
    loadLine(text, nextLine(text, lineEnd))
    // Brackets that are the whole file hold all of its lines.
    swallow(text, deeperThan: column, all: column < 0)
  }

  /// After broken brackets: the offset after the bracket that seems to close them, or -1.
  ///
  /// Looks ahead no further than a screenful: brackets in brackets would be read again and again.
  private mutating func closing(_ text: Span<UInt8>, _ start: Int, _ column: Int) -> Int {
    var depth = 0
    var at = start
    var tab = 0
    let limit = min(text.count, start + 4096)
    defer { steps += at - start }
    while at < limit {
      switch text[at] {
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
        if depth <= 0 { return at + 1 }
      case .lineFeed:
        guard let next = continuation(text, at + 1, column, &tab) else { return -1 }
        at = next
        continue
      default: break
      }
      at += 1
    }
    return -1
  }

  /// Reads from an opening bracket to after its closing one.
  private mutating func brackets(
    _ text: Span<UInt8>,
    _ at: inout Int,
    _ column: Int
  ) -> FlowProblem? {
    let start = at
    var open: [Bracket] = []
    var state = FlowState.item
    defer { steps += at - start }
    while true {
      if !open.isEmpty, let problem = skipFlowBlanks(text, &at, column, start, open) {
        return problem
      }
      let byte = text.byte(at)
      if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}"), let last = open.last {
        if let problem = close(text, at, last, state, byte) { return problem }
        nodes[last.node].link = UInt32(truncatingIfNeeded: nodes.count)
        nodes[last.node].upper = UInt32(truncatingIfNeeded: at + 1)
        if !last.isList, last.count > 1 { findDuplicates(text, last.node, last.count) }
        open.removeLast()
        at += 1
        if open.isEmpty { return nil }
        state = .next
        continue
      }
      if state == .next {
        if byte == .colon, open.last?.isList == true, pairAsText(text, &at) { continue }
        guard byte == UInt8(ascii: ",") else { return separatorProblem(text, at, open) }
        state = open.last?.isList == false ? .name : .item
        at += 1
        continue
      }
      if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") {
        if state == .name { return FlowProblem(code: .flowKey, lower: start, upper: start + 1) }
        guard levels.count + open.count < Self.deepest else {
          return FlowProblem(code: .depth, lower: at, upper: at + 1)
        }
        let isList = byte == UInt8(ascii: "[")
        if let last = open.indices.last { open[last].count += 1 }
        open.append(Bracket(node: nodes.count, isList: isList, start: at))
        var record = NodeRecord(isList ? .list : .mapping, at, at)
        record.flags = .flow
        nodes.append(record)
        at += 1
        state = isList ? .item : .name
        continue
      }
      if let problem = flowText(text, &at, column, start, isName: state == .name) {
        return problem
      }
      if state == .name {
        if let problem = flowColon(text, &at, start) { return problem }
        state = .value
      } else {
        if let last = open.indices.last { open[last].count += 1 }
        state = .next
      }
    }
  }

  /// Whether a closing bracket may stand where it does.
  private func close(
    _ text: Span<UInt8>,
    _ at: Int,
    _ last: Bracket,
    _ state: FlowState,
    _ byte: UInt8
  ) -> FlowProblem? {
    if last.isList != (byte == UInt8(ascii: "]")) {
      return FlowProblem(code: .flowClose, lower: at, upper: at + 1)
    }
    return state == .value ? FlowProblem(code: .flowNovalue, lower: at, upper: at + 1) : nil
  }

  /// Takes an item with a colon in it as a text, which it would be in quotes.
  private mutating func pairAsText(_ text: Span<UInt8>, _ at: inout Int) -> Bool {
    let item = nodes[nodes.count - 1]
    guard item.kind == .scalar, item.style == .plain, let end = itemEnd(text, at) else {
      return false
    }
    for index in Int(item.upper)..<at where text[index] != .space { return false }
    let upper = text.trimmedEnd(at, end)
    report(.flowPair, at, at + 1, Int(item.lower), upper)
    nodes[nodes.count - 1].upper = UInt32(truncatingIfNeeded: upper)
    nodes[nodes.count - 1].flags.insert(.broken)
    at = end
    return true
  }

  /// The offset of the comma or bracket that ends an item of a list, if the item is one plain text.
  private func itemEnd(_ text: Span<UInt8>, _ from: Int) -> Int? {
    var end = from
    while true {
      switch text.byte(end) {
      case UInt8(ascii: ","), UInt8(ascii: "]"): return end
      case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "}"), .hash, .quote, .apostrophe,
        .lineFeed, .tab:
        return nil
      default: end += 1
      }
    }
  }

  /// What is wrong where a comma or a closing bracket was expected.
  private func separatorProblem(
    _ text: Span<UInt8>,
    _ at: Int,
    _ open: [Bracket]
  ) -> FlowProblem {
    let isPair = text.byte(at) == .colon && open.last?.isList == true
    return FlowProblem(
      code: isPair ? .flowPair : .flowComma,
      lower: at,
      upper: at + text.scalar(at: at).length
    )
  }

  /// Skips spaces, line ends and comments inside brackets.
  private mutating func skipFlowBlanks(
    _ text: Span<UInt8>,
    _ at: inout Int,
    _ column: Int,
    _ start: Int,
    _ open: [Bracket]
  ) -> FlowProblem? {
    while true {
      let byte = text.byte(at)
      if byte == .space {
        at += 1
      } else if byte > .hash, byte < 0x80 {
        return nil
      } else if byte == .lineFeed || (byte == .carriageReturn && text.byte(at + 1) == .lineFeed) {
        if let problem = flowLine(text, &at, column, start, open) { return problem }
      } else if byte == .hash {
        guard text[at - 1].isSpaceOrTab || text[at - 1] == .lineFeed else {
          return FlowProblem(code: .reserved, lower: at, upper: at + 1)
        }
        guard isSeparator(text, at + 1) || isFirst(text, at) else {
          return FlowProblem(code: .hash, lower: at, upper: at + 1)
        }
        let end = text.lineEnd(from: at)
        comments.append(TextRange(at, text.trimmedEnd(at, end)))
        at = end
      } else if byte == .tab {
        var end = at
        while text.byte(end).isSpaceOrTab { end += 1 }
        guard text.isLineEnd(end) else {
          return FlowProblem(code: .tab, lower: at, upper: at + 1)
        }
        report(.tabAtEnd, at, at + 1, at, end)
        at = end
      } else {
        let length = text.oddSpace(at: at)
        guard length > 0 else { return nil }
        return FlowProblem(code: .oddSpace, lower: at, upper: at + length)
      }
    }
  }

  /// Whether nothing but spaces stands before an offset on its line.
  private func isFirst(_ text: Span<UInt8>, _ at: Int) -> Bool {
    var before = at
    while before > 0, text[before - 1] == .space { before -= 1 }
    return before == 0 || text[before - 1] == .lineFeed
  }

  /// Goes to the content of the next line inside brackets.
  private func flowLine(
    _ text: Span<UInt8>,
    _ at: inout Int,
    _ column: Int,
    _ start: Int,
    _ open: [Bracket]
  ) -> FlowProblem? {
    var line = nextLine(text, at)
    while line < text.count {
      var content = line
      while text.byte(content) == .space { content += 1 }
      if text.isLineEnd(content) {
        line = nextLine(text, content)
        continue
      }
      if text.byte(content) == .tab {
        return FlowProblem(code: .tab, lower: content, upper: content + 1)
      }
      let byte = text.byte(content)
      if byte == .hash || content - line > column, !isMarker(text, content, line) {
        at = content
        return nil
      }
      if open.count == 1, byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") {
        return FlowProblem(code: .flowIndent, lower: content, upper: content + 1)
      }
      break
    }
    let last = open.last?.start ?? start
    return FlowProblem(code: .unclosedFlow, lower: last, upper: last + 1)
  }

  private func isMarker(_ text: Span<UInt8>, _ at: Int, _ line: Int) -> Bool {
    guard at == line else { return false }
    let byte = text.byte(at)
    return (byte == .dash || byte == UInt8(ascii: ".")) && text.byte(at + 1) == byte
      && text.byte(at + 2) == byte && isSeparator(text, at + 3)
  }

  /// Reads one text inside brackets.
  private mutating func flowText(
    _ text: Span<UInt8>,
    _ at: inout Int,
    _ column: Int,
    _ start: Int,
    isName: Bool
  ) -> FlowProblem? {
    let byte = text.byte(at)
    let first = at
    if byte == .quote || byte == .apostrophe {
      var quoted = scanQuoted(text, at, column)
      guard quoted.isClosed else {
        return FlowProblem(code: .unclosedQuote, lower: at, upper: at + 1)
      }
      if isName {
        guard !quoted.record.flags.contains(.multiLine) else {
          return FlowProblem(code: .explicitKey, lower: at, upper: at + 1)
        }
        quoted.record.link = nameHash(text, quoted.start + 1, quoted.end - 1)
        checkNameLength(text, quoted.start + 1, quoted.end - 1)
      }
      reportEscapes(text, quoted)
      nodes.append(quoted.record)
      at = quoted.end
      return nil
    }
    if let code = flowStartProblem(text, at) {
      // An item that starts with a sign needs quotes; the others are read as they are.
      if !isName, code != .flowComma, let end = itemEnd(text, at) {
        let upper = text.trimmedEnd(at, end)
        report(code, at, at + text.scalar(at: at).length, at, upper)
        nodes.append(NodeRecord(.scalar, at, upper))
        nodes[nodes.count - 1].flags = .broken
        at = end
        return nil
      }
      return FlowProblem(code: code, lower: at, upper: at + text.scalar(at: at).length)
    }
    if let problem = scanFlowPlain(text, &at) { return problem }
    var end = at
    while end > first, text[end - 1] == .space { end -= 1 }
    let last = text.scalar(before: end)
    if isOddSpace(last.value), last.value != 0x200B || isName {
      return FlowProblem(code: .oddSpace, lower: end - last.length, upper: end)
    }
    if end - first == 2, text[first] == UInt8(ascii: "<"), text[first + 1] == text[first], isName {
      return FlowProblem(code: .merge, lower: first, upper: end)
    }
    var record = NodeRecord(.scalar, first, end)
    if isName {
      record.link = nameHash(text, first, end)
      checkNameLength(text, first, end)
    }
    nodes.append(record)
    return nil
  }

  /// What is wrong with a text inside brackets that starts at an offset.
  private func flowStartProblem(_ text: Span<UInt8>, _ at: Int) -> ProblemCode? {
    switch text.byte(at) {
    case UInt8(ascii: ","): return .flowComma
    case .colon: return .flowComma
    case UInt8(ascii: "?"), .hash: return .reserved
    case .dash:
      switch text.byte(at + 1) {
      case .space, .tab, .lineFeed, .carriageReturn, UInt8(ascii: ","), UInt8(ascii: "["),
        UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
        return .reserved
      default: return nil
      }
    default: return reservedStart(text, at)
    }
  }

  /// Finds the end of a text inside brackets, which is on one line.
  private func scanFlowPlain(_ text: Span<UInt8>, _ at: inout Int) -> FlowProblem? {
    let first = at
    while true {
      let byte = text.byte(at)
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
        UInt8(ascii: "}"), .lineFeed:
        return nil
      case .carriageReturn where text.byte(at + 1) == .lineFeed: return nil
      case .tab:
        var end = at
        while text.byte(end).isSpaceOrTab { end += 1 }
        if text.isLineEnd(end) { return nil }
        return FlowProblem(code: .tab, lower: at, upper: at + 1)
      case .hash where text[at - 1] == .space && at > first: return nil
      case .colon:
        let next = text.byte(at + 1)
        if isSeparator(text, at + 1) || next == UInt8(ascii: ",") || next == UInt8(ascii: "]")
          || next == UInt8(ascii: "}") || next == UInt8(ascii: "[") || next == UInt8(ascii: "{")
        {
          return nil
        }
      default: break
      }
      at += 1
    }
  }

  /// Reads the colon after a name inside brackets.
  private mutating func flowColon(
    _ text: Span<UInt8>,
    _ at: inout Int,
    _ start: Int
  ) -> FlowProblem? {
    let isQuoted = text[at - 1] == .quote || text[at - 1] == .apostrophe
    while text.byte(at) == .space { at += 1 }
    guard text.byte(at) == .colon else {
      if text.byte(at) == .tab { return FlowProblem(code: .tab, lower: at, upper: at + 1) }
      return FlowProblem(
        code: .flowNovalue,
        lower: at,
        upper: min(at + text.scalar(at: at).length, text.count)
      )
    }
    let next = text.byte(at + 1)
    if next == UInt8(ascii: ",") || next == UInt8(ascii: "}") {
      return FlowProblem(code: .flowNovalue, lower: at, upper: at + 1)
    }
    guard isQuoted || isSeparator(text, at + 1) else {
      return FlowProblem(code: .colonSpace, lower: at, upper: at + 1)
    }
    at += 1
    return nil
  }
}
