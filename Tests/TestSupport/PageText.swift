/// A page for the browser without its style, which has golden files of its own.
public func withoutStyle(_ html: String) -> String {
  var text = html
  for (start, end) in [("<style>", "</style>"), ("style-src '", "'")] {
    guard let from = text.firstRange(of: start)?.upperBound,
      let to = text[from...].firstRange(of: end)?.lowerBound
    else { continue }
    text.replaceSubrange(from..<to, with: "…")
  }
  return text
}
