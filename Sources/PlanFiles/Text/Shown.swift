/// A text without the curly quotes that word processors put round it; `nil` where there are none.
func withoutCurlyQuotes(_ text: String) -> String? {
  let scalars = text.unicodeScalars
  guard scalars.count > 2, let first = scalars.first, let last = scalars.last,
    "“”„".unicodeScalars.contains(first), "“”".unicodeScalars.contains(last)
  else { return nil }
  return String(String.UnicodeScalarView(scalars.dropFirst().dropLast()))
}

/// Words for a person, in which no quoted text is longer than a line and which themselves end.
///
/// A file may hold a value of any length where a message quotes it.
func readable(_ words: String) -> String {
  if words.utf8.count <= 120 { return words }
  let scalars = Array(words.unicodeScalars)
  var out = String.UnicodeScalarView()
  // Marks that do not occur any more, so that each is looked for once.
  var open: [Unicode.Scalar] = []
  var at = 0
  while at < scalars.count, out.count < 1000 {
    let scalar = scalars[at]
    out.append(scalar)
    at += 1
    guard let closing = closingQuote(scalar), at == 1 || !isLetterOrDigit(scalars[at - 2]) else {
      continue
    }
    // The end of a long text is the last mark after which it can end: it may hold such marks itself.
    let near = end(closing, scalars, from: at, to: min(scalars.count, at + 61))
    guard near == nil, !open.contains(closing) else { continue }
    guard let far = lastEnd(closing, scalars, from: at + 61) else {
      open.append(closing)
      continue
    }
    out.append(contentsOf: scalars[at..<min(at + 60, far)])
    out.append("…")
    at = far
  }
  if at < scalars.count { out.append("…") }
  return String(out)
}

private func closingQuote(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
  switch scalar {
  case "'", "`": scalar
  case "‘": "’"
  case "“": "”"
  default: nil
  }
}

private func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.isAlphabetic || scalar.properties.numericType != nil
}

private func end(
  _ mark: Unicode.Scalar,
  _ scalars: [Unicode.Scalar],
  from lower: Int,
  to upper: Int
) -> Int? {
  (lower..<max(lower, upper)).first { canEnd(mark, scalars, at: $0) }
}

private func lastEnd(
  _ mark: Unicode.Scalar,
  _ scalars: [Unicode.Scalar],
  from lower: Int
) -> Int? {
  guard lower < scalars.count else { return nil }
  return (lower..<scalars.count).last { canEnd(mark, scalars, at: $0) }
}

/// Whether a mark stands at an index, and no letter or digit right after it.
private func canEnd(_ mark: Unicode.Scalar, _ scalars: [Unicode.Scalar], at index: Int) -> Bool {
  scalars[index] == mark
    && (index + 1 == scalars.count || !isLetterOrDigit(scalars[index + 1]))
}

/// A text from a file as messages show it: all of it, or its beginning where it is long.
///
/// Nothing that a file holds may fill a screen or a log.
func shown(_ text: some StringProtocol) -> String {
  let scalars = text.unicodeScalars
  guard let end = scalars.index(scalars.startIndex, offsetBy: 60, limitedBy: scalars.endIndex),
    end < scalars.endIndex
  else { return String(text) }
  return String(String.UnicodeScalarView(scalars[..<end])) + "…"
}
