internal import SourceText

/// The corrections: each is the smallest edit after which the problem is gone.
extension MessageContext {
  /// A text longer than this is not corrected: the correction would be as long.
  static var longest: Int { 4096 }

  /// The edits that correct a problem; none where only a person can.
  func correction(of problem: Problem) -> [TextEdit] {
    let lower = Int(problem.lower)
    let upper = Int(problem.upper)
    switch problem.code {
    case .alias, .anchor, .tag, .reserved, .merge, .blockHeader, .colonText, .flowComma, .flowPair,
      .flowKey, .flowNovalue, .flowClose:
      return quoteText(problem)
    case .afterValue where problem.second > 0: return quoteText(problem)
    case .afterQuote: return requoteText(problem)
    case .blockEmpty where !textBelow(problem).isEmpty: return indentBelow(problem)
    case .blockEmpty: return isFigure(problem) ? quoteText(problem) : []
    case .blockPlace: return signAbove(problem)
    case .hash: return hashEdits(problem)
    case .bidi: return [TextEdit(replacing: TextRange(lower, upper), with: "")]
    case .control: return controlEdits(problem)
    case .blockDedent: return indentTo(Int(problem.first), lineOf: problem.lower)
    case .blockLead: return clearBlankLines(above: problem)
    case .bullet:
      let isClose = bytes.span.byte(upper) == .space
      return [TextEdit(replacing: TextRange(lower, upper), with: isClose ? "-" : "- ")]
    case .childOfText, .indent: return realign(problem)
    case .indentAbove: return indentTo(Int(problem.first), lineOf: problem.lower)
    case .textAndLines: return titleBelow(problem)
    case .colonMissing: return insert(":", at: Int(problem.first))
    case .colonSpace: return insert(" ", at: upper)
    case .dashText: return isMinus(problem) ? [] : insert(" ", at: upper)
    case .contDash: return commentOut(problem)
    case .dashHere: return dashEdits(problem)
    case .directive, .docEnd, .multiDoc: return insert("# ", at: lower)
    case .docStart:
      return [TextEdit(replacing: TextRange(upper, Int(problem.first)), with: lineEnding(lower))]
    case .drivePath: return singleQuotes(problem)
    case .forgottenDash:
      return forgottenDash(problem).map {
        [TextEdit(replacing: TextRange($0, $0 + 1), with: "-")]
      } ?? []
    case .escape where problem.second > 0:
      return canUseSingleQuotes(problem) ? singleQuotes(problem) : insert("\\", at: lower)
    case .flowIndent:
      return indentTo(nameColumn(problem.first) + 2, lineOf: problem.lower)
    case .loneCR: return carriageReturns(problem)
    case .noColon: return colonEdits(problem)
    case .oddSpace: return oddSpaces(problem)
    case .rootScalar: return titleText(problem)
    case .tab: return tabEdits(problem)
    case .tabIndent: return tabIndent(problem)
    case .tabAtEnd:
      let end = bytes.span.lineEnd(from: lower)
      return [TextEdit(replacing: TextRange(bytes.span.trimmedEnd(0, lower), end), with: "")]
    case .unclosedFlow: return closeBrackets(problem)
    case .unclosedQuote: return closeQuote(problem)
    case .utf16: return convertWide()
    case .utf8: return convertBytes(problem)
    default: return []
    }
  }

  func insert(_ text: String, at offset: Int) -> [TextEdit] {
    [TextEdit(replacing: TextRange(offset, offset), with: text)]
  }

  /// The line end that the line of an offset has.
  func lineEnding(_ offset: Int) -> String {
    let end = bytes.span.lineEnd(from: offset)
    return bytes.span.byte(end) == .carriageReturn ? "\r\n" : "\n"
  }

  // MARK: - Quotes

  /// The text of a range, if it is short and on one line.
  func oneLine(_ lower: UInt32, _ upper: UInt32) -> String? {
    guard lower < upper, Int(upper - lower) <= Self.longest, Int(upper) <= bytes.count else {
      return nil
    }
    let text = bytes[Int(lower)..<Int(upper)]
    return text.contains(.lineFeed) ? nil : String(decoding: text, as: UTF8.self)
  }

  private func quoteText(_ problem: Problem) -> [TextEdit] {
    guard var text = oneLine(problem.first, problem.second) else { return quoteLines(problem) }
    // Curly quotes are letters here; a text that has them round it was meant to be quoted.
    if text.unicodeScalars.first == "“", text.unicodeScalars.last == "”" {
      text = String(String.UnicodeScalarView(text.unicodeScalars.dropFirst().dropLast()))
    }
    let range = TextRange(Int(problem.first), Int(problem.second))
    return [TextEdit(replacing: range, with: inQuotes(text))]
  }

  /// Quotes round a text of several lines, which must need no escapes.
  private func quoteLines(_ problem: Problem) -> [TextEdit] {
    let lower = Int(problem.first)
    let upper = min(Int(problem.second), bytes.count)
    guard lower < upper, upper - lower <= Self.longest else { return [] }
    for byte in bytes[lower..<upper] where byte == .quote || byte == .backslash { return [] }
    return insert("\"", at: lower) + insert("\"", at: upper)
  }

  /// The whole of a text that has quotes in it in quotes of the other kind.
  private func requoteText(_ problem: Problem) -> [TextEdit] {
    guard let text = oneLine(problem.first, problem.second) else { return [] }
    let range = TextRange(Int(problem.first), Int(problem.second))
    let scalars = Array(text.unicodeScalars)
    // `'Don't stop'`, `"She said "yes" to it"`: the outer quotes were meant as such.
    if let next = scalars.dropFirst().firstIndex(of: scalars[0]), next < scalars.count - 1,
      scalars.last == scalars[0],
      scalars[next - 1] == " " || scalars[next + 1].properties.isAlphabetic
    {
      let inner = String(String.UnicodeScalarView(scalars.dropFirst().dropLast()))
      return [TextEdit(replacing: range, with: inQuotes(inner))]
    }
    return [TextEdit(replacing: range, with: inQuotes(text))]
  }

  private func singleQuotes(_ problem: Problem) -> [TextEdit] {
    guard let text = oneLine(problem.first, problem.second) else { return [] }
    var inner = ""
    for scalar in text.unicodeScalars.dropFirst().dropLast() {
      inner.unicodeScalars.append(scalar)
      if scalar == "'" { inner.unicodeScalars.append(scalar) }
    }
    let range = TextRange(Int(problem.first), Int(problem.second))
    return [TextEdit(replacing: range, with: "'\(inner)'")]
  }

  private func closeQuote(_ problem: Problem) -> [TextEdit] {
    // Inside brackets nobody knows where the text was meant to end.
    guard problem.second == 0 else { return [] }
    return insert(bytes[Int(problem.lower)] == .quote ? "\"" : "'", at: Int(problem.first))
  }

  private func hashEdits(_ problem: Problem) -> [TextEdit] {
    let first = bytes.span.byte(Int(problem.first))
    if first == UInt8(ascii: "["), problem.first < problem.lower { return [] }
    if first == UInt8(ascii: "{"), problem.first < problem.lower { return [] }
    if problem.first == problem.second { return insert(" ", at: Int(problem.upper)) }
    return quoteText(problem)
  }

  // MARK: - Brackets

  /// The brackets that are open at the end of the line, closed there.
  private func closeBrackets(_ problem: Problem) -> [TextEdit] {
    let span = bytes.span
    var closing: [UInt8] = []
    var end = Int(problem.second)
    for index in Int(problem.first)..<end {
      switch span[index] {
      case UInt8(ascii: "["): closing.append(UInt8(ascii: "]"))
      case UInt8(ascii: "{"): closing.append(UInt8(ascii: "}"))
      case UInt8(ascii: "]"), UInt8(ascii: "}"): _ = closing.popLast()
      default: break
      }
      if closing.count > Parser.deepest { return [] }
    }
    guard !closing.isEmpty else { return [] }
    while end > 0, span[end - 1].isSpaceOrTab { end -= 1 }
    return insert(String(decoding: closing.reversed(), as: UTF8.self), at: end)
  }
}
