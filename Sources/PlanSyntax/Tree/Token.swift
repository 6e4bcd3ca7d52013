public import SourceText

/// A piece of a file that the grammar does not look inside.
public struct Token: Sendable, Hashable {
  /// What a token is.
  public enum Kind: Sendable, Hashable {
    /// The mark that some editors put at the start of a file.
    case byteOrderMark
    /// Spaces, and tabs where they are only reported.
    case space
    /// LF or CRLF.
    case lineEnd
    /// From a number sign to the end of the line.
    case comment
    /// A text, its quotes or block sign included.
    case text
    /// `-` before a list item.
    case dash
    /// `:` after a name.
    case colon
    /// `,` inside brackets.
    case comma
    /// `[`, `]`, `{` or `}`.
    case bracket
    /// What could not be read.
    case unreadable
  }

  /// What the token is.
  public let kind: Kind
  /// Its bytes; never none.
  public let range: TextRange
}

extension SyntaxTree {
  /// The tokens of the file, made anew at every call: each begins where the last ended.
  public var tokens: [Token] {
    var builder = TokenBuilder()
    let bytes = storage.bytes
    var pieces: [(TextRange, Token.Kind)] = []
    for record in storage.nodes where record.lower < record.upper {
      let range = TextRange(Int(record.lower), Int(record.upper))
      if record.kind == .scalar { pieces.append((range, .text)) }
      if record.kind == .invalid { pieces.append((range, .unreadable)) }
    }
    pieces += storage.comments.map { ($0, .comment) }
    pieces += storage.skipped.filter { !$0.isEmpty }.map { ($0, .unreadable) }
    pieces.sort { ($0.0.lower, $0.0.upper) < ($1.0.lower, $1.0.upper) }
    for (range, kind) in pieces { builder.add(range, kind, bytes.span) }
    builder.fill(to: bytes.count, bytes.span)
    return builder.tokens
  }
}

/// Fills the gaps between texts, comments and what could not be read.
private struct TokenBuilder {
  var tokens: [Token] = []
  private var at = 0

  mutating func add(_ range: TextRange, _ kind: Token.Kind, _ bytes: Span<UInt8>) {
    // A comment inside what could not be read is a part of it.
    guard Int(range.lower) >= at else { return }
    fill(to: Int(range.lower), bytes)
    append(kind, Int(range.upper))
  }

  private mutating func append(_ kind: Token.Kind, _ end: Int) {
    tokens.append(Token(kind: kind, range: TextRange(at, end)))
    at = end
  }

  mutating func fill(to end: Int, _ bytes: Span<UInt8>) {
    while at < end {
      let start = at
      switch bytes[start] {
      case .lineFeed: append(.lineEnd, start + 1)
      case .carriageReturn where start + 1 < end && bytes[start + 1] == .lineFeed:
        append(.lineEnd, start + 2)
      case .space, .tab:
        var stop = start
        while stop < end, bytes[stop].isSpaceOrTab { stop += 1 }
        append(.space, stop)
      case .dash: append(.dash, start + 1)
      case .colon: append(.colon, start + 1)
      case UInt8(ascii: ","): append(.comma, start + 1)
      case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
        append(.bracket, start + 1)
      case 0xEF where start == 0 && end >= 3 && bytes[1] == 0xBB && bytes[2] == 0xBF:
        append(.byteOrderMark, 3)
      default:
        var stop = start + 1
        while stop < end, !isOwnToken(bytes[stop]) { stop += 1 }
        append(.unreadable, stop)
      }
    }
  }

  private func isOwnToken(_ byte: UInt8) -> Bool {
    switch byte {
    case .lineFeed, .carriageReturn, .space, .tab, .dash, .colon: true
    default: false
    }
  }
}
