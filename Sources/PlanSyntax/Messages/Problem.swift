/// What can be wrong with the way a file is written.
enum ProblemCode: UInt8, CaseIterable {
  case afterQuote, afterValue, alias, anchor, bidi, blockDedent, blockEmpty, blockHeader
  case blockLead, blockPlace, bullet, childOfText, colonMissing, colonSpace, colonText, contDash
  case control, dashHere, dashText, depth, directive, docEnd, docStart, drivePath, duplicate
  case escape, escapeChar, explicitKey, flowClose, flowComma, flowIndent, flowKey, flowNovalue
  case flowPair, forgottenDash, hash, indent, indentAbove, keyLong, loneCR, merge, mixed, multiDoc,
    noColon
  case noName, notText, oddSpace, reserved, rootScalar, tab, tabAtEnd, tabIndent, tag, textAndLines
  case tooLarge, unclosedFlow, unclosedQuote, utf16, utf8
}

/// A problem as the parser notes it: a code and offsets; words come later, and only for the first.
struct Problem {
  var code: ProblemCode
  /// The bytes under the caret.
  var lower: UInt32
  var upper: UInt32
  /// Further offsets; what they are depends on the code, and is said where the message is made.
  var first: UInt32
  var second: UInt32

  init(_ code: ProblemCode, _ lower: Int, _ upper: Int, _ first: Int = 0, _ second: Int = 0) {
    self.code = code
    self.lower = UInt32(truncatingIfNeeded: lower)
    self.upper = UInt32(truncatingIfNeeded: upper)
    self.first = UInt32(truncatingIfNeeded: first)
    self.second = UInt32(truncatingIfNeeded: second)
  }
}

extension ProblemCode {
  /// The name of the rule, which never changes: the case in words.
  var id: String {
    switch self {
    case .colonMissing: return "no-colon"
    case .drivePath: return "escape"
    case .forgottenDash: return "duplicate"
    case .indentAbove: return "indent"
    case .loneCR: return "lone-cr"
    case .tabAtEnd, .tabIndent: return "tab"
    case .textAndLines: return "child-of-text"
    case .tooLarge: return "file-too-large"
    default:
      var id = ""
      for byte in "\(self)".utf8 {
        if byte &- 0x41 < 26 { id += "-" }
        id.unicodeScalars.append(Unicode.Scalar(byte | (byte.isDigit ? 0 : 0x20)))
      }
      return id
    }
  }

  /// Whether the text is read all the same, exactly as it stands.
  var isWarning: Bool { self == .tabAtEnd || self == .drivePath || self == .bidi }
}
