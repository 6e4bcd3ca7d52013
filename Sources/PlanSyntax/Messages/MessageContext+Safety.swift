/// Which corrections a program may make without asking.
extension MessageContext {
  /// Whether the correction of a problem leaves no doubt about what was meant and loses no text.
  ///
  /// No line goes to another level, unless only one is possible; no word, figure or sign goes.
  func isSafe(_ problem: Problem) -> Bool {
    let span = bytes.span
    let lower = Int(problem.lower)
    let upper = Int(problem.upper)
    switch problem.code {
    case .alias, .anchor, .tag, .reserved, .merge, .blockHeader, .colonText, .flowPair:
      // Brackets in quotes would be one text in place of several.
      let first = span.byte(Int(problem.first))
      return first != UInt8(ascii: "[") && first != UInt8(ascii: "{")
    case .directive, .docEnd, .multiDoc, .flowIndent, .oddSpace, .bidi, .tab, .tabAtEnd: return true
    case .utf16: return true
    case .utf8: return isWindows1252
    case .blockEmpty: return !indentsTextBelow(problem)
    case .tabIndent: return problem.second > 0
    // A name is one word; in a sentence the colon may be its own.
    case .colonSpace:
      return problem.second != 1 || !bytes[Int(problem.first)..<lower].contains(.space)
    case .dashText: return !isMinus(problem)
    case .bullet: return isSafeBullet(problem)
    case .hash: return isNumberInText(problem)
    // What follows must be more words: after a comma there is more likely a second text.
    case .afterQuote, .afterValue:
      return span.scalar(at: lower).value >= 0x80 || isLetterOrDigit(span.byte(lower))
    case .control:
      let value = span.scalar(at: lower).value
      return value < 0x80 || value > 0x9F
    case .loneCR: return isWithoutLineFeed || span.isLineEnd(upper)
    default: return false
    }
  }

  /// Whether a sign can only be meant for the dash of an item.
  private func isSafeBullet(_ problem: Problem) -> Bool {
    // Under a text; the text is in the way too.
    if problem.second > 0 { return false }
    let span = bytes.span
    let lower = Int(problem.lower)
    if span.byte(lower).isDigit {
      // A number is only a place in the list where it counts the items.
      var number = 0
      for index in lower..<Int(problem.upper) where span[index].isDigit {
        number = number * 10 + Int(span[index] - 0x30)
      }
      return number == Int(problem.first)
    }
    switch span.scalar(at: lower).value {
    case 0x2013, 0x2014, 0x2212: return !isFigure(at: Int(problem.upper))
    default: return true
    }
  }

  /// Whether a number sign begins a number amid a text: `Fix the #1 complaint`.
  private func isNumberInText(_ problem: Problem) -> Bool {
    guard problem.first < problem.second else { return false }
    let span = bytes.span
    var at = Int(problem.upper)
    let digits = at
    while span.byte(at).isDigit { at += 1 }
    guard at > digits, span.byte(at) == .space else { return false }
    while span.byte(at) == .space { at += 1 }
    return at < Int(problem.second) && isLetterOrDigit(span.byte(at))
  }

  private func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte.isDigit || (byte | 0x20) &- 0x61 < 26
  }
}

/// Whether all that is not UTF-8 in a text is a character of Windows-1252, and nothing speaks
/// against it: a text that has other characters in UTF-8 may have lost bytes of them.
func isPlainlyWindows1252(_ text: Span<UInt8>) -> Bool {
  var hasOther = false
  var isJoined = false
  var at = 0
  while at < text.count {
    let byte = text[at]
    let length = byte < 0x80 ? 1 : text.scalar(at: at).length
    if byte >= 0x80, length > 1 {
      hasOther = true
    } else if byte >= 0x80 {
      if windows1252(byte) == nil { return false }
      isJoined = isJoined || text.byte(at + 1) >= 0x80 || at > 0 && text[at - 1] >= 0x80
    }
    at += length
  }
  return !hasOther || !isJoined
}
