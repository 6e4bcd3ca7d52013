/// Writes new nodes in the style of the file round them.
struct NodeWriter {
  /// The line end of the lines next to the edit.
  var lineEnd = "\n"
  /// How far the lines of a list are indented from the name that owns it.
  var listIndent = 2
  /// How far the names of a mapping are indented from the name that owns it.
  var mappingIndent = 2
  /// The spaces between a dash and its item.
  var dashGap = 1
  /// Whether a text of several lines may be a block: nothing follows that would become part of it.
  var allowsBlocks = true

  /// What follows the colon or dash of a value at a column: a space and the text, or lines below.
  func value(_ node: NewNode?, at column: Int, isItem: Bool) throws(EditRefused) -> String {
    switch node {
    case nil: return ""
    case .text(let text, let role):
      return " " + (try scalar(text, role, column: column, style: .plain))
    case .list(let items):
      if items.isEmpty { return " []" }
      return lineEnd + (try list(items, at: column + (isItem ? 2 : listIndent)))
    case .mapping(let entries):
      if entries.isEmpty { return " {}" }
      return lineEnd + (try mapping(entries, at: column + mappingIndent))
    }
  }

  /// The lines of a list whose dashes stand at a column, without the last line's end.
  func list(_ items: [NewNode], at column: Int) throws(EditRefused) -> String {
    var lines: [String] = []
    for node in items { lines.append(spaces(column) + (try item(node, at: column))) }
    return lines.joined(separator: lineEnd)
  }

  /// An item from its dash on.
  func item(_ node: NewNode, at column: Int) throws(EditRefused) -> String {
    let dash = "-" + spaces(dashGap)
    switch node {
    case .text(let text, let role):
      return dash + (try scalar(text, role, column: column, style: .plain))
    case .list(let items):
      if items.isEmpty { return dash + "[]" }
      let inner = column + 1 + dashGap
      return dash + (try list(items, at: inner)).droppingFirst(inner)
    case .mapping(let entries):
      if entries.isEmpty { return dash + "{}" }
      let inner = column + 1 + dashGap
      return dash + (try mapping(entries, at: inner)).droppingFirst(inner)
    }
  }

  /// The lines of a mapping whose names stand at a column, without the last line's end.
  func mapping(_ entries: [NewEntry], at column: Int) throws(EditRefused) -> String {
    var lines: [String] = []
    for entry in entries { lines.append(spaces(column) + (try self.entry(entry, at: column))) }
    return lines.joined(separator: lineEnd)
  }

  /// An entry from its name on.
  func entry(_ entry: NewEntry, at column: Int) throws(EditRefused) -> String {
    try name(entry.name) + ":" + value(entry.value, at: column, isItem: false)
  }

  /// A name, in quotes where it needs them.
  func name(_ name: String) throws(EditRefused) -> String {
    guard name.unicodeScalars.count <= Parser.longestName, !name.utf8.contains(.lineFeed) else {
      throw .cannotBeWritten
    }
    try check(name)
    return canBePlain(name, role: .value) ? name : doubleQuoted(name)
  }

  /// A text in a style where that is possible, else plain, else in double quotes or as a block.
  func scalar(
    _ text: String,
    _ role: ScalarRole,
    column: Int?,
    style: ScalarStyle
  ) throws(EditRefused) -> String {
    try check(text)
    if text.utf8.contains(.lineFeed) {
      guard allowsBlocks, let column, let block = block(text, column) else {
        return doubleQuoted(text)
      }
      return block
    }
    if style == .doubleQuoted { return doubleQuoted(text) }
    if style == .singleQuoted { return singleQuoted(text) }
    return canBePlain(text, role: role) ? text : doubleQuoted(text)
  }

  /// A node inside brackets.
  func flow(_ node: NewNode) throws(EditRefused) -> String {
    switch node {
    case .text(let text, let role): return try flowScalar(text, role, style: .plain)
    case .list(let items):
      var texts: [String] = []
      for item in items { texts.append(try flow(item)) }
      return "[\(texts.joined(separator: ", "))]"
    case .mapping(let entries):
      var texts: [String] = []
      for entry in entries { texts.append(try flowEntry(entry)) }
      return "{\(texts.joined(separator: ", "))}"
    }
  }

  /// An entry inside braces, where a value cannot be empty.
  func flowEntry(_ entry: NewEntry) throws(EditRefused) -> String {
    let name = try flowScalar(entry.name, .value, style: .plain)
    guard let value = entry.value else { return "\(name): \"\"" }
    return "\(name): \(try flow(value))"
  }

  /// A text inside brackets.
  func flowScalar(
    _ text: String,
    _ role: ScalarRole,
    style: ScalarStyle
  ) throws(EditRefused) -> String {
    let isOdd = text.utf8.contains { byte in
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
        UInt8(ascii: "}"), .colon:
        true
      default: false
      }
    }
    let kept = isOdd && style == .plain ? .doubleQuoted : style
    return try scalar(text, role, column: nil, style: kept)
  }

  private func check(_ text: String) throws(EditRefused) {
    for scalar in text.unicodeScalars where isForbidden(scalar.value) {
      throw .cannotBeWritten
    }
  }

  private func singleQuoted(_ text: String) -> String {
    var out = "'"
    for scalar in text.unicodeScalars {
      out.unicodeScalars.append(scalar)
      if scalar == "'" { out.unicodeScalars.append(scalar) }
    }
    return out + "'"
  }

  /// A text of several lines below `|`, if its spaces survive that.
  private func block(_ text: String, _ column: Int) -> String? {
    let bytes = Array(text.utf8)
    let endsLine = bytes.last == .lineFeed
    let body = endsLine ? Array(bytes.dropLast()) : bytes
    guard let first = body.first, let last = body.last, !first.isSpaceOrTab, first != .lineFeed,
      last != .lineFeed, !body.contains(.tab)
    else { return nil }
    var previous = first
    for byte in body {
      if byte == .lineFeed, previous == .space { return nil }
      previous = byte
    }
    guard previous != .space else { return nil }
    var out = endsLine ? "|" : "|-"
    for line in body.split(separator: .lineFeed, omittingEmptySubsequences: false) {
      out += lineEnd
      if !line.isEmpty { out += spaces(column + 2) + String(decoding: line, as: UTF8.self) }
    }
    return out
  }

  func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}

extension String {
  /// The text without so many ASCII characters at its start.
  fileprivate func droppingFirst(_ count: Int) -> String {
    String(decoding: utf8.dropFirst(count), as: UTF8.self)
  }
}
