internal import PlanSyntax
internal import SourceText

/// What a comment that speaks to the program says.
enum AllowanceWords {
  /// A rule may be broken until a day, in a file of readings where one is named.
  case allowance(rule: String, file: String?, until: String)
  /// It was meant to be an allowance, and is none.
  case unclear(message: String, help: String)

  /// Reads a comment; `nil` where it does not speak to the program.
  ///
  /// - Parameter text: The comment without its number sign.
  init?(_ text: String) {
    // Few comments begin with the letter, and most are not worth taking apart.
    guard let letter = text.utf8.first(where: { $0 != 0x20 }),
      letter.lowercased == UInt8(ascii: "r")
    else { return nil }
    let words = text.utf8.split(separator: 0x20).map { String(Substring($0)) }
    guard let first = words.first, first.utf8.count <= 12 else { return nil }
    guard first == "rlt:" else {
      guard Self.isMeant(words) else { return nil }
      self = .unclear(
        message: "this comment looks as if it were for rlt, but does not begin with `# rlt: allow`",
        help: Self.example
      )
      return
    }
    self = Self.read(Array(words.dropFirst()))
  }

  private static let example =
    "write for example `# rlt: allow due-unparsed until 2026-07-31 -- agreed by the governors`"

  private static func read(_ words: [String]) -> AllowanceWords {
    let fallback = AllowanceWords.unclear(
      message: "this comment is for rlt, but cannot be understood",
      help: example
    )
    guard words.count > 2, words[0] == "allow", let until = words.firstIndex(of: "until") else {
      return fallback
    }
    var file: String?
    if until > 3, words[2] == "in" {
      file = words[3..<until].joined(separator: " ")
    } else if until != 2 {
      return fallback
    }
    // Some programs make one long dash of two short ones.
    let dash = words[until...].firstIndex { ["--", "–", "—"].contains($0) }
    guard let dash, dash + 1 < words.count else {
      return .unclear(
        message: "this allowance does not say why",
        help: "add the reason after two dashes: ` -- agreed by the governors`"
      )
    }
    let day = words[(until + 1)..<dash].joined(separator: " ")
    return .allowance(rule: words[1], file: file, until: day)
  }

  /// Whether words were meant for the program: `RLT: allow`, `rlt allow`, `rlt:allow`.
  private static func isMeant(_ words: [String]) -> Bool {
    let start = words.prefix(2).joined(separator: " ").utf8.map(\.lowercased)
    var rest = start[...]
    guard rest.starts(with: "rlt".utf8) else { return false }
    rest = rest.dropFirst(3).drop { $0 == UInt8(ascii: ":") || $0 == 0x20 || $0 == 0x2D }
    let verbs = ["allow", "allowed", "ignore", "disable", "skip"]
    return verbs.contains { rest.elementsEqual($0.utf8) }
      || verbs.contains { rest.starts(with: $0.utf8 + [0x20]) }
  }
}

extension SyntaxTree {
  /// The bytes that a comment speaks of: its own line or the next that says something, and the lines
  /// indented below that.
  func lines(spokenOfBy comment: CommentSyntax) -> Range<Int> {
    let all = bytes
    let bytes = all.span
    let at = Int(comment.range.lower)
    var start = at
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    var line = start..<bytes.lineEnd(at)
    // On a line of its own it speaks of the next line that says something.
    while bytes.indent(line) == nil, line.upperBound < bytes.count {
      line = line.upperBound..<bytes.lineEnd(line.upperBound)
    }
    guard let depth = bytes.indent(line) else { return at..<at }
    return line.lowerBound..<bytes.endOfBlock(line.upperBound, deeperThan: depth)
  }
}

extension Span<UInt8> {
  /// The spaces at the start of a line; `nil` for blank lines and those that are comments alone.
  func indent(_ line: Range<Int>) -> Int? {
    var at = line.lowerBound
    while at < line.upperBound, self[at] == 0x20 { at += 1 }
    guard at < line.upperBound else { return nil }
    switch self[at] {
    case UInt8(ascii: "#"), 0x0A, 0x0D: return nil
    default: return at - line.lowerBound
    }
  }

  /// The offset after the line end of the line that holds an offset.
  func lineEnd(_ offset: Int) -> Int {
    var at = offset
    while at < count {
      at += 1
      if self[at - 1] == 0x0A { break }
    }
    return at
  }

  /// The offset after the lines, from one on, that are indented by more than so many spaces.
  func endOfBlock(_ start: Int, deeperThan depth: Int) -> Int {
    var end = start
    while end < count {
      let next = end..<lineEnd(end)
      if let other = indent(next), other <= depth { break }
      end = next.upperBound
    }
    return end
  }
}
