public import PlanModel
internal import PlanSyntax
internal import SourceText

/// A target that a KPI is to have.
public struct NewTarget: Sendable {
  /// The KPI.
  public var kpi: KPI.ID
  /// The target, in words.
  public var target: String
  /// The school year from which it holds; with a school, the target always holds.
  public var year: AcademicYear?
  /// The only school for which it holds, by id.
  public var school: School.ID?
  /// The last day on which a school's own target holds.
  public var until: Day?
  /// Why it was set.
  public var reason: String?

  /// Creates a target.
  public init(_ target: String, of kpi: KPI.ID) {
    self.kpi = kpi
    self.target = target
  }
}

/// Sets the target of a KPI: for good, from a school year on, or for one school.
///
/// The reason of a school's own target is a key of it. For other targets the file has no such key,
/// so that the reason becomes a comment behind the target.
///
/// - Parameters:
///   - new: The target.
///   - document: The plan file.
/// - Returns: The edit.
/// - Throws: Why it cannot be set.
public func setTarget(
  _ new: NewTarget,
  in document: PlanDocument
) throws(EditProblem) -> PlanEdit {
  try check(new.target, "the target")
  guard let path = document.tree.path(ofKPI: new.kpi) else {
    throw EditProblem(.request, "the plan has no KPI “\(new.kpi)”")
  }
  var draft = PlanDraft(document)
  let what = "the target of \(new.kpi)"
  if let school = new.school {
    try draft.setTarget(new, of: school, in: path, what)
    return try draft.finished(what)
  }
  let place: [TreeStep]
  if let year = new.year {
    try checkYear(year, of: document.plan)
    place = try draft.setTarget(new.target, from: year, in: path, what)
  } else {
    try draft.set(KPIKey.target, to: .word(new.target), in: path, what)
    place = path + [.key("target")]
  }
  if let reason = new.reason { try draft.addComment(reason, behind: place, what) }
  return try draft.finished(what)
}

extension PlanDraft {
  /// Sets the target of one school.
  fileprivate mutating func setTarget(
    _ new: NewTarget,
    of school: School.ID,
    in kpi: [TreeStep],
    _ what: String
  ) throws(EditProblem) {
    let overrides = kpi + [.key("overrides")]
    if tree.node(at: overrides + [.key(school)]) == nil {
      var entries = [NewEntry("target", .word(new.target))]
      if let reason = new.reason { entries.append(NewEntry("reason", .prose(reason))) }
      if let until = new.until { entries.append(NewEntry("until", .text(until.description))) }
      let entry = NewEntry(school, .mapping(entries))
      guard tree.node(at: overrides) == nil else {
        try insert(entry, in: overrides, what)
        return
      }
      let previous = tree.node(at: kpi)?.asMapping?.lastName(before: KPIKey.overrides)
      try insert(NewEntry("overrides", .mapping([entry])), in: kpi, after: previous, what)
      return
    }
    let path = overrides + [.key(school)]
    try set(OverrideKey.target, to: .word(new.target), in: path, what)
    if let reason = new.reason { try set(OverrideKey.reason, to: .prose(reason), in: path, what) }
    if let until = new.until {
      try set(OverrideKey.until, to: .text(until.description), in: path, what)
    }
  }

  /// Sets the target from a school year on; returns the way to it.
  fileprivate mutating func setTarget(
    _ target: String,
    from year: AcademicYear,
    in kpi: [TreeStep],
    _ what: String
  ) throws(EditProblem) -> [TreeStep] {
    let targets = kpi + [.key("targets")]
    var previous: String?
    for name in tree.names(in: targets) {
      guard let found = AcademicYear(name) else { continue }
      if found == year {
        let path = targets + [.key(name)]
        guard tree.node(at: path)?.asMapping == nil else {
          throw EditProblem(.notEditable, at: what)
        }
        try setText(target, at: targets, name, what)
        return path
      }
      if found < year { previous = name }
    }
    let entry = NewEntry(year.description, .word(target))
    if tree.node(at: targets) == nil {
      let before = tree.node(at: kpi)?.asMapping?.lastName(before: KPIKey.targets)
      try insert(NewEntry("targets", .mapping([entry])), in: kpi, after: before, what)
    } else {
      try insert(entry, in: targets, after: previous, what)
    }
    return targets + [.key(year.description)]
  }

  /// Gives an entry whose name is no key another text.
  private mutating func setText(
    _ text: String,
    at base: [TreeStep],
    _ name: String,
    _ what: String
  ) throws(EditProblem) {
    guard let entry = tree.node(at: base)?.asMapping?.entry(named: name) else { return }
    guard entry.value.value != .text(text) else { return }
    let edits: [TextEdit]
    do throws(EditRefused) {
      edits = try tree.settingValue(of: entry, to: .word(text))
    } catch {
      throw EditProblem(error, at: what)
    }
    try make(edits, saying: { $0.changing(base[...]) { $0.setting(name, to: .text(text)) } }, what)
  }

  /// Puts a comment behind a value of one line, after the comment that is there.
  fileprivate mutating func addComment(
    _ text: String,
    behind path: [TreeStep],
    _ what: String
  ) throws(EditProblem) {
    guard case .key(let name) = path.last,
      let entry = tree.node(at: path.dropLast())?.asMapping?.entry(named: name),
      let value = entry.value.asScalar, !value.isMultiLine
    else { return }
    let words = text.split { $0.isNewline || $0 == " " || $0 == "\t" }.joined(separator: " ")
    let comment = entry.trailingComment
    let at = Int(comment?.range.upper ?? value.range.upper)
    let new = comment.map { $0.text.isEmpty ? " \(words)" : "; \(words)" } ?? "   # \(words)"
    try make([TextEdit(replacing: TextRange(at, at), with: new)], saying: { $0 }, what)
  }
}
