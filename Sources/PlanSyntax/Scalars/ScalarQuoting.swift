/// What a new text is for, which decides how carefully it is quoted.
public enum ScalarRole: Sendable, Hashable {
  /// A name, or a value that is a number, a date, a word of a list or a reference.
  case value
  /// Prose: other programs must not read it as a number or a date.
  case prose
}

/// Whether a text may be written without quotes and is read back as itself in YAML 1.1 and 1.2.
public func canBePlain(_ text: String, role: ScalarRole) -> Bool {
  let scalars = text.unicodeScalars
  guard let first = scalars.first, let last = scalars.last else { return false }
  let starts = "(£€$/+.<≥≤".unicodeScalars
  let isLetterOrDigit = first.properties.isAlphabetic || first.properties.numericType != nil
  guard isLetterOrDigit || starts.contains(first) else { return false }
  guard last != ":", !last.properties.isWhitespace, !isOddSpace(last.value) else { return false }
  var previous: Unicode.Scalar?
  for scalar in scalars {
    if isControl(scalar) { return false }
    if scalar == " ", previous == ":" { return false }
    if scalar == "#", previous == " " { return false }
    previous = scalar
  }
  if isReadAsAnother(text) { return false }
  return role == .value || !looksTyped(text)
}

/// A text in double quotes.
public func doubleQuoted(_ text: String) -> String {
  var out = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": out += "\\\""
    case "\\": out += "\\\\"
    case "\n": out += "\\n"
    default: out.unicodeScalars.append(scalar)
    }
  }
  return out + "\""
}

/// A text of one line in quotes of the kind that it does not hold itself.
public func inQuotes(_ text: String) -> String {
  let hasQuote = text.utf8.contains { $0 == .quote || $0 == .backslash }
  if hasQuote, !text.utf8.contains(.apostrophe) { return "'\(text)'" }
  return doubleQuoted(text)
}

/// Whether a scalar is of category C (invisible, private or unassigned) or ends a line somewhere.
private func isControl(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
    .paragraphSeparator:
    true
  default: false
  }
}

/// Words that other programs read as yes, no or nothing.
private func isReadAsAnother(_ text: String) -> Bool {
  switch text.lowercased() {
  case "y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", "<<", "...": true
  default: false
  }
}

/// Whether other programs could read a text as a number, a date or a time.
private func looksTyped(_ text: String) -> Bool {
  let lowered = text.lowercased()
  if [".inf", ".nan"].contains(where: { lowered.hasSuffix($0) && lowered.utf8.count <= 5 }) {
    return true
  }
  guard let first = text.utf8.first, first.isDigit || [0x2D, 0x2B, 0x2E].contains(first) else {
    return false
  }
  return text.utf8.allSatisfy { byte in
    byte.isDigit || "_,.:+-eExobacdftTzZ ABCDF".utf8.contains(byte)
  }
}
