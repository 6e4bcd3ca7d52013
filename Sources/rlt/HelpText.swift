/// Puts a help text into the order in which people read: what it does, examples, then options.
enum HelpText {
  /// The narrowest page that help is laid out for.
  static let narrowest = 40

  static func arranged(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if line.hasPrefix("OVERVIEW: ") { return String(line.dropFirst("OVERVIEW: ".count)) }
      if line.hasPrefix("SUBCOMMANDS:") { return "COMMANDS:" }
      return replacing("<subcommand>", with: "<command>", in: String(line))
    }
    return lines.joined(separator: "\n")
  }

  private static func replacing(_ old: String, with new: String, in line: String) -> String {
    guard let range = line.firstRange(of: old) else { return line }
    return line.replacingCharacters(range, with: new)
  }
}

extension String {
  fileprivate func replacingCharacters(_ range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
