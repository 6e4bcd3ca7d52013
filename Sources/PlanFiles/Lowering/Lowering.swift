internal import PlanModel
internal import PlanSyntax
internal import SourceText

/// Turns the tree of a file into the model, and gathers every problem on the way.
///
/// One object goes through one file; nothing that it meets stops it.
final class Lowering {
  /// The problems, in the order in which they were found.
  var findings: [Diagnostic] = []
  /// What the plan's targets are read against, before a KPI adds its unit and scale.
  var context = TargetContext()
  /// The schools of the trust.
  var schools = NameIndex<School.ID>()
  /// The people and committees of the trust; the value is the name.
  var owners = NameIndex<String>()
  /// Whether the trust lists roles, so that an owner who is none of them is worth a warning.
  var hasRoles = false
  /// Owners that were found before, by the words that were written.
  private var knownOwners: [String: String] = [:]
  /// What must be looked up when the whole plan is known.
  var references = PlanReferences()
  /// The day to take for today; without one no day is in the future.
  let today: Day?
  /// Looks for what may have been meant by unknown names.
  var search = NameSearch()
  /// The scales and the offers by id, made once there are many.
  private var scaleIndex: IDIndex?
  private var offerIndex: IDIndex?

  /// Whether actions, milestones, risks and statements are lowered.
  let lowersWork: Bool
  /// Whether roles and the like are lowered, and names checked against each other.
  let lowersEntities: Bool
  /// Whether recipients of mail are lowered.
  let lowersRecipients: Bool

  init(_ options: LoadOptions = LoadOptions()) {
    lowersWork = options.loadsWork
    lowersEntities = options.loadsEntities
    lowersRecipients = options.loadsEntities && options.loadsRecipients
    today = options.today
  }

  /// Prepares for a plan of a trust.
  init(planOf trust: Trust, _ options: LoadOptions) {
    lowersWork = options.loadsWork
    lowersEntities = options.loadsEntities
    lowersRecipients = options.loadsEntities && options.loadsRecipients
    today = options.today
    context = TargetContext(trust)
    schools = NameIndex(schoolsOf: trust)
    owners = NameIndex(ownersOf: trust)
    hasRoles = trust.entities.contains { $0.kind == .role }
  }

  func report(
    _ rule: PlanRule,
    _ message: String,
    at place: Place,
    label: String = "",
    help: String,
    notes: [Note] = []
  ) {
    findings.append(
      Diagnostic(rule, message, at: place, label: label, help: help, notes: notes)
    )
  }

  // MARK: - Shapes

  /// A node as a text, with the way back to the file.
  func text(_ node: NodeSyntax, _ name: String) -> SourcedText? {
    guard let scalar = node.asScalar else {
      reportShape(node, name, "a text")
      return nil
    }
    let text = SourcedText(scalar)
    if text.bytes.count < 5, scalar.isNull { reportNull(scalar, name) }
    return text
  }

  /// A node as a string, without spaces around it.
  func string(_ node: NodeSyntax, _ name: String) -> String? {
    guard let scalar = node.asScalar else {
      reportShape(node, name, "a text")
      return nil
    }
    let text = scalar.trimmedText
    if text.utf8.count < 5, scalar.isNull { reportNull(scalar, name) }
    return text
  }

  /// A node as one text or a list of texts.
  func texts(_ node: NodeSyntax, _ name: String) -> [Sourced<String>] {
    switch node.kind {
    case .scalar: return string(node, name).map { [Sourced($0, at: node.place)] } ?? []
    case .list:
      guard let list = node.asList else { return [] }
      return list.items.compactMap { item in
        string(item, name).map { Sourced($0, at: item.place) }
      }
    default:
      reportShape(node, name, "a text or a list of texts")
      return []
    }
  }

  /// The entries of a node, those with a repeated name left out.
  func entries(_ node: NodeSyntax, _ name: String) -> [EntrySyntax] {
    guard let mapping = node.asMapping else {
      reportShape(node, name, "entries, each with a name and a colon")
      return []
    }
    return mapping.entries.filter { !$0.isDuplicate }
  }

  /// Reports what stands where something else is expected; nothing and the unreadable are silent.
  func reportShape(_ node: NodeSyntax, _ name: String, _ expected: String) {
    // What stands here was guessed at; that it is not right has been said.
    if node.isBroken { return }
    if expected.utf8.starts(with: "a text".utf8), let found = colonText(in: node) {
      findings.append(found)
      return
    }
    let found: String
    let help: String
    switch node.kind {
    case .absent, .invalid: return
    case .mapping:
      found = "entries"
      help =
        expected == "a list"
        ? "begin each item with a dash and a space"
        : "write the text after the colon; text that holds a colon needs quotes"
    case .list:
      found = "a list"
      help =
        expected == "a text"
        ? "write one text after `\(name):`" : "leave out the \(node.isFlow ? "brackets" : "dashes")"
    case .scalar:
      found = "a text"
      help =
        expected == "a list"
        ? "write the items on lines of their own, each after a dash and a space"
        : tightEntry(node)
          ?? "write the entries on lines of their own, indented below `\(name):`"
    }
    report(
      .wrongShape,
      "`\(name)` takes \(expected), and this is \(found)",
      at: node.place.firstByte,
      label: "expected \(expected)",
      help: help
    )
  }

  /// A text that was read as a name with a value because of a colon in it, where a text is expected.
  func colonText(in node: NodeSyntax) -> Diagnostic? {
    guard let mapping = node.asMapping, !node.isFlow, !node.isBroken else { return nil }
    let entries = Array(mapping.entries)
    guard entries.count == 1, let entry = entries.first, let value = entry.value.asScalar,
      value.style == .plain, !value.isMultiLine, entry.name.style == .plain
    else { return nil }
    let bytes = node.tree.bytes[entry.range.indices]
    guard !bytes.contains(0x0A) else { return nil }
    let colon = Int(entry.name.range.upper)
    let help = "put the text in quotes"
    let written = inQuotes(String(decoding: bytes, as: UTF8.self))
    return Diagnostic(
      "colon-text",
      .error,
      "a colon followed by a space ends a name, so ‘\(shown(entry.name.text))’ is not read as text",
      at: node.tree.place(of: TextRange(colon, colon + 1)),
      help: help,
      fixIt: FixIt(help, edits: [TextEdit(replacing: entry.range, with: written)])
    )
  }

  /// What to write where a text is a name and a value without the space between them.
  private func tightEntry(_ node: NodeSyntax) -> String? {
    guard let scalar = node.asScalar, scalar.style == .plain else { return nil }
    let parts = scalar.text.utf8.split(separator: UInt8(ascii: ":"), maxSplits: 1)
    guard parts.count == 2, let name = String(parts[0]), let value = String(parts[1]) else {
      return nil
    }
    return "write a space after the colon: `\(shown(name)): \(shown(value))`"
  }

  private func reportNull(_ scalar: ScalarSyntax, _ name: String) {
    // Some texts are read twice.
    if let last = findings.last, last.id == PlanRule.nullText.id, last.place == scalar.place {
      return
    }
    let text = scalar.text
    report(
      .nullText,
      "other programs read `\(text)` as nothing, and rlt as a text",
      at: scalar.place,
      help: "leave `\(name):` empty if nothing is meant, else put it in quotes: `\"\(text)\"`"
    )
  }

  // MARK: - Keys

  /// Whether the first entry of a mapping is one of the keys of a noun.
  func isKey<Key: FileKey>(of type: Key.Type, in mapping: MappingSyntax) -> Bool {
    for entry in mapping.entries {
      return entry.name.withBytes { Key.table.position($0) } != nil
    }
    return false
  }

  /// Reports a key that means nothing, and returns the one that was meant, where that is clear.
  @discardableResult
  func reportUnknownKey<Key: FileKey>(_ entry: EntrySyntax, of type: Key.Type) -> String? {
    let name = entry.name.text
    let known = Key.allCases.map(\.rawValue)
    let meant = keyMeant(by: name, among: known) ?? nearestNames(to: name, among: known).first
    report(
      .unknownKey,
      "\(Key.noun) has no `\(name)`",
      at: entry.name.place,
      label: meant.map { "did you mean `\($0)`?" } ?? "",
      help: meant.map { "write `\($0):`" }
        ?? "the keys of \(Key.noun) are " + known.map { "`\($0)`" }.joined(separator: ", ")
    )
    return meant
  }

  /// Reports that a key is missing, or empty because a comment has swallowed its text.
  func reportMissing<Key: FileKey>(
    _ key: Key,
    at place: Place,
    swallowing comment: CommentSyntax? = nil
  ) {
    report(
      .missingKey,
      "\(Key.noun) needs `\(key.rawValue)`",
      at: place,
      label: comment == nil ? "" : "the text after `#` is a comment",
      help: comment.map { "put the text in quotes: `\(key.rawValue): \"# \($0.text)\"`" }
        ?? "add a line `\(key.rawValue): …`"
    )
  }

  /// Reports that nothing follows a key that must have a value.
  func reportMissing<Key: FileKey>(_ key: Key, in entry: EntrySyntax) {
    guard let comment = entry.trailingComment else {
      reportMissing(key, at: entry.name.place)
      return
    }
    report(
      .missingKey,
      "\(Key.noun) needs `\(key.rawValue)`, and the text after `#` is a comment",
      at: entry.name.place,
      help: "put the text in quotes"
    )
    let quoted = TextEdit(replacing: comment.range, with: inQuotes("# \(comment.text)"))
    correct(with: [quoted])
  }

  /// Adds a correction to the problem that was reported last.
  func correct(with edits: [TextEdit]) {
    guard let last = findings.indices.last else { return }
    findings[last].fixIt = FixIt(findings[last].help, edits: edits)
  }

  /// Notes that nothing follows a key: often a comment has swallowed the text.
  func reportEmpty(_ entry: EntrySyntax) {
    let name = entry.name.text
    let comment = entry.trailingComment
    report(
      .emptyValue,
      "`\(name)` is empty",
      at: entry.name.place,
      label: comment == nil ? "" : "the text after `#` is a comment",
      help: comment == nil
        ? "write a value, or leave the line out" : "put the text in quotes if it is the value"
    )
    if let comment {
      correct(with: [TextEdit(replacing: comment.range, with: inQuotes("# \(comment.text)"))])
    }
  }

  // MARK: - Ids and names

  /// The text of a name that is an id; ids that are not lower-case words are reported.
  func id(_ entry: EntrySyntax) -> String {
    checkedID(entry.name.text, at: entry.name.place)
  }

  /// An id; one that is not made of lower-case words is reported.
  func checkedID(_ id: String, at place: Place) -> String {
    guard !isID(id) else { return id }
    let better = suggestedID(id)
    report(
      .badID,
      "'\(id)' is not an id",
      at: place,
      label: "expected small letters and digits, joined by `-` and `.`",
      help: better.isEmpty ? "write for example `staff-costs`" : "write `\(better)`"
    )
    return id
  }

  /// Says that a name could be one of several.
  func reportAmbiguous(
    _ name: String,
    _ candidates: [String],
    at place: Place,
    help: String = "write the id of the one that is meant"
  ) {
    let list = candidates.map { "`\($0)`" }.joined(separator: " or ")
    report(.ambiguousName, "'\(name)' could be \(list)", at: place, help: help)
  }

  /// The scale with an id.
  func scale(_ id: String, among scales: [Scale]) -> Scale? {
    guard scales.count > IDIndex.few else { return scales.first { $0.id == id } }
    let index = scaleIndex ?? IDIndex(scales.map(\.id))
    scaleIndex = index
    return index.position(of: id).map { scales[$0] }
  }

  /// The offer with an id.
  func offer(_ id: String, among offers: [Offer]) -> Offer? {
    guard offers.count > IDIndex.few else { return offers.first { $0.id == id } }
    let index = offerIndex ?? IDIndex(offers.map(\.id))
    offerIndex = index
    return index.position(of: id).map { offers[$0] }
  }

  /// The school that a name means; one that the trust does not have is reported.
  func school(_ name: String, at place: Place) -> School.ID? {
    switch schools.exactMatch(name, &search) {
    case .one(let id): return id
    case .none(let nearest):
      let known = schools.firstLabels(12).map { "`\($0)`" }.joined(separator: ", ")
      report(
        .unknownSchool,
        "the trust has no school '\(name)'",
        at: place,
        label: nearest.isEmpty ? "" : "did you mean `\(nearest[0])`?",
        help: "the schools are \(known)"
      )
    case .several(let names):
      reportAmbiguous(name, names, at: place, help: "write the id of the school")
    }
    return nil
  }

  /// The owners of a key: names of the trust in its own spelling, others as they were written.
  func owners(_ texts: [Sourced<String>]) -> [Sourced<String>] { texts.map(owner) }

  /// An owner in the spelling of the trust; one that it does not list is reported.
  func owner(_ text: Sourced<String>) -> Sourced<String> {
    if let name = knownOwners[text.value] { return text.map { _ in name } }
    guard !owners.isEmpty else { return text }
    switch owners.exactMatch(text.value, &search) {
    case .one(let name):
      knownOwners[text.value] = name
      return text.map { _ in name }
    case .none(let nearest):
      guard hasRoles else { return text }
      report(
        .unknownOwner,
        "the trust lists no role '\(text.value)'",
        at: text.place,
        label: nearest.isEmpty ? "" : "did you mean `\(nearest[0])`?",
        help: nearest.isEmpty
          ? "add it under `roles:` in trust.yaml"
          : "write `\(nearest[0])`, or add it under `roles:`"
      )
    case .several(let names):
      reportAmbiguous(text.value, names, at: text.place)
    }
    return text
  }
}

/// The key that people mean by another word.
private func keyMeant(by name: String, among known: [String]) -> String? {
  let words = [
    "name": ["title", "action", "risk", "milestone"], "title": ["name", "action"],
    "description": ["note", "title"], "comment": ["note"], "text": ["title", "action"],
    "deadline": ["by", "due"], "due": ["by"], "by": ["due"], "date": ["due", "on"],
    "lead": ["owner"], "owner": ["lead"], "responsible": ["owner", "lead"],
    "measure": ["unit"], "threshold": ["target"], "goal": ["target"], "tolerance": ["amber"],
  ]
  let lower = String(decoding: name.utf8.map(\.lowercased), as: UTF8.self)
  return words[lower]?.first { known.contains($0) }
}

/// Whether a text is an id: lower-case words of a-z and 0-9 joined by `-` and `.`.
func isID(_ text: String) -> Bool {
  var afterWord = false
  for byte in text.utf8 {
    if byte.isDigit || byte.isLetter && byte.lowercased == byte {
      afterWord = true
    } else if afterWord, byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") {
      afterWord = false
    } else {
      return false
    }
  }
  return afterWord
}

/// An id made of the words of a text.
func suggestedID(_ text: String) -> String {
  var id: [UInt8] = []
  for byte in text.utf8.map(\.lowercased) {
    if byte.isDigit || byte.isLetter || byte == UInt8(ascii: ".") && id.last?.isLetter == true {
      id.append(byte)
    } else if id.last?.isLetter == true || id.last?.isDigit == true, byte < 0x80,
      byte != UInt8(ascii: "'")
    {
      id.append(UInt8(ascii: "-"))
    }
  }
  while let last = id.last, !last.isLetter, !last.isDigit { id.removeLast() }
  return String(decoding: id, as: UTF8.self)
}

extension ScalarSyntax {
  /// Whether other programs read the text as nothing: `null`, `~`.
  var isNull: Bool {
    style == .plain && ["null", "Null", "NULL", "~"].contains { isEqual(to: $0) }
  }

  /// What the text says, without spaces and line ends around it.
  var trimmedText: String {
    withBytes { span in
      var lower = 0
      var upper = span.count
      while lower < upper, span[lower].isSpace { lower += 1 }
      while upper > lower, span[upper - 1].isSpace { upper -= 1 }
      let part = span.extracting(lower..<upper)
      if let checked = try? UTF8Span(validating: part) { return String(copying: checked) }
      return String(decoding: part.indices.map { part[$0] }, as: UTF8.self)
    }
  }
}

extension Place {
  /// The first byte of the place, for problems of a whole block.
  var firstByte: Place {
    Place(file, TextRange(Int(range.lower), min(Int(range.lower) + 1, Int(range.upper))))
  }
}
