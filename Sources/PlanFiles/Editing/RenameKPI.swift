public import PlanModel
internal import PlanSyntax
public import SourceText

/// Gives a KPI of a plan another id, and everything in the plan that names it.
///
/// - Parameters:
///   - old: The id it has.
///   - new: The id it is to have.
///   - document: The plan file.
/// - Returns: The edit.
/// - Throws: Why it cannot be renamed.
public func renameKPI(
  _ old: KPI.ID,
  to new: KPI.ID,
  in document: PlanDocument
) throws(EditProblem) -> PlanEdit {
  let priorities = document.plan.strategies.flatMap(\.priorities)
  let taken =
    priorities.flatMap { $0.kpis.map(\.id) } + priorities.flatMap { $0.evidence.map(\.id) }
  try checkNewID(new, "KPI", among: taken)
  guard document.tree.path(ofKPI: old) != nil || taken.contains(old) else {
    throw EditProblem(.request, "the plan has no KPI “\(old)”")
  }
  let what = "the id of \(old)"
  var draft = PlanDraft(document)
  var edits: [TextEdit] = []
  if let root = document.tree.root {
    do throws(EditRefused) {
      for name in namesOfKPI(old, below: root, .elsewhere) {
        edits += try document.tree.settingText(of: name.node, to: name.text(new))
      }
    } catch {
      throw EditProblem(error, at: what)
    }
  }
  try draft.make(edits, saying: { renaming($0, old, new, .elsewhere) }, what)
  return try draft.finished(what)
}

/// Gives the readings of a KPI another id: the rows stay as they are but for the id.
///
/// - Parameters:
///   - old: The id that the rows carry.
///   - new: The id that they are to carry.
///   - file: A file of readings.
/// - Returns: The edits; none where no row carries the id.
public func renameReadings(
  of old: KPI.ID,
  to new: KPI.ID,
  in file: SourceFile
) -> [TextEdit] {
  let span = file.bytes.span
  let columns = ReadingColumns(span)
  guard columns.isComplete, let place = columns[.kpi] else { return [] }
  var edits: [TextEdit] = []
  var row = CSVRow()
  var at = columns.firstRow
  while at < span.count {
    at = row.read(span, from: at)
    guard row.fields.count > place, row.fields[place].string(in: span) == old else { continue }
    edits.append(
      TextEdit(replacing: TextRange(row.fields[place].lower, row.fields[place].upper), with: new)
    )
  }
  return edits
}

/// Gives the KPI of tests another id: the tests stay as they are but for the id.
///
/// - Parameters:
///   - old: The id that the tests name.
///   - new: The id that they are to name.
///   - file: A file of tests.
/// - Returns: The edits; none where no test names the id.
/// - Throws: Why it cannot be renamed.
public func renameTests(
  of old: KPI.ID,
  to new: KPI.ID,
  in file: SourceFile
) throws(EditProblem) -> [TextEdit] {
  let tree = parsePlanText(file, id: FileID(0)).tree
  let name = TestKey.kpi.rawValue
  var edits: [TextEdit] = []
  func visit(_ node: NodeSyntax) throws(EditRefused) {
    guard let mapping = node.asMapping else { return }
    for entry in mapping.entries {
      if entry.name.text == name, entry.value.asScalar?.text == old {
        edits += try tree.settingText(of: entry.value, to: new)
      } else {
        try visit(entry.value)
      }
    }
  }
  do throws(EditRefused) {
    if let root = tree.root { try visit(root) }
  } catch {
    throw EditProblem(error, at: "the id of \(old)")
  }
  return edits
}

/// What the entries around a text make of it.
private enum Context {
  /// The text may name a KPI in a list of KPIs.
  case list
  /// The text may be a target that rests on a KPI.
  case target
  /// Risks below risks name each other.
  case mitigation
  case elsewhere

  /// The context of the value of an entry.
  func inside(_ name: String) -> Context {
    switch name {
    case "kpis", "same-as", "parts": self == .mitigation ? .elsewhere : .list
    case "target", "targets", "any of", "all of": .target
    case "mitigations": .mitigation
    default: self == .target || self == .mitigation ? self : .elsewhere
    }
  }
}

/// A text that names a KPI.
private struct NameOfKPI {
  var node: NodeSyntax
  /// What stands before the id: `kpi ` in a target.
  var prefix: String

  func text(_ id: String) -> String { prefix + id }
}

/// The texts that name a KPI, and the names of its own entries.
private func namesOfKPI(
  _ id: KPI.ID,
  below node: NodeSyntax,
  _ context: Context
) -> [NameOfKPI] {
  var found: [NameOfKPI] = []
  if let mapping = node.asMapping {
    for entry in mapping.entries {
      let name = entry.name.text
      if context == .list, name == id {
        found.append(NameOfKPI(node: entry.nameNode, prefix: ""))
      }
      // Evidence may bear the id too.
      let inner: Context = name == "evidence" ? .list : context.inside(name)
      found += namesOfKPI(id, below: entry.value, inner)
    }
  } else if let list = node.asList {
    for item in list.items { found += namesOfKPI(id, below: item, context) }
  } else if let text = node.asScalar?.text, let prefix = prefix(of: text, id, context) {
    found.append(NameOfKPI(node: node, prefix: prefix))
  }
  return found
}

/// The same change of what the file says.
private func renaming(
  _ value: TreeValue,
  _ old: KPI.ID,
  _ new: KPI.ID,
  _ context: Context
) -> TreeValue {
  switch value {
  case .mapping(let pairs):
    return .mapping(
      pairs.map { pair in
        let inner: Context = pair.name == "evidence" ? .list : context.inside(pair.name)
        let name = context == .list && pair.name == old ? new : pair.name
        return TreeValue.Pair(name, renaming(pair.value, old, new, inner))
      }
    )
  case .list(let items): return .list(items.map { renaming($0, old, new, context) })
  case .text(let text):
    guard let prefix = prefix(of: text, old, context) else { return value }
    return .text(prefix + new)
  case .absent: return value
  }
}

/// What stands before the id where a text names a KPI; `nil` where it does not.
private func prefix(of text: String, _ id: KPI.ID, _ context: Context) -> String? {
  if context == .list { return text == id ? "" : nil }
  guard context == .target, text.utf8.prefix(4).map(\.lowercased).elementsEqual("kpi ".utf8),
    text.dropFirst(4).trimmingSpaces == id
  else { return nil }
  return String(text.prefix(4))
}

extension Substring {
  fileprivate var trimmingSpaces: Substring {
    drop { $0 == " " }
  }
}
