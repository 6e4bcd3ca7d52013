/// A piece of text made of spans, each with its own emphasis.
public struct Line: Sendable, Hashable, ExpressibleByStringLiteral {
  /// The spans, from left to right; nothing stands between them.
  public var spans: [Span]

  /// Creates a piece of text from its spans.
  public init(_ spans: [Span]) { self.spans = spans }

  /// Creates plain text.
  public init(_ text: String) { spans = [.text(text)] }

  /// Creates plain text from a literal.
  public init(stringLiteral text: String) { spans = [.text(text)] }

  /// Whether there is no text at all.
  public var isEmpty: Bool {
    spans.allSatisfy { span in
      switch span {
      case .text(let text, _), .toned(let text, _), .link(let text, _): text.utf8.isEmpty
      case .mark: false
      }
    }
  }

  /// One text after another.
  public static func + (first: Line, second: Line) -> Line { Line(first.spans + second.spans) }
}

/// A stretch of text of one emphasis, or a mark.
public enum Span: Sendable, Hashable {
  /// Text.
  case text(String, Emphasis = .plain)
  /// Text in the colour of a mark.
  case toned(String, Tone)
  /// The letter and word of a mark.
  case mark(Mark)
  /// Words that lead to another page or place of the same site, relative to the page.
  case link(String, to: String)
}

/// How much a stretch of text stands out.
public enum Emphasis: Sendable, Hashable {
  /// Like its surroundings.
  case plain
  /// More than its surroundings.
  case strong
  /// Less than its surroundings.
  case quiet
}
