internal import PlanModel
internal import PlanSyntax
internal import SourceText

/// A plan file on its way to what it is to say.
///
/// Each step is made twice: on the text, and on what the text says. At the end the text is read
/// again, and must say the same.
struct PlanDraft {
  let document: PlanDocument
  private(set) var tree: SyntaxTree
  private var intended: TreeValue

  init(_ document: PlanDocument) {
    self.document = document
    tree = document.tree
    intended = document.tree.root?.value ?? .absent
  }

  // MARK: - Steps

  /// Adds an item to the list that keys lead to, and what is missing on the way.
  ///
  /// - Parameters:
  ///   - item: The item.
  ///   - keys: The names on the way from `base` to the list, each with the entry that a new one
  ///     is put behind.
  ///   - base: The way to a mapping.
  ///   - what: What is edited, for messages.
  /// - Throws: That something else stands on the way.
  mutating func append(
    _ item: NewNode,
    to keys: ArraySlice<NewKey>,
    in base: [TreeStep],
    _ what: String
  ) throws(EditProblem) {
    guard let key = keys.first, let mapping = tree.node(at: base)?.asMapping else {
      throw EditProblem(.notEditable, at: what)
    }
    let rest = keys.dropFirst()
    let new = rest.reversed().reduce(NewNode.list([item])) { .mapping([NewEntry($1.name, $0)]) }
    guard let entry = mapping.entry(named: key.name) else {
      try insert(NewEntry(key.name, new), in: base, after: key.previous, what)
      return
    }
    let path = base + [.key(key.name)]
    switch entry.value.kind {
    case .absent:
      try change(what) { tree throws(EditRefused) in try tree.settingValue(of: entry, to: new) }
      intended = intended.changing(path[...]) { _ in new.value }
    case .list where rest.isEmpty:
      guard let list = entry.value.asList else { return }
      try change(what) { tree throws(EditRefused) in try tree.appending(item, to: list) }
      intended = intended.changing(path[...]) { $0.appending(item.value) }
    case .mapping where !rest.isEmpty: try append(item, to: rest, in: path, what)
    default: throw EditProblem(.notEditable, at: what)
    }
  }

  /// Adds an entry to a mapping, and the mapping itself where its name stands alone.
  mutating func insert(
    _ entry: NewEntry,
    in base: [TreeStep],
    after previous: String? = nil,
    _ what: String
  ) throws(EditProblem) {
    guard let node = tree.node(at: base) else { throw EditProblem(.notEditable, at: what) }
    let pair = TreeValue.Pair(entry.name, entry.value?.value ?? .absent)
    if node.kind == .absent, case .key(let name) = base.last,
      let owner = tree.node(at: base.dropLast())?.asMapping?.entry(named: name)
    {
      let new = NewNode.mapping([entry])
      try change(what) { tree throws(EditRefused) in try tree.settingValue(of: owner, to: new) }
      intended = intended.changing(base[...]) { _ in .mapping([pair]) }
      return
    }
    guard let mapping = node.asMapping else { throw EditProblem(.notEditable, at: what) }
    let before = previous.flatMap { mapping.entry(named: $0) }
    try change(what) { tree throws(EditRefused) in
      try tree.inserting(entry, into: mapping, after: before)
    }
    let name = before == nil ? nil : previous
    intended = intended.changing(base[...]) { $0.inserting(pair, after: name) }
  }

  /// Gives an entry of a mapping a value, adds it where there is none, or removes it.
  mutating func set<Key: FileKey>(
    _ key: Key,
    to value: NewNode?,
    in base: [TreeStep],
    _ what: String
  ) throws(EditProblem) {
    guard let mapping = tree.node(at: base)?.asMapping else {
      throw EditProblem(.notEditable, at: what)
    }
    let name = key.rawValue
    guard let entry = mapping.entry(named: name) else {
      guard let value else { return }
      let previous = mapping.lastName(before: key)
      try insert(NewEntry(name, value), in: base, after: previous, what)
      return
    }
    if let value {
      guard entry.value.value != value.value else { return }
      try change(what) { tree throws(EditRefused) in try tree.settingValue(of: entry, to: value) }
    } else {
      // What is written behind the value would go with it.
      if entry.trailingComment != nil { throw EditProblem(.wouldLoseComments, at: what) }
      try change(what) { tree throws(EditRefused) in try tree.removing(entry, from: mapping) }
    }
    intended = intended.changing(base[...]) { $0.setting(name, to: value?.value) }
  }

  /// Makes edits of the text that change what it says in a way that is given.
  mutating func make(
    _ edits: [TextEdit],
    saying change: (TreeValue) -> TreeValue,
    _ what: String
  ) throws(EditProblem) {
    try self.change(what) { _ throws(EditRefused) in edits }
    intended = change(intended)
  }

  /// Computes edits on the tree as it is now, and reads the result.
  private mutating func change(
    _ what: String,
    _ edits: (SyntaxTree) throws(EditRefused) -> [TextEdit]
  ) throws(EditProblem) {
    let made: [TextEdit]
    do throws(EditRefused) {
      made = try edits(tree)
    } catch {
      throw EditProblem(error, at: what)
    }
    guard let bytes = made.applied(to: tree.bytes) else { throw .fault(what) }
    tree = parsePlanText(SourceFile(name: document.file.name, bytes: bytes), id: tree.file).tree
  }

  // MARK: - The end

  /// Reads the new text, and compares what it says with what was meant.
  ///
  /// - Parameter what: What is edited, for messages.
  /// - Returns: The edit.
  /// - Throws: That the file would have an error that it did not have, or would not say what was
  ///   meant.
  func finished(_ what: String) throws(EditProblem) -> PlanEdit {
    let after = SourceFile(name: document.file.name, bytes: tree.bytes)
    guard tree.bytes != document.file.bytes else {
      throw EditProblem(.request, "\(what) says so already; nothing was changed")
    }
    let read = PlanReading(after, of: document.trust)
    guard (read.tree.root?.value ?? .absent) == intended, keepsComments(read.tree) else {
      throw .fault(what)
    }
    let new = newFindings(in: read)
    let errors = new.filter { $0.severity == .error }
    guard errors.isEmpty, let plan = read.plan else {
      var problem = EditProblem(.request, errors.first?.message ?? "the plan could not be read")
      if let help = errors.first?.help, !help.isEmpty { problem.message += "\n  \(help)" }
      problem.diagnostics = errors
      problem.file = after
      throw problem
    }
    return PlanEdit(before: document.file, after: after, remarks: new, plan: plan)
  }

  /// The problems that the file did not have before.
  private func newFindings(in read: PlanReading) -> [Diagnostic] {
    var known: [[String]: Int] = [:]
    for old in document.findings { known[[old.id.description, old.message], default: 0] += 1 }
    return read.findings.filter { finding in
      let key = [finding.id.description, finding.message]
      guard let count = known[key], count > 0 else { return true }
      known[key] = count - 1
      return false
    }
  }

  /// Whether every comment of the file is still there.
  private func keepsComments(_ after: SyntaxTree) -> Bool {
    var left = after.comments.map(\.text)[...]
    for comment in document.tree.comments {
      let text = comment.text
      guard let found = left.firstIndex(where: { $0.hasPrefix(text) }) else { return false }
      left = left[(found + 1)...]
    }
    return true
  }
}

/// A name on the way to a list, and the entry that it is put behind where it is not there.
struct NewKey {
  var name: String
  var previous: String?

  init(_ name: String, after previous: String? = nil) {
    self.name = name
    self.previous = previous
  }
}

extension MappingSyntax {
  /// The last entry whose key stands before another in the order of the house.
  func lastName<Key: FileKey>(before key: Key) -> String? {
    let order = Key.written
    guard let place = order.firstIndex(of: key) else { return nil }
    var found: String?
    for entry in entries {
      let name = entry.name.text
      if let key = Key(rawValue: name), let at = order.firstIndex(of: key), at < place {
        found = name
      }
    }
    return found
  }
}
